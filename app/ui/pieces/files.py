"""Where a place to save, a file or a folder is asked for, and how a file is written and its trouble told.

A kind of file is said as Qt says it: "PDF (*.pdf)"; several are joined by ";;". No dialog holds up the
window.
"""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app import policy
from app.language import tr

LONGEST_NAME = 120
"""Letters of a name that is offered: with an ending and in any script it stays within 255 bytes or so."""

# What Windows allows in no name of a file, and the names it keeps to itself (learn.microsoft.com, "Naming
# Files, Paths, and Namespaces").
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_KEPT = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """Give a name, without its ending, that every system takes for a file."""
    given = _FORBIDDEN.sub("-", name)[:LONGEST_NAME].strip().rstrip(".").strip() or "Evenkeel"
    return f"{given.encode(errors='replace').decode()}{'-' if _KEPT.match(given) else ''}"


def ask_to_save(parent: QWidget, title: str, name: str, kind: str, then: Callable[[Path], object]) -> None:
    """Ask where to save something of this kind, and go on with the path.

    `name`, without an ending, is what it may be called. Of several kinds the chosen one gives the ending.
    """
    kinds = kind.split(";;")
    offered = safe_name(name) + (_ending(kind) if len(kinds) == 1 else "")
    dialog = QFileDialog(parent, title, offered, kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_ending(kinds[0])[1:])
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(_ending(chosen)[1:]))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    _open(dialog)


def ask_to_open(
    parent: QWidget,
    title: str,
    kind: str,
    then: Callable[..., object],
    *,
    many: bool = False,
    folder: str | None = None,
) -> None:
    """Ask for a file that is there, and go on with its path; `many`: for files, and with a list of paths.

    `folder` is where to look first.
    """
    dialog = QFileDialog(parent, title, folder or "", kind)
    if many:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: then([Path(each) for each in chosen]))
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    _open(dialog)


def ask_for_folder(parent: QWidget, title: str, then: Callable[[Path], object]) -> None:
    """Ask for a folder, and go on with its path."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    _open(dialog)


def withhold(*deeds: QWidget) -> None:
    """Take what exports or prints out of sight, where the organisation has switched exports off."""
    if policy.current().hide_export:
        for each in deeds:
            each.hide()


def refuse(tell: Callable[[str], object]) -> bool:
    """Say whether the organisation has switched exports off; `tell` so."""
    refused = policy.current().hide_export
    if refused:
        tell(tr(policy.EXPORT_REFUSED))
    return refused


def write(path: Path, data: bytes, tell: Callable[[str], object]) -> bool:
    """Write a file for its owner only, whole or not at all; whether it is. `tell` why not, and what helps."""
    from app.storage.places import replace_whole

    if refuse(tell):
        return False
    try:
        replace_whole(path, data)
    except OSError as refusal:
        reason = refusal.strerror or tr("no reason was given")
        tell(
            tr(
                "{name} could not be written ({reason}). Choose another folder and try again.",
                name=path.name,
                reason=reason,
            )
        )
        return False
    return True


def _ending(kind: str) -> str:
    found = re.search(r"\*(\.\w+)", kind)
    return found[1] if found else ""


def _open(dialog: QFileDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)  # and with it what it would have gone on with
    dialog.open()
