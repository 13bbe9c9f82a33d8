# SPDX-License-Identifier: MPL-2.0
"""The styles of a Word file: every block of a page is one style of Word, with the numbers of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidencepack.render.theme import TextStyle, Theme
from evidencepack.render.word.markup import DECLARATION, WORD, twips

# Points between the foot of a header's line and its rule: 18.5 mm to the baseline, 21 mm to the rule.
HEADER_GAP = 5
# Points between the rule of a column at the foot of a cover and its words.
FOOT_GAP = 4

HEADER_LINE, FOOTER_LINE = "EPHeaderLine", "EPFooterLine"
"""Styles of our own lines in headers and footers, beside which a template's "header" and "footer" stay as they are."""


def small_heading(level: int) -> str:
    """Return the style of a heading that is no larger than the text, as in letters and papers of many short parts."""
    return f"EPHeading{level}Small"


def _border(theme: Theme, edge: str, weight: float, ink: str = "ink", space: float = 0) -> str:
    """Return a border element: its weight and its distance from the text in points."""
    colour = six_digits(theme, ink)
    return f'<w:{edge} w:val="single" w:sz="{round(weight * 8)}" w:space="{round(space)}" w:color="{colour}"/>'


def six_digits(theme: Theme, name: str) -> str:
    """Return a colour of the theme as Word writes it."""
    return theme.colours[name].removeprefix("#")


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: its id and name in Word, its text, what it keeps with, and what follows it.

    ``script`` is the size of complex scripts (Bengali ...) in points where it differs; they are regular in headings.
    ``numbered`` is list and level. ``rule`` is "automatic" for lines that grow with a picture. Styles ``of_page`` dress
    what stands at one place of a page, and are kept out of the gallery from which people pick. Dots lead to a page that
    ends ``leader`` points right of the margin; lines begin ``left`` points from it.
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
    of_page: bool = False
    leader: float = 0.0
    left: float = 0.0


def _looks(theme: Theme) -> Iterator[Look]:
    """Give every paragraph style, in the order of the gallery."""
    yield from _running_text(theme)
    yield from _lists(theme)
    yield from _small_text(theme)
    yield from (replace(look, of_page=True) for look in (*_of_tables(theme), *_of_pages(theme), *_cover(theme)))


def _running_text(theme: Theme) -> Iterator[Look]:
    title, second, _ = theme.headings
    label = _border(theme, "top", theme.label_rule, "accent", theme.label_gap)
    yield Look("BodyText", "Body Text", theme.body)
    yield Look("EPLead", "EP Lead", theme.lead, follow="BodyText")
    opener = Look("EPLabel", "EP Label", theme.label, keep=True, follow="Heading1", border=label)
    yield opener
    yield replace(opener, style="EPAppendix", name="EP Appendix", base="EPLabel", numbered=(5, 0))
    yield Look("Heading1", "heading 1", title, keep=True, follow="BodyText", outline=0, script=title.size * 0.75)
    yield Look("EPFacts", "EP Facts", theme.facts, follow="BodyText")
    yield Look("Heading2", "heading 2", second, keep=True, follow="BodyText", outline=1, script=second.size * 0.75)
    for level in range(3, 7):
        look = theme.heading(level)
        small = look.size * 0.75
        yield Look(
            f"Heading{level}", f"heading {level}", look, keep=True, follow="BodyText", outline=level - 1, script=small
        )
    schedule = Look("EPSchedule", "EP Schedule", second, keep=True, base="Heading2", follow="BodyText")
    yield replace(schedule, script=second.size * 0.75, outline=1, numbered=(4, 0))
    for level in (1, 2):
        name, base, look = f"EP Heading {level} Small", f"Heading{level}", theme.small_heading(level)
        yield Look(small_heading(level), name, look, keep=True, base=base, follow="BodyText", outline=level - 1)


def _lists(theme: Theme) -> Iterator[Look]:
    item = theme.body._replace(after=theme.bullets.between)
    yield Look("ListBullet", "List Bullet", item, base="BodyText", numbered=(2, 0))
    yield Look("ListBullet2", "List Bullet 2", item, base="BodyText", numbered=(2, 1))
    step = theme.body._replace(after=theme.steps.between)
    yield Look("ListNumber", "List Number", step, base="BodyText", numbered=(3, 0))
    head, *rest = theme.clauses
    yield Look("EPClause1", "EP Clause 1", head.style, keep=True, follow="EPClause2", outline=1, numbered=(1, 0))
    for level, clause in enumerate(rest, 1):
        yield Look(f"EPClause{level + 1}", f"EP Clause {level + 1}", clause.style, numbered=(1, level))


