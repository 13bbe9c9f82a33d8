# SPDX-License-Identifier: MPL-2.0
"""Files that travel inside a tender file: base64, each checked against its SHA-256."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from evidencepack.domain.codec import Json
from evidencepack.exchange.mistakes import child
from evidencepack.exchange.reading import Reading

MOST_BYTES = 20 * 1024 * 1024
"""The largest attachment, in bytes."""

_KEYS = frozenset({"sha256", "name", "media_type", "data"})


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file carried with a tender: SHA-256 of its bytes, the name and media type it came with, the bytes."""

    sha256: str
    name: str
    media_type: str
    data: bytes


def read_attachments(reading: Reading, json: Json, path: str) -> tuple[CarriedFile, ...]:
    """Return the carried files; a wrong one is noted and left out."""
    found: dict[str, CarriedFile] = {}
    for place, item in enumerate(reading.items(json, path)):
        one = child(path, place)
        carried = _read(reading, item, one)
        if carried is None:
            continue
        if carried.sha256 in found:
            reading.mistakes.add(child(one, "sha256"), "is carried twice")
        found[carried.sha256] = carried
    _check_links(reading, found)
    return tuple(found.values())


def written(files: Iterable[CarriedFile]) -> list[Json]:
    """Return the JSON form of carried files."""
    return [
        {
            "sha256": file.sha256,
            "name": file.name,
            "media_type": file.media_type,
            "data": base64.b64encode(file.data).decode("ascii"),
        }
        for file in files
    ]


def _read(reading: Reading, json: Json, path: str) -> CarriedFile | None:
    members = reading.members(json, path, _KEYS)
    if not members.keys() >= _KEYS:
        return None
    said = members["sha256"]
    if isinstance(said, str):
        # Until the file has been read without a mistake.
        reading.faulty.add(said)
    name = reading.text(members["name"], child(path, "name"))
    media_type = reading.text(members["media_type"], child(path, "media_type"))
    data = _decoded(reading, members["data"], child(path, "data"))
    if data is None:
        return None
    digest = hashlib.sha256(data).hexdigest()
    if said != digest:
        reading.mistakes.add(child(path, "sha256"), "is not the SHA-256 of the data; the file was damaged or changed")
        return None
    reading.faulty.discard(digest)
    return CarriedFile(digest, name, media_type, data)


def _decoded(reading: Reading, json: Json, path: str) -> bytes | None:
    if not isinstance(json, str):
        reading.mistakes.add(path, "expected base64 text")
        return None
    if len(json) > MOST_BYTES * 4 // 3 + 4:
        reading.mistakes.add(path, f"is larger than {MOST_BYTES:,} bytes")
        return None
    try:
        return base64.b64decode(json, validate=True)
    except (binascii.Error, ValueError):
        reading.mistakes.add(path, "is not base64")
        return None


def _check_links(reading: Reading, found: dict[str, CarriedFile]) -> None:
    for link in reading.files:
        if link.target not in found and link.target not in reading.faulty:
            reading.mistakes.add(link.path, "names a file that is not among the attachments")
