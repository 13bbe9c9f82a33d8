# SPDX-License-Identifier: MPL-2.0
"""Word files made by code: a sound one, others with one part exchanged, and hostile ones."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

SOUND = (Path(__file__).parents[2] / "resources" / "word" / "base.docx").read_bytes()
MAIN = "word/document.xml"
TYPES = "[Content_Types].xml"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def parts(data: bytes = SOUND) -> dict[str, bytes]:
    """Return the parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of parts."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, method)
    return into.getvalue()


def having(name: str, part: bytes) -> bytes:
    """Return the sound file with a part more, or another in its place."""
    return zipped(parts() | {name: part})


def typed(old: str, new: str) -> bytes:
    """Return the sound file that says something else of what its parts are."""
    return having(TYPES, parts()[TYPES].replace(old.encode(), new.encode()))


def linked(kind: str, target: str, mode: str = "External") -> bytes:
    """Return the sound file with one relationship more."""
    name = "word/_rels/document.xml.rels"
    link = f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
    return having(name, parts()[name].replace(b"</Relationships>", link.encode()))


def compound(name: str) -> bytes:
    """Return the beginning of a file as old Office writes them, with a stream of this name."""
    return OLE + name.encode("utf-16-le") + bytes(512)


def laughs(encoding: str = "utf-8") -> bytes:
    """Return a file whose text is ten lines of XML, and thousands of millions of words once it is read."""
    lines = '<!ENTITY e0 "ha">' + "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    return having(MAIN, f"<!DOCTYPE a [{lines}]><a>&e9;</a>".encode(encoding))


def many_elements(count: int) -> bytes:
    """Return XML of so many elements that it cannot be packed to almost nothing."""
    chance = random.Random(1)  # noqa: S311 - the same every time
    return b"<a>" + b"".join(chance.choices((b"<p/>", b"<q/>"), k=count)) + b"</a>"


def damaged(chance: random.Random) -> bytes:
    """Return the sound file with damage: to the zip, or to the XML of a part that is packed again."""
    if chance.random() < 0.5:
        return hurt(chance, SOUND)
    found = parts()
    name = chance.choice(sorted(found))
    return zipped(found | {name: hurt(chance, found[name])})


def hurt(chance: random.Random, data: bytes) -> bytes:
    """Return bytes with a few of them changed, gone, or there again."""
    hurt = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        place = chance.randrange(len(hurt))
        match chance.randrange(6):
            case 0:
                hurt[place] = chance.randrange(256)
            case 1:
                del hurt[place : place + chance.randint(1, 40)]
            case 2:
                hurt[place:place] = hurt[: chance.randint(1, 40)]
            case _:
                # A letter for a letter: XML often stays XML.
                hurt[place] = hurt[place] ^ 1 if bytes(hurt[place : place + 1]).isalnum() else hurt[place]
        if not hurt:
            return b""
    return bytes(hurt)
