# SPDX-License-Identifier: MPL-2.0
"""What of an old paper goes into a new tender, read from ``resources/reuse.toml`` and checked against the kinds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field, Kind
from evidencepack.library.problems import Problems
from evidencepack.library.reuse_model import KindReuse, Reuse
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable

FILE = "reuse.toml"
"""The file beside the folder of the kinds."""

_KINDS = ("stays", "buyers", "along", "followed")


def read_reuse(file: Path, kinds: Mapping[str, Kind], problems: Problems) -> Reuse:
    """Return what the file says, checked against the kinds; nothing but the defaults when there is no such file."""
    if not file.is_file():
        return Reuse()
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    named = {key: frozenset(top.texts(key)) for key in _KINDS}
    for key, names in named.items():
        for name in sorted(names - set(kinds)):
            top.refuse(key, f"there is no kind '{name}'")
    ahead = frozenset(top.texts("ahead"))
    read: dict[str, KindReuse] = {}
    for entry in top.each("kind", "id"):
        name = entry.text("id", needed=True)
        if name not in kinds or name in read:
            entry.refuse("id", f"there is no kind '{name}', or it stands here twice")
        read[name] = KindReuse(*(_fields(entry, key, kinds.get(name)) for key in ("clear", "keep", "buyers")))
        entry.finish()
    top.finish()
    return Reuse(**named, ahead=ahead, kinds=read)


def _fields(entry: TomlTable, key: str, kind: Kind | None) -> frozenset[str]:
    """Return the names of fields, or of columns as "table.column", under a key; each must be there."""
    found = frozenset(entry.texts(key))
    for name in sorted(found):
        field = _named(kind, name) if kind else None
        if field is None:
            entry.refuse(key, f"the kind has no field '{name}'")
        elif key == "keep" and field.type is not FieldType.DATE:
            entry.refuse(key, f"'{name}' is no date; everything else is kept already")
    return found


def _named(kind: Kind, name: str) -> Field | None:
    table, _, column = name.partition(".")
    field = kind.fields.get(table)
    return field if field is None or not column else next((one for one in field.columns if one.id == column), None)
