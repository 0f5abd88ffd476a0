"""Every state of the row that plays a recording: a function a state, each gives a widget to be grabbed."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.audio import output, playback
from app.domain.timeline import samples
from app.session.player import Player, Playing
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE
from app.ui.review.player_bar import PlayerBar

WHOLE = samples(3734.0)


class Still:
    """Stands where it was put."""

    def __init__(self, **state: Any) -> None:
        self.state = Playing(**{"t": samples(754.0), "length": WHOLE, **state})


def bar(player: Still | None, why_not: str = "", width: int = 840) -> QWidget:
    page = QWidget()
    page.resize(width, 120)
    made = PlayerBar()
    column = QVBoxLayout(page)
    column.setContentsMargins(SPACE * 4, SPACE * 2, SPACE * 4, SPACE * 2)
    column.addWidget(made)
    column.addStretch(1)
    made.show_player(cast("Player | None", player), why_not)
    page.show()
    page.resize(width, max(120, page.heightForWidth(width)))
    return page


def large(made: Callable[[], QWidget]) -> QWidget:
    theme.current().scale(2)
    return made()


STATES: dict[str, Callable[[], QWidget]] = {
    "player-coming": lambda: bar(None),
    "player-paused": lambda: bar(Still()),
    "player-playing": lambda: bar(Still(playing=True, speed=1.5)),
    "player-repeating": lambda: bar(Still(playing=True, loop=(samples(750.0), samples(755.0)))),
    "player-no-output": lambda: bar(Still(trouble=output.NO_OUTPUT)),
    "player-gone": lambda: bar(Still(trouble=playback.GONE.format(name="monday-1140.wav"))),
    "player-no-sound": lambda: bar(None, "This call was heard live, and its sound was never kept."),
    "player-narrow": lambda: bar(Still(), width=400),
    "player-large": lambda: large(lambda: bar(Still(trouble=output.NO_OUTPUT), width=560)),
}
