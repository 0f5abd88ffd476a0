"""The inputs of this computer, asked for without keeping the window waiting, and lists to choose one from."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.audio.devices import Device, Kind, list_inputs
from app.errors import KnownError
from app.language import tr
from app.settings import NO_CUSTOMER, KeptSettings
from app.ui.pieces.errand import Errand
from app.ui.settings.choices import Choice

_OUTPUTS = (Kind.MONITOR, Kind.LOOPBACK)
"""The kinds on which what is played can be heard."""


class Inputs(QObject):
    """Asks for the inputs; `listed` gives them, `failed` the sentence of why they can't be known."""

    listed = Signal(list)
    failed = Signal(str)

    def refresh(self) -> None:
        """Ask again; the answer takes up to some seconds. Any bug of ours in it is raised."""
        errand = Errand(self, list_inputs)
        errand.done.connect(self.listed.emit)
        errand.failed.connect(self._tell)

    def _tell(self, fault: Exception) -> None:
        if not isinstance(fault, KnownError):
            raise fault
        self.failed.emit(str(fault))


class InputChoice(Choice):
    """The inputs to hear one side from: the microphone, or (`customer`) what the customer's voice is in.

    A chosen device that is not there stays in the list, and stays chosen.
    """

    def __init__(self, settings: KeptSettings, inputs: Inputs, *, customer: bool = False) -> None:
        super().__init__(settings, tr("Customer's side") if customer else tr("Microphone"))
        self._customer = customer
        self._field = "customer_device" if customer else "agent_device"
        inputs.listed.connect(self.offer)
        self.offer([])

    def offer(self, devices: Sequence[Device]) -> None:
        """Offer these devices, those that suit this side first."""
        entries: list[tuple[str, object]]
        if self._customer:
            entries = [(tr("Automatic (what is played here)"), None)]
            entries.append((tr("Not heard, only my side"), NO_CUSTOMER))
        else:
            entries = [(tr("Automatic (your system's choice)"), None)]
        suited = sorted(devices, key=lambda device: (device.kind in _OUTPUTS) is not self._customer)
        chosen = getattr(self._settings.now, self._field)
        names = [device.name for device in devices]
        for device in suited:
            # By name, as ids may change with the computer's next start; by id if that is what is set.
            lasting = device.name if names.count(device.name) == 1 else device.key
            entries.append((device.name, chosen if chosen == device.id else lasting))
        if chosen not in [value for _, value in entries]:
            entries.append(
                (tr("{chosen} (not there now)", chosen=chosen) if devices else str(chosen), chosen)
            )
        self.fill([(text, {self._field: value}) for text, value in entries])
