"""The commands that look after the speech models: what there is, install, compare, remove, measure."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app import bootstrap, paths
from app.console import Bar, agree, show_table
from app.errors import KnownError
from app.journal_access import settings
from app.language import marked, tr
from app.speech import catalogue, download, room
from app.speech.catalogue import Offer
from app.speech.languages import LANGUAGES, named
from app.speech.store import Installed, Place, State, Store
from app.speech.watch import Stage, Watch

_yes = click.option("--yes", is_flag=True, help="Don't ask first.")

_DOING = {
    Stage.DOWNLOADING: marked("Downloading"),
    Stage.CHECKING: marked("Comparing"),
    Stage.UNPACKING: marked("Unpacking"),
}
_STATES = {
    State.READY: marked("ready"),
    State.NO_MANIFEST: marked("no manifest"),
    State.DAMAGED: marked("damaged"),
}
_PLACES = {Place.BUILT_IN: marked("built in"), Place.SHARED: marked("shared"), Place.OWN: marked("own")}


@click.group(invoke_without_command=True)
@click.pass_context
def models(context: click.Context) -> None:
    """Look after the speech models: list, install, compare, remove, measure."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@models.command(name="list")
@click.option("--language", type=click.Choice(sorted(LANGUAGES)), help="Only models of this language.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_(language: str | None, as_json: bool) -> None:
    """List the models that are installed, and those that can be."""
    store = bootstrap.model_store()
    there = [model for model in store.installed() if language in (None, model.language)]
    names = {model.name for model in there}
    offers = [
        offer for offer in store.offers if language in (None, offer.language) and offer.name not in names
    ]
    if as_json:
        form = {
            "installed": [_form(model) for model in there],
            "offered": [asdict(offer) for offer in offers],
        }
        click.echo(json.dumps(form, ensure_ascii=False, indent=1).encode())
        return
    if there:
        click.echo(tr("Installed:"))
        show_table(
            (tr("name"), tr("language"), tr("size"), "", tr("state")),
            [
                (
                    model.name,
                    named(model.language),
                    room.size(model.bytes),
                    tr(_PLACES[model.place]),
                    tr(_STATES[model.state]),
                )
                for model in there
            ],
        )
        click.echo("")
    if offers:
        click.echo(tr("To install with: {command} models install NAME", command=paths.command()))
        show_table(
            (tr("name"), tr("language"), tr("download"), tr("licence")),
            [(offer.name, named(offer.language), _offered_size(offer), offer.licence) for offer in offers],
        )


@models.command()
@click.argument("what", metavar="NAME|URL|ZIP|FOLDER")
@click.option("--sha256", metavar="HEX", help="What the ZIP at a URL must be.")
@click.option("--language", type=click.Choice(sorted(LANGUAGES)), help="Where the model's name tells none.")
@_yes
def install(what: str, sha256: str | None, language: str | None, yes: bool) -> None:
    """Install a model of the list, from an address, or from a ZIP file or folder of this computer."""
    store = bootstrap.model_store()
    offer = _offer(store, what, sha256, language)
    if offer is None:
        with _watched(yes) as watch:
            _installed(store.add(Path(what), language, watch))
        return
    download.check_allowed()
    download.host(offer.url)  # raises for an address that nothing is fetched from
    if store.whole(offer.name) is not None:
        click.echo(tr("{name} is installed already.", name=offer.name))
        return
    size = _offered_size(offer)
    agree(
        tr(
            "Download {name} ({size}) from {address}? Nothing else is sent.",
            name=offer.name,
            size=size,
            address=offer.url,
        )
        if size
        else tr("Download {name} from {address}? Nothing else is sent.", name=offer.name, address=offer.url),
        yes,
    )
    with _watched(yes) as watch:
        _installed(store.install(offer, watch))
    if offer.sha256 is None:
        click.echo(tr("No official SHA-256 of it is known; from now on it is compared with what came."))


@models.command()
@click.argument("name", metavar="[NAME|FOLDER]", required=False)
@click.option("--write", is_flag=True, help="Take the files of NAME for right as they are now.")
def verify(name: str | None, write: bool) -> None:
    """Compare the files of a model, or of all, with what was installed."""
    store = bootstrap.model_store()
    if write:
        if name is None:
            raise click.UsageError("--write needs the name of a model")
        model = _only(store.named(name), name)
        with _watched(yes=True) as watch:
            store.write_manifest(model.path, watch)
        click.echo(tr("From now on {name} is compared with its files of now.", name=name))
        return
    there = store.installed() if name is None else store.named(name)
    amiss: list[str] = []
    for model in there:
        twice = sum(other.name == model.name for other in there) > 1
        called = str(model.path) if twice else model.name
        try:
            with _watched(yes=True) as watch:
                state = store.verify(model.path, watch)
        except KnownError as known:
            amiss.append(f"{called}: {known}" if twice else str(known))
            continue
        if model.place is Place.BUILT_IN:
            click.echo(tr("{name}: it is part of Evenkeel, and all it needs is there.", name=called))
        elif state is State.NO_MANIFEST:
            click.echo(
                tr(
                    "{name}: all it needs is there, but nothing to compare it with; if you trust it: "
                    "{command} models verify {name} --write",
                    name=called,
                    command=paths.command(),
                )
            )
        else:
            click.echo(tr("{name}: every file is as it was installed.", name=called))
    if amiss:
        raise KnownError(" ".join(amiss))
    if not there:
        click.echo(tr("No model is installed."))


@models.command()
@click.argument("name")
@_yes
def remove(name: str, yes: bool) -> None:
    """Remove a model that you installed."""
    store = bootstrap.model_store()
    store.removable(name, _in_use())
    agree(tr("Remove {name}?", name=name), yes)
    freed = store.remove(name, _in_use())
    click.echo(tr("{name} is removed; {size} are free again.", name=name, size=room.size(freed)))


@models.command()
@click.argument("name")
def measure(name: str) -> None:
    """Measure what a model costs on this computer, on ten seconds of the sample call."""
    from app.session import measuring

    work = bootstrap.measurement(bootstrap.LiveChoices(model=name))
    assert work is not None  # for "auto" with a name
    cost = _in_a_process(work, tr("Measuring {name}", name=name))
    assert isinstance(cost, measuring.Cost)
    memory = room.size(cost.memory) if cost.memory else tr("not known")
    rows = [
        (tr("of one core, while somebody speaks"), f"{100 * cost.cpu_s / cost.heard_s:.0f} %"),
        (tr("from the last word to its text"), f"{max(cost.late_s, 0.0):.1f} s"),
        (tr("to load"), f"{cost.load_s:.1f} s"),
        (tr("memory"), memory),
    ]
    show_table((name, ""), rows)


def _in_a_process(work: Callable[[Watch], object], title: str) -> object:
    """Do the work where a crash of native code ends nothing but it; give its answer. Raises KnownError."""
    running = bootstrap.model_work(work)
    try:
        with Bar(title) as bar:
            while not running.over:
                reached = running.reached
                bar.reach(reached.done, reached.total)
                time.sleep(0.05)
    finally:
        running.close()
    if running.failure is not None:
        raise running.failure
    return running.answer


def _offer(store: Store, what: str, sha256: str | None, language: str | None) -> Offer | None:
    """Give what is to be downloaded, None for what is on this computer. Raises KnownError."""
    if "://" in what:
        return catalogue.own(what, sha256, language)
    if sha256 is not None:
        raise click.UsageError("--sha256 goes with the address of a ZIP file")
    if os.path.exists(what):  # noqa: PTH110 - Path.exists raises where it may not look
        return None
    offer = catalogue.find(what, store.offers)
    if offer is None:
        raise KnownError(
            tr(
                "There is no {what}, neither on this computer nor in the catalogue; "
                "{command} models list shows the names.",
                what=what,
                command=paths.command(),
            )
        )
    return offer


def _only(there: list[Installed], name: str) -> Installed:
    """Give the only model of that name. Raises KnownError where there are more."""
    if len(there) > 1:
        raise KnownError(
            tr(
                "There is more than one model {name}; give the folder of the one you mean: {folders}.",
                name=name,
                folders=", ".join(str(model.path) for model in there),
            )
        )
    return there[0]


def _in_use() -> list[str]:
    """Give the names of models that the settings ask for."""
    model = settings().model
    return [Path(model).name] if model else []


@contextmanager
def _watched(yes: bool) -> Iterator[Watch]:
    """Give what shows the progress of the work in the terminal, stage by stage."""
    with Bar("") as bar:

        def stage(stage: Stage) -> None:
            bar.begin(tr(_DOING[stage]))

        def goes_on(host: str) -> bool:
            with bar.paused():
                click.echo(tr("The server sends on to another place, {host}.", host=host), err=True)
                agree(tr("Download from there?"), yes)
            return True

        yield Watch(progress=bar.reach, stage=stage, goes_on=goes_on)


def _installed(model: Installed) -> None:
    click.echo(
        tr(
            "{name} is installed: {language}, {size}.",
            name=model.name,
            language=named(model.language),
            size=room.size(model.bytes),
        )
    )


def _offered_size(offer: Offer) -> str:
    if offer.bytes is None and offer.about is not None:
        return tr("about {size}", size=room.size(offer.about))
    return room.size(offer.bytes) if offer.bytes is not None else ""


def _form(model: Installed) -> dict[str, Any]:
    return {**asdict(model), "path": str(model.path)}
