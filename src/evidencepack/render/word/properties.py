# SPDX-License-Identifier: MPL-2.0
"""What a Word file says about itself: whose it is, and which document in which version."""

from __future__ import annotations

from evidencepack.render.properties import Properties
from evidencepack.render.word.markup import DECLARATION, escaped

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = f"{_OFFICE}/docPropsVTypes"
# The set of properties that people name themselves ([MS-OLEPS] 2.18.2), whose numbers begin at 2.
_FORMAT, _FIRST = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}", 2
_LENGTH = 255
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)


def core(properties: Properties) -> bytes:
    """Return ``docProps/core.xml``: title, organisation and document; every date is the date of the content."""
    day = f"{properties.as_of.isoformat()}T00:00:00Z"
    author = escaped(properties.author[:_LENGTH])
    named = (
        ("dc:language", escaped(properties.language)),
        ("dc:title", escaped(properties.title[:_LENGTH])),
        ("dc:creator", author),
        ("cp:lastModifiedBy", author),
        ("dc:subject", escaped(properties.subject[:_LENGTH])),
        ("dc:identifier", escaped(properties.identifier[:_LENGTH])),
        ("cp:version", escaped(properties.version[:_LENGTH])),
        ("cp:revision", "1"),
    )
    inner = "".join(f"<{name}>{words}</{name}>" for name, words in named)
    inner += "".join(
        f'<dcterms:{one} xsi:type="dcterms:W3CDTF">{day}</dcterms:{one}>' for one in ("created", "modified")
    )
    return f"{DECLARATION}<cp:coreProperties {_CORE}>{inner}</cp:coreProperties>".encode()


def extended(properties: Properties) -> bytes:
    """Return ``docProps/app.xml``: the organisation, and no program."""
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Company>{escaped(properties.author[:_LENGTH])}</Company></Properties>"
    ).encode()


def custom(properties: Properties) -> bytes:
    """Return ``docProps/custom.xml``: document and version, which programs keep that lose all else."""
    named = {"Document": properties.reference, "Document version": properties.version}
    inner = "".join(
        f'<property fmtid="{_FORMAT}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escaped(words[:_LENGTH])}</vt:lpwstr></property>"
        for number, (name, words) in enumerate(named.items(), _FIRST)
    )
    return (
        f'{DECLARATION}<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_TYPES}">{inner}</Properties>'
    ).encode()
