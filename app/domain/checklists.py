"""Checklists before a call: the shipped ones and the user's own as one list, and what a call ticks itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.journal import Checklist, ChecklistItem, ChecklistRun

MOST = 9
"""Checks that a checklist holds at most, as each has a key of its own, 1 to 9."""

LONGEST_CHECK, LONGEST_TITLE = 200, 60
"""Letters of a check and of a title at most."""

OTHERWISE = "general"
"""The call type whose checklists serve for a type that has none."""

SHIPPED = 0
"""The id of a checklist that is as it was shipped: it has no row of its own in the journal."""


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist of the product's content: its checks in their order; `call_type` None is for any call."""

    id: str
    title: str
    call_type: str | None
    items: tuple[ChecklistItem, ...]

    def as_shipped(self) -> Checklist:
        """Give it as a checklist nobody has changed yet."""
        return Checklist(SHIPPED, self.title, self.call_type, self.items, self.id)


def offered(templates: Mapping[str, Template], own: Sequence[Checklist]) -> tuple[Checklist, ...]:
    """Give all checklists there are: the shipped ones in their order, then the user's own in theirs.

    A version of the user's own takes the place of the shipped one it was made from.
    """
    versions = {each.origin: each for each in reversed(own) if each.origin in templates}
    shipped = [versions.get(id) or template.as_shipped() for id, template in templates.items()]
    return (*shipped, *(each for each in own if each not in shipped))


def key_of(checklist: Checklist) -> str:
    """Give what a checklist is known by before and after it becomes a version of the user's own."""
    return checklist.origin or str(checklist.id)


def fitting(checklists: Iterable[Checklist], call_type: str) -> tuple[Checklist, ...]:
    """Give those for calls of this type (for one without any those of OTHERWISE), then those for any call."""
    checklists = tuple(checklists)
    mine = [each for each in checklists if each.call_type == call_type]
    mine = mine or [each for each in checklists if each.call_type == OTHERWISE]
    return (*mine, *(each for each in checklists if each.call_type is None))


def moved(items: tuple[ChecklistItem, ...], place: int, by: int) -> tuple[ChecklistItem, ...]:
    """Give the checks with the one at `place` put `by` places further down; past an end it stays there."""
    rest = [*items]
    item = rest.pop(place)
    rest.insert(min(max(place + by, 0), len(rest)), item)
    return tuple(rest)


def reworded(item: ChecklistItem, text: str) -> ChecklistItem:
    """Give the check with another text; it keeps its technique while half of its words are still there."""
    old, new = ({word.casefold() for word in each.split()} for each in (item.text, text))
    same = 2 * len(old & new) >= len(old)
    return ChecklistItem(text, item.technique if same else None)


def unlike(title: str, taken: Iterable[str]) -> str:
    """Give a title that none of the others has, as near to this one as that allows."""
    taken = {each.casefold() for each in taken}
    names = (title, f"{title} (own)", *(f"{title} (own {n})" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name.casefold() not in taken)


def heard_in(run: ChecklistRun, places: Mapping[str, int]) -> ChecklistRun:
    """Give the preparation with where in the call each check was heard: technique to its place (samples)."""
    ticks = tuple(replace(tick, heard_at=places.get(tick.item.technique or "")) for tick in run.ticks)
    return replace(run, ticks=ticks)
