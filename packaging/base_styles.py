# SPDX-License-Identifier: MPL-2.0
"""The styles of base.docx: every block of a page is one style of Word, with the numbers of the standard theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from base_units import HEAD, WORD, border, colour, twips

from evidencepack.render.theme import STANDARD, TextStyle

# Points between the foot of a header's line and its rule: 18.5 mm to the baseline, 21 mm to the rule.
HEADER_GAP = 5
# Points between the rule of a column at the foot of a cover and its words.
FOOT_GAP = 4


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its id and name in Word, its text, what it keeps with, and what follows it.

    ``script`` is the size of complex scripts (Bengali ...) in points where it differs; they are regular in headings.
    ``numbered`` is list and level. ``rule`` is "automatic" for lines that grow with a picture.
    """

    style: str
    name: str
    text: TextStyle
    keep: bool = False
    base: str = "Normal"
    follow: str = ""
    outline: int | None = None
    numbered: tuple[int, int] | None = None
    border: str = ""
    script: float = 0
    rule: str = "exact"


def _looks() -> Iterator[Look]:
    """Give every paragraph style, in the order of the gallery."""
    yield from _running_text()
    yield from _lists()
    yield from _small_text()
    yield from _cover()


def _running_text() -> Iterator[Look]:
    title, second, third = STANDARD.headings
    label = border("top", STANDARD.label_rule, "accent", STANDARD.label_gap)
    yield Look("BodyText", "Body Text", STANDARD.body)
    yield Look("EPLead", "EP Lead", STANDARD.lead, follow="BodyText")
    yield Look("EPLabel", "EP Label", STANDARD.label, keep=True, follow="Heading1", border=label)
    yield Look("Heading1", "heading 1", title, keep=True, follow="BodyText", outline=0, script=title.size * 0.75)
    yield Look("EPFacts", "EP Facts", STANDARD.facts, follow="BodyText")
    yield Look("Heading2", "heading 2", second, keep=True, follow="BodyText", outline=1, script=second.size * 0.75)
    yield Look("Heading3", "heading 3", third, keep=True, follow="BodyText", outline=2)


def _lists() -> Iterator[Look]:
    item = replace(STANDARD.body, after=STANDARD.bullets.between)
    yield Look("ListBullet", "List Bullet", item, base="BodyText", numbered=(2, 0))
    yield Look("ListBullet2", "List Bullet 2", item, base="BodyText", numbered=(2, 1))
    step = replace(STANDARD.body, after=STANDARD.steps.between)
    yield Look("ListNumber", "List Number", step, base="BodyText", numbered=(3, 0))
    head, *rest = STANDARD.clauses
    yield Look("EPClause1", "EP Clause 1", head.style, keep=True, follow="EPClause2", outline=1, numbered=(1, 0))
    for level, clause in enumerate(rest, 1):
        yield Look(f"EPClause{level + 1}", f"EP Clause {level + 1}", clause.style, numbered=(1, level))


def _small_text() -> Iterator[Look]:
    running, signature, callout = STANDARD.running, STANDARD.signature, STANDARD.callout
    yield Look("Caption", "caption", STANDARD.caption, keep=True, follow="BodyText")
    yield Look("EPFigure", "EP Figure", TextStyle(11, 12, after=STANDARD.figure_after), rule="auto")
    for size, pitch in STANDARD.table.pitches.items():
        name = f"{size:g}"
        text = f"EPTableText{name.replace('.', '')}"
        yield Look(text, f"EP Table Text {name}", TextStyle(size, pitch))
        head = f"EPTableHead{name.replace('.', '')}"
        yield Look(head, f"EP Table Head {name}", TextStyle(size, pitch, bold=True), keep=True, base=text)
    yield Look("TOC1", "toc 1", TextStyle(10, 13))
    yield Look("EPNote", "EP Note", STANDARD.note, follow="BodyText")
    yield Look("Header", "header", running.text, border=border("bottom", running.rule, space=HEADER_GAP))
    yield Look("Footer", "footer", replace(running.text, pitch=running.stamp.pitch))
    yield Look("EPCallout", "EP Callout", callout.text)
    yield Look("EPCalloutTitle", "EP Callout Title", callout.title, keep=True, base="EPCallout")
    yield Look("EPSignature", "EP Signature", signature.label)
    yield Look("EPSignatureHead", "EP Signature Head", signature.head)
    yield Look("EPRest", "EP Rest", TextStyle(1, 1))


def _cover() -> Iterator[Look]:
    name, cover = STANDARD.cover_name, STANDARD.cover
    room = (cover.band - name.pitch) / 2
    name = replace(name, before=room)
    rule = border("bottom", cover.rule, "accent", room)
    yield Look("EPCoverName", "EP Cover Name", name, follow="EPCoverLabel", border=rule, script=name.size)
    label = replace(STANDARD.cover_label, before=cover.below)
    yield Look("EPCoverLabel", "EP Cover Label", label, follow="Title")
    title = STANDARD.cover_title
    yield Look("Title", "Title", title, keep=True, follow="EPCoverLine", script=title.size * 0.75)
    yield Look("EPCoverLine", "EP Cover Line", STANDARD.cover_line)
    foot = replace(cover.foot, bold=True)
    rule = border("top", cover.foot_rule, space=FOOT_GAP)
    yield Look("EPCoverFootHead", "EP Cover Foot Head", foot, keep=True, border=rule)
    yield Look("EPLetterName", "EP Letter Name", TextStyle(16, 20, bold=True), script=13)


