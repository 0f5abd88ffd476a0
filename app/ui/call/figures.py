"""The numbers of a call as they are shown: one large figure each with its name and what it means."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.timeline import Speaker
from app.language import tr
from app.report import words
from app.report.reading import TALK_RATIO
from app.ui.call.talk_bar import TalkBar
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE

NONE = "–"
"""Stands where a figure is not there yet; the note beside it says why."""


class RatioView(QFrame):
    """The talk ratio, large, against its band; where it can't be known, why, and what helps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._band = (0.0, 1.0)
        self.setProperty("role", "card")
        self.number = line("", "display")
        self.place = parts.words("", "strong")
        self.missing = parts.words("", "soft")
        self.share = parts.words("", "strong")
        self.bar = TalkBar()
        name = parts.words(tr("talk ratio"), "soft")
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        beside.addWidget(name)
        beside.addWidget(self.place)
        beside.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(SPACE * 2)
        head.addWidget(self.number)
        head.addLayout(beside, 1)
        against = QWidget()
        ends = QHBoxLayout()
        ends.addWidget(line(words.PEOPLE[Speaker.AGENT], "caption"))
        ends.addStretch(1)
        ends.addWidget(line(words.PEOPLE[Speaker.CUSTOMER], "caption"))
        drawn = QVBoxLayout(against)
        drawn.setContentsMargins(0, 0, 0, 0)
        drawn.setSpacing(SPACE)
        drawn.addLayout(ends)
        drawn.addWidget(self.bar)
        drawn.addStretch(1)
        unknown = QWidget()
        told = QVBoxLayout(unknown)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(SPACE)
        told.addWidget(self.missing)
        told.addWidget(self.share)
        told.addStretch(1)
        # One place for both, so that nothing moves when a ratio comes to be known.
        self._below = QStackedWidget()
        self._below.addWidget(against)
        self._below.addWidget(unknown)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
        column.setSpacing(SPACE)
        column.addLayout(head)
        column.addWidget(self._below)

    def show_band(self, band: tuple[float, float]) -> None:
        """Hold the ratio against another band."""
        self._band = band
        self.bar.show_band(band)

    def show_ratio(
        self, ratio: float | None, missing: str = "", share: str = "", *, coming: bool = False
    ) -> None:
        """Show the ratio; without one say why in `missing`, and what is known instead in `share`.

        `coming`: it is only too early for it; `missing` says when it comes, in a few words.
        """
        number = NONE if ratio is None else f"{words.percent(ratio)} %"
        if ratio is not None:
            place, missing, share = (
                words.against_band(ratio, self._band).replace(" %", "\N{NO-BREAK SPACE}%"),
                "",
                "",
            )
        elif coming:
            place, missing, share = missing, "", ""
        else:
            place = tr(words.NOT_MEASURABLE)
        say(self.number, number)
        say(self.place, place)
        say(self.missing, missing)
        say(self.share, share)
        self._below.setCurrentIndex(1 if missing else 0)
        self.bar.show_ratio(ratio)
        told = f"{number}, {place}" if ratio is not None else f"{place}. {missing} {share}".strip()
        if self.accessibleDescription() != told:
            self.setAccessibleName(tr(TALK_RATIO))
            self.setAccessibleDescription(told)


class FigureView(QFrame):
    """One figure, or two beside each other: a name over them, each with its own caption, a note below."""

    def __init__(
        self, name: str, captions: tuple[str, ...] = ("",), note: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self.setProperty("role", "card")
        self.numbers = tuple(line(NONE, "number") for _ in captions)
        self.note = parts.words(note, "caption")
        grid = QGridLayout(self)
        grid.setContentsMargins(SPACE * 3, SPACE * 3 // 2, SPACE, SPACE * 3 // 2)
        grid.setHorizontalSpacing(SPACE // 2)
        grid.setVerticalSpacing(SPACE // 2)
        last = len(captions) * 2
        grid.addWidget(parts.words(name, "soft"), 0, 0, 1, last + 1)
        for place, (caption, number) in enumerate(zip(captions, self.numbers, strict=True)):
            grid.addWidget(number, 1, place * 2, Qt.AlignmentFlag.AlignBaseline)
            if caption:
                grid.addWidget(line(caption, "caption"), 1, place * 2 + 1, Qt.AlignmentFlag.AlignBaseline)
        grid.addWidget(self.note, 2, 0, 1, last + 1)
        grid.setColumnStretch(last, 1)
        grid.setRowStretch(3, 1)
        self._captions = captions

    def show_figures(self, *values: str | None, note: str | None = None) -> None:
        """Show the values as text, None for what is not there; `note` in place of the last note."""
        for label, value in zip(self.numbers, values, strict=True):
            say(label, NONE if value is None else value)
        if note is not None:
            say(self.note, note)
        told = ", ".join(
            f"{caption} {tr(words.NOT_MEASURABLE) if value is None else value}".strip()
            for caption, value in zip(self._captions, values, strict=True)
        )
        if self.accessibleDescription() != told:
            self.setAccessibleName(self._name)
            self.setAccessibleDescription(told)


def say(label: QLabel, text: str) -> None:
    """Write `text` into a label that holds something else."""
    if label.text() != text:
        label.setText(text)


def line(text: str, role: str) -> QLabel:
    """Give a text in one line, in the type of `role`."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
