# SPDX-License-Identifier: MPL-2.0
"""What the file says about itself: XMP and the information dictionary, which must agree (ISO 19005-2 6.6.2).

The claims of PDF/A and PDF/UA stand here and nowhere else in a file.
"""

from __future__ import annotations

import hashlib

from evidencepack.render.pdf.syntax import text_string
from evidencepack.render.properties import Properties

_PRODUCER = "evidencepack"
_URL = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")  # the namespace of addresses (RFC 4122, appendix C)
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})
_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'
)
_UA = "http://www.aiim.org/pdfua/ns/id/"
# The identification schemas (ISO 19005-2 6.6.4, ISO 14289-1 5); the one of PDF/UA is none that PDF/A knows, so that it
# has to be described (ISO 19005-2 6.6.2.3).
_CLAIMS = (
    f'<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="{_UA}">'
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    "</rdf:Description>"
    '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">'
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_UA}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"
)


def information(properties: Properties) -> str:
    """Return the information dictionary."""
    when = f"(D:{properties.as_of.isoformat().replace('-', '')}000000Z)"
    return (
        f"<</Title{text_string(properties.title)}/Author{text_string(properties.author)}"
        f"/Subject{text_string(properties.subject)}/Keywords{text_string(properties.identifier)}"
        f"/Creator({_PRODUCER})/Producer({_PRODUCER})/CreationDate{when}/ModDate{when}>>"
    )


def xmp(properties: Properties, digest: str) -> bytes:
    """Return the XMP packet (ISO 16684-1), which nobody may change in its place: a claim goes with the bytes.

    ``digest`` is that of the rest of the file.
    """
    claims = _CLAIMS if properties.claims else ""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'{_description(properties, digest)}{claims}</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _description(properties: Properties, digest: str) -> str:
    when = f"{properties.as_of.isoformat()}T00:00:00Z"
    words = (properties.title, properties.author, properties.subject, properties.identifier)
    title, author, subject, keywords = (one.translate(_ENTITIES) for one in words)
    return (
        f'<rdf:Description rdf:about="" {_NAMESPACES}><dc:format>application/pdf</dc:format>'
        f"<dc:identifier>{keywords}</dc:identifier>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag><rdf:li>{properties.language}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{_PRODUCER}</pdf:Producer>"
        f"<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>"
        f"{_identity(properties, digest)}</rdf:Description>"
    )


def _identity(properties: Properties, digest: str) -> str:
    """Return the identifiers of XMP Media Management (XMP specification, part 2, 2.2).

    A version of a document keeps its own, however often it is printed; what is printed otherwise is another instance.
    Both are made of what they stand for (RFC 4122 4.3), as there is neither chance nor clock in rendering.
    """
    about = (properties.author, properties.subject, properties.reference, properties.version)
    document = _uuid(_URL, f"urn:{_PRODUCER}:" + "\n".join(about))
    file = _uuid(document, digest)
    return (
        f"<xmpMM:DocumentID>uuid:{_written(document)}</xmpMM:DocumentID>"
        f"<xmpMM:InstanceID>uuid:{_written(file)}</xmpMM:InstanceID>"
    )


def _uuid(namespace: bytes, name: str) -> bytes:
    """Return the UUID of a name (RFC 4122 4.3); the module of that name asks about the machine when it is loaded."""
    found = bytearray(hashlib.sha1(namespace + name.encode(), usedforsecurity=False).digest()[:16])
    found[6], found[8] = found[6] & 0x0F | 0x50, found[8] & 0x3F | 0x80
    return bytes(found)


def _written(uuid: bytes) -> str:
    words = uuid.hex()
    return "-".join((words[:8], words[8:12], words[12:16], words[16:20], words[20:]))