def _small_text(theme: Theme) -> Iterator[Look]:
    yield Look("Caption", "caption", theme.caption, keep=True, follow="BodyText")
    yield Look("EPFigure", "EP Figure", TextStyle(theme.body.size, 12, after=theme.figure_after), rule="auto")
    for size in theme.table.every_size:
        pitch = theme.table.pitch(size)
        name = f"{size:g}"
        text = f"EPTableText{name.replace('.', '')}"
        yield Look(text, f"EP Table Text {name}", TextStyle(size, pitch))
        head = f"EPTableHead{name.replace('.', '')}"
        yield Look(head, f"EP Table Head {name}", TextStyle(size, pitch, bold=True), keep=True, base=text)
    yield Look("EPNote", "EP Note", theme.note, follow="BodyText")
    yield Look("EPCallout", "EP Callout", theme.callout.text)
    yield Look("EPCalloutTitle", "EP Callout Title", theme.callout.title, keep=True, base="EPCallout")


def _of_tables(theme: Theme) -> Iterator[Look]:
    contents = theme.table.size(10)
    line = TextStyle(contents, theme.table.pitch(contents))
    end = theme.portrait.measure
    for level in (1, 2, 3):
        yield Look(f"TOC{level}", f"toc {level}", line, leader=end, left=(level - 1) * contents)
    yield Look("EPFigureText", "EP Figure Text", theme.figure.text)
    yield Look("EPSignature", "EP Signature", theme.signature.label)
    yield Look("EPSignatureHead", "EP Signature Head", theme.signature.head)


def _of_pages(theme: Theme) -> Iterator[Look]:
    running = theme.running
    yield Look("Header", "header", running.text, border=_border(theme, "bottom", running.rule, space=HEADER_GAP))
    yield Look("EPHeaderMark", "EP Header Mark", running.text)
    yield Look("Footer", "footer", running.text._replace(pitch=running.stamp.pitch))
    yield Look("EPRest", "EP Rest", TextStyle(1, 1))


def _cover(theme: Theme) -> Iterator[Look]:
    name, cover = theme.cover_name, theme.cover
    room = (cover.band - name.pitch) / 2
    name = name._replace(before=room)
    rule = _border(theme, "bottom", cover.rule, "accent", room)
    yield Look("EPCoverName", "EP Cover Name", name, follow="EPCoverLabel", border=rule, script=name.size)
    label = theme.cover_label._replace(before=cover.below)
    yield Look("EPCoverLabel", "EP Cover Label", label, follow="Title")
    title = theme.cover_title
    yield Look("Title", "Title", title, keep=True, follow="EPCoverLine", script=title.size * 0.75)
    yield Look("EPCoverLine", "EP Cover Line", theme.cover_line)
    foot = cover.foot._replace(bold=True)
    rule = _border(theme, "top", cover.foot_rule, space=FOOT_GAP)
    yield Look("EPCoverFootHead", "EP Cover Foot Head", foot, keep=True, border=rule)
    yield Look("EPLetterName", "EP Letter Name", theme.letter.name, script=theme.letter.other.size)
    yield Look("EPLetterOther", "EP Letter Other Name", theme.letter.other)
    yield Look("EPLetterDetails", "EP Letter Details", theme.letter.small)
    letter, line = theme.letter, theme.body._replace(after=0, right=0)
    rule = _border(theme, "top", letter.rule, space=letter.below_rule)
    yield Look("EPLetterTo", "EP Letter To", line._replace(before=letter.above_rule), border=rule)
    yield Look("EPLetterLine", "EP Letter Line", line)
    rule = _border(theme, "top", letter.rule, space=letter.below_line)
    right = max(theme.portrait.measure - letter.line, 0.0)
    yield Look("EPLetterSigned", "EP Letter Signed", line._replace(before=letter.room, right=right), border=rule)


def _style(theme: Theme, look: Look) -> str:
    custom = ' w:customStyle="1"' if look.name.startswith("EP ") else ""
    follow = f'<w:next w:val="{look.follow}"/>' if look.follow else ""
    place = "<w:semiHidden/><w:unhideWhenUsed/>" if look.of_page else "<w:qFormat/>"
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.style}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="{look.base}"/>{follow}<w:uiPriority w:val="{99 if look.of_page else 1}"/>{place}'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_run_properties(theme, look)}</w:rPr></w:style>"
    )


