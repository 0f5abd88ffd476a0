"""The command line: what can be asked of the product without a window."""

import json
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import click
from click.core import ParameterSource
from rich.console import Console
from rich.text import Text

from app import __version__, bootstrap, call_keeping, doctor, journal_cli, models_cli, paths, policy, seal
from app.audio.devices import Device, customer_default, find_input, list_inputs
from app.console import Bar, show_findings, show_table
from app.crash import write_report
from app.domain.report import Report
from app.errors import KnownError
from app.journal_access import settings
from app.report import page, terminal, words
from app.report.following import follow, level_line, standing
from app.report.reading import Reading
from app.session.capture import levels
from app.session.live import LiveCall
from app.settings import NO_CUSTOMER
from app.speech.languages import ENGLISH, LANGUAGES
from app.speech.models import installed

CALL_TYPES = "complaint, refusal, technical, billing, sales or general."
ENGINES = ("auto", "vosk", "moonshine", "none")
_language = click.option(
    "--language", type=click.Choice(sorted(LANGUAGES)), help="What is spoken; else as in the settings."
)


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Evenkeel")
@click.option("--seal", "sealing", is_flag=True, help="Make network connections impossible (Linux).")
@click.pass_context
def evenkeel(context: click.Context, sealing: bool) -> None:
    """Evenkeel: a quiet companion for people who talk to customers on the phone.

    Without a command it opens the window or, where there is no screen, reviews the sample call.
    """
    if sealing:
        seal.seal()
    # The window and `review` ask for the policy themselves; `doctor` says what is wrong with it.
    if context.invoked_subcommand not in (None, "review", "doctor"):
        seal.heed_policy()
    if context.invoked_subcommand is not None:
        return
    if _has_screen():
        context.exit(_open_window())
    choices = bootstrap.ReviewChoices(call_type=bootstrap.SAMPLE, own=settings(), language=ENGLISH)
    _review(bootstrap.sample_call(), choices, None, None, transcript=True)
    click.echo(
        "There is no screen for the window, so this was the sample call. "
        f"Yours: {paths.command()} review FILE",
        err=True,
    )


