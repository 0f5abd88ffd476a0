"""The signs of the terminal report, in Unicode and for terminals that know only ASCII."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One set of signs.

    `levels`: from nothing to full, for how much of a cell was spoken. `happenings`: the mark of each of
    strip.happenings. `kinds`: the mark of each kind of hint. `ratio`: the agent's and the customer's part
    of the ratio bar. `band`: left end, middle and right end of the bracket under it.
    """

    levels: str
    happenings: dict[str, str]
    kinds: dict[str, str]
    ratio: tuple[str, str]
    band: tuple[str, str, str]
    tick: str
    between: str
    rule: str


UNICODE = Glyphs(
    levels=" ▁▂▃▄▅▆▇█",
    happenings={"": " ", "agent": "▼", "customer": "▲", "both": "◆", "other": "•"},
    kinds={"praise": "✓", "nudge": "→", "offer": "?"},
    ratio=("█", "░"),
    band=("└", "─", "┘"),
    tick="╵",
    between=" · ",
    rule="─",
)

ASCII = Glyphs(
    levels=" .-=#",
    happenings={"": " ", "agent": "v", "customer": "^", "both": "X", "other": "."},
    kinds={"praise": "+", "nudge": ">", "offer": "?"},
    ratio=("#", "."),
    band=("|", "-", "|"),
    tick="'",
    between=" | ",
    rule="-",
)
