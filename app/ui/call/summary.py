"""The call page after a call: its four numbers, what to reflect on, and everything they rest on."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.journal import ChecklistRun, MarkedMoment
from app.domain.report import Report
from app.domain.techniques import CallType, Coaching
from app.domain.timeline import Speaker
from app.language import marked, tr, trn
from app.report import words
from app.report.page import html
from app.report.reading import TALK_RATIO, Reading, facts, figures, leak, unknowns
from app.report.relabel import relabelled
from app.session.snapshot import Mark
from app.ui.call.figures import FigureView, RatioView
from app.ui.call.overlaps import OverlapsView
from app.ui.call.prepared import PreparedView
from app.ui.call.transcript import TranscriptView, gap
from app.ui.pieces import files, parts
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE

NO_SPEECH = marked("Nobody was heard speaking, so there is nothing to measure.")
NO_SPEECH_REMEDY = marked("If there was a call, check the microphone and the customer's side in Settings.")
BROKEN = marked(
    "The call broke off because of a fault in Evenkeel, and it could not be summed up. "
    "A report of the fault is kept on this computer; you can start the next call as usual."
)
TRANSCRIPT_LINES = 14
REFLECT_KEY = "R"
LOOK_KEY = "V"


class Summary(QWidget):
    """One finished call; `done_asked` leaves the page, `reflect_asked` asks to reflect on the call,
    `look_asked` to look at it again on the page Review.

    `labels` are the user's own so far (an overlap's place in the report -> label). `relabelled` gives such a
    place and the user's label, None when that is taken back. `deeds` are buttons besides the usual ones,
    `about` stands below the numbers and `last` at the end. `page` gives the page that is saved, where more is
    known of the call than is shown.
    """

    done_asked = Signal()
    reflect_asked = Signal()
    look_asked = Signal()
    relabelled = Signal(int, object)

    def __init__(
        self,
        report: Report,
        reading: Reading,
        call_type: CallType,
        coaching: Coaching,
        marks: Sequence[Mark] = (),
        parent: QWidget | None = None,
        *,
        labels: Mapping[int, str] = MappingProxyType({}),
        preparation: ChecklistRun | None = None,
        deeds: Sequence[QWidget] = (),
        about: Sequence[QWidget] = (),
        last: Sequence[QWidget] = (),
        page: Callable[[], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._report, self._reading = report, reading
        self._call_type, self._coaching, self._marks = call_type, coaching, marks
        self._deeds, self._about, self._last = deeds, about, last
        self._page = page or self._known
        self.reflect = parts.button(tr("Reflect on this call"), "primary")
        self.reflect.setText(f"{tr('Reflect on this call')}   {REFLECT_KEY}")
        self.reflect.setAccessibleDescription(tr("Key: {key}", key=REFLECT_KEY))
        self.reflect.clicked.connect(self.reflect_asked)
        QShortcut(QKeySequence(REFLECT_KEY), self, self.reflect.click)
        self.look = parts.button(tr("Look at it again"))
        self.look.setText(f"{tr('Look at it again')}   {LOOK_KEY}")
        self.look.setAccessibleDescription(tr("Key: {key}", key=LOOK_KEY))
        self.look.clicked.connect(self.look_asked)
        QShortcut(QKeySequence(LOOK_KEY), self, self.look.click)
        self.done = parts.button(tr("Done"))
        self.done.clicked.connect(self.done_asked)
        self.save_button = parts.button(tr("Save page as HTML"))
        self.save_button.clicked.connect(self._ask_where)
        files.withhold(self.save_button)
        self.told = parts.words("", "soft")
        self.told.hide()
        self.kept = parts.words("", "caption")
        self.kept.hide()
        self.prepared = PreparedView(self)
        self.show_preparation(preparation)
        self.overlaps = OverlapsView(report, labels=labels)
        self.overlaps.relabelled.connect(self._relabel)
        self._cut_ins: FigureView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts.page(*self._sections()))

    @property
    def report(self) -> Report:
        """The report as it is shown, with the user's own labels."""
        return relabelled(self._report, self.overlaps.labels)

    def show_kept(self, sentence: str) -> None:
        """Say whether the call is in the journal."""
        _say(self.kept, sentence)

    def tell(self, sentence: str) -> None:
        """Say what came of something that was asked for, such as saving."""
        _say(self.told, sentence)

    def show_preparation(self, run: ChecklistRun | None) -> None:
        """Show what was prepared for the call, and what of it the call showed done."""
        self.prepared.show_run(run)

    def save(self, path: Path) -> None:
        """Write the page, and say so; where that can't be done say why and what helps."""
        if files.write(path, self._page().encode(), self.tell):
            self.tell(
                tr("Saved as {path}. It is not encrypted: whoever has the file can read it.", path=path)
            )

    def _known(self) -> str:
        marks = [MarkedMoment(each.t) for each in self._marks]
        return html(self._report, self._reading, labels=self.overlaps.labels, marks=marks)

    def _sections(self) -> list[QWidget]:
        about = [
            self._reading.call_type,
            words.clock(self._report.source.duration_s),
            *facts(self._report)[3:],
        ]
        found: list[QWidget] = [
            _heading(self._reading.name, " · ".join(about)),
            parts.row(self.reflect, self.look, self.done, self.save_button, *self._deeds),
            self.told,
            self.kept,
        ]
        if not self._report.spurts:
            return [
                *found,
                parts.card(parts.words(tr(NO_SPEECH), "strong"), parts.words(tr(NO_SPEECH_REMEDY), "soft")),
                *self._about,
                self.prepared,
                *self._last,
            ]
        found.append(self._numbers())
        leaked = leak(self._report)
        if leaked:
            found.append(parts.words(leaked, "soft"))
        found += self._about
        found += [
            section
            for section in (
                self.prepared,
                self._reflection(),
                self._overlaps(),
                self._hints(),
                self._unknowns(),
                self._gaps(),
                self._transcript(),
            )
            if section
        ]
        return [*found, *self._last]

    def _numbers(self) -> QWidget:
        measures = self._report.measures
        ratio = RatioView()
        ratio.show_band(self._reading.band)
        missing = " ".join(
            f"{each.reason} {each.remedy}" for each in unknowns(self._report) if tr(TALK_RATIO) in each.names
        )
        share = (
            ""
            if measures.talk_share is None
            else tr("Talk share: {percent} % of the call", percent=words.percent(measures.talk_share))
        )
        ratio.show_ratio(measures.talk_ratio, missing, share)
        self._cut_ins = FigureView(
            tr("Cut-ins"), (tr("you"), tr("customer")), tr("times one spoke up while the other was speaking")
        )
        limit = tr(
            "up to {time} is easy to follow in a call of this kind",
            time=words.span(self._call_type.monologue_s),
        )
        known = {figure.name: figure for figure in figures(self._report)}
        tiles = [self._cut_ins]
        for name, note in ((tr("Longest stretch"), limit), (tr("Patience"), known[tr("Patience")].meaning)):
            figure = known[name]
            tile = FigureView(name, note=note)
            tile.show_figures(None if figure.value is None else f"{figure.value} {figure.unit}")
            tiles.append(tile)
        numbers = QWidget()
        column = QVBoxLayout(numbers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(ratio)
        column.addWidget(parts.tiles(*tiles))
        self._count_cut_ins()
        return numbers

    def _reflection(self) -> QWidget | None:
        groups = [
            _group(parts.words(technique.title, "caption"), *map(parts.words, technique.reflect))
            for cue in self._reading.hints
            if (technique := self._coaching.techniques.get(cue.id)) and technique.reflect
        ]
        for mark in self._marks:
            when = parts.words(tr("You marked {time}", time=words.moment(mark.t)), "caption")
            groups.append(_group(when, parts.words(tr("What was it about this moment?"))))
        return _section(tr("To reflect on"), *groups) if groups else None

    def _overlaps(self) -> QWidget | None:
        if not self._report.overlaps:
            return None
        note = tr(
            "Cut-ins come first. Your own word counts: choose another label where you see it otherwise."
        )
        return _section(tr("When you spoke at the same time"), parts.words(note, "soft"), self.overlaps)

    def _hints(self) -> QWidget | None:
        rows = []
        for cue in self._report.cues:
            kind = f"{words.moment(cue.t)}  {words.KINDS[cue.kind]}"
            lines = [parts.words(kind, "caption"), parts.words(self._reading.title(cue), "strong")]
            lines.append(parts.words(words.plain(cue.text)))
            evidence = words.addressed(words.plain(cue.evidence))
            if evidence:
                lines.append(parts.words(evidence, "caption"))
            rows.append(_beside(cue.kind, *lines))
        return _section(tr("Hints of this call"), *rows) if rows else None

    def _unknowns(self) -> QWidget | None:
        missing = unknowns(self._report)
        groups = [
            _group(parts.words(", ".join(each.names)), parts.words(f"{each.reason} {each.remedy}", "caption"))
            for each in missing
        ]
        return _section(tr("Not measurable, and why"), *groups) if groups else None

    def _gaps(self) -> QWidget | None:
        lines = [parts.words(gap(each)) for each in self._report.gaps]
        return _section(tr("What was not heard"), *lines) if lines else None

    def _transcript(self) -> QWidget | None:
        if not self._report.transcript:
            return None
        view = TranscriptView()
        view.add(*self._report.transcript, *self._marks)
        view.setMinimumHeight(view.fontMetrics().lineSpacing() * TRANSCRIPT_LINES)
        view.rest()
        return _section(tr("Transcript"), view)

    def _relabel(self, place: int) -> None:
        self._count_cut_ins()
        self.relabelled.emit(place, self.overlaps.labels.get(place))

    def _count_cut_ins(self) -> None:
        if self._cut_ins is None:
            return
        counts = [self.report.interruptions(by) for by in Speaker]
        note = tr("times one spoke up while the other was speaking")
        if self.overlaps.labels:
            note = trn(
                "by your own labels ({n} change)",
                "by your own labels ({n} changes)",
                len(self.overlaps.labels),
            )
        self._cut_ins.show_figures(*(None if each is None else str(each) for each in counts), note=note)

    def _ask_where(self) -> None:
        files.ask_to_save(
            self, tr("Save the page of this call"), self._reading.name, tr("Web page (*.html)"), self.save
        )


class BrokenOff(QWidget):
    """What is shown of a call that ended without a report."""

    done_asked = Signal()

    def __init__(self, told: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.done = parts.button(tr("Done"), "primary")
        self.done.clicked.connect(self.done_asked)
        self.kept = parts.words("", "caption")
        self.kept.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            parts.page(
                parts.card(
                    parts.words(tr("This call could not be finished"), "title"),
                    parts.words(told or tr(BROKEN)),
                ),
                parts.row(self.done),
                self.kept,
            )
        )

    def show_kept(self, sentence: str) -> None:
        """Say whether what was heard of the call is in the journal."""
        _say(self.kept, sentence)


def _say(label: QLabel, sentence: str) -> None:
    label.setText(sentence)
    label.setVisible(bool(sentence))


def _heading(title: str, about: str) -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE // 2)
    column.addWidget(parts.words(words.plain(title), "title"))
    column.addWidget(parts.words(words.plain(about), "soft"))
    return head


def _section(title: str, *held: QWidget) -> QFrame:
    section = parts.card(parts.words(title, "strong"), *held)
    section.setAccessibleName(title)
    return section


def _group(*lines: QWidget) -> QWidget:
    """Give lines that belong together, close below each other."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, SPACE // 2)
    column.setSpacing(SPACE // 4)
    for each in lines:
        column.addWidget(each)
    return group


def _beside(shape: str, *lines: QWidget) -> QWidget:
    """Give a group of lines with a shape before them."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(SPACE)
    line.addWidget(Shape(shape), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(_group(*lines), 1)
    return row
