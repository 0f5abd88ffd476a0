"""SQLCipher under sqlite-utils: how a database of the journal is opened, and nothing else.

sqlite-utils takes whatever is importable as `pysqlite3` for its driver; with any other than the one that
made a connection, `INSERT ... RETURNING` and `alter=True` fail. So SQLCipher stands there before it is
imported, and every module of the journal imports `Database` from here.
"""

import sys
from pathlib import Path

import sqlcipher3
import sqlcipher3.dbapi2 as driver

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = driver

from sqlite_utils import Database  # noqa: E402
from sqlite_utils.migrations import Migrations  # noqa: E402

__all__ = ["Database", "Migrations", "connect", "driver", "unharmed"]

KEY_BYTES = 32


def connect(path: Path, key: bytes, *, read_only: bool = False) -> Database:
    """Open the database at `path` with its 32-byte key; unless `read_only`, one that is not there is made.

    Autocommit: a transaction begins with `atomic()`. The driver's own errors come through: DatabaseError
    for a wrong key or a damaged page, OperationalError for a place that can't be read or written. Meant
    for one thread at a time.
    """
    assert len(key) == KEY_BYTES
    mode = "ro" if read_only else "rwc"
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )
    try:
        # Before the key: else SQLCipher says on the error output what it thinks of a wrong one.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute(
            "PRAGMA cipher_memory_security = OFF"
        )  # locking pages costs far more than it saves
        connection.execute("PRAGMA temp_store = MEMORY")  # a temporary file would not be encrypted
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA busy_timeout = 2000")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the key is tried only now
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return Database(connection)


def unharmed(db: Database) -> bool:
    """Say whether every page read over this connection was what had been written.

    SQLCipher gives zeros for a page that was not, and then refuses further ones. But where no further one is
    needed, as at the end of a long text, nothing else tells of it.
    """
    status: str = db.conn.execute("PRAGMA cipher_status").fetchone()[0]
    return status == "1"
