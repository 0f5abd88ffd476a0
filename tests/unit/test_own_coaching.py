"""The user's own bands, jargon, negative words and hints change how a call is coached, and nothing else."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import bootstrap, cli
from app.domain.heat import NEGATIVE
from app.domain.techniques import JARGON
from app.domain.timeline import Cue, Speaker, samples
from app.own_coaching import OwnCoaching, adjusted, plain_limit
from app.session.moments import EVERY, TalkMoment
from app.session.utterances import Voice
from app.session.whisper import Whisper
from app.settings import KeptSettings, Settings, fitting
from app.speech.phrases import PhraseBook
from tests.unit.domain.cue_scenario import coaching, utterances
from tests.unit.test_settings import ANY_JSON

CONTENT = coaching()
OWN_FIELDS = ("own_bands", "own_jargon", "own_negative_words", "hints_off")

SCRIPT = """
1 a: good morning how can i help you today
5 c: my parcel is late
9 a: the turnaround time is in our widget
14 c: this is ridiculous
"""


def cues(own: Settings, script: str = SCRIPT) -> list[Cue]:
    """Play a script to a call that is coached by these settings."""
    content = adjusted(CONTENT, own)
    book = PhraseBook(content.lists_for("general"), content.numbers, content.pieces)
    whisper = Whisper(content, "general")
    for t in range(EVERY, samples(60.0), EVERY):
        whisper.moment(TalkMoment(t, {}, True, None, ()))
    for utterance in utterances(script):
        whisper.text(book.heard(utterance), Voice(utterance.start, utterance.end))
    return whisper.end(samples(60.0))


def said(own: Settings) -> list[str]:
    return [cue.text for cue in cues(own)]


def test_without_own_choices_it_is_as_shipped() -> None:
    assert adjusted(CONTENT, Settings()) == CONTENT


def test_own_jargon_takes_the_place_of_the_starter_list() -> None:
    assert "Plainer: “how long it takes”" in said(Settings())
    own = Settings(own_jargon={"general": {"widget": "tool"}})
    assert "Plainer: “tool”" in said(own)
    assert "Plainer: “how long it takes”" not in said(own)
    assert adjusted(CONTENT, own).jargon["sales"] == CONTENT.jargon["sales"]
    assert not any(text.startswith("Plainer") for text in said(Settings(own_jargon={"general": {}})))


def test_own_negative_words_take_the_place_of_the_usual_ones() -> None:
    content = adjusted(CONTENT, Settings(own_negative_words=["parcel"]))
    book = PhraseBook(content.lists_for("general"), content.numbers, content.pieces)
    assert NEGATIVE in book.find(Speaker.CUSTOMER, "my parcel is late")
    assert NEGATIVE not in book.find(Speaker.CUSTOMER, "this is ridiculous")
    assert NEGATIVE not in book.find(Speaker.AGENT, "my parcel is late")
    none = adjusted(CONTENT, Settings(own_negative_words=[]))
    assert none.lists[NEGATIVE].phrases == ()
    assert NEGATIVE not in PhraseBook([none.lists[NEGATIVE]]).find(Speaker.CUSTOMER, "this is ridiculous")


def test_hints_that_are_off_are_not_given() -> None:
    given_ids = {cue.id for cue in cues(Settings())}
    assert {"plain-language", "quick-impression"} <= given_ids
    left = {cue.id for cue in cues(Settings(hints_off=["plain-language", "no such technique"]))}
    assert left == given_ids - {"plain-language"}


def test_own_bands_hold_for_their_kind_alone() -> None:
    own = adjusted(CONTENT, Settings(own_bands={"billing": [0.1, 0.2]}))
    assert (own.call_types["billing"].low, own.call_types["billing"].high) == (0.1, 0.2)
    assert {**own.call_types, "billing": None} == {**CONTENT.call_types, "billing": None}
    assert own.call_types["billing"].title == CONTENT.call_types["billing"].title


@pytest.mark.parametrize(
    "own",
    [
        {"own_bands": {"no such kind": [0.1, 0.2]}},
        {"own_bands": {"billing": [0.5, 0.5]}},
        {"own_bands": {"billing": [0.9, 0.1]}},
        {"own_bands": {"billing": [-0.1, 0.4]}},
        {"own_bands": {"billing": [float("nan"), 1.0]}},
        {"own_bands": {"billing": "wide"}},
        {"own_bands": {"billing": None}},
        {"own_jargon": {"no such kind": {"a": "b"}}},
        {"own_jargon": {"billing": ["a"]}},
        {"hints_off": ["no such technique"]},
    ],
)
def test_what_does_not_fit_is_left_out(own: dict[str, Any]) -> None:
    assert adjusted(CONTENT, replace(Settings(), **own)) == CONTENT


def test_words_that_cannot_be_listened_for_are_left_out() -> None:
    long = "x" * (plain_limit(CONTENT) + 1)
    jargon = {"good": "fine", "...": "x", "{feeling}": "x", "{no such piece}": "x", "long": long, "": "x"}
    own = adjusted(
        CONTENT,
        Settings(
            own_jargon={"general": jargon},
            own_negative_words=["bad", "...", "a ...", "{nothing}", "two\nlines", "x" * 61],
        ),
    )
    assert own.jargon["general"] == {"good": "fine"}
    assert own.lists[NEGATIVE].phrases == ("bad",)


@given(held=st.fixed_dictionaries({}, optional=dict.fromkeys(OWN_FIELDS, ANY_JSON)))
def test_no_settings_file_keeps_a_call_from_being_coached(held: dict[str, object]) -> None:
    own = adjusted(CONTENT, Settings(**fitting(held)))
    assert own.call_types.keys() == CONTENT.call_types.keys()
    assert all(0 <= kind.low < kind.high <= 1 for kind in own.call_types.values())
    lists = [own.lists[NEGATIVE], *(each for each in own.lists_for("sales") if each.id == JARGON)]
    PhraseBook(lists, own.numbers, own.pieces).find(Speaker.AGENT, "anything at all")


@given(words=st.dictionaries(st.text(max_size=70), st.text(max_size=70), max_size=6))
def test_any_words_of_the_right_kind_can_be_listened_for_or_are_left_out(words: dict[str, str]) -> None:
    settings = Settings(own_jargon={"general": words}, own_negative_words=[*words])
    own = adjusted(CONTENT, settings)
    lists = [own.lists[NEGATIVE], *(each for each in own.lists_for("general") if each.id == JARGON)]
    book = PhraseBook(lists, own.numbers, own.pieces)
    for speaker in Speaker:
        book.find(speaker, " ".join(words))


def test_the_coaching_of_now_follows_the_settings(tmp_path: Path) -> None:
    settings = KeptSettings(tmp_path)
    own = OwnCoaching(CONTENT, settings)
    first = own.now
    assert own.now is first and first == CONTENT
    settings.change(own_bands={"sales": [0.3, 0.4]})
    assert own.now.call_types["sales"].high == 0.4 and own.content is CONTENT
    settings.reset("own_bands")
    assert own.now == CONTENT


def reviewed(own: Settings) -> tuple[set[str], set[str], tuple[float, float]]:
    """Give the ids and the evidence of the hints in the sample call by its timing, and the band it has."""
    choices = bootstrap.ReviewChoices(call_type=bootstrap.SAMPLE, engine="none", own=own)
    report, reading = bootstrap.review_recording(bootstrap.sample_call(), choices, lambda *_: None, print)
    return {cue.id for cue in report.cues}, {cue.evidence for cue in report.cues}, reading.band


OWN = Settings(own_bands={"complaint": [0.05, 0.1]}, hints_off=["listen-fully"])


def test_a_review_goes_by_own_bands_and_hints() -> None:
    shipped, evidence, band = reviewed(Settings())
    assert "listen-fully" in shipped and band == (0.25, 0.45)
    left, own_evidence, own_band = reviewed(OWN)
    assert left == shipped - {"listen-fully"} and own_band == (0.05, 0.1)
    assert any("over the band" in each for each in own_evidence)
    assert not any("over the band" in each for each in own_evidence & evidence)


def test_commands_go_by_the_settings_that_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path))
    KeptSettings(tmp_path).change(hints_off=OWN.hints_off, own_bands=OWN.own_bands)
    review = ("review", str(bootstrap.sample_call()), "--call-type", "complaint", "--engine", "none")
    with pytest.raises(SystemExit) as left:
        cli.main([*review, "--json", "-"])
    assert left.value.code == 0
    report = json.loads(capfdbinary.readouterr().out)
    ids, evidence = ({cue[name] for cue in report["cues"]} for name in ("id", "evidence"))
    assert (ids, evidence) == reviewed(OWN)[:2]
