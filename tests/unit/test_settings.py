"""What was chosen is there at the next start, and nothing that happens to the file stops the product."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.settings import FILE, PUT_ASIDE, KeptSettings, Settings, fitting

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def test_what_is_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    first = KeptSettings(folder)
    assert first.now == Settings()
    first.change(theme="dark", agent_device="Headset Ä", text_size=150, first_start_done=True)
    second = KeptSettings(folder)
    assert second.now == first.now
    assert second.now.agent_device == "Headset Ä"
    assert second.told is None


def test_nothing_is_left_beside_the_file(tmp_path: Path) -> None:
    kept = KeptSettings(tmp_path)
    for size in (125, 150, 200):
        kept.change(text_size=size)
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


def test_what_does_not_change_is_not_written(tmp_path: Path) -> None:
    KeptSettings(tmp_path).change(theme="system")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1, 2]", b'"words"', b"\xff\xfe\x00", b'{"theme": "dark"', b"[" * 200_000]
)
def test_a_damaged_file_is_put_aside_and_said(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    kept = KeptSettings(tmp_path)
    assert kept.now == Settings()
    assert kept.told is not None and PUT_ASIDE in kept.told
    assert (tmp_path / PUT_ASIDE).read_bytes() == content
    kept.change(theme="dark")
    assert KeptSettings(tmp_path).now.theme == "dark"


def test_unknown_and_unfit_values_are_left_out(tmp_path: Path) -> None:
    held = {"theme": "purple", "text_size": True, "later_field": 1, "agent_device": 3, "call_type": "sales"}
    (tmp_path / FILE).write_text(json.dumps(held), encoding="utf-8")
    kept = KeptSettings(tmp_path)
    assert kept.now == Settings(call_type="sales")
    kept.change(model="small")
    assert set(json.loads((tmp_path / FILE).read_text(encoding="utf-8"))) == {
        f.name for f in fields(Settings)
    }


@given(held=st.dictionaries(st.sampled_from([f.name for f in fields(Settings)]) | st.text(), ANY_JSON))
def test_whatever_a_file_holds_gives_settings_that_can_be_kept(held: dict[str, object]) -> None:
    settings = Settings(**fitting(held))
    assert fitting(asdict(settings)) == asdict(settings)


def test_a_folder_that_cannot_be_written_is_said_once_and_settings_still_hold(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    kept = KeptSettings(tmp_path / "file")
    said: list[str] = []
    kept.tell = said.append
    kept.change(theme="dark")
    kept.change(theme="light")
    assert kept.now.theme == "light"
    assert len(said) == 1 and "can't be kept" in said[0]


@pytest.mark.parametrize("days", [0, -1, 36_501, 2**70, "7", 2.5])
def test_a_time_to_keep_things_is_whole_days_or_for_good(days: object) -> None:
    assert fitting({"keep_calls_days": days, "transcript_days": days}) == {}
    assert fitting({"keep_calls_days": None}) == {"keep_calls_days": None}


def test_a_reset_gives_back_what_held_before(tmp_path: Path) -> None:
    kept = KeptSettings(tmp_path)
    kept.change(theme="dark", text_size=150, hints_off=["paraphrase"])
    kept.reset("theme", "hints_off")
    assert kept.now == Settings(text_size=150)
    assert KeptSettings(tmp_path).now == kept.now


def test_whoever_heeds_the_settings_hears_of_each_change(tmp_path: Path) -> None:
    kept = KeptSettings(tmp_path)
    heard: list[str] = []
    kept.heed.append(lambda: heard.append(kept.now.theme))
    kept.change(theme="dark")
    kept.change(theme="dark")
    kept.reset("theme")
    assert heard == ["dark", "system"]


@pytest.mark.parametrize(
    ("field", "fit", "unfit"),
    [
        ("own_bands", {"sales": [0, 0.5]}, [{"sales": [0.5, 0.5]}, {"sales": [0.1]}, {"sales": [True, 2]}]),
        ("own_jargon", {"sales": {"a b": "c"}}, [{"sales": {"a": 1}}, {"sales": {"": "b"}}, {"sales": []}]),
        ("own_negative_words", ["a"], [["a\nb"], [" a"], ["x" * 61], [1], ["x"] * 501, ["\ud800"]]),
        ("hints_off", ["paraphrase"], [[None], [["paraphrase"]], {"paraphrase": 1}]),
        ("calm_length_s", 120, [0, 119, 120.0, "120"]),
        ("focus_week", "2026-05-11", ["soon", "20260511", "2026-W20-1"]),
        ("reminded_on", "2026-05-11", ["2026-13-01", ""]),
    ],
)
def test_a_damaged_value_leaves_the_default(field: str, fit: object, unfit: list[object]) -> None:
    assert fitting({field: fit}) == {field: fit}
    for value in unfit:
        assert fitting({field: value}) == {}
