import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from app.domain.report import Measures, Report, Source
from app.paths import resources_folder
from app.report.words import CHANNELS, ENGINES, KINDS, LABELS, REMEDIES, SOURCES
from tests.unit.report.any_report import reports, some_calls
from tests.unit.report.reports import example

SCHEMA = json.loads((resources_folder() / "report.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@some_calls
@given(reports())
def test_every_report_keeps_to_the_schema_once_written_and_read(report: Report) -> None:
    VALIDATOR.validate(json.loads(json.dumps(report.as_dict())))


def test_a_call_of_no_length_keeps_to_the_schema() -> None:
    empty = Report(
        Source("recording", 0.0, 8000, 1), None, "mic-only", "There is one channel only.", Measures()
    )
    VALIDATOR.validate(empty.as_dict())


def test_the_schema_knows_just_the_words_that_the_report_can_say() -> None:
    properties = SCHEMA["properties"]

    def named(part: str, key: str) -> set[str]:
        return set(properties[part]["items"]["properties"][key]["enum"])

    assert named("overlaps", "label") == set(LABELS)
    assert named("cues", "kind") == set(KINDS)
    assert named("gaps", "channel") == set(CHANNELS)
    assert set(properties["separation"]["enum"]) == set(REMEDIES)
    assert set(properties["source"]["properties"]["kind"]["enum"]) == set(SOURCES)
    assert set(properties["engine"]["oneOf"][1]["properties"]["name"]["enum"]) == set(ENGINES)


def parts(form: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the path of every object in a JSON form."""
    if isinstance(form, dict):
        return [path, *(found for key, value in form.items() for found in parts(value, (*path, key)))]
    if isinstance(form, list):
        return [found for index, value in enumerate(form) for found in parts(value, (*path, index))]
    return []


def test_the_schema_is_strict_everywhere_nothing_more_and_nothing_less() -> None:
    form = example().as_dict()
    for path in parts(form):
        for change in ("more", "less"):
            bent = deepcopy(form)
            place = bent
            for key in path:
                place = place[key]
            if change == "more":
                place["surprise"] = 1
            else:
                place.popitem()
            assert not VALIDATOR.is_valid(bent), (path, change)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("separation",), "stereo"),
        (("source", "duration_s"), -1),
        (("metrics", "talk_ratio"), 1.2),
        (("metrics", "turns"), 1.5),
        (("metrics", "agent_talk_s"), None),
        (("engine", "name"), "other"),
        (("overlaps", 0, "label"), "interruption"),
        (("overlaps", 0, "by"), "caller"),
        (("cues", 0, "kind"), "scold"),
        (("spurts", 0, "start"), None),
    ],
)
def test_a_wrong_value_is_refused(path: tuple[Any, ...], value: object) -> None:
    form = example().as_dict()
    place: Any = form
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(form)


@pytest.mark.parametrize("separation", ["mic-only", "inseparable"])
def test_a_number_that_cannot_be_known_is_refused(separation: str) -> None:
    honest = replace(
        example(),
        separation=separation,
        separation_reason="Why.",
        overlaps=(),
        measures=replace(
            example().measures, talk_ratio=None, interruptions_agent=None, interruptions_customer=None
        ),
    )
    assert VALIDATOR.is_valid(honest.as_dict())
    assert not VALIDATOR.is_valid(replace(honest, separation_reason=None).as_dict())
    assert not VALIDATOR.is_valid(
        replace(honest, measures=replace(honest.measures, talk_ratio=0.4)).as_dict()
    )
    assert not VALIDATOR.is_valid(
        replace(honest, measures=replace(honest.measures, interruptions_customer=0)).as_dict()
    )


def test_words_without_a_recogniser_are_refused() -> None:
    assert not VALIDATOR.is_valid(replace(example(), engine=None).as_dict())
