"""What the journal's tables look like, asked of the database itself: for what goes over all of them."""

from dataclasses import dataclass

from app.storage.cipher import Database

DELETED = "deleted_at"
"""The column of rows that are out of sight."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its kind is "INTEGER", "REAL" or "TEXT"; `needed` if it has to have a value of its own."""

    name: str
    kind: str
    empty: bool
    needed: bool
    key: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A column that holds the id of a row of another table; `part`: with that row this one goes, too."""

    column: str
    table: str
    part: bool


def there(db: Database, table: str) -> bool:
    """Say whether a database has a table; a backup that an earlier version wrote may not."""
    return bool(columns(db, table))


def columns(db: Database, table: str) -> dict[str, Column]:
    """Give the columns of a table by name, without that of deletion."""
    found = db.conn.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)', [table])
    return {
        name: Column(name, kind, not (notnull or pk), bool(notnull or pk) and default is None, bool(pk))
        for name, kind, notnull, default, pk in found
        if name != DELETED
    }


def links(db: Database, table: str) -> tuple[Link, ...]:
    """Give what the rows of a table point to."""
    found = db.conn.execute('SELECT "from", "table", on_delete FROM pragma_foreign_key_list(?)', [table])
    return tuple(Link(column, other, on_delete == "CASCADE") for column, other, on_delete in found)


def in_sight(db: Database, table: str) -> str:
    """Give the SQL of the condition that a row of a table was not deleted, nor what it is a part of."""
    known = {name for (name,) in db.conn.execute("SELECT name FROM pragma_table_info(?)", [table])}
    fits = [f"{DELETED} IS NULL"] if DELETED in known else []
    for link in links(db, table):
        if link.part:
            fits.append(f"({link.column} IS NULL OR {points_into_sight(db, link)})")
    return " AND ".join(fits) or "TRUE"


def points_into_sight(db: Database, link: Link) -> str:
    """Give the SQL of the condition that a column points to a row that was not deleted."""
    return f"{link.column} IN (SELECT id FROM {link.table} WHERE {in_sight(db, link.table)})"