@evenkeel.command()
@click.argument("files", metavar="FILE", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--agent", type=click.Choice(["left", "right"]), default="left", help="The agent's channel.")
@click.option("--call-type", default="general", help=CALL_TYPES)
@click.option("--engine", type=click.Choice(ENGINES), default="auto", help="What recognises the words.")
@click.option("--model", help="A model's name, or the folder it is in.")
@_language
@click.option("--json", "json_to", metavar="PATH|-", help="Write the report as JSON; - is the output.")
@click.option("--html", "html_to", metavar="PATH", help="Write the report as one HTML page.")
@click.option("--transcript/--no-transcript", default=True, help="Print what was said below the report.")
@click.option("--save", is_flag=True, help="Keep the call in the journal.")
@click.option("--open", "in_window", is_flag=True, help="Open it in the window; FILE may be several then.")
@click.pass_context
def review(
    context: click.Context,
    files: tuple[Path, ...],
    agent: Literal["left", "right"],
    call_type: str,
    engine: str,
    model: str | None,
    language: str | None,
    json_to: str | None,
    html_to: str | None,
    transcript: bool,
    save: bool,
    in_window: bool,
) -> None:
    """Review a recording: WAV, FLAC, OGG or MP3, agent and customer on two channels, or the agent on one."""
    if in_window:
        return _review_in_window(context, files)
    if len(files) > 1:
        raise click.UsageError("One recording is reviewed at a time; several can be opened with --open.")
    (file,) = files
    choices = bootstrap.ReviewChoices(agent, call_type, engine, model, settings(), language)
    _review(file, choices, json_to, html_to, transcript=transcript, save=save)


@evenkeel.command()
@click.option("--agent", metavar="DEVICE", help="Your microphone; a name of `devices` or a part of one.")
@click.option("--customer", metavar="DEVICE|none", help="What the customer is heard from, or none.")
@click.option("--call-type", default="general", help=CALL_TYPES)
@click.option("--engine", type=click.Choice(ENGINES), default="auto", help="What recognises the words.")
@click.option("--model", help="A model's name, or the folder it is in.")
@_language
@click.option("--seconds", type=click.FloatRange(min=0, min_open=True), help="End after so many seconds.")
@click.option("--events", "events_to", type=click.Choice(["-"]), help="Print what happens as JSON lines.")
@click.option("--json", "json_to", metavar="PATH|-", help="Write the report as JSON; - is the output.")
@click.option(
    "--save/--no-save",
    default=None,
    help="Keep the call in the journal; done anyway where it opens without its passphrase being asked for.",
)
def listen(
    agent: str | None,
    customer: str | None,
    call_type: str,
    engine: str,
    model: str | None,
    language: str | None,
    seconds: float | None,
    events_to: str | None,
    json_to: str | None,
    save: bool | None,
) -> None:
    """Listen to a call as it happens, without the window, until Ctrl-C; then its report."""
    if json_to or events_to:
        policy.current().check_export()
    if json_to not in (None, "-"):
        _check_place(Path(json_to))
    agent = agent and _input(agent)
    customer = customer if customer in (None, NO_CUSTOMER) else _input(customer)
    own = settings()
    choices = bootstrap.LiveChoices(agent, customer, call_type, engine, model, own, language)
    bootstrap.check(choices)  # before a journal is asked for, or made
    console = Console(stderr=True)
    name = words.call_name(datetime.now())
    with call_keeping.opened(save, _say) as journal:
        call = bootstrap.live_call(choices, _say)
        with call_keeping.written(call, journal, name, call_type, _say):
            with call, _ending_by_signal(call), console.status("") as status:
                tell = _print_line if events_to else _ignore
                report = follow(
                    call,
                    seconds,
                    tell,
                    lambda snapshot: status.update(
                        Text(standing(snapshot), no_wrap=True, overflow="ellipsis")
                    ),
                )
            reading = bootstrap.reading(report, name, call_type, bootstrap.coaching(own))
            _give(report, reading, json_to, quiet=events_to is not None)


def _input(text: str) -> str:
    """Give the id of the input that `text` names; a wrong name is the user's to mend, before the call."""
    return find_input(text, list_inputs()).key


@evenkeel.command()
@click.option("--level", metavar="DEVICE", help="Show how loud this input is, until Ctrl-C.")
def devices(level: str | None) -> None:
    """List the inputs that a call can be heard from."""
    inputs = list_inputs()
    if level is not None:
        return _show_level(find_input(level, inputs))
    if not inputs:
        raise KnownError("No input was found; plug in a headset or microphone, or start the sound server.")
    customer = customer_default(inputs)
    rows = []
    for device in inputs:
        use = "you" if device.default else "the customer" if device == customer else ""
        rows.append((device.name, device.kind, use, device.system, device.id))
    show_table(("name", "kind", "default for", "system", "id"), rows)


def _show_level(device: Device) -> None:
    """Show the level of an input in one line, which moves in a terminal, ten times a second."""
    console = Console()
    with console.status("") as status, suppress(KeyboardInterrupt), closing(levels(device.key)) as states:
        for state in states:
            line = Text(level_line(device.name, state), no_wrap=True, overflow="ellipsis")
            status.update(line) if console.is_terminal else console.print(line)


@evenkeel.command(name="doctor")
@click.option("--json", "as_json", is_flag=True, help="As JSON for support, without names and what was said.")
def examine(as_json: bool) -> None:
    """Say what is installed, what is missing, and what to do about it."""
    with suppress(KnownError):  # what keeps it from being sealed, a start says
        seal.heed_policy()
    models: list[str] = []
    refused: list[KnownError] = []
    with suppress(KnownError):  # of a policy that can't be followed, which is among the findings
        models = [model.name for model in installed(paths.model_folders(), refused.append)]
    findings = doctor.examine(doctor.official(models) if as_json else models, refused)
    if as_json:
        _print_line(doctor.form(findings), indent=1)
    else:
        show_findings(findings)
    missing = [finding.name for finding in findings if finding.state is doctor.State.MISSING]
    if missing:
        raise KnownError(
            f"Something Evenkeel needs is missing or amiss: {', '.join(missing)}; the list says what to do."
        )


for _command in (*journal_cli.COMMANDS, models_cli.models):
    evenkeel.add_command(_command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 2 the user's input or environment, 1 a bug of ours."""
    sys.exit(_run(arguments))


def _run(arguments: list[str] | None) -> int:
    try:
        evenkeel.main(arguments, prog_name="evenkeel", standalone_mode=False)
    except KnownError as known:
        # A file's name may hold anything, but this is one line.
        click.echo(" ".join(words.plain(str(known)).split()), err=True)
        return 2
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as misused:
        wrong = words.plain(misused.format_message()).rstrip(".")
        click.echo(f"{wrong}; see {paths.command()} --help.", err=True)
        return 2
    except (KeyboardInterrupt, click.Abort):
        click.echo("Stopped.", err=True)
        return 130
    except SystemExit:
        # So click and rich leave, with nothing more to be printed, when whoever read our output has gone.
        return 0
    except Exception as bug:
        try:
            told = f"what is known of it is in {write_report(bug, paths.crash_folder())}"
        except OSError:
            told = "and no report of it could be written"
        click.echo(f"Something went wrong inside Evenkeel; {told}.", err=True)
        return 1
    return 0


def _has_screen() -> bool:
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def _review_in_window(context: click.Context, files: tuple[Path, ...]) -> None:
    """Open recordings in the window, where all else is chosen."""
    for parameter in context.command.params:
        chosen = context.get_parameter_source(parameter.name or "") is ParameterSource.COMMANDLINE
        if chosen and parameter.name not in ("files", "in_window"):
            option = (parameter.secondary_opts or parameter.opts)[0]
            raise click.UsageError(
                f"{option} does not go with --open; choose it in the window, or leave out --open."
            )
    if not _has_screen():
        raise KnownError("There is no screen for the window; leave out --open to review a recording here.")
    context.exit(_open_window([file.absolute() for file in files]))


def _open_window(recordings: Sequence[Path] = ()) -> int:
    try:
        # Only here: everything else works without Qt, and starts sooner.
        from app.ui.application import run
    except ImportError as missing:
        raise KnownError(
            f"The window can't be opened, for Qt or a library it needs is missing ({missing}); "
            f"install Evenkeel again, or use a command: {paths.command()} --help."
        ) from None
    return run(recordings)


def _review(
    file: Path,
    choices: bootstrap.ReviewChoices,
    json_to: str | None,
    html_to: str | None,
    *,
    transcript: bool,
    save: bool = False,
) -> None:
    seal.heed_policy()
    if json_to or html_to:
        policy.current().check_export()
    for place in (html_to, json_to if json_to != "-" else None):
        if place:
            _check_place(Path(place))
    if save:  # before a journal is asked for, or made
        bootstrap.check(choices, file)
    with call_keeping.opened(save, _say) as journal:
        with Bar(f"Listening to {file.name}") as bar:
            report, reading = bootstrap.review_recording(file, choices, bar.reach, _say)
        if journal is not None:
            call_keeping.save_recording(journal, file, choices.agent, choices.call_type, report, _say)
    if html_to:
        _write(Path(html_to), page.html(report, reading))
    _give(report, reading, json_to, transcript=transcript)


def _say(sentence: str) -> None:
    click.echo(sentence, err=True)


def _give(
    report: Report, reading: Reading, json_to: str | None, *, transcript: bool = True, quiet: bool = False
) -> None:
    """Write the report as JSON if that is asked for, and show it, unless `quiet` or JSON is the output."""
    if json_to == "-":
        _print_line(report.as_dict(), indent=None if quiet else 1)
        return
    if json_to:
        _write(Path(json_to), json.dumps(report.as_dict(), ensure_ascii=False, indent=1) + "\n")
    if not quiet:
        with _writing("The output"):
            terminal.show(Console(), report, reading, transcript=transcript)


def _print_line(form: dict[str, Any], indent: int | None = None) -> None:
    with _writing("The output"):
        # Bytes, as JSON is UTF-8 whatever the terminal's encoding is.
        click.echo(json.dumps(form, ensure_ascii=False, indent=indent).encode())


def _ignore(form: dict[str, Any]) -> None:
    """Tell nobody."""


@contextmanager
def _ending_by_signal(call: LiveCall) -> Iterator[None]:
    """Let the first Ctrl-C, or being asked to terminate, end the call in good order; the second ends all."""

    def end(number: int, frame: object) -> None:
        signal.signal(number, signal.default_int_handler)
        call.end()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _check_place(path: Path) -> None:
    """Refuse a place that can't be written before the work, not after it."""
    if path.is_dir() or not path.parent.is_dir() or path.name == "-":
        raise KnownError(f"{path} can't be written; name a file in a folder that exists.")


def _write(path: Path, text: str) -> None:
    with _writing(str(path)):
        path.write_text(text, encoding="utf-8")


@contextmanager
def _writing(place: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as refusal:
        raise KnownError(f"{place} can't be written ({refusal.strerror}); choose another place.") from refusal
