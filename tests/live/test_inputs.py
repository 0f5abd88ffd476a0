import pytest

from app.audio.devices import Device, Kind, list_inputs


def test_the_servers_sources_are_listed_with_what_is_heard_on_them(
    pulse_server: None, capfd: pytest.CaptureFixture[str]
) -> None:
    found = {device.id: device for device in list_inputs()}
    assert found["phone.monitor"].kind is Kind.MONITOR
    assert found["phone.monitor"].name.startswith("Monitor of ")
    assert found["line"].kind is Kind.INPUT
    assert {device.system for device in found.values()} == {"PulseAudio"}
    assert capfd.readouterr() == ("", "")


def test_the_servers_own_choice_comes_first(pulse_server: None) -> None:
    first, *others = list_inputs()
    assert first.default
    assert not any(device.default for device in others)
    assert isinstance(first, Device)
