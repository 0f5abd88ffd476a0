"""The commands for speech models as their user meets them: every command in a process of its own."""

import hashlib
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import soundfile

from tests.model_server import ModelServer, sending_on, serving, status
from tests.vosk_models import SMALL, everything, korean, packed, put

ROOT = Path(__file__).parents[2]
SAMPLE_CALL = ROOT / "resources" / "sample_call" / "complaint.flac"
PATIENCE = 120.0
"""Seconds until a test that waits for something gives up on it."""


class User:
    """Somebody with a data folder of their own."""

    def __init__(self, home: Path) -> None:
        self.home, self.own = home, home / "models"

    @property
    def surroundings(self) -> dict[str, str]:
        return os.environ | {"EVENKEEL_HOME": str(self.home), "COLUMNS": "200", "DISPLAY": ""}

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return self.run_with([sys.executable, "main.py", *map(str, arguments)])

    def run_with(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=self.surroundings,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
        )

    def did(self, *arguments: object) -> str:
        """Run a command that is to succeed, and give what it printed."""
        ended = self.run("models", *arguments)
        assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
        return ended.stdout

    def refused(self, *arguments: object) -> str:
        """Run a command that is to be refused, and give its one sentence."""
        ended = self.run("models", *arguments)
        assert (ended.returncode, ended.stdout) == (2, ""), ended.stdout
        assert ended.stderr.count("\n") == 1
        return ended.stderr

    def answered(self, typed: str, *arguments: object) -> tuple[int, str]:
        """Run a command in a terminal, type an answer; give how it ended, and what was shown."""
        ours, terminal = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "main.py", "models", *map(str, arguments)],
            cwd=ROOT,
            env=self.surroundings,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        os.close(terminal)
        os.write(ours, f"{typed}\n".encode())
        shown = b""
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:  # so a terminal ends
            pass
        os.close(ours)
        return process.wait(PATIENCE), shown.decode()


@pytest.fixture
def user(tmp_path: Path) -> User:
    return User(tmp_path / "home")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ModelServer]:
    with serving(packed(tmp_path / "served.zip").read_bytes()) as running:
        yield running


def test_the_list_shows_what_is_there_and_what_there_is(user: User) -> None:
    shown = user.did("list")
    there, offered = shown.split("\n\n", 1)
    assert "tiny-en" in there and "built in" in there
    assert "vosk-model-small-ko-0.22" in offered and "about 85 MB" in offered and "Apache-2.0" in offered
    english = user.did("list", "--language", "en")
    assert "gigaspeech" in english and "vosk-model-small-ko" not in english


def test_the_list_as_json(user: User, tmp_path: Path) -> None:
    user.did("install", packed(tmp_path / f"{SMALL}-test.zip", f"{SMALL}-test"))
    held = json.loads(user.did("list", "--json"))
    assert {model["name"]: model["place"] for model in held["installed"]} == {
        "tiny-en": "built in",
        f"{SMALL}-test": "own",
    }
    (small,) = [offer for offer in held["offered"] if offer["name"] == SMALL]
    assert (small["bytes"], small["language"]) == (41205931, "en")


def test_a_zip_and_a_folder_are_installed_compared_and_removed(user: User, tmp_path: Path) -> None:
    assert "mine-fr is installed: French" in user.did("install", packed(tmp_path / "mine-fr.zip", "model"))
    assert "mine: " not in user.did("verify")
    stick = put(tmp_path / "stick" / "mine")
    assert "mine is installed: Korean" in user.did("install", stick, "--language", "ko")
    assert user.did("verify", "mine") == "mine: every file is as it was installed.\n"
    (user.own / "mine" / "am" / "final.mdl").write_bytes(b"?")
    assert "mine is damaged: am/final.mdl is not as it was installed" in user.refused("verify", "mine")
    ended = user.run("models", "verify")
    assert ended.returncode == 2 and "mine is damaged" in ended.stderr and "mine-fr: every" in ended.stdout
    assert "its files of now" in user.did("verify", "mine", "--write")
    assert "add --yes" in user.refused("remove", "mine")
    assert "mine is removed" in user.did("remove", "mine", "--yes")
    assert "There is no model mine here; there are: tiny-en, mine-fr" in user.refused("remove", "mine")
    assert "is part of Evenkeel" in user.refused("remove", "tiny-en")


def test_two_models_of_one_name_are_each_compared(user: User, tmp_path: Path) -> None:
    with_shared = tmp_path / "program" / "speech_models"
    script = (
        "from pathlib import Path; from app import paths\n"
        f"own = paths.model_folders()[-1]; paths.model_folders = lambda: (Path({str(with_shared)!r}), own)\n"
        "from app.cli import main; main()"
    )
    shared = put(with_shared / "mine")
    user.did("install", shared)
    (user.own / "mine" / "am" / "final.mdl").write_bytes(b"?")

    def verify(*arguments: str) -> subprocess.CompletedProcess[str]:
        return user.run_with([sys.executable, "-c", script, "models", "verify", *arguments])

    for ended in (verify(), verify("mine")):
        assert ended.returncode == 2 and f"{shared}: all it needs is there" in ended.stdout
        assert f"{user.own / 'mine'}: The speech model mine is damaged: am/final.mdl" in ended.stderr
    assert "more than one model mine; give the folder" in verify("mine", "--write").stderr
    assert "its files of now" in verify(str(user.own / "mine"), "--write").stdout
    assert f"{user.own / 'mine'}: every file is as it was installed." in verify("mine").stdout


