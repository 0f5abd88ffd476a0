"""What the organisation fixes holds everywhere, and a policy that can't be followed is never passed over."""

import json
import tomllib
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from app import cli, paths, policy
from app.call_keeping import save_recording
from app.domain.timeline import Speaker, Utterance
from app.errors import KnownError
from app.journal_access import settings
from app.policy import Policy, load
from app.settings import _CHOICES, DEFAULTS, FILE, KeptSettings, Settings
from app.storage import calls
from app.storage.retention import Retention
from tests.journals import a_call, its_report
from tests.open_journals import open_journal
from tests.unit.test_settings import ANY_JSON

ROOT = Path(__file__).parents[2]
SAMPLE_CALL = ROOT / "resources" / "sample_call" / "complaint.flac"
EXAMPLE = ROOT / "packaging" / "policy.example.toml"

KEYS: dict[str, tuple[str, dict[str, Any]]] = {
    "downloads": ("false", {}),
    "transcripts": ('"never"', {"transcript_kept": "never"}),
    "keep_calls_days": ("365", {"keep_calls_days": 365}),
    "keep_reflections_days": ("1", {"keep_reflections_days": 1}),
    "keep_follow_ups_days": ("36500", {"keep_follow_ups_days": 36_500}),
    "keep_calm_days": ("30", {"keep_calm_days": 30}),
    "idle_lock_min": ("5", {"idle_lock_min": 5}),
    "models_folder": ('"/srv/models"', {}),
    "hide_export": ("true", {}),
    "seal": ("true", {}),
}
"""Key to a value that fixes something, and what it fixes of the settings."""

DAMAGED = {
    "no TOML": b"downloads = ",
    "not text": b"\xff\xfed\x00o\x00",
    "an unknown key": b"download = false",
    "a table": b"[downloads]\nall = false",
    "nested beyond reason": b"a = " + b"[" * 100_000,
    "a key twice": b"seal = true\nseal = false",
    "downloads, a word": b'downloads = "no"',
    "downloads, a number": b"downloads = 0",
    "transcripts, another word": b'transcripts = "always"',
    "transcripts, no days": b"transcripts = 0",
    "transcripts, a switch": b"transcripts = true",
    "keep_calls_days, too many": b"keep_calls_days = 36501",
    "keep_calm_days, a part of one": b"keep_calm_days = 1.5",
    "keep_reflections_days, a word": b'keep_reflections_days = "30"',
    "keep_follow_ups_days, below none": b"keep_follow_ups_days = -1",
    "idle_lock_min, never": b"idle_lock_min = 0",
    "idle_lock_min, none that can be chosen": b"idle_lock_min = 7",
    "idle_lock_min, a switch": b"idle_lock_min = true",
    "models_folder, not absolute": b'models_folder = "models"',
    "models_folder, a number": b"models_folder = 1",
    "hide_export, a word": b'hide_export = "true"',
    "seal, a number": b"seal = 1",
}


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def read(tmp_path: Path, text: bytes) -> Policy:
    (tmp_path / policy.FILE).write_bytes(text)
    return load(tmp_path / policy.FILE)


def test_where_no_policy_is_nothing_is_fixed(tmp_path: Path) -> None:
    assert load(tmp_path / "nowhere" / policy.FILE) == Policy()
    assert read(tmp_path, b"") == Policy()
    assert Policy().keys == () and Policy().settings == {}
    Policy().check_export()


def test_every_key_is_read_and_fixes_what_it_says(tmp_path: Path) -> None:
    for key, (value, fixed) in KEYS.items():
        held = read(tmp_path, f"{key} = {value}".encode())
        assert held.keys == (key,)
        assert held.settings == fixed
    assert [*KEYS] == [*policy._KEYS] == [each.name for each in fields(Policy)]


def test_transcripts_may_be_a_number_of_days(tmp_path: Path) -> None:
    held = read(tmp_path, b"transcripts = 14")
    assert held.settings == {"transcript_kept": "days", "transcript_days": 14}


def test_what_leaves_the_choice_to_the_user_fixes_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, b"downloads = true\nhide_export = false\nseal = false") == Policy()


