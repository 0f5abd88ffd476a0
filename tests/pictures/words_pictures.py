"""The words of a self-review to look at: what was said, its moments, better phrases, and where they show."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content import load_coaching
from app.domain.journal import MarkedMoment, Reflection, Rephrasing
from app.domain.timeline import Gap, samples
from app.own_coaching import OwnCoaching
from app.paths import resources_folder
from app.settings import KeptSettings
from app.storage import calls, reflections, rephrasings
from app.storage.cipher import Database
from app.storage.schema import new_id
from app.ui.call.cards import CardsPanel
from app.ui.pieces import parts, theme
from app.ui.pieces.theme import SPACE
from app.ui.review.moments import MomentsView
from app.ui.review.phrases import PhrasesList
from app.ui.review.rephrase import RephraseView
from app.ui.review.said.said import SaidView
from app.ui.review.shown import Shown
from tests.pictures.journal_pictures import wait, window
from tests.ui.recorded import recorded


def a_call(**different: object) -> Shown:
    """Give the recorded call under review; the keywords are fields that differ."""
    report = recorded()[1]
    length = samples(report.source.duration_s)
    shown = Shown("Call at noon", "complaint", report, length, length)
    marks = (MarkedMoment(samples(46)), MarkedMoment(samples(73), "Here I should have stopped and listened."))
    gaps = (Gap("transcript", samples(104), samples(106), "the recogniser stopped and was started again"),)
    shown = replace(shown, report=replace(report, gaps=gaps), marks=marks)
    return replace(shown, **different)  # type: ignore[arg-type]


def framed(view: QWidget, width: int = 620, height: int = 460) -> QWidget:
    """Give it as it stands on a page."""
    page = QWidget()
    page.setObjectName("ground")
    page.setAutoFillBackground(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
    column.addWidget(view)
    page.resize(width, height)
    return page


def said(shown: Shown, at: float | None = None, **size: int) -> tuple[QWidget, SaidView]:
    """Give what was said with the playing at so many seconds."""
    view = SaidView()
    page = framed(view, **size)
    page.show()
    view.show_call(shown)
    view.show_position(samples(at) if at is not None else None)
    return page, view


def playing() -> QWidget:
    page, view = said(a_call().with_line(2, "what happened on the day that it was due"), 35)
    view.choose(2)
    return page


def editing() -> QWidget:
    page, view = said(a_call())
    view.choose(4)
    view.text.edit(4)
    return page


def elsewhere() -> QWidget:
    page, view = said(a_call(), 30, height=300)
    view.choose(16)
    return page


def large() -> QWidget:
    theme.current().scale(2)
    page, view = said(a_call(), 35, width=540, height=700)
    view.choose(4)
    return page


def no_engine() -> QWidget:
    return said(a_call(report=replace(recorded()[1], transcript=(), engine=None)))[0]


def moments() -> QWidget:
    view = MomentsView()
    page = framed(scrolled(view), height=760)
    page.show()
    view.show_call(a_call(labels={1: "cooperative_overlap", 0: "interruption_success"}))
    return page


def moments_large() -> QWidget:
    theme.current().scale(2)
    page = moments()
    page.resize(540, 1500)
    return page


def no_moments() -> QWidget:
    view = MomentsView()
    page = framed(scrolled(view), height=220)
    view.show_call(a_call(report=replace(recorded()[1], overlaps=()), marks=()))
    return page


def own_coaching() -> OwnCoaching:
    content = load_coaching(resources_folder() / "content")
    return OwnCoaching(content, KeptSettings(Path(tempfile.mkdtemp())))


def phrases() -> tuple[Rephrasing, ...]:
    """Give two better phrases of the call."""
    now = datetime(2026, 11, 20, 17, 5, tzinfo=UTC)
    told = (
        (
            "that's not possible the first one shows as collected by you",
            "Let me look at what the first scan says, and then at this one.",
            "facts-first",
        ),
        (
            "",
            "I can't open it before Thursday, because the depot looks for it first. I can send a new one.",
            "no-because",
        ),
    )
    return tuple(
        Rephrasing(place, 0, now, said, better, technique, samples(45 + 26 * place))
        for place, (said, better, technique) in enumerate(told)
    )


def rephrasing() -> QWidget:
    view = RephraseView(own_coaching())
    page = framed(scrolled(view), width=520, height=820)
    page.show()
    view.show_call(a_call(rephrasings=phrases()))
    view.begin(samples(45.2), "we can't open a case before three working days are over")
    QTest.qWait(600)
    view.field.setPlainText("I can open it on Thursday. Until then I'll ask the depot to look for it.")
    return page


def rephrasing_large() -> QWidget:
    theme.current().scale(2)
    page = rephrasing()
    page.resize(540, 1900)
    return page


def rephrase_empty() -> QWidget:
    view = RephraseView(own_coaching())
    page = framed(scrolled(view), height=120)
    view.show_call(a_call())
    return page


def own_card() -> QWidget:
    panel = CardsPanel(load_coaching(resources_folder() / "content"))
    page = framed(panel, width=380, height=520)
    panel.show_own({"no-because": [each.better for each in phrases()]})
    panel.show_card(next(each for each in panel.listed if each.id == "no-because"))
    return page


def kept_phrases(*, search: str = "", edit: bool = False, tall: int = 560, wide: int = 620) -> QWidget:
    """Give the list of better phrases in a journal with some."""
    made = window()
    journal = made.journal.journal
    assert journal is not None

    def keep(db: Database) -> None:
        call = calls.recent(db, 1)[0]
        reflection = Reflection(new_id(), call.id, datetime(2026, 11, 20, 17, tzinfo=UTC))
        reflections.save(db, reflection)
        for each in phrases() if tall else ():
            rephrasings.save(db, replace(each, id=new_id(), reflection_id=reflection.id))

    journal.write("reflection", keep).result()
    view = PhrasesList(made.diary, own_coaching())
    page = framed(scrolled(view), width=wide, height=tall or 160)
    made.setParent(page)
    made.hide()
    page.show()
    wait(lambda: view._known is not None)
    if search:
        view.search.setText(search)
        QTest.qWait(200)
    if edit:
        next(iter(view.rows.values())).edit.click()
    return page


def scrolled(view: QWidget) -> QWidget:
    """Give it on a page that scrolls."""
    return parts.page(view, margin=SPACE)


STATES: dict[str, Callable[[], QWidget]] = {
    "said-playing": playing,
    "said-editing": editing,
    "said-elsewhere": elsewhere,
    "said-200": large,
    "said-no-engine": no_engine,
    "moments": moments,
    "moments-200": moments_large,
    "moments-none": no_moments,
    "rephrase": rephrasing,
    "rephrase-200": rephrasing_large,
    "rephrase-empty": rephrase_empty,
    "card-own": own_card,
    "phrases": kept_phrases,
    "phrases-editing": lambda: kept_phrases(edit=True),
    "phrases-not-found": lambda: kept_phrases(search="nothing like this", tall=200),
    "phrases-none": lambda: kept_phrases(tall=0),
}
