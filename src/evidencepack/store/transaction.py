# SPDX-License-Identifier: MPL-2.0
"""One transaction: all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from sqlite3 import Connection as Database


def _nothing() -> None:
    """Check nothing before the commit."""


@contextmanager
def transaction(db: Database, *, before_commit: Callable[[], None] = _nothing) -> Iterator[None]:
    """Run the block in one transaction; any error, also one of ``before_commit``, undoes all of it."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        before_commit()
        db.execute("COMMIT")
    except BaseException:
        # A full disk has rolled back already.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
