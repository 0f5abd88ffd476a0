"""A call on one sheet of paper: all that is known of it, escaped, and less where that is too much."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given

from app.domain.journal import MarkedMoment
from app.domain.timeline import Speaker
from app.report import chart, words
from app.report.paper import LEFT_OUT, SMALLEST, Page, Sheet, pages
from app.report.reading import Reading, figures
from app.report.relabel import relabelled
from tests.journals import some_records
from tests.unit.report import sheets

TEXT_TAGS = {"html", "head", "style", "body", "p", "b", "i", "br", "span", "table", "tr", "td"}
DRAWN_TAGS = {"svg", "style", "g", "path", "circle", "text"}


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def texts(page: Page) -> list[str]:
    return [page.head, page.number, page.figures, *(line for line, _ in page.lines), page.foot]


def drawings(page: Page) -> list[str]:
    return [*page.timeline, page.legend, *([page.ratio] if page.ratio else [])]


def told(page: Page) -> str:
    """Give all that the page says, without spaces: where a line breaks is not what is said."""
    said = (Tags(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)).text for text in texts(page))
    return squeezed("".join(said))


def squeezed(text: str) -> str:
    return "".join(text.split())


def fullest(sheet: Sheet) -> Page:
    return next(iter(pages(sheet)))


@some_records
@given(sheets.any_sheets)
def test_any_call_gives_pages_of_what_can_be_printed(sheet: Sheet) -> None:
    for page in (fullest(sheet), [*pages(sheet)][-1]):
        assert {tag for text in texts(page) for tag in Tags(text).seen} <= TEXT_TAGS
        assert {tag for drawing in drawings(page) for tag in Tags(drawing).seen} <= DRAWN_TAGS


def test_all_that_is_known_stands_on_the_sheet() -> None:
    sheet = sheets.whole()
    shown = told(fullest(sheet))
    for part in (
        "parcel-call.flac",
        "Complaint · 18 November 2026 · 2:28 · recording",
        "find out what happened to the second parcel",
        "55 % above the band 25-45 %",
        "0:34 · You overlapped briefly, 1.7 s (your label; measured: You cut in and took over)",
        "0:44 · Customer made a listening sound, 0.7 s (you agree)",
        "1:11 · You cut in and took over, 1.4 s",
        "2 · 0:58 · Next time: Give a no its reason Say what would make a yes possible.",
        "1:00 · here it got loud",
        f"1:47 · {words.NO_NOTE}",
        "0:58 · you said: we can't open a case before three working days are over better: I can open",
        "Mood: heavy before, good after",
        "What went well: I said it back",
        "send a new parcel today (kept, due 18 November)",
        "1 more overlap, 2 more hints and all that was said",
    ):
        assert squeezed(part) in shown
    unquoted = [each.text for each in sheet.report.transcript if each.speaker is Speaker.CUSTOMER]
    assert not any(squeezed(line) in shown for line in unquoted), "the transcript is not on the sheet"


def test_the_numbers_are_those_of_the_report_with_the_own_labels() -> None:
    sheet = sheets.whole()
    shown = told(fullest(sheet))
    for figure in figures(relabelled(sheet.report, sheet.labels)):
        assert squeezed(f"{figure.name}{figure.value}{figure.unit}") in shown
    assert "Youcutin1time" in shown


def test_what_was_written_is_never_obeyed() -> None:
    bad = "<script>x</script> & <b>"
    sheet = sheets.sheet(
        purpose=bad,
        reading=Reading(bad, bad, (0.25, 0.45)),
        marks=[MarkedMoment(0, bad)],
        rephrasings=[replace(sheets.REPHRASINGS[0], said=bad, better=bad)],
        reflection=replace(sheets.REFLECTION, note=bad, tags=(bad,)),
    )
    page = fullest(sheet)
    assert "script" not in {tag for text in texts(page) for tag in Tags(text).seen}
    assert told(page).count("<script>") == 8


@pytest.mark.parametrize("name", sheets.SHEETS)
def test_less_and_less_is_left_and_it_is_said(name: str) -> None:
    made = [*pages(sheets.SHEETS[name]())]
    sizes = [len(told(page)) for page in made]
    assert sizes[-1] <= sizes[0] and len(made) <= 20 * len(LEFT_OUT)
    assert len({(page.head, page.figures, page.timeline) for page in made}) == 1, "the numbers always stay"


def test_own_labels_and_noted_moments_go_last() -> None:
    sheet = sheets.many()
    barest = [page for page in pages(sheet) if sum(begins for _, begins in page.lines) >= 6][-1]
    shown = told(barest)
    assert squeezed(words.OWN_LABEL) in shown and squeezed(words.NO_NOTE) not in shown
    left = re.search(r"(\d+)moreoverlaps", shown)
    assert left and int(left[1]) == len(sheet.report.overlaps) - shown.count("measured:")


@pytest.mark.parametrize("hours", [0, 0.01, 0.16, 0.5, 1, 3, 8, 24, 60])
def test_the_timeline_has_few_rows_on_paper(hours: float) -> None:
    report = sheets.long_call(hours, cut_ins_s=4000)
    for form, most in ((chart.SHEET, 3), (chart.PAGE, 24)):
        rows = chart.timeline(report, (), form=form)
        assert 1 <= len(rows) <= most
        assert sum(
            row.count('class="both"') + row.count("M0 1h12l") + row.count("M0 11h12l") for row in rows
        ) == len(report.overlaps)


def test_no_letter_is_too_small_to_read() -> None:
    sizes = [
        int(size)
        for text in texts(fullest(sheets.whole()))
        for size in re.findall(r"font-size: (\d+)px", text)
    ]
    assert min(sizes) >= SMALLEST