_LEADER = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{}"/></w:tabs>'


def _paragraph_properties(look: Look) -> str:
    text, line = look.text, 240 if look.rule == "auto" else twips(look.text.pitch)
    numbered = '<w:numPr><w:ilvl w:val="{1}"/><w:numId w:val="{0}"/></w:numPr>'
    return (
        ("<w:keepNext/><w:keepLines/>" if look.keep else "")
        + (numbered.format(*look.numbered) if look.numbered else "")
        + (f"<w:pBdr>{look.border}</w:pBdr>" if look.border else "")
        + (_LEADER.format(twips(look.leader)) if look.leader else "")
        + f'<w:spacing w:before="{twips(text.before)}" w:after="{twips(text.after)}" '
        + f'w:line="{line}" w:lineRule="{look.rule}"/>'
        + (f'<w:ind w:right="{twips(text.right)}"/>' if text.right else "")
        + (f'<w:ind w:left="{twips(look.left)}"/>' if look.left else "")
        + (f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else "")
    )


def _run_properties(theme: Theme, look: Look) -> str:
    bold = ("<w:b/>" if look.script else "<w:b/><w:bCs/>") if look.text.bold else ""
    size, script = round(look.text.size * 2), round((look.script or look.text.size) * 2)
    colour = six_digits(theme, look.text.colour)
    return f'{bold}<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{script}"/>'


def _small(theme: Theme, text: TextStyle) -> str:
    size = round(text.size * 2)
    bold = "<w:b/>" if text.bold else '<w:b w:val="0"/>'
    return f'{bold}<w:color w:val="{six_digits(theme, text.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _character_styles(theme: Theme) -> tuple[tuple[str, str, str], ...]:
    return (
        ("Hyperlink", "Hyperlink", f'<w:color w:val="{six_digits(theme, "accent")}"/><w:u w:val="single"/>'),
        ("EPContentsLink", "EP Contents Link", f'<w:color w:val="{six_digits(theme, "accent")}"/>'),
        (
            "PlaceholderText",
            "Placeholder Text",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{six_digits(theme, "tint2")}"/>',
        ),
        ("EPMarked", "EP Marked", f'<w:shd w:val="clear" w:color="auto" w:fill="{six_digits(theme, "tint2")}"/>'),
        (
            "EPDraft",
            "EP Draft",
            f'<w:b/><w:color w:val="{six_digits(theme, "white")}"/>'
            f'<w:shd w:val="clear" w:color="auto" w:fill="{six_digits(theme, "ink")}"/>',
        ),
        (
            "EPStamp",
            "EP Stamp",
            _small(theme, theme.running.stamp)
            + _border(theme, "bdr", theme.running.stamp_box, space=theme.running.stamp_top),
        ),
        ("EPCode", "EP Code", f'<w:b/><w:color w:val="{six_digits(theme, "ink")}"/>'),
        ("EPTag", "EP Tag", _small(theme, theme.tag) + _border(theme, "bdr", theme.tag_box, "ink2", 1)),
        ("EPCalloutAside", "EP Callout Aside", _small(theme, theme.callout.aside)),
        ("EPAside", "EP Aside", _small(theme, theme.aside)),
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


def _table_styles(theme: Theme) -> str:
    table, box, callout = theme.table, theme.signature, theme.callout
    rules = (
        _border(theme, "top", table.above_head)
        + _border(theme, "bottom", table.below_last)
        + _border(theme, "insideH", table.between_rows)
    )
    under_head = f"<w:tcPr><w:tcBorders>{_border(theme, 'bottom', table.below_head)}</w:tcBorders></w:tcPr>"
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    outline = "".join(_border(theme, edge, box.outline) for edge in edges)
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
            _border(theme, "left", callout.bar, "accent"),
            _margins(0, callout.side, 0, callout.side),
        )
    )


def styles(theme: Theme) -> str:
    """Return ``word/styles.xml``."""
    body = round(theme.body.size * 2)
    font = " ".join(f'w:{script}="Arial"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'{DECLARATION}<w:styles xmlns:w="{WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {font}/>'
        f'<w:color w:val="{six_digits(theme, "ink")}"/><w:sz w:val="{body}"/><w:szCs w:val="{body}"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="en-GB"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" '
        f'w:line="{twips(theme.body.pitch)}" w:lineRule="exact"/>'
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
        + "".join(_style(theme, look) for look in _looks(theme))
        + "".join(_character_style(*style) for style in _character_styles(theme))
        + _table_styles(theme)
        + "</w:styles>"
    )
