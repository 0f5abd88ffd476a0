"""Search over reflections and the transcripts that are kept, the best first."""

import re
from collections.abc import Iterator
from datetime import date
from heapq import merge
from typing import Any

from app.domain.history import EVERYTHING, Filters
from app.domain.journal import Hit, Where
from app.storage import calls, history
from app.storage.cipher import Database

RANKED = 1000
"""How many rows of a kind are ranked, the newest: a word that is in more tells nothing by its rank."""

SNIPPET_WORDS = 16

_OPENS, _CLOSES = "\ufdd0", "\ufdd1"
"""What marks a match inside a snippet: code points that are no characters and so in no text."""

_PARTS = re.compile(r'["“”„]([^"“”„]*)(["“”„]?)|([^\s"“”„]+)')
"""Words in quotes, with the quote that closes them, or one word."""

_WORD = re.compile(r"[^\W_]+")

_TABLES = {Where.REFLECTION: "reflections_fts", Where.TRANSCRIPT: "transcript_fts"}

_FOUND = {
    Where.REFLECTION: """
        SELECT reflections.id, call_id, day, snippet(reflections_fts, -1, ?, ?, '…', ?), rank
        FROM reflections_fts JOIN reflections ON id = reflections_fts.rowid
        WHERE reflections_fts MATCH ? AND reflections_fts.rowid >= ? AND deleted_at IS NULL AND {fits}
        ORDER BY rank
    """,
    Where.TRANSCRIPT: """
        SELECT transcript.id, call_id, day, snippet(transcript_fts, -1, ?, ?, '…', ?), rank
        FROM transcript_fts JOIN transcript ON transcript.id = transcript_fts.rowid
            JOIN calls ON calls.id = call_id
        WHERE transcript_fts MATCH ? AND transcript_fts.rowid >= ? AND deleted_at IS NULL AND {fits}
        ORDER BY rank
    """,
}


def search(db: Database, text: str, limit: int = 50, asked: Filters = EVERYTHING) -> list[Hit]:
    """Give what holds every word of `text` and fits what is asked for, the best first.

    Of a transcript only its best line is given. The last word may be the beginning of one, unless it is a
    single letter; words in quotes must stand together. Nothing else in `text` has a meaning of its own;
    without any word nothing is found.
    """
    match = query(text)
    if not match:
        return []
    hits: list[Hit] = []
    seen: set[int | None] = set()
    for hit in merge(*(_found(db, kind, match, asked) for kind in Where), key=lambda hit: hit.rank):
        if hit.kind is Where.TRANSCRIPT:
            if hit.call_id in seen:
                continue
            seen.add(hit.call_id)
        hits.append(hit)
        if len(hits) == limit:
            break
    return hits


def _found(db: Database, kind: Where, match: str, asked: Filters) -> Iterator[Hit]:
    """Give the hits of a kind, the best first; each is only worked out when it is asked for."""
    table = _TABLES[kind]
    fits, values = ("TRUE", []) if asked == EVERYTHING else _fitting(kind, asked)
    oldest = db.execute(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? AND {fits} ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        [match, *values, RANKED - 1],
    ).fetchone()
    since = oldest[0] if oldest else 0
    for row_id, call_id, day, snippet, rank in db.execute(
        _FOUND[kind].format(fits=fits), [_OPENS, _CLOSES, SNIPPET_WORDS, match, since, *values]
    ):
        yield Hit(kind, row_id, call_id, date.fromisoformat(day), _pieces(snippet), rank)


def _fitting(kind: Where, asked: Filters) -> tuple[str, list[Any]]:
    """Give the SQL of the condition that a row of the search index fits, and its values."""
    of_calls, values = calls.fitting(asked)
    fits = f"call_id IN (SELECT id FROM calls WHERE {of_calls})"
    if kind is Where.REFLECTION:
        alone, others = history.alone(asked)
        fits, values = f"{fits} OR ({alone})", [*values, *others]
    table = _TABLES[kind]
    # The plus keeps SQLite from asking the index anew for every row that fits.
    return f"+{table}.rowid IN (SELECT id FROM {table.removesuffix('_fts')} WHERE {fits})", values


def query(text: str) -> str:
    """Give `text` as a query of FTS5: each word, or the words in quotes, as one string of its syntax.

    "" where there is no word in it, which would be none.
    """
    parts: list[str] = []
    unfinished = False
    for quoted, closed, word in _PARTS.findall(text):
        words = _WORD.findall(quoted or word)
        if words:
            # What is a word, FTS5 knows best; but to it a text ends at NUL.
            parts.append('"' + (quoted or word).replace("\0", " ") + '"')
            unfinished = not closed and len(words[-1]) > 1
    return " ".join(parts) + ("*" if unfinished else "")


def _pieces(snippet: str) -> tuple[tuple[str, bool], ...]:
    """Give a marked snippet as pieces of text, each with whether it matches."""
    pieces = re.split(f"[{_OPENS}{_CLOSES}]", snippet)
    return tuple((piece, place % 2 == 1) for place, piece in enumerate(pieces) if piece)
