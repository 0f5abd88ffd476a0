"""A process that writes to a journal until it is killed: what it acknowledged is told on its output.

Each change has a number, known to the journal, and what the journal holds after it is known beforehand:
the texts of the newest changes. So any state can be told from any other, and half of one from a whole.
"""

import os
import random
import sys
from datetime import UTC, datetime
from pathlib import Path

KEPT = 40
KEY = bytes(range(32))
LONG = 6000


def text(number: int) -> str:
    """Give what change `number` adds: 1 to LONG characters."""
    chance = random.Random(number)
    return chance.randbytes(LONG).hex()[: chance.randint(1, LONG)]


def rows(number: int) -> dict[int, str]:
    """Give what the journal holds after change `number`."""
    return {n: text(n) for n in range(max(1, number - KEPT + 1), number + 1)}


def change(db) -> int:  # type: ignore[no-untyped-def]
    """Make the next change; give its number."""
    ((before,),) = db.execute("SELECT value FROM state WHERE name = 'changes'").fetchall()
    number = before + 1
    db.table("follow_ups").insert(
        {"id": number, "text": text(number), "made_at": datetime.now(UTC).isoformat(), "state": "open"}
    )
    db.execute("DELETE FROM follow_ups WHERE id <= ?", [number - KEPT])
    return number


def held(db) -> tuple[int, dict[int, str]]:  # type: ignore[no-untyped-def]
    """Give the number of the last change and what is there."""
    ((number,),) = db.execute("SELECT value FROM state WHERE name = 'changes'").fetchall()
    return number, dict(db.execute("SELECT id, text FROM follow_ups").fetchall())


def main() -> None:
    """Wait for a line, open the journal in the folder named, say so, and write for ever."""
    from app.storage.journal import Journal

    sys.stdin.readline()
    journal = Journal.open(Path(sys.argv[1]), KEY)
    os.write(1, b"open\n" if journal.lost is None else b"lost\n")
    while True:
        number = journal.write("follow-up", change).result()
        os.write(1, f"{number}\n".encode())


if __name__ == "__main__":
    main()
