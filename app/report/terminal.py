"""The review as a person reads it in a terminal: 80 columns or more, colour or none, Unicode or ASCII."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from app.domain.overlaps import INTERRUPTIONS
from app.domain.report import Report
from app.domain.timeline import Overlap, Speaker, samples
from app.report import words
from app.report.glyphs import ASCII, UNICODE, Glyphs
from app.report.reading import TALK_RATIO, TIMING, Figure, Reading, facts, figures, leak, unknowns
from app.report.strip import happenings, spoken, ticks

# Okabe-Ito vermilion and bluish green, and their blue a little lightened: each at least 3:1 on black and on
# white (nobody knows the terminal's ground), and told apart by people who see few colours.
COLOURS = {Speaker.AGENT: "#2b8cc4", Speaker.CUSTOMER: "#d55e00"}
GOOD = "#009e73"

WIDEST = 112
"""Columns beyond which lines become tiring to read."""

MARGIN = 2
SIDE = 10
"""Columns of the names beside the lanes."""

MOST_OVERLAPS = 10
"""Overlaps told one by one; the page and the JSON have all."""


def render(report: Report, reading: Reading, *, transcript: bool = False) -> RenderableType:
    """Give the review for any rich console, which decides its width, colours and signs when it prints.

    With `transcript`, everything that was said follows at the end.
    """
    return _Review(report, reading, transcript)


def show(console: Console, report: Report, reading: Reading, *, transcript: bool = False) -> None:
    """Print the review to a console."""
    console.print(render(report, reading, transcript=transcript))


@dataclass(frozen=True, slots=True)
class _Review:
    report: Report
    reading: Reading
    transcript: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        # Old Windows consoles and encodings other than UTF-8 have few signs beyond ASCII.
        simple = options.ascii_only or options.legacy_windows
        width = max(40, min(options.max_width, WIDEST) - 2 * MARGIN)
        # What an encoding cannot hold would end the program on printing; it shows as "?".
        encoding = options.encoding if simple else "utf-8"
        sheet = _Sheet(self.report, self.reading, ASCII if simple else UNICODE, encoding, width)
        yield Padding(Group(*sheet.sections(self.transcript)), (1, MARGIN))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The sections of one review for one set of signs, an encoding and a width in columns."""

    report: Report
    reading: Reading
    glyphs: Glyphs
    encoding: str
    width: int

    def sections(self, transcript: bool) -> Iterator[RenderableType]:
        yield from self.head()
        yield from self.timeline()
        yield from self.ratio()
        yield from self.key_figures()
        yield from self.not_measurable()
        yield from self.overlaps()
        yield from self.hints()
        yield from self.gaps()
        if transcript:
            yield from self.said()

    def text(self, foreign: str, style: str = "") -> Text:
        """Give text from outside as it is, with nothing in it that a terminal would obey or fail on."""
        safe = words.plain(foreign).encode(self.encoding, "replace").decode(self.encoding)
        return Text(safe, style=style, overflow="fold")

    def heading(self, title: str) -> Iterator[RenderableType]:
        yield Text()
        yield Text(title, style="bold")

    def head(self) -> Iterator[RenderableType]:
        name, call_type = self.text(self.reading.name, "bold"), self.text(self.reading.call_type)
        yield Text.assemble(name, (self.glyphs.between, "dim"), call_type, overflow="fold")
        yield self.text(self.glyphs.between.join(facts(self.report)), "dim")
        leaked = leak(self.report)
        if leaked:
            yield self.text(leaked, "dim")

    def timeline(self) -> Iterator[RenderableType]:
        cells = self.width - SIDE
        length = samples(self.report.source.duration_s)
        yield Text()
        yield self.lane(Speaker.AGENT, length, cells)
        found = happenings(self.report.overlaps, length, cells)
        if any(found):
            marks = Text(" " * SIDE)
            for each in found:
                marks.append(self.glyphs.happenings[each], style=_mark_style(each))
            yield marks
        yield self.lane(Speaker.CUSTOMER, length, cells)
        yield self.axis(cells)
        if not self.report.spurts:
            yield Text(" " * SIDE + "No speech was heard.", style="dim")
        if any(found):
            yield self.legend(found)

    def lane(self, speaker: Speaker, length: int, cells: int) -> Text:
        line = Text(words.PEOPLE[speaker].ljust(SIDE))
        if speaker is Speaker.CUSTOMER and self.report.measures.customer_talk_s is None:
            return line.append(words.NOT_MEASURABLE, style="dim italic")
        levels = self.glyphs.levels
        parts = spoken(self.report.spurts, speaker, length, cells)
        drawn = "".join(levels[-(-round(part * 1000) * (len(levels) - 1) // 1000)] for part in parts)
        return line.append(drawn, style=COLOURS[speaker])

    def axis(self, cells: int) -> Text:
        line = [" "] * (cells + 1)
        duration = self.report.source.duration_s
        for at in ticks(duration, max(2, cells // 11)):
            cell = int(at * cells / duration) if duration > 0 else 0
            label = self.glyphs.tick + words.clock(at)
            if cell + len(label) <= cells:
                line[cell : cell + len(label)] = label
        return Text(" " * SIDE + "".join(line).rstrip(), style="dim")

    def legend(self, found: list[str]) -> Text:
        overlaps = self.report.overlaps
        cuts = Counter(str(each.by) for each in overlaps if each.label in INTERRUPTIONS)
        others = len(overlaps) - cuts.total()
        line = Text(" " * SIDE, overflow="fold")
        entries = [
            ("agent", f"you cut in ({cuts['agent']})", cuts["agent"]),
            ("customer", f"customer cut in ({cuts['customer']})", cuts["customer"]),
            ("both", "both cut in", "both" in found),
            ("other", f"other overlaps ({others})", others),
        ]
        for kind, meaning, there in entries:
            if there:
                line.append(self.glyphs.happenings[kind], style=_mark_style(kind))
                line.append(f" {meaning}   ", style="dim")
        line.rstrip()
        return line

    def ratio(self) -> Iterator[RenderableType]:
        yield from self.heading(TALK_RATIO)
        ratio = self.report.measures.talk_ratio
        if ratio is None:
            yield Text(words.NOT_MEASURABLE, style="dim italic")
            return
        inside = words.against_band(ratio, self.reading.band)
        yield Text.assemble(
            (f"{words.percent(ratio)} %", "bold"),
            (f", {inside}", f"bold {GOOD}" if inside.startswith("in ") else "bold"),
            (self.glyphs.between + "your part of all that was spoken", "dim"),
            overflow="fold",
        )
        customer = words.PEOPLE[Speaker.CUSTOMER]
        cells = self.width - SIDE - len(customer) - 2
        own = round(ratio * cells)
        bar = Text(words.PEOPLE[Speaker.AGENT].ljust(SIDE))
        bar.append(self.glyphs.ratio[0] * own, style=COLOURS[Speaker.AGENT])
        bar.append(self.glyphs.ratio[1] * (cells - own), style=COLOURS[Speaker.CUSTOMER])
        yield bar.append("  " + customer)
        yield self.bracket(cells)

    def bracket(self, cells: int) -> Text:
        """Give the band as a bracket under a bar of `cells` columns, its limits written in or after it."""
        low, high = (min(cells - 1, max(0, round(limit * cells))) for limit in self.reading.band)
        left, middle, right = self.glyphs.band
        inner, name = max(0, high - low - 1), f" {words.band(self.reading.band)} "
        drawn = left + (name.center(inner, middle) if len(name) <= inner else middle * inner) + right
        line = Text(" " * (SIDE + low)).append(drawn, style=GOOD)
        if len(name) > inner:
            line.append(name.rstrip(), style=GOOD)
        note = f"  {words.BAND_BRIEFLY}"
        return line.append(note, style="dim") if len(line) + len(note) <= self.width else line

    def key_figures(self) -> Iterator[RenderableType]:
        yield from self.heading("Key figures")
        known = figures(self.report)
        grid = Table.grid(padding=(0, 2, 0, 0))
        for _ in range(2):
            grid.add_column(no_wrap=True, style="dim")
            grid.add_column(min_width=18)
        for time, deed in zip(known[:TIMING], known[TIMING:], strict=True):
            grid.add_row(time.name, self.figure(time), deed.name, self.figure(deed))
        yield grid

    def figure(self, figure: Figure) -> Text:
        if figure.value is None:
            return Text(words.NOT_MEASURABLE, style="dim italic")
        return Text.assemble((figure.value, "bold"), f" {figure.whole_unit}")

    def not_measurable(self) -> Iterator[RenderableType]:
        missing = unknowns(self.report)
        if not missing:
            return
        yield from self.heading("Not measurable")
        for each in missing:
            yield self.text(", ".join(each.names))
            yield self.text(f"{each.reason} {each.remedy}", "dim")

    def overlaps(self) -> Iterator[RenderableType]:
        overlaps = self.report.overlaps
        if not overlaps:
            return
        yield from self.heading("Overlaps")
        told = sorted(overlaps, key=lambda each: each.label not in INTERRUPTIONS)[:MOST_OVERLAPS]
        list_ = _timed()
        for each in sorted(told, key=lambda each: each.start):
            list_.add_row(words.moment(each.start), self.mark(each), self.overlap(each))
        yield list_
        if len(told) < len(overlaps):
            rest = len(overlaps) - len(told)
            yield Text(f"and {rest} more, all of them in the page and the JSON", style="dim")

    def mark(self, overlap: Overlap) -> Text:
        kind = str(overlap.by) if overlap.label in INTERRUPTIONS else "other"
        return Text(self.glyphs.happenings[kind], style=_mark_style(kind))

    def overlap(self, overlap: Overlap) -> Text:
        cut_in = overlap.label in INTERRUPTIONS
        title = words.overlap(overlap.label, overlap.by)
        reason = self.text(words.addressed(overlap.reason), "dim")
        return Text.assemble((title, "bold" if cut_in else ""), "\n", reason, overflow="fold")

    def hints(self) -> Iterator[RenderableType]:
        if not self.reading.hints:
            return
        yield from self.heading("Hints worth keeping")
        list_ = _timed()
        for cue in self.reading.hints:
            kind, title = f"{words.KINDS[cue.kind]}: ", self.text(self.reading.title(cue), "bold")
            said = Text.assemble(kind, title, "\n", self.text(cue.text), overflow="fold")
            if cue.evidence:
                said.append("\n").append_text(self.text(words.addressed(cue.evidence), "dim"))
            mark = Text(self.glyphs.kinds[cue.kind], style=GOOD if cue.kind == "praise" else "bold")
            list_.add_row(words.moment(cue.t), mark, said)
        yield list_

    def gaps(self) -> Iterator[RenderableType]:
        if not self.report.gaps:
            return
        yield from self.heading("Gaps")
        list_ = _timed()
        for gap in self.report.gaps:
            whose, length, why = words.missing(gap)
            told = f"{whose}, {length} not heard: {why}" if whose else why
            list_.add_row(words.moment(gap.start), "!", self.text(told))
        yield list_

    def said(self) -> Iterator[RenderableType]:
        if self.report.engine is None:
            return
        yield from self.heading("Transcript")
        if not self.report.transcript:
            yield Text("No words were recognised.", style="dim", overflow="fold")
        list_ = _timed()
        for each in self.report.transcript:
            who = Text(words.PEOPLE[each.speaker], style="bold" if each.speaker is Speaker.AGENT else "")
            list_.add_row(words.moment(each.start), who, self.text(each.text))
        yield list_


def _timed() -> Table:
    """Give an empty list of three columns: when, a mark or who, and what."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True, style="dim")
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _mark_style(kind: str) -> str:
    if kind in ("agent", "customer"):
        return f"bold {COLOURS[Speaker(kind)]}"
    return "bold" if kind == "both" else "dim"
