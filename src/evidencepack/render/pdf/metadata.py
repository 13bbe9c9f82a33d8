# SPDX-License-Identifier: MPL-2.0
"""What the file says about itself: XMP and the information dictionary, which must agree (ISO 19005-2 6.6.2).

No claim of PDF/A or PDF/UA stands here: a claim is made only for a file that a validator passed.
"""

from __future__ import annotations

from html import escape

from evidencepack.render.pdf.syntax import text_string
from evidencepack.render.properties import Properties

_PRODUCER = "evidencepack"
_NAMESPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
)


def information(properties: Properties) -> str:
    """Return the information dictionary."""
    when = f"(D:{properties.as_of:%Y%m%d}000000Z)"
    return (
        f"<</Title{text_string(properties.title)}/Author{text_string(properties.author)}"
        f"/Subject{text_string(properties.subject)}/Keywords{text_string(properties.identifier)}"
        f"/Creator({_PRODUCER})/Producer({_PRODUCER})/CreationDate{when}/ModDate{when}>>"
    )


def xmp(properties: Properties) -> bytes:
    """Return the XMP packet (ISO 16684-1)."""
    when = f"{properties.as_of:%Y-%m-%d}T00:00:00Z"
    title, author = escape(properties.title), escape(properties.author)
    subject, keywords = escape(properties.subject), escape(properties.identifier)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {_NAMESPACES}>'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag><rdf:li>{properties.language}</rdf:li></rdf:Bag></dc:language>"
        f"<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{_PRODUCER}</pdf:Producer>"
        f"<xmp:CreatorTool>{_PRODUCER}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>"
        '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>'
    ).encode()
