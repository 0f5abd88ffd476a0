import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from app.domain.report import Measures, Report, Source
from app.domain.timeline import Gap, Overlap, Speaker, Utterance, samples
from app.report import words
from app.report.glyphs import ASCII, UNICODE
from app.report.reading import Reading
from app.report.terminal import MOST_OVERLAPS, show
from tests.unit.report.any_report import readings, reports, some_calls
from tests.unit.report.reports import example, reading


def printed(report: Report, held: Reading | None = None, width: int = 80, transcript: bool = False) -> str:
    out = StringIO()
    show(Console(file=out, width=width), report, held or reading(report), transcript=transcript)
    return out.getvalue()


def in_colour(report: Report, environ: Mapping[str, str]) -> str:
    out = StringIO()
    environ = {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environ}
    show(Console(file=out, width=80, force_terminal=True, _environ=environ), report, reading(report))
    return out.getvalue()


def encoded(report: Report, held: Reading, encoding: str) -> str:
    out = BytesIO()
    file = TextIOWrapper(out, encoding=encoding, errors="strict")
    show(Console(file=file, width=80), report, held, transcript=True)
    file.flush()
    return out.getvalue().decode(encoding)


def flat(text: str) -> str:
    """Give text as if it had not been broken into lines."""
    return " ".join(text.split())


@some_calls
@given(reports().flatmap(lambda each: st.tuples(st.just(each), readings(each))), st.integers(40, 160))
def test_no_line_is_wider_than_the_terminal_whatever_the_call(
    given: tuple[Report, Reading], width: int
) -> None:
    for line in printed(*given, width=width, transcript=True).splitlines():
        assert cell_len(line) <= width


@some_calls
@given(reports().flatmap(lambda each: st.tuples(st.just(each), readings(each))))
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "iso8859-7"])
def test_any_call_can_be_printed_in_a_poor_encoding(encoding: str, given: tuple[Report, Reading]) -> None:
    encoded(*given, encoding)


@pytest.mark.parametrize("width", [80, 120])
def test_the_review_tells_what_matters(width: int) -> None:
    shown = flat(printed(example(), width=width))
    for part in (
        "parcel-call.flac · Complaint",
        "2:28 · recording · 2 channels at 16 kHz · words by Moonshine (tiny-en)",
        "▼ you cut in (2) ▲ customer cut in (1) • other overlaps (2)",
        "Talk ratio 55 %, above the band 25-45 %",
        "Talk share 53 % of the call You cut in 2 times",
        "Longest stretch 27 s Customer cut in 1 time",
        "Patience 0.7 s Open questions 1",
        "Silence 7.8 s in 2 pauses Closed questions 0",
        "Pace 148 words/min Fillers 0.8 a minute",
        "0:34 ▼ You cut in and took over You came in; the customer gave way after a while.",
        "0:44 • Customer made a listening sound",
        "0:58 → Next time: Give a no its reason Say what would make a yes possible. we can't open a case",
        "1:34 ✓ Well done: Say it back in your own words",
    ):
        assert part in shown
    assert words.NOT_MEASURABLE not in shown


def test_the_strip_uses_the_width_there_is_and_holds_both_speakers() -> None:
    for width in (80, 120):
        you, marks, customer = printed(example(), width=width).splitlines()[4:7]
        assert you.startswith("  You") and customer.startswith("  Customer")
        assert len(you.rstrip()) > 0.9 * min(width, 112)
        assert re.sub(r"\s", "", marks) == "▼•▲▼•"
        # Each mark stands over speech of both: the one who spoke, and the one who came in.
        for column in (found.start() for found in re.finditer(r"[▼▲]", marks)):
            assert you[column] != " " and customer[column] != " "


@pytest.mark.parametrize(
    ("band", "said"),
    [((0.6, 0.7), "below"), ((0.5, 0.6), "in"), ((0.551, 0.553), "in"), ((0.1, 0.2), "above")],
)
def test_the_ratio_is_held_against_the_band(band: tuple[float, float], said: str) -> None:
    shown = printed(example(), reading(example(), band=band))
    assert f"55 %, {said} the band {words.band(band)}" in shown
    bracket = next(line for line in shown.splitlines() if "└" in line)
    assert words.band(band) in bracket


def test_the_transcript_comes_only_when_asked_for() -> None:
    last = example().transcript[-1].text
    assert last not in printed(example(), width=120)
    assert last in printed(example(), width=120, transcript=True)


def test_colour_is_dropped_where_it_is_not_wanted_and_nothing_is_lost_with_it() -> None:
    coloured, plain = in_colour(example(), {}), in_colour(example(), {"NO_COLOR": "1"})
    colour = re.compile(r"\x1b\[[\d;]*\b[34]8;")
    assert colour.search(coloured)
    assert not colour.search(plain)
    codes = re.compile(r"\x1b\[[\d;]*m")
    assert codes.sub("", coloured) == codes.sub("", plain)
    assert "\x1b" not in printed(example())


