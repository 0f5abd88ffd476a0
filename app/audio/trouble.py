"""Why an input can't be heard, in the words the user reads: each with what to do about it."""

from app.audio.streams import Condition, Trouble
from app.errors import KnownError
from app.language import marked, tr

NO_SERVER = marked(
    "The computer's sound service does not answer; sound comes back as soon as it runs again"
    " (systemctl --user restart pipewire-pulse or pulseaudio)."
)
NO_PULSE_PLUGIN = marked(
    "The sound library cannot reach the sound service, as a part of it is missing;"
    " install it (Debian and Ubuntu: sudo apt install libasound2-plugins)."
)
NO_MICROPHONE = marked("There is no microphone; plug one in or switch it on, and it is used at once.")
NO_PLAYBACK = marked(
    "There is no way to hear what this computer plays; choose an input for the customer's side,"
    " such as a virtual cable (BlackHole on a Mac)."
)
MUTED = marked(
    "{name} sends nothing but silence; switch its mute off, and allow microphone access"
    " in the system's privacy settings."
)
SILENT = marked("{name} sends no sound any more and is being opened again; if it stays so, plug it in anew.")
SLOW = marked("{name} does not answer and is being opened again; if it stays so, plug it in anew.")
CRASHED = marked(
    "{name} stopped and is being opened again; if this goes on, choose another input for the next call."
)
STANDS_IN = marked(
    "{wanted} is not there, so {name} is heard until it is back; plug it in,"
    " or choose another input for the next call."
)
CHANGED = marked("The computer's sound devices have changed; the right one is being opened.")

_UNAVAILABLE = -9985
"""paDeviceUnavailable of portaudio.h: mostly because another program has it for itself."""

_INVALID = -9996
"""paInvalidDevice of portaudio.h."""


class InputTrouble(KnownError):
    """An input can't be heard for now."""

    def __init__(self, condition: Condition, told: str) -> None:
        super().__init__(told)
        self.trouble = Trouble(condition, told)


def cannot_open(name: str, code: int | None, said: str) -> InputTrouble:
    """Give the trouble for a PortAudio error while `name` was opened, with what PortAudio `said`."""
    if code == _UNAVAILABLE:
        return InputTrouble(
            Condition.BUSY,
            tr(
                "{name} is in use by another program; close that program,"
                " or choose another input for the next call.",
                name=name,
            ),
        )
    if code == _INVALID:
        return InputTrouble(
            Condition.MISSING, tr("{name} is not there any more; plug it in again.", name=name)
        )
    return InputTrouble(
        Condition.LOST,
        tr(
            "{name} cannot be opened ({said}); plug it in again, allow microphone access"
            " in the system's privacy settings, or choose another input for the next call.",
            name=name,
            said=said,
        ),
    )