def test_a_mark_of_windows_editors_before_the_text_is_no_fault(tmp_path: Path) -> None:
    assert not read(tmp_path, b"\xef\xbb\xbfdownloads = false\r\n").downloads


def test_what_can_be_fixed_can_be_chosen(tmp_path: Path) -> None:
    assert set(policy.IDLE_LOCK_MIN) == set(_CHOICES["idle_lock_min"]) - {0}
    for key, (value, _) in KEYS.items():
        fixed = read(tmp_path, f"{key} = {value}".encode()).settings
        assert replace(DEFAULTS, **fixed) == Settings(**fixed)


def test_the_example_holds_every_key_commented_out(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert load(EXAMPLE) == Policy()
    lines = [line[2:] for line in text.splitlines() if line.startswith("# ") and line.split()[2:3] == ["="]]
    taken = tomllib.loads("\n".join(lines))
    assert list(taken) == list(KEYS)
    assert read(tmp_path, "\n".join(lines).encode()).keys == tuple(KEYS)


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_policy_is_refused_in_one_sentence_that_says_where(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(KnownError) as refused:
        read(tmp_path, text)
    sentence = str(refused.value)
    assert str(tmp_path / policy.FILE) in sentence and sentence.endswith(
        "ask your administrator to set it right."
    )
    assert "\n" not in sentence


@pytest.mark.parametrize("key", KEYS)
def test_a_wrong_value_is_named_by_its_key(tmp_path: Path, key: str) -> None:
    with pytest.raises(KnownError, match=f'"{key}" must be '):
        read(tmp_path, f"{key} = 1979-05-27".encode())


def test_a_policy_that_is_there_but_can_t_be_read_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    (tmp_path / "file").touch()
    for path in (tmp_path / "folder", tmp_path / "link", tmp_path / "file" / policy.FILE):
        with pytest.raises(KnownError, match="can't be followed"):
            load(path)


def test_no_variable_leads_to_another_policy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    place = policy.place()
    for name in (
        "HOME",
        "XDG_CONFIG_HOME",
        "XDG_CONFIG_DIRS",
        "EVENKEEL_HOME",
        "ProgramData",
        "ALLUSERSPROFILE",
    ):
        monkeypatch.setenv(name, str(tmp_path))
    assert policy.place() == place
    assert place.is_absolute() and place.name == policy.FILE


def test_it_is_read_once_so_that_one_run_goes_by_one_policy(fix: Callable[[str], Path]) -> None:
    path = fix("downloads = false")
    assert not policy.current().downloads
    path.write_text("downloads = true")
    assert not policy.current().downloads


FIXED = st.fixed_dictionaries(
    {},
    optional={
        "transcripts": st.sampled_from(["never", "until_reflected"]) | st.integers(1, policy.MOST_DAYS),
        "keep_calls_days": st.integers(1, policy.MOST_DAYS),
        "keep_reflections_days": st.integers(1, policy.MOST_DAYS),
        "keep_follow_ups_days": st.integers(1, policy.MOST_DAYS),
        "keep_calm_days": st.integers(1, policy.MOST_DAYS),
        "idle_lock_min": st.sampled_from(policy.IDLE_LOCK_MIN),
    },
)
FIELDS = ("transcript_kept", "transcript_days", "keep_calls_days", "keep_calm_days", "idle_lock_min", "theme")
HELD = st.dictionaries(st.sampled_from(FIELDS), ANY_JSON | st.sampled_from(["days", "never", 30, 60]))


@tried(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    fixed=FIXED,
    held=HELD,
    chosen=st.fixed_dictionaries({}, optional={"idle_lock_min": st.just(0), "theme": st.just("dark")}),
)
def test_whatever_the_settings_file_says_or_is_chosen_what_is_fixed_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fixed: Any, held: Any, chosen: Any
) -> None:
    there = Policy(**fixed)
    monkeypatch.setattr(policy, "current", lambda: there)
    (tmp_path / FILE).write_text(json.dumps(held), encoding="utf-8")
    kept = KeptSettings(tmp_path)

    def holds() -> bool:
        return {name: getattr(kept.now, name) for name in there.settings} == there.settings

    assert holds()
    kept.change(**chosen)
    assert holds()
    kept.reset(*FIELDS)
    assert holds()
    assert Retention.of(kept.now) == Retention.of(replace(DEFAULTS, **there.settings))


def test_the_users_own_choice_waits_until_nothing_is_fixed(fix: Callable[[str], Path], home: Path) -> None:
    KeptSettings(home).change(transcript_kept="days", transcript_days=90)
    fix('transcripts = "never"')
    kept = KeptSettings(home)
    assert kept.now.transcript_kept == settings().transcript_kept == "never"
    kept.change(transcript_kept="until_reflected", theme="dark")
    assert (kept.now.transcript_kept, kept.now.theme) == ("never", "dark")
    fix("")
    now = KeptSettings(home).now
    assert (now.transcript_kept, now.transcript_days, now.theme) == ("days", 90, "dark")


def test_a_recording_is_stored_without_words_where_they_are_never_kept(
    fix: Callable[[str], Path], home: Path
) -> None:
    KeptSettings(home).change(transcript_kept="days")
    fix('transcripts = "never"')
    said: list[str] = []
    heard = its_report(a_call(), transcript=(Utterance(Speaker.AGENT, 0, 16_000, "good morning"),))
    with open_journal(home / "journal") as journal:
        save_recording(journal, SAMPLE_CALL, "left", "complaint", heard, said.append)
        (call,) = journal.read(lambda db: calls.recent(db, 9)).result()
        assert journal.read(lambda db: calls.report(db, call.id)).result().transcript == ()
    assert said == ["complaint.flac is in your journal; nothing of what was said is kept."]


def test_the_models_folder_takes_the_place_of_the_users(fix: Callable[[str], Path]) -> None:
    beside, own = paths.model_folders()
    fix('models_folder = "/srv/evenkeel/models"')
    assert paths.model_folders() == (beside, Path("/srv/evenkeel/models")) != (beside, own)


EXPORTS = (
    ["export", "{folder}", "--yes"],
    ["review", "{call}", "--json", "-"],
    ["review", "{call}", "--json", "{folder}/report.json"],
    ["review", "{call}", "--html", "{folder}/report.html"],
    ["listen", "--json", "-"],
    ["listen", "--events", "-"],
    ["journal", "agreement", "--out", "{folder}/labels.csv"],
)


@pytest.mark.parametrize("arguments", EXPORTS, ids=" ".join)
def test_where_exports_are_off_no_command_writes_one(
    fix: Callable[[str], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    fix("hide_export = true")
    (tmp_path / "out").mkdir()
    asked = [each.format(folder=tmp_path / "out", call=SAMPLE_CALL) for each in arguments]
    assert cli._run(asked) == 2
    out, err = capsys.readouterr()
    assert out == "" and err == f"{policy.EXPORT_REFUSED}\n"
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [["journal", "calls"], ["devices"], ["backup", "x"], ["review", "x.wav"]]
)
def test_no_command_passes_over_a_policy_that_can_t_be_followed(
    fix: Callable[[str], Path], capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    path = fix("downloads = maybe")
    assert cli._run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == "" and str(path) in err and err.count("\n") == 1


def test_a_backup_is_made_where_exports_are_off(
    fix: Callable[[str], Path],
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from tests.open_journals import PASSPHRASE

    with open_journal(home / "journal"):
        pass
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    monkeypatch.setenv("EVENKEEL_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    fix("hide_export = true")
    assert cli._run(["backup", str(tmp_path / "mine.evenkeel")]) == 0
    assert (tmp_path / "mine.evenkeel").stat().st_size > 0
    assert "Backed up" in capsys.readouterr().out


def test_doctor_says_what_is_fixed_and_what_is_wrong_with_a_policy(
    fix: Callable[[str], Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "500")
    path = fix("downloads = false\nidle_lock_min = 5")
    assert cli._run(["doctor"]) == 0
    assert f"{path}: downloads, idle_lock_min" in capsys.readouterr().out
    path = fix("downloads = 7")
    assert cli._run(["doctor"]) == 2
    out, err = capsys.readouterr()
    assert '"downloads" must be true or false' in out and str(path) in out
    assert "policy" in err
