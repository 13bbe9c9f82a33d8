# SPDX-License-Identifier: MPL-2.0
"""The peer's template: a Word file with docxtpl's tags in it, in the styles of our own empty document.

It is as small and as quick as a template for any pack can be: a loop over documents and their blocks; a paragraph whose
style is a tag (which takes an editor of XML, and spares docxtpl a choice among twenty); a table; a box to sign. Each
answer comes by a tag of its own; only paragraphs with bold words are a RichText, as each takes more time.
"""

from __future__ import annotations

import io

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from evidencepack.render.word.dressing import Template
from evidencepack.render.word.package import pack_parts


def template(dressed: Template) -> bytes:
    """Return the template; its styles, lists and page are those of the empty document."""
    document = docx.Document(io.BytesIO(pack_parts(dressed.base.parts)))
    body = document.element.body
    for place, element in enumerate(parse_xml(f"<w:body {nsdecls('w')}>{_BODY}</w:body>")):
        body.insert(place, element)
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.style, footer.style = document.styles["Header"], document.styles["Footer"]
    header.add_run("{{ left }}\t{{ right }}")
    footer.add_run("{{ version }} Page ")
    _count(footer, "PAGE")
    footer.add_run(" of ")
    _count(footer, "NUMPAGES")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _count(paragraph: Paragraph, instruction: str) -> None:
    field = f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no fields


def _tag(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def _row_tag(words: str) -> str:
    return f"<w:tr><w:tc>{_tag(words)}</w:tc></w:tr>"


def _words(name: str, style: str) -> str:
    """Return the paragraph of pieces of this name."""
    look = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    tags = f"{{% for text in {name} %}}{{{{ text }}}}{{% endfor %}}"
    plain = f'<w:r><w:t xml:space="preserve">{tags}</w:t></w:r></w:p>'
    rich = f"<w:r><w:t>{{{{r {name}.rich }}}}</w:t></w:r></w:p>"
    return _tag(f"{{%p if {name}.rich %}}") + look + rich + _tag("{%p else %}") + look + plain + _tag("{%p endif %}")


def _rows(name: str, marks: str, style: str) -> str:
    lines = _tag("{%p for line in cell %}") + _words("line", style) + _tag("{%p endfor %}")
    first, last = (f"<w:tc>{_tag(words)}</w:tc>" for words in ("{%tc for cell in row %}", "{%tc endfor %}"))
    row = f"<w:tr><w:trPr>{marks}</w:trPr>{first}<w:tc><w:tcPr/>{lines}</w:tc>{last}</w:tr>"
    return _row_tag(f"{{%tr for row in block.{name} %}}") + row + _row_tag("{%tr endfor %}")


def _table(style: str, columns: int, rows: str) -> str:
    grid = f'<w:gridCol w:w="{9400 // columns}"/>' * columns
    look = f'<w:tblStyle w:val="{style}"/><w:tblW w:w="9400" w:type="dxa"/>'
    return f"<w:tbl><w:tblPr>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _labels(*labels: str) -> str:
    look = '<w:pPr><w:pStyle w:val="EPSignature"/></w:pPr>'
    cells = (f"<w:tc><w:p>{look}<w:r><w:t>{words}</w:t></w:r></w:p></w:tc>" for words in labels)
    return f"<w:tr>{''.join(cells)}</w:tr>"


_OPEN = _table(
    "EPOpen",
    1,
    _rows("head", "<w:cantSplit/><w:tblHeader/>", "EPTableHead95") + _rows("rows", "<w:cantSplit/>", "EPTableText95"),
)
_SIGN = _table(
    "EPSignatureBox",
    2,
    f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{_words("block.who", "EPSignatureHead")}</w:tc></w:tr>'
    + _labels("Signature (inside this box, black or blue ink)", "Date signed (day / month / year)")
    + _labels("Full name in capitals", "Role"),
)
_BODY = "".join(
    (
        _tag("{%p for document in documents %}"),
        *(_tag("{%p if not loop.first %}"), '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', _tag("{%p endif %}")),
        _tag("{%p for block in document.blocks %}"),
        *(_tag("{%p if block.is == 'par' %}"), _words("block.words", "{{ block.style }}")),
        *(_tag("{%p elif block.is == 'table' %}"), _OPEN),
        *(_tag("{%p else %}"), _SIGN, _tag("{%p endif %}")),
        *(_tag("{%p endfor %}"), _tag("{%p endfor %}")),
    )
)
