"""The journal as a page: everything the user wrote, by day, and nothing that could do harm."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from app.domain.journal import Promise, TechniqueUsed
from app.domain.report import Measures
from app.language import speak
from app.report.journal_page import Shown, html
from tests import journals
from tests.journals import NOON, a_call, a_promise, a_reflection, a_rephrasing, some_records
from tests.unit.report.test_page import Page

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
HARMLESS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "main",
    "header",
    "p",
    "h1",
    "section",
    "h2",
    "h3",
} | {*("div", "table", "thead", "tr", "th", "tbody", "td", "article", "dl", "dt", "dd", "footer", "br")}


def page(shown: Shown) -> Page:
    return Page(html(shown).replace("<br>", "<br/>"))


def with_its_own(shown: Shown) -> Shown:
    """Give all better phrases to the first reflection."""
    if not shown.reflections:
        return shown
    mine = [replace(each, reflection_id=shown.reflections[0].id) for each in shown.rephrasings]
    return replace(shown, rephrasings=mine)


anything = st.builds(
    Shown,
    made_at=st.just(NOW),
    calls=st.lists(journals.calls, max_size=3),
    reflections=st.lists(journals.reflections, max_size=3),
    follow_ups=st.lists(journals.follow_ups, max_size=3),
    rephrasings=st.lists(journals.rephrasings, max_size=3),
).map(with_its_own)


@some_records
@given(anything)
def test_any_journal_gives_a_sound_page_that_asks_for_nothing(shown: Shown) -> None:
    found = Page(html(shown).replace("<br>", ""))
    assert set(found.tags) <= HARMLESS
    assert not {name for _, name, _ in found.attributes} & {"src", "href", "onclick"}
    assert "default-src 'none'" in "".join(found.all("content"))


def test_what_the_user_wrote_is_there_in_full_and_escaped() -> None:
    text = '<script>alert(1)</script> & "more"\nsecond line'
    told = a_reflection(
        hot_button=text, went_well="w", next_time="n", cause="c", note="o", tags=("calm", "<i>"),
        techniques=(TechniqueUsed("paraphrase", "so you paid twice"), TechniqueUsed("gone")), mood_after=4,
    )  # fmt: skip
    whole = html(Shown(NOW, reflections=[told], techniques={"paraphrase": "Say back what you heard"}))
    assert "<script>" not in whole
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;<br>second line" in whole
    found = Page(whole.replace("<br>", ""))
    for part in ("Say back what you heard", "so you paid twice", "gone", "calm, <i>", "mood after good"):
        assert part in found.text
    assert "Reflection on a call elsewhere" in found.text and "not finished" in found.text


def test_our_words_are_in_the_readers_language_and_theirs_as_they_wrote_them() -> None:
    used = (TechniqueUsed("silence", "both silent for 30 s"), TechniqueUsed("paraphrase", "{so} you paid"))
    ours, theirs = a_call(name="The sample call"), a_call(name="a {bag}")
    speak(lambda text, n: f"«{text}»")
    try:
        text = html(Shown(NOW, [ours, theirs], [a_reflection(call_id=theirs.id, techniques=used)]))
    finally:
        speak()
    for part in ("«both silent for 30 s»", ">{so} you paid<", ">«The sample call»<", ">a {bag}<"):
        assert part in text


def test_better_phrases_stand_with_their_reflection_in_the_order_of_the_call() -> None:
    told, other = a_reflection(note="first"), a_reflection(note="second")
    late = a_rephrasing(told, said="calm down", better="take <your> time", technique="pace", t=900)
    early = a_rephrasing(told, said="", better="good morning", technique="", t=5)
    gone = a_rephrasing(other, said="no", better="", technique="gone", t=None)
    phrases = [late, gone, early]
    whole = html(Shown(NOW, reflections=[told, other], rephrasings=phrases, techniques={"pace": "Slow down"}))
    found = Page(whole.replace("<br>", " "))
    first, second = found.text.split("first")[1].split("second")
    assert (
        first.index("good morning")
        < first.index("Said better: Slow down")
        < first.index("You said: calm down")
    )
    assert "Better: take <your> time" in first
    assert "Said better: gone" in second and "You said: no" in second and "Better: –" in second


def test_calls_stand_under_their_day_newest_first_in_the_readers_time() -> None:
    late = a_call(name="late", began_at=NOON.replace(hour=23))
    early = a_call(name="early", measures=Measures(talk_ratio=0.384, interruptions_agent=2), mood=3)
    told = a_reflection(call_id=early.id, note="about it")
    shown = Shown(NOW, [late, early], [told], call_types={"complaint": "Complaint"})
    text = page(shown).text
    assert text.count("Wednesday 18 November 2026") == 1
    for part in ("2 calls · 1 reflection · 0 follow-ups", "38 %", "even", "Reflection on early", "10:00"):
        assert part in text
    east = page(replace(shown, made_at=NOW.astimezone(timezone(timedelta(hours=3))))).text
    assert east.index("Thursday 19 November 2026") < east.index("late") < east.index("Wednesday 18 November")
    assert "02:00" in east


def test_what_can_not_be_known_is_said_to_be_so() -> None:
    assert "not measurable" in page(Shown(NOW, [a_call()])).text


def test_promises_are_listed_with_what_became_of_them() -> None:
    due = NOON.date()
    text = page(Shown(NOW, follow_ups=[a_promise(due=due), a_promise(text="b", state=Promise.DONE)])).text
    assert "call back" in text and "Wednesday 18 November 2026" in text
    assert "open" in text and "done" in text


def test_it_says_that_it_is_not_encrypted() -> None:
    assert "not encrypted" in page(Shown(NOW)).text


def test_it_is_for_paper_and_for_the_dark_too() -> None:
    whole = html(Shown(NOW))
    assert "@media print" in whole and "prefers-color-scheme: dark" in whole
