"""What is said of speech models in the window: how large, in what state, at what cost."""

from typing import TYPE_CHECKING

from app.language import Texts, marked, tr
from app.speech import room
from app.speech.catalogue import NOTES, Offer
from app.speech.languages import named
from app.speech.store import Installed, Place, State
from app.speech.watch import Stage

if TYPE_CHECKING:  # numpy comes with it
    from app.session.measuring import Cost

ENGLISH_ONLY = marked("Words are written down; hints by words, fillers and questions exist in English only.")
ONE_NETWORK_USE = marked(
    "This is the one thing for which Evenkeel uses the network; nothing of yours is sent."
)

_STATES = {
    State.READY: marked("Whole; its checksums are compared each time it is loaded."),
    State.NO_MANIFEST: marked("All it needs is there. It came without checksums to compare its files with."),
    State.DAMAGED: marked("Damaged: {file} is missing, empty or not readable. Install the model again."),
}
_PLACES = Texts(
    {
        Place.BUILT_IN: "Part of Evenkeel; it stays.",
        Place.SHARED: "Put there for everybody on this computer; it can be changed only by them.",
    }
)
_STAGES = {
    Stage.DOWNLOADING: marked("Downloading {name}"),
    Stage.CHECKING: marked("Comparing the files of {name}"),
    Stage.UNPACKING: marked("Unpacking {name}"),
}
_TIGHT, _TOO_MUCH = 0.5, 0.9
"""Parts of one core from which on little is left beside it, and from which on it can't keep up for sure."""

_LATE_S = 2.0
"""Seconds after which a text is no help in a call any more."""


def size(bytes: int | None) -> str:
    """Give a number of bytes as people read it, also where it is not known."""
    return tr("size not known") if bytes is None else room.size(bytes)


def title(model: Installed) -> str:
    """Name a model that is there, with its language."""
    name = tr("Moonshine, built in") if model.place is Place.BUILT_IN else model.name
    return f"{named(model.language)}: {name}" if model.language else name


def state(model: Installed, wrong: str = "", *, theirs: bool = False) -> str:
    """Say how a model is, how large, and whose it is; `wrong` is the file that a damaged one lacks.

    `theirs` says that the organisation has fixed the user's folder.
    """
    told = [size(model.bytes) + "."]
    if theirs and model.place is Place.OWN:
        told.append(tr("In the folder that your organisation has set."))
    if place := _PLACES.get(model.place):
        told.append(place)
    if model.state is not State.READY or model.place is not Place.BUILT_IN:
        told.append(tr(_STATES[model.state], file=wrong))
    return " ".join(told)


def offered(offer: Offer) -> str:
    """Give an offer as a line of a list."""
    return " · ".join(filter(None, (offer.name, size(offer.size), note(offer))))


def note(offer: Offer) -> str:
    """Say what an offer suits, "" where that is not known."""
    return tr(NOTES[offer.note]) if offer.note in NOTES else ""


def known(offer: Offer) -> str:
    """Say under which licence an offer is, and how it is known to be the right one."""
    checksum = (
        tr("Its checksum is known and is compared.")
        if offer.sha256
        else tr("Its checksum is not known; those of its files are noted when it is installed, and compared.")
    )
    return tr("Licence: {licence}. {checksum}", licence=offer.licence, checksum=checksum)


def doing(stage: Stage | None, name: str, else_said: str) -> str:
    """Say what is being done to a model."""
    return tr(_STAGES[stage], name=name) if stage in _STAGES else else_said


def how_far(done: int, total: int | None) -> str:
    """Say how far a work on bytes is."""
    if not total:
        return size(done)
    return tr(
        "{done} of {total}, {percent} %", done=size(done), total=size(total), percent=100 * done // total
    )


def cost(measured: "Cost") -> str:
    """Say in plain words what a recogniser costs here, and whether that suits a call."""
    told = [
        tr(
            "{model} hears {heard:.0f} s in {cpu:.1f} s of one core; loads in {load:.1f} s.",
            model=f"Moonshine {measured.model}" if measured.engine == "moonshine" else measured.model,
            heard=measured.heard_s,
            cpu=measured.cpu_s,
            load=measured.load_s,
        )
    ]
    if measured.memory is not None:
        told.append(tr("Takes {size} of memory.", size=size(measured.memory)))
    part = measured.cpu_s / measured.heard_s if measured.heard_s else 1.0
    if part >= _TOO_MUCH or measured.late_s > _LATE_S:
        told.append(tr("Too slow for this computer: text will lag. Choose a smaller model."))
    elif part >= _TIGHT:
        told.append(tr("It keeps up, with little to spare: text may lag while other programs are busy."))
    else:
        told.append(tr("Fine beside a call."))
    return " ".join(told)
