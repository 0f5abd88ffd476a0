"""What the parts of the Review page show: one call, as far as it is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.domain.journal import Call, MarkedMoment, Rephrasing
from app.domain.report import Report
from app.domain.timeline import Utterance


@dataclass(frozen=True, slots=True)
class Shown:
    """One call under review; replaced, never changed.

    `report` is as measured, but its lines have the user's corrections; `heard` gives the measured text of
    those (place in the transcript -> text), `labels` the user's own labels (place among the overlaps ->
    label; one that is as measured says that it is right). `call` is None while it is not in the journal.
    `until` is how far it is known (samples), the whole length once it is `done`.
    """

    name: str
    call_type: str
    report: Report
    until: int
    length: int
    done: bool = True
    call: Call | None = None
    marks: tuple[MarkedMoment, ...] = ()
    labels: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    heard: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    rephrasings: tuple[Rephrasing, ...] = ()

    def with_line(self, place: int, text: str) -> "Shown":
        """Give it with another text of a line, as the user corrects it; as it was heard takes that back."""
        line: Utterance = self.report.transcript[place]
        lines = list(self.report.transcript)
        lines[place] = replace(line, text=text, words=())
        heard = {**self.heard, place: self.heard.get(place, line.text)}
        if heard[place] == text:
            del heard[place]
        return replace(self, report=replace(self.report, transcript=tuple(lines)), heard=heard)