def test_the_chosen_model_is_not_removed(user: User, tmp_path: Path) -> None:
    user.did("install", packed(tmp_path / "mine.zip", "mine"))
    (user.home / "settings.json").write_text(json.dumps({"model": "mine"}))
    assert "is the model that is chosen in Settings" in user.refused("remove", "mine", "--yes")


def test_a_download_asks_first_and_names_its_address(user: User, server: ModelServer) -> None:
    url = server.url("own-en.zip")
    assert "This asks first" in user.refused("install", url)
    code, shown = user.answered("no", "install", url)
    assert code == 2 and f"Download own-en from {url}?" in shown and "Nothing was done." in shown
    assert server.asked == []
    code, shown = user.answered("yes", "install", url)
    assert code == 0 and "own-en is installed: English" in shown
    assert user.did("install", url) == "own-en is installed already.\n"
    assert len(server.asked) == 1


def test_a_download_without_questions(user: User, server: ModelServer) -> None:
    server.answer = sending_on(server.url("elsewhere.zip", "localhost"))
    ended = user.run("models", "install", server.url(f"{SMALL}-x.zip"), "--yes")
    assert ended.returncode == 0 and ended.stderr == "The server sends on to another place, localhost.\n"
    assert "is installed: English" in ended.stdout
    assert "No official SHA-256 of it is known" in ended.stdout


def test_a_hash_of_ones_own_is_heeded(user: User, server: ModelServer) -> None:
    url = server.url("own-en.zip")
    assert "SHA-256 is another" in user.refused("install", url, "--yes", "--sha256", "0" * 64)
    assert everything(user.own) == []
    told = user.did("install", url, "--yes", "--sha256", hashlib.sha256(server.content).hexdigest())
    assert told.startswith("own-en is installed") and "No official" not in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("install", "small-xx-9"), "neither on this computer nor in the catalogue"),
        (("install", SMALL), "This asks first"),
        (("install", "http://example.org/x.zip", "--yes"), "has to begin with https://"),
        (("install", "README.md"), "README.md is damaged or not all there"),
        (("install", SMALL, "--sha256", "0" * 64), "--sha256 goes with the address"),
        (("install", "https://example.org/x.zip", "--sha256", "7"), "64 of the characters"),
        (("verify", "nowhere"), "There is no model nowhere here"),
        (("verify", "--write"), "--write needs the name of a model"),
        (("measure", "nowhere"), "There is no speech model nowhere"),
    ],
)
def test_what_can_not_be_done_is_one_sentence(user: User, arguments: tuple[str, ...], says: str) -> None:
    assert says in user.refused(*arguments)


def test_a_server_that_has_it_no_more(user: User, server: ModelServer) -> None:
    server.answer = status(404)
    assert "has no own-en any more" in user.refused("install", server.url("own-en.zip"), "--yes")


def test_what_a_model_costs_is_measured(user: User) -> None:
    shown = user.did("measure", "tiny-en")
    assert "of one core, while somebody speaks" in shown and "memory" in shown


def test_a_call_in_another_language_is_heard_without_what_is_known_in_english_only(
    user: User, tmp_path: Path
) -> None:
    user.did("install", korean(), "--language", "ko")
    sound, rate = soundfile.read(SAMPLE_CALL, frames=15 * soundfile.info(SAMPLE_CALL).samplerate)
    soundfile.write(tmp_path / "call.wav", sound, rate)
    ended = user.run("review", tmp_path / "call.wav", "--language", "ko", "--json", "-")
    assert ended.returncode == 0, ended.stderr
    assert "so in Korean only hints that rest on timing are given" in ended.stderr
    report = json.loads(ended.stdout)
    assert report["engine"] == {"name": "vosk", "model": "model"} and report["transcript"]
    metrics = report["metrics"]
    assert metrics["fillers_per_min"] is None
    assert metrics["questions"] == {"open": None, "closed": None}
    assert metrics["talk_ratio"] is not None
    assert all(not cue["evidence"].startswith(("you said", "they said")) for cue in report["cues"])


def test_a_language_without_a_model_is_measured_by_timing_and_said(user: User) -> None:
    ended = user.run("review", SAMPLE_CALL, "--language", "ko", "--json", "-")
    assert ended.returncode == 0
    assert "No speech model for Korean is installed, so only the timing is measured" in ended.stderr
    assert json.loads(ended.stdout)["engine"] is None
