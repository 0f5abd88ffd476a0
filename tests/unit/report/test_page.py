import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.report import Measures, Report, Source
from app.domain.silence import non_talk
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Utterance, samples
from app.paths import resources_folder
from app.report import words
from app.report.page import html
from app.report.reading import Reading
from app.report.relabel import relabelled
from tests.unit.report import sheets
from tests.unit.report.any_report import readings, reports, some_calls
from tests.unit.report.reports import example, reading

EMPTY_TAGS = {"meta", "path", "circle"}


class Page(HTMLParser):
    """What a browser would find in a page; fails on tags that don't close where they should."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text, self.tags, self.attributes, self._open = "", [], [], []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in EMPTY_TAGS:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY_TAGS:
            assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] != "style":
            self.text += data

    def all(self, name: str) -> list[str]:
        return [value for _, each, value in self.attributes if each == name]


def page(report: Report, held: Reading | None = None) -> Page:
    return Page(html(report, held or reading(report)))


@some_calls
@given(reports().flatmap(lambda each: st.tuples(st.just(each), readings(each))))
def test_any_call_gives_a_sound_page_that_asks_for_nothing(given: tuple[Report, Reading]) -> None:
    text = html(*given)
    text.encode("utf-8")
    found = Page(text)
    assert not {"script", "link", "img", "iframe", "object", "base", "form", "a"} & set(found.tags)
    names = {name for _, name, _ in found.attributes}
    assert not {"src", "href", "srcset", "action", "background", "style"} & names
    assert not any(name.startswith("on") for name in names)
    assert len(found.all("id")) == len(set(found.all("id")))


def test_the_page_holds_no_address_of_anything_outside() -> None:
    text = html(example(), reading(example()))
    assert not re.search(r"https?:|//|url\(|@import", text)
    assert "default-src 'none'" in text


def test_the_page_tells_what_matters() -> None:
    found = page(example())
    shown = " ".join(found.text.split())
    for part in (
        "parcel-call.flac",
        "Complaint · 2:28 · recording · 2 channels at 16 kHz · words by Moonshine (tiny-en)",
        "55 %above the band 25-45 %",
        words.BAND_NOTE,
        "Customer cut in and took overThe customer came in while you were speaking.",
        "Listen before you answer",
        "all 5 hints of the call",
    ):
        assert part in shown
    for each in example().transcript:
        assert each.text in shown
    assert words.NOT_MEASURABLE not in shown


def test_the_page_is_built_for_every_reader() -> None:
    found = page(example())
    assert "en" in found.all("lang")
    headings = [tag for tag in found.tags if re.fullmatch(r"h\d", tag)]
    assert headings[0] == "h1" and headings.count("h1") == 1
    assert all(int(b[1]) - int(a[1]) <= 1 for a, b in pairwise(headings))
    drawings = found.tags.count("svg")
    assert found.all("role").count("img") + found.all("aria-hidden").count("true") == drawings
    assert set(found.all("scope")) == {"col"}
    labelled = set(found.all("aria-labelledby"))
    assert labelled and labelled <= set(found.all("id"))


def test_behind_the_chart_is_a_table_of_every_stretch_of_speech() -> None:
    text = html(example(), reading(example()))
    table = text.split("<details>")[1].split("</details>")[0]
    assert table.count("<tr>") == 1 + len(example().spurts)


def test_overlaps_are_told_apart_by_shape_and_by_colour() -> None:
    text = html(example(), reading(example()))
    drawing = text.split('aria-label="Timeline">')[1].split("</div>")[0]
    assert drawing.count('class="agent" d="M0 1h12l-6 10z"') == 2
    assert drawing.count('class="customer" d="M0 11h12l-6-10z"') == 1
    assert drawing.count('<circle class="both"') == 2
    assert drawing.count('class="chosen"') == 3
    assert drawing.count('class="pin"') == 2


@pytest.mark.parametrize(
    "said",
    [
        "<script>alert(1)</script>",
        "</style></title><img src=x onerror=alert(1)>",
        "[bold]x[/bold] & &amp; \"quoted\" 'quoted' $name ${style}",
        "שלום עולם 👩‍👩‍👧 " + "x" * 500,
    ],
)
def test_what_was_said_is_shown_as_it_is_and_never_obeyed(said: str) -> None:
    report = replace(
        example(),
        transcript=(Utterance(Speaker.CUSTOMER, 0, 16_000, said),),
        cues=tuple(replace(each, text=said, evidence=said) for each in example().cues),
        overlaps=tuple(replace(each, reason=said) for each in example().overlaps),
        gaps=(Gap("agent", 0, 16_000, said),),
        separation="bleed",
        separation_reason=said,
    )
    found = page(report, reading(report, name=said, call_type=said, titles={"listen-fully": said}))
    clean = page(example())
    assert not {"script", "img"} & set(found.tags)
    assert set(found.tags) <= set(clean.tags)
    in_title, in_head, in_cards, in_tables = 2, 2, 2 * 3 + 1, 5 + 1 + len(report.overlaps) + 2
    assert found.text.count(said) == in_title + in_head + in_cards + in_tables


def test_a_call_heard_on_one_side_says_so_instead_of_numbers() -> None:
    report = replace(
        example(),
        separation="inseparable",
        separation_reason=None,
        overlaps=(),
        measures=Measures(talk_share=0.4, agent_talk_s=64.0),
    )
    shown = page(report).text
    assert words.UNSEPARATED["inseparable"] in shown
    assert words.REMEDIES["inseparable"] in shown
    assert "the band 25" not in shown
    assert "40" in shown


def test_without_a_recogniser_it_says_that_the_words_were_not_listened_to() -> None:
    shown = page(replace(example(), engine=None, transcript=())).text
    assert "words not listened to" in shown
    assert f"{words.NO_ENGINE} {words.NO_ENGINE_REMEDY}" in shown


def test_what_was_lost_is_told_with_its_place_and_reason() -> None:
    gap = Gap("customer", samples(62), samples(65.5), "The agent's device was unplugged.")
    shown = page(replace(example(), gaps=(gap,))).text
    assert "1:02the customer's side: Your device was unplugged.3.5 s" in shown


@pytest.mark.parametrize("duration", [0.0, 0.3, 600.0])
def test_a_call_in_which_nobody_spoke_is_told_calmly(duration: float) -> None:
    shown = page(Report(Source("live", duration, 16_000, 2), None, "separate", None, Measures())).text
    assert "No speech was heard." in shown
    assert "live call" in shown


def test_three_hours_stay_a_light_drawing_in_which_short_answers_can_be_seen() -> None:
    hours = samples(3 * 3600)
    spurts = tuple(
        Spurt(speaker, t + offset, t + offset + samples(1.5))
        for t in range(0, hours, samples(5))
        for speaker, offset in ((Speaker.AGENT, 0), (Speaker.CUSTOMER, samples(2.5)))
    )
    overlaps = tuple(
        Overlap(Speaker.AGENT, t, t + 8000, "cooperative_overlap", "Brief.")
        for t in range(0, hours, samples(30))
    )
    cues = tuple(Cue(t, "listen-fully", "nudge", "Wait.", "") for t in range(0, hours, samples(20)))
    source = Source("recording", 3 * 3600.0, 16_000, 2)
    report = replace(example(), source=source, spurts=spurts, overlaps=overlaps, cues=cues)
    text = html(report, reading(report))
    drawing = text.split('aria-label="Timeline">')[1].split("</div>")[0]
    assert len(drawing) < 500_000
    boxes = len(re.findall(r"M[\d.]+ 24h", drawing))
    assert boxes >= 3 * 3600 / 5, "a pause of some seconds is still a pause"
    dense = replace(report, spurts=tuple(Spurt(Speaker.AGENT, t, t + 1600) for t in range(0, hours, 3200)))
    drawing = html(dense, reading(dense)).split('aria-label="Timeline">')[1].split("</div>")[0]
    assert len(re.findall(r"M[\d.]+ 24h", drawing)) < 50, "what no eye can part is one"


def test_what_the_user_wrote_to_a_call_stands_beside_what_was_measured() -> None:
    report = sheets.heated()
    shown = html(
        report,
        reading(report),
        labels=sheets.LABELS,
        heard=sheets.HEARD,
        marks=sheets.MARKS,
        rephrasings=sheets.REPHRASINGS,
    )
    told = " ".join(Page(shown).text.split())
    for part in (
        'You overlapped brieflyyour labelYour label. It was measured as "You cut in and took over": You came',
        "Customer made a listening soundyour labelMeasured so, and you agree: A listener's sound",
        "1:00here it got loud",
        f"1:47{words.NO_NOTE}",
        "the driver scans every parcel at the door and the system marks it delivered"
        "Corrected by you. Heard as: right so the driver scans every purse at the door",
        "0:58we can't open a case before three working days are overI can open the case on Thursday.",
        "Give a no its reason",
        "the customer seemed upset: 1:01 to 1:31",
    ):
        assert part in told
    for drawing in shown.split("<svg")[1:]:
        assert drawing.count('class="flag"') in (0, 1, len(sheets.MARKS))
    timeline = shown.split('aria-label="Timeline">')[1].split("</div>")[0]
    assert timeline.count('class="flag"') == 2
    assert timeline.count('class="heat"') == timeline.count('class="zigzag"') == 1
    assert timeline.count('class="silence"') == len(non_talk(report.spurts, samples(148.2))) == 2
    assert timeline.count('class="agent" d="M0 1h12l-6 10z"') == 1, "own labels count in the drawing, too"


def test_silence_is_not_drawn_where_one_side_was_not_heard() -> None:
    assert 'class="silence"' not in html(sheets.mono().report, sheets.mono().reading)


def cells(page: str, heading: str) -> list[list[str]]:
    """Give the texts of the first table after the given text, without its heads."""
    table = page.split(heading, 1)[1].split("<tbody>", 1)[1].split("</tbody>", 1)[0]
    rows = [row for row in table.split("<tr")[1:]]
    return [
        [
            " ".join(re.sub(r"<[^>]*>", " ", cell).split())
            for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)
        ]
        for row in rows
    ]


def number(text: str) -> float:
    """Give a length or a place in the call as seconds, any other number as it is."""
    first = text.split()[0]
    parts = [float(part) for part in first.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


@some_calls
@given(reports(), st.data())
def test_every_number_is_the_same_as_in_the_json(report: Report, data: st.DataObject) -> None:
    own = st.none() | st.sampled_from(sorted(words.LABELS))
    drawn = {place: data.draw(own) for place in range(len(report.overlaps))}
    labels = {place: label for place, label in drawn.items() if label}
    form = relabelled(report, labels).as_dict()
    page = html(report, Reading("call", "Complaint", (0.25, 0.45)), labels=labels)
    metrics = form["metrics"]
    flat = [value for name, value in metrics.items() if name not in ("interruptions", "questions")]
    flat[-2:-2] = metrics["interruptions"].values()
    flat += metrics["questions"].values()
    told = [row[1] for row in cells(page, "every measure")]
    assert told == [words.NOT_MEASURABLE if value is None else str(value) for value in flat]
    figures = dict(re.findall(r"<dt>([^<]*)</dt><dd><span class=\"value\">([^<]*)<", page))
    for name, value, digits in (
        ("Talk share", metrics["talk_share"], 100),
        ("Longest stretch", metrics["longest_monologue_s"], 1),
        ("Patience", metrics["patience_s"], 1),
        ("You cut in", metrics["interruptions"]["agent"], 1),
        ("Customer cut in", metrics["interruptions"]["customer"], 1),
        ("Pace", metrics["pace_wpm"], 1),
        ("Fillers", metrics["fillers_per_min"], 1),
        ("Open questions", metrics["questions"]["open"], 1),
        ("Closed questions", metrics["questions"]["closed"], 1),
    ):
        assert (name in figures) == (value is not None)
        if value is not None:
            assert number(figures[name]) == pytest.approx(value * digits, abs=0.56)
    for heading, listed, start, long in (
        ("stretches of speech", form["spurts"], "start", 3),
        ('id="overlaps"', form["overlaps"], "start", 2),
        ('id="transcript"', form["transcript"], "start", None),
        ("hints of the call</summary>", form["cues"], "t", None),
    ):
        if not listed or heading not in page:
            continue
        rows = cells(page, heading)
        assert len(rows) == len(listed)
        for row, entry in zip(rows, listed, strict=True):
            assert number(row[0]) == pytest.approx(entry[start], abs=1.001), "places are whole seconds"
            if long is not None:
                assert number(row[long]) == pytest.approx(entry["end"] - entry["start"], abs=0.502)
    share = metrics["talk_ratio"]
    assert (f'<p class="number">{round((share or 0) * 100)} %' in page) or share is None or share * 100 % 1


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_and_data_stand_out_from_every_ground(scheme: int) -> None:
    style = (resources_folder() / "report" / "page.css").read_text(encoding="utf-8")
    tokens = dict(re.findall(r"--(\w+): (#\w{6})", re.findall(r":root \{(.*?)\}", style, re.DOTALL)[scheme]))
    for ground in (tokens["ground"], tokens["raised"]):
        for text in ("ink", "quiet", "good"):
            assert contrast(tokens[text], ground) >= 4.5
        for data in ("agent", "customer", "band", "heat"):
            assert contrast(tokens[data], ground) >= 3
    assert {tokens["agent"], tokens["customer"]} in ({"#0072b2", "#d55e00"}, {"#56b4e9", "#e69f00"})
