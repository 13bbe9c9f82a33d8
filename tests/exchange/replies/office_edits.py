# SPDX-License-Identifier: MPL-2.0
"""Opens Word files in LibreOffice, edits some as a person would, and saves them as Word files.

A program of its own, for the Python of the system, which knows LibreOffice: ``office_edits.py SOFFICE FOLDER``. Every
.docx of the folder is saved into its folder ``back``, after the edits that ``edits.json`` there names for it: lists of
a function of this program and its arguments, by the name of the file. Those in its list "printed" are printed as PDF:
before they are saved, and after they were opened again.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import string
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.connection import NoConnectException  # type: ignore[import-not-found]

_LETTERS = string.ascii_letters
_PARAGRAPH_BREAK, _BOLD = 0, 150.0


def main(soffice: str, folder: Path) -> None:
    """Save every file of the folder."""
    pipe = f"evidencepack{folder.name}".replace("-", "")
    (folder / "back").mkdir()
    accept = f"--accept=pipe,name={pipe};urp;"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    edits = json.loads((folder / "edits.json").read_text("utf-8"))
    # The program is started by others, which leave it behind when they are ended alone.
    with subprocess.Popen([soffice, profile, "--headless", "--norestore", accept], start_new_session=True) as office:
        try:
            desktop = _desktop(pipe)
            for file in sorted(folder.glob("*.docx")):
                _work_on(desktop, file, edits.get(file.stem, []), printed=file.stem in edits["printed"])
            desktop.terminate()
            office.wait(60)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(office.pid, signal.SIGKILL)


def _work_on(desktop: Any, file: Path, edits: list[list[Any]], *, printed: bool) -> None:
    document = _opened(desktop, file)
    for name, *arguments in edits:
        EDITS[name](document, *arguments)
    back = file.parent / "back" / file.name
    _save(document, back, "MS Word 2007 XML")
    if printed:
        _save(document, back.with_suffix(".before.pdf"), "writer_pdf_Export")
        again = _opened(desktop, back)
        _save(again, back.with_suffix(".after.pdf"), "writer_pdf_Export")
        again.close(True)
    document.close(True)


def replace(document: Any, old: str, new: str) -> None:
    """Replace words wherever they stand."""
    search = document.createReplaceDescriptor()
    search.SearchString, search.ReplaceString, search.SearchCaseSensitive = old, new, True
    document.replaceAll(search)


def tracked(document: Any, old: str, new: str) -> None:
    """Replace words, and have the change tracked; nothing in their place takes them out."""
    document.RecordChanges = True
    replace(document, old, new)
    document.RecordChanges = False


def track(document: Any, on: bool) -> None:  # noqa: FBT001 - it comes from a list of plain values
    """Have all that follows tracked, or not."""
    document.RecordChanges = on


def across(document: Any, first: str, last: str, new: str) -> None:
    """Put words in the place of all from some words to others."""
    start = _found(document, first)
    cursor = start.Text.createTextCursorByRange(start.Start)
    cursor.gotoRange(_found(document, last).End, True)
    cursor.setString(new)


def split(document: Any, words: str) -> None:
    """Begin a new paragraph before words."""
    found = _found(document, words)
    found.Text.insertControlCharacter(found.Start, _PARAGRAPH_BREAK, False)


def bold(document: Any, words: str) -> None:
    """Make words bold."""
    _found(document, words).CharWeight = _BOLD


def update(document: Any) -> None:
    """Have all fields and lists of contents made anew."""
    document.TextFields.refresh()
    indexes = document.DocumentIndexes
    for place in range(indexes.Count):
        indexes.getByIndex(place).update()


def retype(document: Any, row: str, column: int, new: str) -> None:
    """Take another word from the list, or another date, in a cell of the row that holds these words."""
    table, at = _row_of(document, row)
    cell = table.getCellByName(_cells_of(table, at)[column])
    where = (table.Name, cell.CellName)
    found = _found(document, cell.String, lambda one: one.Cell and (one.TextTable.Name, one.Cell.CellName) == where)
    found.setString(new)


def take_row(document: Any, words: str) -> None:
    """Take out the row that holds these words."""
    table, at = _row_of(document, words)
    table.Rows.removeByIndex(at, 1)


def add_row(document: Any, words: str, *cells: str) -> None:
    """Add a row at the end of the table in which these words stand."""
    table, _ = _row_of(document, words)
    table.Rows.insertByIndex(table.Rows.Count, 1)
    for name, said in zip(_cells_of(table, table.Rows.Count - 1), cells, strict=True):
        table.getCellByName(name).setString(said)


_ALL = (replace, tracked, track, across, split, bold, update, retype, take_row, add_row)
EDITS = {one.__name__: one for one in _ALL}


def _found(document: Any, words: str, fits: Callable[[Any], bool] = lambda _: True) -> Any:
    search = document.createSearchDescriptor()
    search.SearchString, search.SearchCaseSensitive = words, True
    found = document.findFirst(search)
    while found is not None and not fits(found):
        found = document.findNext(found.End, search)
    if found is None:
        raise SystemExit(f"{words!r} is not there")
    return found


def _row_of(document: Any, words: str) -> tuple[Any, int]:
    """Return the table in which words stand, and the number of their row."""
    found = _found(document, words, lambda one: one.TextTable is not None)
    return found.TextTable, int("".join(sign for sign in found.Cell.CellName if sign.isdigit())) - 1


def _cells_of(table: Any, row: int) -> list[str]:
    return [name for name in table.CellNames if name.lstrip(_LETTERS) == str(row + 1)]


def _desktop(pipe: str) -> Any:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(300):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
        else:
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    raise SystemExit("LibreOffice does not answer")


def _opened(desktop: Any, file: Path) -> Any:
    return desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (_property("Hidden", True),))


def _save(document: Any, file: Path, form: str) -> None:
    document.storeToURL(file.as_uri(), (_property("FilterName", form),))


def _property(name: str, value: object) -> Any:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
