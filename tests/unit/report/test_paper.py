"""A call on paper: all that is known of it, escaped, in the HTML that the window can print."""

from datetime import date
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import MarkedMoment, Promise, TechniqueUsed
from app.report.paper import Sheet, html
from app.report.reading import Reading
from tests import journals
from tests.journals import a_promise, a_reflection, some_records

READING = Reading("Call of noon", "Complaint", (0.25, 0.45))
DAY = date(2026, 11, 18)
TAGS = {
    *("html", "head", "style", "body", "h1", "h2", "p", "b", "br", "span", "table", "tr", "td", "th"),
}


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)


sheets = st.builds(
    Sheet,
    report=journals.reports,
    reading=st.just(READING),
    day=st.just(DAY),
    purpose=journals.texts,
    marks=st.lists(journals.marks, max_size=3),
    reflection=st.none() | journals.reflections,
    follow_ups=st.lists(journals.follow_ups, max_size=3),
)


@some_records
@given(sheets)
def test_any_call_gives_a_page_of_what_can_be_printed(sheet: Sheet) -> None:
    assert Tags(html(sheet)).seen <= TAGS


@given(journals.reports)
def test_what_was_written_stands_in_it(report) -> None:  # type: ignore[no-untyped-def]
    page = html(
        Sheet(
            report,
            READING,
            DAY,
            purpose="<b>why</b> we called",
            marks=[MarkedMoment(160_000, "here it turned")],
            reflection=a_reflection(
                went_well="I waited", mood_after=4, tags=("refund",), techniques=(TechniqueUsed("respect"),)
            ),
            follow_ups=[a_promise(text="call back", due=DAY, state=Promise.DONE)],
            titles={"respect": "Show respect"},
        )
    )
    for told in (
        "Call of noon", "Complaint", "18 November 2026", "&lt;b&gt;why&lt;/b&gt; we called", "here it turned",
        "0:10", "I waited", "good", "refund", "Show respect", "call back", "kept",
    ):  # fmt: skip
        assert told in page
