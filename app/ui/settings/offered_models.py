"""The speech models that can be downloaded: found by language or name, asked before anything is fetched."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from app.language import tr
from app.speech.catalogue import Offer
from app.speech.languages import ENGLISH, named
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.parts import button, row, stack, words
from app.ui.pieces.theme import SPACE
from app.ui.settings import model_words
from app.ui.settings.finding import Wanted, wanted
from app.ui.settings.installed_models import installed
from app.ui.settings.model_inventory import Inventory
from app.ui.settings.store_work import StoreWork

_LINES = 8
"""Lines of the list in sight at most."""


class OfferedModels(QWidget):
    """A filter, the offers by language, and what can be done with the one that is chosen.

    With a `language` it has the offers of that one alone, and no filter. `busy` says that something is
    fetched, `changed` that a model is there that was not.
    """

    busy = Signal(bool)
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._held: Inventory | None = None
        self._language: str | None = None
        self._free = True
        self.told = words("", "soft")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Language or name"))
        self.filter.setAccessibleName(tr("Filter by language or name"))
        self.filter.setClearButtonEnabled(True)
        self.list = _Offers(tr("Models to download"))
        self._none = words(tr("No model is called that. Try a language, such as German."), "soft")
        self._about = words("", "caption")
        self.address = _address()
        self.download = button(tr("Download …"))
        self.copy = button(tr("Copy the address"))
        self._copied = words(tr("Copied."), "caption")
        self._question_text = words("")
        self.now = button(tr("Download now"), "primary")
        self.later = button(tr("Not now"))
        self._question = stack(self._question_text, row(self.now, self.later))
        self.work = StoreWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self._get = row(self.download, self.copy)
        for each in (
            self.told,
            self.filter,
            self.list,
            self._none,
            self._about,
            self._get,
            self.address,
            self._copied,
            self._question,
            self.work,
        ):
            column.addWidget(each)
        self._question.hide()
        self.filter.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(self._show_chosen)
        self.list.entered_by_key.connect(self.download.click)
        self.download.clicked.connect(self._ask)
        self.copy.clicked.connect(self._copy)
        self.later.clicked.connect(self._leave)
        self.now.clicked.connect(self._fetch)
        self.work.busy.connect(self._tell_busy)
        self.work.done.connect(self.changed)
        self.work.failed.connect(self.changed)  # what is begun has grown
        self._fill()

    @property
    def chosen(self) -> Offer | None:
        """The offer that is chosen in the list."""
        item = self.list.currentItem()
        offer: Offer | None = None if item is None else item.data(Qt.ItemDataRole.UserRole)
        return offer

    def show_inventory(self, held: Inventory) -> None:
        """Show what is offered now; the one that was chosen stays so."""
        self._held = held
        self._fill()

    def show_language(self, language: str) -> None:
        """Show the offers of this language alone."""
        self._language = language
        self._fill()

    def set_free(self, free: bool) -> None:
        """Let downloads begin, or not while something else goes on."""
        self._free = free
        self._show_chosen()

    def choose(self, name: str) -> None:
        """Choose the offer of that name, if it is shown."""
        for place in range(self.list.count()):
            offer = self.list.item(place).data(Qt.ItemDataRole.UserRole)
            if offer is not None and offer.name == name:
                self.list.setCurrentRow(place)

    def _fill(self) -> None:
        held, before = self._held, self.chosen
        forbidden = held.no_downloads if held else ""
        self.told.setText(forbidden or tr("Looking what is offered …"))
        self.told.setVisible(held is None or bool(forbidden))
        self.list.clear()
        looked_for = wanted(self.filter.text())
        offers = () if held is None else held.store.offers
        codes = {offer.language or "": named(offer.language) for offer in offers}
        for code in sorted(codes, key=lambda code: (code != ENGLISH, codes[code])):
            if self._language is None or self._language == code:
                fitting = [offer for offer in offers if offer.language == code]
                self._group(codes[code], [each for each in fitting if _holds(each, codes[code], looked_for)])
        self.filter.setVisible(held is not None and self._language is None)
        self.list.setVisible(self.list.count() > 0)
        self._none.setVisible(held is not None and self.list.count() == 0)
        self._none.setText(
            tr("No model is called that. Try a language, such as German.")
            if offers
            else tr("There is no catalogue of models here. Install one from a file or a folder.")
        )
        self.list.fit(_LINES)
        if before is not None:
            self.choose(before.name)
        if self.chosen is None and self._language is not None:
            self.list.setCurrentRow(1)  # below its language
        self._show_chosen()

    def _group(self, language: str, offers: list[Offer]) -> None:
        if not offers:
            return
        head = QListWidgetItem(language)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)  # to be read, not to be chosen
        font = QFont(self.list.font())
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(font)
        self.list.addItem(head)
        for offer in offers:
            item = QListWidgetItem(self._line(offer))
            item.setData(Qt.ItemDataRole.UserRole, offer)
            self.list.addItem(item)

    def _line(self, offer: Offer) -> str:
        held = self._held
        line = model_words.offered(offer)
        if held is not None and held.has(offer):
            return tr("{model} · installed", model=line)
        if held is not None and offer.name in held.begun:
            return tr("{model} · begun", model=line)
        return line

    def _show_chosen(self) -> None:
        offer, held = self.chosen, self._held
        begun = held.begun.get(offer.name, 0) if held and offer else 0
        self._question.hide()
        self._copied.hide()
        for each in (self._about, self.address, self._get):
            each.setVisible(offer is not None)
        allowed = held is not None and held.writable and not held.no_downloads
        self.download.setVisible(allowed and not self.work.running)
        if offer is None or held is None:
            return
        there = held.has(offer)
        told = [model_words.known(offer)]
        if begun:
            size = model_words.size(offer.size)
            told.append(tr("{done} of {size} are here already.", done=model_words.size(begun), size=size))
        self._about.setText(" ".join(told))
        self.address.setText(offer.url)
        self.copy.setAccessibleName(tr("Copy the address of {name}", name=offer.name))
        text = tr("Go on with the download …") if begun else tr("Download …")
        self.download.setText(tr("Installed") if there else text)
        self.download.setAccessibleName(f"{self.download.text()} {offer.name}")
        self.download.setEnabled(self._free and not there)

    def _ask(self) -> None:
        offer, held = self.chosen, self._held
        if offer is None or held is None or not self.download.isVisibleTo(self):
            return
        begun = held.begun.get(offer.name, 0)
        left = None if offer.size is None else max(0, offer.size - begun)
        self._question_text.setText(
            tr(
                "Download {name}? Evenkeel fetches {size} from {address}. {why}",
                name=offer.name,
                size=model_words.size(left),
                address=offer.url,
                why=tr(model_words.ONE_NETWORK_USE),
            )
        )
        self.work.say("")
        for each in (self.address, self._get, self._copied):
            each.hide()
        self._question.show()
        self.now.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.address.text())
        self._copied.show()

    def _leave(self) -> None:
        self._show_chosen()
        self.download.setFocus()

    def _fetch(self) -> None:
        offer, held = self.chosen, self._held
        if offer is None or held is None:
            return
        doing = tr("Downloading {name}", name=offer.name)
        self.work.begin(doing, partial(held.store.install, offer), installed, name=offer.name)
        self._show_chosen()
        self.work.stop.setFocus()

    def _tell_busy(self, busy: bool) -> None:
        self._show_chosen()
        self.busy.emit(busy)


class _Offers(WrappingList):
    """A list in which Enter, and nothing else, begins what is chosen."""

    entered_by_key = Signal()

    def fit(self, lines: int) -> None:
        """Be as tall as its entries, but so many lines at most."""
        heights = [self.sizeHintForRow(place) for place in range(self.count())]
        tall = min(sum(heights), lines * min(heights, default=0))
        self.setFixedHeight(tall + 2 * self.frameWidth() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which would lead on to the next step of a first start."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_by_key.emit()
            event.accept()
        else:
            super().keyPressEvent(event)


def _address() -> QLabel:
    """Give a label for an address, to be marked and copied: so without the marks where `words` may break."""
    label = QLabel()
    label.setProperty("role", "caption")
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _holds(offer: Offer, language: str, looked_for: Wanted) -> bool:
    text = f"{offer.name} {language} {model_words.note(offer)}".casefold()
    return all(word in text for word in looked_for)
