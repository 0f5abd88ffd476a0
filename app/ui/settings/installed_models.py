"""The speech models on this computer: each with its state, to be verified or removed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.language import marked, tr
from app.settings import KeptSettings
from app.speech.store import Installed, Place, State, Store
from app.ui.pieces import files
from app.ui.pieces.parts import button, row, stack, words
from app.ui.pieces.theme import SPACE
from app.ui.settings import model_words
from app.ui.settings.model_inventory import Inventory
from app.ui.settings.store_work import StoreWork

NOTHING = marked("No speech model is installed, so calls are measured by their timing alone.")
ONLY_READ = marked(
    "The models folder can only be read, so nothing can be installed here; ask your administrator."
)


class InstalledModel(QFrame):
    """One model: what it is, and what can be done with it. `changed` says that it is not as it was."""

    changed = Signal()

    def __init__(self, model: Installed, held: Inventory, settings: KeptSettings) -> None:
        super().__init__()
        self.model, self._store, self._settings = model, held.store, settings
        self.setProperty("role", "entry")
        name = model_words.title(model)
        self.setAccessibleName(name)
        damaged = model.state is State.DAMAGED
        state = model_words.state(model, held.wrong.get(model.path, ""), theirs=held.theirs)
        self.state = words(state, "trouble" if damaged else "soft")
        self.verify = button(tr("Verify"))
        self.verify.setAccessibleName(tr("Verify {name}", name=name))
        self.remove = button(tr("Remove …"))
        self.remove.setAccessibleName(tr("Remove {name}", name=name))
        self._buttons = row(self.verify, self.remove)
        self.sure = button(tr("Remove it"), "danger")
        self.keep = button(tr("Keep it"))
        self._question = stack(words(self._what_goes()), row(self.sure, self.keep))
        self._question.setContentsMargins(0, SPACE // 2, 0, 0)
        self._question.hide()
        self._path = words(str(model.path), "caption")
        self.work = StoreWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(SPACE // 2)
        for each in (
            words(name, "strong"),
            self.state,
            self._path,
            self._buttons,
            self._question,
            self.work,
        ):
            column.addWidget(each)
        self.remove.setVisible(model.place is Place.OWN and held.writable)  # now that all of it has its place
        for each in (self._buttons, self._path):
            each.setVisible(model.place is not Place.BUILT_IN)
        self.verify.clicked.connect(self._verify)
        self.remove.clicked.connect(self._ask)
        self.keep.clicked.connect(self._leave)
        self.sure.clicked.connect(self._remove)
        self.work.done.connect(self._mind_answer)

    def set_free(self, free: bool) -> None:
        """Let its buttons be used, or not while something else goes on."""
        for each in (self.verify, self.remove, self.sure):
            each.setEnabled(free)

    def _what_goes(self) -> str:
        return tr(
            "Remove {name}? That frees {size}. To have it again, download it or install it from its file.",
            name=self.model.name,
            size=model_words.size(self.model.bytes),
        )

    def _ask(self) -> None:
        self._buttons.hide()
        self._question.show()
        self.keep.setFocus()

    def _leave(self) -> None:
        self._question.hide()
        self._buttons.show()
        self.remove.setFocus()

    def _verify(self) -> None:
        doing = tr("Comparing the files of {name}", name=self.model.name)
        self.work.begin(doing, partial(self._store.verify, self.model.path), _verified, name=self.model.name)

    def _remove(self) -> None:
        from app.session.model_work import remove

        now, doing = self._settings.now, tr("Removing {name}", name=self.model.name)
        in_use = [Path(now.model).name] if now.model else []
        self._leave()
        work = partial(remove, self._store, self.model.name, in_use)
        self.work.begin(doing, work, _removed, name=self.model.name, in_bytes=False)

    def _mind_answer(self, answer: object) -> None:
        if not isinstance(answer, State):
            self.changed.emit()


class InstalledModels(QWidget):
    """All models that are there. `busy` says that one is worked on, `changed` that there are others now."""

    busy = Signal(bool)
    changed = Signal()

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__()
        self._settings = settings
        self.models: list[InstalledModel] = []
        self._told = words(tr("Looking what is here …"), "soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(self._told)

    def show_inventory(self, held: Inventory) -> None:
        """Show what is there now; what stays keeps its place and what it says."""
        before = {each.model: each for each in self.models}
        self.models = []
        for each in held.installed:
            shown = before.pop(each, None) or self._made(each, held)
            self._column.removeWidget(shown)
            self._column.addWidget(shown)
            shown.setProperty("last", each is held.installed[-1])
            shown.style().polish(shown)
            self.models.append(shown)
        for gone in before.values():
            if gone.work.running:  # its end asks for another look
                self.models.append(gone)
                continue
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._told.setText(tr(NOTHING))
        self._told.setVisible(not self.models)

    def say(self, sentence: str) -> None:
        """Show why it can't be told what is there, in place of it."""
        self._told.setText(sentence)
        self._told.show()

    def set_free(self, free: bool) -> None:
        """Let the buttons be used, or not while something else goes on."""
        for each in self.models:
            each.set_free(free)

    def _made(self, model: Installed, held: Inventory) -> InstalledModel:
        made = InstalledModel(model, held, self._settings)
        made.work.busy.connect(self.busy)
        made.changed.connect(self.changed)
        return made


