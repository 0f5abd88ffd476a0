"""Settings: the speech models, on this computer and to be had."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from app.errors import KnownError
from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.pieces.errand import Errand
from app.ui.pieces.parts import words
from app.ui.settings import model_inventory
from app.ui.settings.installed_models import AddModel, InstalledModels, ModelsFolder
from app.ui.settings.model_inventory import Inventory
from app.ui.settings.offered_models import OfferedModels
from app.ui.settings.rows import Row, Section
from app.ui.settings.store_work import StoreWork

FROM_A_STICK = marked(
    "A Vosk model as its ZIP file, or its unpacked folder. It is checked before it is used."
)


class Models(Section):
    """Shows what there is each time it is shown; `inventory` tells others of it."""

    inventory = Signal(object)

    def __init__(self, settings: KeptSettings) -> None:
        self.installed = InstalledModels(settings)
        self.add = AddModel()
        self.offered = OfferedModels()
        self.folder = ModelsFolder()
        super().__init__(
            tr("Speech models"),
            Row(tr("On this computer"), self.installed),
            Row(tr("From a file"), self.add, words(tr(FROM_A_STICK), "caption")),
            Row(tr("To download"), self.offered),
            Row(tr("Models folder"), self.folder),
        )
        self.held: Inventory | None = None
        self._busy = self._in_call = False
        for part in (self.installed, self.add, self.offered):
            part.busy.connect(self._mind)
            part.changed.connect(self.look)

    def showEvent(self, event: QShowEvent) -> None:
        """See what there is."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """See what there is now, in another thread."""
        errand = Errand(self, model_inventory.read)
        errand.done.connect(self._take)
        errand.failed.connect(self._fail)

    def show_in_call(self, in_call: bool) -> None:
        """Leave models as they are while one of them hears a call."""
        self._in_call = in_call
        self._mind(self._busy)

    def take_over(self, download: StoreWork, from_file: StoreWork) -> None:
        """Go on here with what was begun elsewhere."""
        self.offered.work.take_over(download)
        self.add.work.take_over(from_file)

    def _take(self, held: Inventory) -> None:
        self.held = held
        for part in (self.installed, self.add, self.offered, self.folder):
            part.show_inventory(held)
        self._mind(self._busy)
        self.inventory.emit(held)

    def _fail(self, fault: Exception) -> None:
        if not isinstance(fault, KnownError):
            raise fault
        self.installed.say(str(fault))
        self.offered.told.hide()

    def _mind(self, busy: bool) -> None:
        """Let one work be done at a time, and none in a call."""
        self._busy = busy
        for part in (self.installed, self.add, self.offered):
            part.set_free(not busy and not self._in_call)
