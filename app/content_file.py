"""Reads one content file table by table and field by field; a fault names file, entry and field."""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from app.errors import KnownError
from app.language import tr


class ContentEntry:
    """A table of a content file, read field by field; `done` refuses what was not asked for."""

    def __init__(self, where: str, table: Mapping[str, Any]) -> None:
        self._where = where
        self._table = table
        self._asked: list[str] = []

    def fail(self, field: str, why: str) -> NoReturn:
        """Refuse a field."""
        raise KnownError(tr('{where}, field "{field}": {why}.', where=self._where, field=field, why=why))

    def has(self, field: str) -> bool:
        """Tell whether the field is there."""
        self._asked.append(field)
        return field in self._table

    def is_given(self, field: str, value: str) -> bool:
        """Tell whether the field is there and has this value."""
        return self.has(field) and self._table[field] == value

    def fields(self) -> tuple[str, ...]:
        """Give the names of all fields, where any name will do."""
        self._asked += self._table
        return tuple(self._table)

    def value(self, field: str) -> Any:
        """Give a field's value as it is."""
        if not self.has(field):
            self.fail(field, tr("is missing"))
        return self._table[field]

    def text(self, field: str) -> str:
        """Give a text that is not empty."""
        value = self.value(field)
        if not isinstance(value, str) or not value.strip():
            self.fail(field, tr("must be a text that is not empty"))
        return value

    def choice(self, field: str, allowed: Collection[str]) -> str:
        """Give a text that is one of `allowed`."""
        value = self.text(field)
        self.check(field, [value], allowed)
        return value

    def texts(
        self, field: str, allowed: Collection[str] | None = None, optional: bool = False
    ) -> tuple[str, ...]:
        """Give a list of texts, not empty unless it may be missing; each one of `allowed`, if given."""
        if optional and not self.has(field):
            return ()
        value = self.value(field)
        texts = value if isinstance(value, list) else []
        if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
            self.fail(field, tr("must be a list of texts, none of them empty"))
        self.check(field, texts, allowed)
        return tuple(value)

    def number(self, field: str, low: float, high: float, default: float | None = None) -> float:
        """Give a number from `low` to `high`."""
        if default is not None and not self.has(field):
            return default
        value = self.value(field)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self.fail(field, tr("must be a number from {low:g} to {high:g}", low=low, high=high))
        return float(value)

    def flag(self, field: str) -> bool:
        """Give true or false; missing is false."""
        value = self.value(field) if self.has(field) else False
        if not isinstance(value, bool):
            self.fail(field, tr("must be true or false"))
        return value

    def table(self, field: str) -> "ContentEntry":
        """Give a table inside this one; missing is empty."""
        value = self.value(field) if self.has(field) else {}
        if not isinstance(value, dict):
            self.fail(field, tr("must be a table"))
        return ContentEntry(f'{self._where}, "{field}"', value)

    def tables(self, field: str, naming: str = "") -> "list[ContentEntry]":
        """Give a list of tables, not empty, each named in faults by its number and the field `naming`."""
        tables = self.value(field)
        if not isinstance(tables, list) or not tables or not all(isinstance(each, dict) for each in tables):
            self.fail(field, tr("must be a list of tables"))
        return [
            ContentEntry(f"{self._where}, {field} {n}{f' ({table.get(naming)})' if naming else ''}", table)
            for n, table in enumerate(tables, 1)
        ]

    def done(self) -> None:
        """Refuse fields that nobody asked for."""
        for field in self._table:
            if field not in self._asked:
                self.fail(
                    field, tr("is not known here; known are {list}", list=", ".join(sorted(set(self._asked))))
                )

    def check(self, field: str, values: Iterable[str], allowed: Collection[str] | None) -> None:
        """Refuse values that are not among `allowed`, if given."""
        for value in values:
            if allowed is not None and value not in allowed:
                self.fail(
                    field, tr('"{value}" is not one of {list}', value=value, list=", ".join(sorted(allowed)))
                )


class ContentFile:
    """A content file."""

    def __init__(self, folder: Path, name: str) -> None:
        self._name = name
        try:
            self._data = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise KnownError(
                tr("{name} can't be read ({error}); put the delivered file back.", name=name, error=error)
            ) from error

    def whole(self) -> ContentEntry:
        """Give the file as one entry."""
        return ContentEntry(self._name, self._data)

    def entries(self, key: str, naming: str) -> list[ContentEntry]:
        """Give the tables [[key]], each named in faults by its number and the field `naming`."""
        tables = self._data.get(key) if len(self._data) == 1 else None
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise KnownError(
                tr("{name} must hold [[{key}]] entries and nothing else.", name=self._name, key=key)
            )
        return [
            ContentEntry(f"{self._name}, {key} {n} ({table.get(naming)})", table)
            for n, table in enumerate(tables, 1)
        ]
