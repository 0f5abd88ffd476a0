"""Where the Review page begins: recordings are dropped or opened, or a call of before is chosen."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.journal import Call
from app.language import Texts, marked, tr, trn
from app.own_coaching import OwnCoaching
from app.report import words
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces import files, parts
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.theme import SPACE
from app.ui.review import keeping
from app.ui.review.keeping import Lately
from app.ui.today.calls import cells

if TYPE_CHECKING:
    from app.domain.agreement import Agreement

_NATIVE = QKeySequence.SequenceFormat.NativeText
KINDS = marked("Recordings (*.wav *.flac *.ogg *.mp3);;All files (*)")
CHANNELS = Texts({"left": "You are on the left channel", "right": "You are on the right channel"})
NO_JOURNAL = marked(
    "There is no open journal. Reviewing works all the same; labels, marks, corrections and better phrases "
    "then last only while a call is shown here, and are gone afterwards."
)
NO_CALLS = marked("No calls are in your journal yet. A recording that is reviewed here is kept in it.")
NO_LABELS = marked(
    "Once you have said of some overlaps what they really were, it stands here how often the measured label "
    "agrees with yours."
)
_SEEN = 6
"""Lines of the calls that are seen at once at least."""

_BESIDE = 100
"""Average widths of a letter from which on the cards stand beside the calls."""


class OpeningView(QWidget):
    """`opened` gives paths of recordings, `chosen` the id of a call; `phrases_asked` leads to the phrases.

    The kind of call and the agent's channel that are chosen here hold for what is opened from now on.
    """

    opened = Signal(object)
    chosen = Signal(object)
    phrases_asked = Signal()

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self._diary, self._settings, self._coaching = diary, settings, coaching
        self.open_button = parts.button(tr("Open recordings"), "primary")
        self.open_button.setText(f"{tr('Open …')}   {QKeySequence('Ctrl+O').toString(_NATIVE)}")
        self.open_button.setAccessibleDescription(tr("Key: Ctrl+O"))
        self.open_button.clicked.connect(self.ask)
        self.kind = parts.ChoiceBox()
        self.kind.setAccessibleName(tr("Kind of call"))
        for each in coaching.content.call_types.values():
            self.kind.addItem(each.title, each.id)
        self.kind.setCurrentIndex(max(0, self.kind.findData(settings.now.call_type)))
        self.channel = parts.ChoiceBox()
        self.channel.setAccessibleName(tr("Your channel"))
        for id, title in CHANNELS.items():
            self.channel.addItem(title, id)
        self.held = parts.words("", "strong")
        self.told = parts.words(tr(NO_JOURNAL), "soft")
        self.calls = WrappingList(tr("Calls to look at again"))
        self.calls.setAccessibleDescription(tr("Enter opens the call the arrows are on."))
        self.calls.itemActivated.connect(self._choose)
        self.agreed = parts.words(tr(NO_LABELS), "soft")
        self.export = parts.button(tr("Export …"))
        self.export.setAccessibleName(tr("Export your labels and the measured ones"))
        self.export.clicked.connect(self._ask_where)
        files.withhold(self.export)
        self._exporting = parts.row(self.export)
        self.exported = parts.words("", "soft")
        self.phrases = parts.button(tr("Your better phrases"))
        self.phrases.clicked.connect(self.phrases_asked)
        self._recent = parts.card(parts.words(tr("Calls to look at again"), "strong"), self.calls)
        self._agreement = parts.card(
            parts.words(tr("Your labels and the measured ones"), "strong"),
            self.agreed,
            self._exporting,
            self.exported,
        )
        self._own = parts.card(
            parts.words(tr("Better phrases"), "strong"),
            parts.words(tr("How you would say it now: all that you wrote, to be searched."), "soft"),
            parts.row(self.phrases),
        )
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(SPACE * 2)
        aside = parts.stack(self._own, self._agreement, spacing=SPACE * 2)
        self._below.addWidget(self._recent, 3)
        self._below.addWidget(aside, 2, Qt.AlignmentFlag.AlignTop)
        lower = QWidget()
        lower.setLayout(self._below)
        self._below.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        held = (self._zone(), self.told)
        column.addWidget(parts.page(*held, title=tr("Review"), tall=lower, margin=SPACE * 3))
        QShortcut(QKeySequence("Ctrl+O"), self, self.ask)
        self.exported.hide()
        self.hold("")
        self.show_lately(None)

    @property
    def call_type(self) -> str:
        """The kind of call that was chosen."""
        return str(self.kind.currentData())

    @property
    def agent(self) -> str:
        """The agent's channel that was chosen."""
        return str(self.channel.currentData())

    def ask(self) -> None:
        """Ask which recordings to open."""
        files.ask_to_open(
            self,
            tr("Open recordings"),
            tr(KINDS),
            self._take,
            many=True,
            folder=self._settings.now.review_folder,
        )

    def hold(self, sentence: str) -> None:
        """Say why nothing is reviewed now, or ("") that it is."""
        self.held.setText(sentence)
        self.held.setVisible(bool(sentence))

    def refresh(self) -> None:
        """Ask the journal what there is."""
        if self._diary.is_open:
            self._diary.read(keeping.lately, self.show_lately, self)
        else:
            self.show_lately(None)

    def show_lately(self, lately: Lately | None) -> None:
        """Show the calls of the journal; None where it is not open."""
        calls = lately.calls if lately is not None else ()
        self.told.setText(tr(NO_JOURNAL) if lately is None else tr(NO_CALLS))
        self.told.setVisible(not calls)
        self._recent.setVisible(bool(calls))
        self._agreement.setVisible(lately is not None)
        self._own.setVisible(lately is not None)
        self._list(calls)
        figure = lately.agreement if lately is not None else None
        self.agreed.setText(tr(NO_LABELS) if figure is None else agreed(figure))
        self._exporting.setVisible(figure is not None and figure.judged > 0)

    def forget(self) -> None:
        """Leave nothing of the diary here."""
        self.show_lately(None)
        self.exported.setText("")
        self.exported.hide()

    def take_keys(self) -> None:
        """Let the next key go to the first thing to do."""
        self.open_button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack what has no room beside each other."""
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._below.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def export_to(self, path: Path) -> None:
        """Write how own labels and measured ones agree, row by row, as the path's ending says."""

        def write(rows: str) -> None:
            encoding = "utf-8" if path.suffix.lower() == ".json" else "utf-8-sig"
            if files.write(path, rows.encode(encoding), self._tell):
                self._tell(tr("Exported as {path}. It is not encrypted.", path=path))

        self._diary.read(lambda db: keeping.agreement_rows(db, path.suffix.lower()), write, self)

    def _zone(self) -> QWidget:
        zone = QFrame()
        zone.setProperty("role", "drop")
        column = QVBoxLayout(zone)
        column.setContentsMargins(SPACE * 3, SPACE * 3, SPACE * 3, SPACE * 3)
        column.setSpacing(SPACE * 3 // 2)
        column.addWidget(parts.words(tr("Drop recordings here, or open them"), "strong"))
        column.addWidget(
            parts.words(
                tr(
                    "WAV, FLAC, OGG or MP3, you on one channel and the customer on the other. They are heard "
                    "where they lie; nothing is copied."
                ),
                "soft",
            )
        )
        column.addWidget(parts.row(self.open_button, self.kind, self.channel))
        column.addWidget(self.held)
        return zone

    def _list(self, calls: tuple[Call, ...]) -> None:
        self.calls.clear()
        types, today = self._coaching.now.call_types, date.today()
        for call in calls:
            told = (words.own_name(call), *cells(call, types, today))
            item = QListWidgetItem(" · ".join(filter(None, told)))
            item.setData(Qt.ItemDataRole.UserRole, call.id)
            self.calls.addItem(item)
        if calls:
            self.calls.setCurrentRow(0)
        lines = self.calls.sizeHintForRow(0) * min(len(calls), _SEEN)
        self.calls.setMinimumHeight(max(lines, SPACE * 4) + self.calls.frameWidth() * 2 + SPACE // 2)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _take(self, paths: list[Path]) -> None:
        if paths:
            self._settings.change(review_folder=str(paths[0].parent))
            self.opened.emit(paths)

    def _ask_where(self) -> None:
        kinds = tr("Table (*.csv);;Data (*.json)")
        files.ask_to_save(self, tr("Export the labels"), tr("Evenkeel labels"), kinds, self.export_to)

    def _tell(self, sentence: str) -> None:
        self.exported.setText(sentence)
        self.exported.setVisible(bool(sentence))


def agreed(figure: "Agreement") -> str:
    """Say how the user's own labels and the measured ones agree; kappa leaves out what chance would give."""
    if figure.share is None:
        return tr(NO_LABELS)
    said = tr(
        "Of {count} you have judged, the measured label was right in {agreeing} ({percent} %).",
        count=trn("{n} overlap", "{n} overlaps", figure.judged),
        agreeing=figure.agreeing,
        percent=words.percent(figure.share),
    )
    if figure.kappa is None:
        return said
    beyond = tr(
        "Beyond what chance alone would give, that is a kappa of {kappa:.2f}, where 1 is all.",
        kappa=figure.kappa,
    )
    return f"{said} {beyond}"
