# SPDX-License-Identifier: MPL-2.0
"""The order of properties in Word (ISO/IEC 29500-1, annex A), and putting one in its place."""

from __future__ import annotations

from lxml import etree

from evidencepack.render.word.brand.markup import W, remove

PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl"
)
"""Names of the properties of paragraphs."""

_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid",
    "color",
    "spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout",
)
RUN = " ".join(_RUN)
"""Names of the properties of runs."""

STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr "
    "tblPr trPr tcPr tblStylePr"
)
"""Names of what a style has."""

_ORDERS = {f"{W}pPr": PARAGRAPH.split(), f"{W}rPr": RUN.split(), f"{W}style": STYLE.split()}


def put(holder: etree._Element, name: str, **values: str) -> etree._Element:
    """Put a property with its values into its place, instead of one of that name, and return it."""
    order = _ORDERS[str(holder.tag)]
    for old in holder.findall(f"{W}{name}"):
        remove(old)
    before = {f"{W}{one}" for one in order[: order.index(name)]}
    place = sum(1 for one in holder if one.tag in before)
    made = etree.Element(f"{W}{name}", {f"{W}{key}": text for key, text in values.items()})
    holder.insert(place, made)
    return made