def test_a_terminal_of_ascii_gets_ascii_with_the_same_marks() -> None:
    shown = flat(encoded(example(), reading(example()), "ascii"))
    assert shown.isascii()
    assert "v you cut in (2) ^ customer cut in (1) . other overlaps (2)" in shown
    assert "0:34 v You cut in and took over" in shown
    assert "55 %, above the band 25-45 %" in shown
    assert "?" not in shown


def test_the_two_sets_of_signs_say_the_same_things() -> None:
    assert UNICODE.happenings.keys() == ASCII.happenings.keys()
    assert UNICODE.kinds.keys() == ASCII.kinds.keys() == words.KINDS.keys()
    for glyphs in (UNICODE, ASCII):
        assert len(set(glyphs.happenings.values())) == len(glyphs.happenings)


@pytest.mark.parametrize(
    "said",
    [
        "<script>alert(1)</script>",
        "[bold]not bold[/bold] [/] [link=x]",
        ":smile: \\[red]",
        "שלום עולם",
        "👩‍👩‍👧 naïve",
    ],
)
def test_what_was_said_is_shown_as_it_is(said: str) -> None:
    everywhere = replace(
        example(),
        transcript=(Utterance(Speaker.CUSTOMER, 0, 16_000, said),),
        cues=tuple(replace(each, text=said, evidence=said) for each in example().cues),
        overlaps=tuple(replace(each, reason=said) for each in example().overlaps),
        gaps=(Gap("agent", 0, 16_000, said),),
    )
    shown = printed(everywhere, reading(everywhere, name=said, call_type=said), transcript=True)
    assert shown.count(said) == 2 + 1 + 2 * 3 + 5 + 1


def test_a_very_long_word_is_broken_and_not_cut() -> None:
    word = "".join(f"{n:04}" for n in range(100))
    long = replace(example(), transcript=(Utterance(Speaker.AGENT, 0, 16_000, word),))
    shown = printed(long, transcript=True).split("Transcript")[1]
    assert word in re.sub(r"\s", "", shown)


def test_an_escape_sequence_in_a_text_reaches_no_terminal() -> None:
    text = "a\x1b[2Jb\x9b31mc\rd\x07"
    evil = replace(example(), transcript=(Utterance(Speaker.AGENT, 0, 16_000, text),))
    shown = printed(evil, reading(evil, name=text), transcript=True)
    assert not set(shown) & set("\x1b\x9b\r\x07")


def test_a_call_heard_on_one_side_says_so_instead_of_numbers() -> None:
    measures = Measures(talk_share=0.4, agent_talk_s=64.0, longest_monologue_s=20.0, pace_wpm=150.0)
    report = replace(
        example(),
        separation="mic-only",
        separation_reason="There is one channel only.",
        overlaps=(),
        measures=measures,
        spurts=tuple(each for each in example().spurts if each.speaker is Speaker.AGENT),
    )
    shown = printed(report)
    lines = shown.splitlines()
    assert next(line for line in lines if line.startswith("  Customer")).split() == [
        "Customer",
        "not",
        "measurable",
    ]
    assert "Talk ratio not measurable" in flat(shown)
    assert f"There is one channel only. {words.REMEDIES['mic-only']}" in flat(shown)
    assert "You cut in not measurable" in flat(shown)
    assert "40 % of the call" in shown
    assert "the band" not in shown


def test_without_a_recogniser_it_says_that_the_words_were_not_listened_to() -> None:
    measures = replace(
        example().measures, pace_wpm=None, fillers_per_min=None, questions_open=None, questions_closed=None
    )
    shown = flat(printed(replace(example(), engine=None, transcript=(), measures=measures), transcript=True))
    assert "words not listened to" in shown
    assert f"{words.NO_ENGINE} {words.NO_ENGINE_REMEDY}" in shown
    assert "Pace not measurable" in shown


def test_what_was_lost_is_told_with_its_place_and_reason() -> None:
    gap = Gap("transcript", samples(62), samples(65.5), "The recogniser stopped and was started again.")
    shown = flat(printed(replace(example(), gaps=(gap,))))
    assert "1:02 ! the words, 3.5 s not heard: The recogniser stopped and was started again." in shown


@pytest.mark.parametrize("duration", [0.0, 0.3, 600.0])
def test_a_call_in_which_nobody_spoke_is_told_calmly(duration: float) -> None:
    shown = printed(Report(Source("recording", duration, 16_000, 2), None, "separate", None, Measures()))
    assert "No speech was heard." in shown
    assert words.UNSEPARATED["separate"] in flat(shown)


def test_of_many_overlaps_the_cut_ins_are_told_first_and_the_rest_counted() -> None:
    calm = [Overlap(Speaker.CUSTOMER, samples(t), samples(t + 1), "backchannel", "Calm.") for t in range(20)]
    late = Overlap(Speaker.AGENT, samples(140), samples(142), "competitive_overlap", "Both kept speaking.")
    shown = printed(replace(example(), overlaps=(*calm, late)))
    assert "You came in and kept talking" in shown
    assert shown.count("listening sound") == MOST_OVERLAPS - 1
    assert "and 11 more" in shown
