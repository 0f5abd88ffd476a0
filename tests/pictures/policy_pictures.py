"""What the organisation has fixed to look at: Settings under a policy, and pages without a way out."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import policy
from app.ui.pieces import theme
from app.ui.window import Window
from tests.pictures import settings_pictures

TEXT = """
downloads = false
transcripts = 14
keep_calls_days = 365
idle_lock_min = 5
models_folder = "/srv/evenkeel/models"
hide_export = true
seal = true
"""


def under_policy(made: Callable[[], Window]) -> QWidget:
    """Give the window that `made` makes while this policy holds."""
    file = Path(tempfile.mkdtemp()) / policy.FILE
    file.write_text(TEXT, encoding="utf-8")
    held = policy.load(file)
    with mock.patch.object(policy, "current", lambda: held):
        return made()


def section(name: str) -> Window:
    return settings_pictures.page(section=name)


def journal(*, large: bool = False) -> Window:
    """Give Settings at how long what is kept."""
    if large:
        theme.current().scale(2)
    made = settings_pictures.page()
    if large:
        made.resize(560, 400)
    QTest.qWait(200)
    page = made.settings_page
    page._area.ensureWidgetVisible(page.journal.locking, 0, 0)
    page._area.ensureWidgetVisible(page.journal.keeping, 0, 0)
    if large:
        page._area.ensureWidgetVisible(page.journal.keeping.words, 0, 150)
    QTest.qWait(100)
    return made


def exporting() -> Window:
    made = settings_pictures.page()
    page = made.settings_page
    page._area.ensureWidgetVisible(page.journal.export, 0, 0)
    QTest.qWait(100)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "policy-settings": lambda: under_policy(lambda: section("Your organisation")),
    "policy-models": lambda: under_policy(lambda: section("Words")),
    "policy-keeping": lambda: under_policy(journal),
    "policy-keeping-large": lambda: under_policy(lambda: journal(large=True)),
    "policy-searched": lambda: under_policy(lambda: settings_pictures.page("organisation")),
    "policy-no-export": lambda: under_policy(exporting),
}
"""Name of a state to what makes it."""
