"""Settings: the usual kind of call, the bands of each kind, and the small display."""

from app.domain.techniques import Coaching
from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.pieces.parts import words
from app.ui.settings.bands import BandChoice
from app.ui.settings.choices import CallTypeChoice
from app.ui.settings.rows import Section, Setting
from app.ui.settings.switch import OnOff

BANDS = marked(
    "The band is where your share of the talking usually does well. Bands are conventions, not science: "
    "starting points, to be made your own."
)


class Calls(Section):
    """What holds for a call beside what it is heard with."""

    def __init__(self, settings: KeptSettings, content: Coaching, kind: CallTypeChoice) -> None:
        self.hud = OnOff(settings, "hud_shown", tr("Show the small display in a call"))
        self.bands = {kind.id: BandChoice(settings, kind) for kind in content.call_types.values()}
        super().__init__(
            tr("Calls"),
            Setting(tr("Usual kind of call"), kind),
            Setting(tr("Small display"), self.hud, tr("It comes while the window is out of sight.")),
            words(tr(BANDS), "soft"),
            *(
                Setting(tr("Band: {title}", title=content.call_types[id].title), band)
                for id, band in self.bands.items()
            ),
        )
