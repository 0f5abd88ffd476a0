from collections.abc import Iterator
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.domain.days import monday
from app.domain.focus import suggested
from app.domain.journal import Week
from app.storage import calls, focus, follow_ups, reflections, trends
from app.storage.cipher import Database
from tests import demo_journal, journals
from tests.demo_journal import OFF, WEEKS

TODAY = date(2026, 11, 19)


def weekly(folder: Path, today: date, seed: int = 5) -> list[Week]:
    folder.mkdir()
    with journals.opened(folder) as db:
        demo_journal.write(db, today, seed)
        return trends.weekly(db)


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Database]:
    """The demo journal's database."""
    with journals.opened(tmp_path) as db:
        demo_journal.write(db, TODAY)
        yield db


@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 16), date(2026, 11, 22), date(2024, 2, 29)])
def test_it_has_eight_weeks_that_end_today_one_of_them_off(tmp_path: Path, today: date) -> None:
    weeks = weekly(tmp_path / "demo", today)
    with_calls = [week.monday for week in weeks if week.calls]
    first = monday(today) - timedelta(weeks=WEEKS - 1)
    assert with_calls == [first + timedelta(weeks=week) for week in range(WEEKS) if week != OFF]


def test_a_day_and_a_seed_give_the_same_journal(tmp_path: Path) -> None:
    once, again, other = (
        weekly(tmp_path / str(number), TODAY, seed) for number, seed in enumerate((5, 5, 6))
    )
    assert once == again != other


def test_the_agent_gets_better_and_every_trend_has_something_to_show(demo: Database) -> None:
    weeks = [week for week in trends.weekly(demo) if week.calls]
    first, last = weeks[0], weeks[-1]
    assert None not in {getattr(last, field.name) for field in fields(last)}
    assert first.talk_ratio and last.talk_ratio and first.talk_ratio - last.talk_ratio > 0.1
    assert sum(week.kept for week in weeks) > sum(week.missed for week in weeks) > 0


def test_today_has_calls_to_reflect_on_a_promise_and_a_focus_with_a_reason(demo: Database) -> None:
    todays = calls.find(demo, since=TODAY)
    assert len(todays) == 3 and len([each for each in todays if not reflections.of_call(demo, each.id)]) == 2
    assert follow_ups.due(demo, TODAY)
    seen = focus.seen(demo, monday(TODAY) - timedelta(weeks=4))
    coaching = demo_journal.load_coaching(demo_journal.paths.resources_folder() / "content")
    assert suggested(seen, monday(TODAY), coaching.rules, {}).nudged >= 5