def _style(look: Look) -> str:
    custom = ' w:customStyle="1"' if look.name.startswith("EP ") else ""
    follow = f'<w:next w:val="{look.follow}"/>' if look.follow else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.style}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="{look.base}"/>{follow}<w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_run_properties(look)}</w:rPr></w:style>"
    )


def _paragraph_properties(look: Look) -> str:
    text, line = look.text, 240 if look.rule == "auto" else twips(look.text.pitch)
    numbered = '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'
    return (
        ("<w:keepNext/><w:keepLines/>" if look.keep else "")
        + (numbered.format(*look.numbered) if look.numbered else "")
        + (f"<w:pBdr>{look.border}</w:pBdr>" if look.border else "")
        + f'<w:spacing w:before="{twips(text.before)}" w:after="{twips(text.after)}" '
        + f'w:line="{line}" w:lineRule="{look.rule}"/>'
        + (f'<w:ind w:right="{twips(text.right)}"/>' if text.right else "")
        + (f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else "")
    )


def _run_properties(look: Look) -> str:
    bold = "<w:b/>" if look.text.bold else ""
    size, script = round(look.text.size * 2), round((look.script or look.text.size) * 2)
    return f'{bold}<w:color w:val="{colour(look.text.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{script}"/>'


def _small(text: TextStyle) -> str:
    size = round(text.size * 2)
    bold = "<w:b/>" if text.bold else '<w:b w:val="0"/>'
    return f'{bold}<w:color w:val="{colour(text.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


CHARACTER_STYLES = (
    ("Hyperlink", "Hyperlink", f'<w:color w:val="{colour("accent")}"/><w:u w:val="single"/>'),
    ("EPContentsLink", "EP Contents Link", f'<w:color w:val="{colour("accent")}"/>'),
    ("PlaceholderText", "Placeholder Text", f'<w:shd w:val="clear" w:color="auto" w:fill="{colour("tint2")}"/>'),
    (
        "EPStamp",
        "EP Stamp",
        _small(STANDARD.running.stamp) + border("bdr", STANDARD.running.stamp_box, space=STANDARD.running.stamp_top),
    ),
    ("EPCode", "EP Code", f'<w:b/><w:color w:val="{colour("ink")}"/>'),
    ("EPTag", "EP Tag", _small(STANDARD.tag) + border("bdr", STANDARD.tag_box, "ink2", 1)),
    ("EPCalloutAside", "EP Callout Aside", _small(STANDARD.callout.aside)),
    ("EPAside", "EP Aside", _small(STANDARD.aside)),
)


def _character_style(style: str, name: str, properties: str) -> str:
    custom = ' w:customStyle="1"' if name.startswith("EP ") else ""
    return (
        f'<w:style w:type="character"{custom} w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def _margins(top: float, left: float, bottom: float, right: float) -> str:
    edges = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    return "".join(f'<w:{edge} w:w="{twips(width)}" w:type="dxa"/>' for edge, width in edges)


def _table_style(style: str, name: str, borders: str, margins: str, conditions: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="1"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{conditions}</w:style>"
    )


def _table_styles() -> str:
    table, box, callout = STANDARD.table, STANDARD.signature, STANDARD.callout
    rules = border("top", table.above_head) + border("bottom", table.below_last) + border("insideH", table.between_rows)
    under_head = f"<w:tcPr><w:tcBorders>{border('bottom', table.below_head)}</w:tcBorders></w:tcPr>"
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    outline = "".join(border(edge, box.outline) for edge in edges)
    return (
        _table_style(
            "EPOpen",
            "EP Open",
            rules,
            _margins(table.pad, 0, table.pad, table.right),
            f'<w:tblStylePr w:type="firstRow">{under_head}</w:tblStylePr>',
        )
        + _table_style(
            "EPSignatureBox", "EP Signature Box", outline, _margins(box.label_pad, box.side, box.label_pad, box.side)
        )
        + _table_style(
            "EPCalloutBox",
            "EP Callout Box",
            border("left", callout.bar, "accent"),
            _margins(0, callout.side, 0, callout.side),
        )
    )


def styles() -> str:
    """Return ``word/styles.xml``."""
    font = " ".join(f'w:{script}="Arial"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'{HEAD}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {font}/>'
        f'<w:color w:val="{colour("ink")}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" w:line="300" w:lineRule="exact"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
        'w:defQFormat="0" w:count="376"/>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        f'<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{_margins(0, 0, 0, 0)}</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        + "".join(_style(look) for look in _looks())
        + "".join(_character_style(*style) for style in CHARACTER_STYLES)
        + _table_styles()
        + "</w:styles>"
    )