class AddModel(QWidget):
    """Install a model from a ZIP file or a folder, as from a stick; `changed` says that it is there."""

    busy = Signal(bool)
    changed = Signal()

    def __init__(self, language: str | None = None) -> None:
        super().__init__()
        self.language = language
        self._store: Store | None = None
        self.file = button(tr("Install from a file …"))
        self.folder = button(tr("Install from a folder …"))
        self.work = StoreWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        self._why_not = words(tr(ONLY_READ), "soft")
        self._why_not.hide()
        column.addWidget(row(self.file, self.folder))
        column.addWidget(self._why_not)
        column.addWidget(self.work)
        self.file.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        self.work.busy.connect(self.busy)
        self.work.done.connect(self.changed)
        self.set_free(False)

    def show_inventory(self, held: Inventory) -> None:
        """Install into this store."""
        self._store = held.store if held.writable else None
        self._why_not.setVisible(not held.writable)

    def set_free(self, free: bool) -> None:
        """Let the buttons be used, or not while something else goes on."""
        for each in (self.file, self.folder):
            each.setEnabled(free and self._store is not None)

    def install(self, path: Path) -> None:
        """Install what is there."""
        if self._store is None or self.work.running:
            return
        doing = tr("Installing {name}", name=path.name)
        work = partial(self._store.add, path, self.language)
        self.work.begin(doing, work, installed, name=path.name)

    def _ask_file(self) -> None:
        files.ask_to_open(self, tr("Install a speech model"), tr("Speech models (*.zip)"), self.install)

    def _ask_folder(self) -> None:
        files.ask_for_folder(self, tr("Install a speech model"), self.install)


class ModelsFolder(QWidget):
    """Where models are installed, to be copied."""

    def __init__(self) -> None:
        super().__init__()
        self.path = words("", "soft")
        self.copy = button(tr("Copy the path"))
        self._told = words("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for each in (self.path, row(self.copy), self._told):
            column.addWidget(each)
        self._told.hide()
        self.copy.clicked.connect(self._copy)

    def show_inventory(self, held: Inventory) -> None:
        """Show the path."""
        self.path.setText(str(held.folder))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.path.text())
        self._told.setText(tr("Copied."))
        self._told.show()


def installed(model: Installed) -> str:
    """Say what was installed."""
    return tr("{name} is installed.", name=model_words.title(model))


def _verified(state: State) -> str:
    if state is State.NO_MANIFEST:
        return tr("All it needs is there; it came without checksums to compare its files with.")
    return tr("Every file is as it was installed.")


def _removed(freed: int) -> str:
    return tr("Removed; {size} are free again.", size=model_words.size(freed))
