"""What there is of speech models, here and to download; read away from the window's thread."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app import policy
from app.language import tr
from app.policy import SET_BY
from app.seal import NO_DOWNLOAD, sealed
from app.speech import layout
from app.speech.catalogue import Offer
from app.speech.languages import ENGLISH
from app.speech.manifest import MANIFEST
from app.speech.part import Part
from app.speech.store import Installed, State, Store
from app.speech.workplace import WORK


@dataclass(frozen=True, slots=True)
class Inventory:
    """The models of one moment; `begun` has the bytes of downloads that broke off, by the offer's name.

    `wrong` names the first file that is amiss with each damaged model, by its folder. `no_downloads` says
    why nothing may be downloaded, "" where it may. `theirs` says that the organisation has fixed the folder,
    `writable` that models can be put into it and taken out.
    """

    store: Store
    installed: tuple[Installed, ...]
    wrong: Mapping[Path, str]
    begun: Mapping[str, int]
    no_downloads: str
    theirs: bool
    writable: bool

    @property
    def folder(self) -> Path:
        """The folder that models are installed into."""
        return self.store.own

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that calls can be put into words in now, English first."""
        there = {model.language for model in self.installed if model.state is not State.DAMAGED}
        return (ENGLISH, *sorted(each for each in there if each and each != ENGLISH))

    def has(self, offer: Offer) -> bool:
        """Say whether an offer is on this computer, whole as far as its names and sizes tell."""
        return any(model.name == offer.name and model.state is not State.DAMAGED for model in self.installed)


def read() -> Inventory:
    """Look what there is; reads names, sizes and small files. Raises KnownError for a bad catalogue."""
    from app import bootstrap  # all the weight of sound and speech comes with it

    store = bootstrap.model_store()
    parts = {offer.name: Part(store.own / WORK / f"{offer.name}.zip", offer).done for offer in store.offers}
    there = tuple(store.installed())
    return Inventory(
        store,
        there,
        {model.path: _wrong(model) for model in there if model.state is State.DAMAGED},
        {name: done for name, done in parts.items() if done},
        _no_downloads(),
        theirs=policy.current().models_folder is not None,
        writable=_writable(store.own),
    )


def _wrong(model: Installed) -> str:
    return layout.lacks(model.engine, layout.sizes(model.path)) or MANIFEST


def _writable(folder: Path) -> bool:
    there = next(each for each in (folder, *folder.parents) if each.exists())
    return os.access(there, os.W_OK)


def _no_downloads() -> str:
    if not policy.current().downloads:
        ways = tr("Models come from a file or a folder here, or from your administrator.")
        return f"{tr(SET_BY)} {tr('Nothing is downloaded.')} {ways}"
    return tr(NO_DOWNLOAD) if sealed() else ""
