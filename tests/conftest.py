import gc
import os
import signal
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.pulse_server import PulseServer


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Let the settings of pytest-qt stand where there is no Qt: `pytest -p no:pytest-qt`."""
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "of pytest-qt, which is not here")


settings.register_profile("repeatable", derandomize=True, deadline=None)


def pytest_configure(config: pytest.Config) -> None:
    """Leave the tester's own keyring alone, and let Ctrl-C reach the programs under test.

    What runs in a shell's background is started deaf to it. Properties are tried with the same examples in
    every run, so that a failure belongs to a change; `--hypothesis-profile=default` hunts with new ones.
    """
    if not config.getoption("--hypothesis-profile"):
        settings.load_profile("repeatable")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_runtest_teardown() -> None:
    """Search for unreachable cycles here, where the tests of the window keep that out of other threads."""
    young, _, middle = gc.get_count()
    if not gc.isenabled() and young > gc.get_threshold()[0]:
        gc.collect(2 if middle > gc.get_threshold()[2] else 1)


@pytest.fixture
def pulse_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Lead all that looks for a sound server to a folder in which there is none yet."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:  # a socket's path must be short
        for name in ("PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("HOME", folder)
        yield Path(folder)


@pytest.fixture
def pulse_server(pulse_folder: Path) -> Iterator[PulseServer]:
    """Run a PulseAudio of our own: outputs that play to nobody, and a silent input."""
    server = PulseServer(pulse_folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def fix(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Let a policy hold in this process, by its text; gives where it lies."""
    from app import policy

    def fixed(text: str) -> Path:
        path = tmp_path_factory.mktemp("organisation") / policy.FILE
        path.write_text(text, encoding="utf-8")
        monkeypatch.setattr(policy, "place", lambda: path)
        return path

    return fixed
