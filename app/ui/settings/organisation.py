"""Settings: what the organisation has set, in sentences; what has a setting of its own says so there, too."""

from collections.abc import Iterator

from app import policy
from app.language import marked, tr
from app.policy import Policy
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE
from app.ui.settings.rows import Section

TITLE = marked("Your organisation")
AT_THE_SETTINGS = marked("Where a setting below says “Set by your organisation”, it can't be changed here.")
WHERE = marked(
    "This is set in {place}. Your administrator can change it; a change holds from the next start."
)


def organisation_sections() -> list[Section]:
    """Give the one section, or none where nothing is set."""
    told = [words(sentence) for sentence in _sentences(policy.current())]
    if not told:
        return []
    where = words(tr(WHERE, place=policy.place()), "caption")
    return [Section(tr(TITLE), *told, where, gap=SPACE)]


def _sentences(fixed: Policy) -> Iterator[str]:
    if fixed.settings:
        yield tr(AT_THE_SETTINGS)
    if not fixed.downloads:
        yield tr("No speech model is downloaded. Models come from a file or a folder, or with Evenkeel.")
    if fixed.models_folder is not None:
        yield tr("Speech models are kept in {folder}, not in a folder of yours.", folder=fixed.models_folder)
    if fixed.hide_export:
        yield tr("Nothing is exported, printed or saved as a page. Backups stay, as they are encrypted.")
    if fixed.seal:
        yield tr("Evenkeel is sealed against the network at every start.")
