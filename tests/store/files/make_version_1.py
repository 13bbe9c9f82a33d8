# SPDX-License-Identifier: MPL-2.0
"""Makes the workspace of version 1 that the migration tests open.

It was run once, when version 1 was the newest that anybody could have; its result stands beside it and never changes.
    python tests/store/files/make_version_1.py tests/store/files/version_1.evidencepack
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType, Money
from evidencepack.store.migrations.sequence import migrate
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace

TABLES = (
    "workspace",
    "actor",
    "device",
    "revision",
    "record",
    "table_row",
    "value",
    "attachment",
    "search_entry",
    "search_index",
)


def fill(workspace: Workspace) -> None:
    """Write one of everything that version 1 knows."""
    tender = workspace.add_record("tender", "TBN-ASC-2027-014")
    partner = workspace.add_record("organisation", "MT")
    workspace.set_value(FieldPath(partner.id, "name"), FieldType.TEXT, "মৈত্রী কমিউনিটি ট্রাস্ট")
    mou = workspace.add_record("mou", "TBN-MOU-01", tender=tender.id)
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.LONG_TEXT, "Home first")
    workspace.set_value(FieldPath(mou.id, "purpose"), FieldType.LONG_TEXT, "Home first, within 48 hours")
    workspace.set_value(FieldPath(mou.id, "fee"), FieldType.MONEY, Money(5_800_000))
    workspace.set_value(FieldPath(mou.id, "fee"), FieldType.MONEY, None)
    for what in ("Fewer falls", "Fewer readmissions", "Removed again"):
        row = workspace.add_row(mou.id, "objectives")
        workspace.set_value(FieldPath(mou.id, "objectives", row, "what"), FieldType.TEXT, what)
    workspace.move_row(mou.id, "objectives", row)
    workspace.remove_row(mou.id, "objectives", row)
    logo = workspace.attach(b"\x89PNG not really", "logo.png", "image/png")
    workspace.set_value(FieldPath(partner.id, "logo"), FieldType.FILE, logo)
    workspace.remove_record(workspace.add_record("meeting", "M1", tender=tender.id).id)


def copy_as_version_1(newest: Path, target: Path) -> None:
    """Copy what version 1 had room for into a file that only its migration made."""
    with closing(Database(sqlite3.connect(target, isolation_level=None))) as old:
        migrate(old.conn, to=1)
        old.execute("ATTACH ? AS newest", [str(newest)])
        old.execute("BEGIN")
        for table in TABLES:
            names = ["rowid", "words"] if table == "search_index" else [c.name for c in old.table(table).columns]
            columns = ", ".join(names)
            old.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM newest.{table}")  # noqa: S608
        old.execute("COMMIT")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "newest.evidencepack"
        jane = Session("Jane", "laptop-1", "0.1.0", lambda: datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
        with create_workspace(made, session=jane) as filled:
            fill(filled)
        copy_as_version_1(made, Path(sys.argv[1]))
