# SPDX-License-Identifier: MPL-2.0
"""Pictures as Word draws them: in a line of text, or at a place of the page that the text takes no notice of."""

from __future__ import annotations

from dataclasses import dataclass

from evidencepack.render.word.markup import DRAWING, PICTURE, PLACING, emu, escaped

_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_LOCKED = f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{DRAWING}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture: its size in points, its relationship, its number in the file, and the words that stand for it.

    Without words it is decoration, which screen readers pass over.
    """

    width: float
    height: float
    relation: str
    number: int
    alt: str = ""


def inline_xml(picture: Shown) -> str:
    """Return the run of a picture that stands in a line of text like a letter."""
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{PLACING}" distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {_size(picture)}/>{_about(picture)}{_LOCKED}{_graphic(picture)}</wp:inline></w:drawing></w:r>"
    )


def floating_xml(picture: Shown, x: float, y: float) -> str:
    """Return the run of a picture at a place of the page, in points.

    Its left edge stands ``x`` right of the left margin, which is another on left-hand pages of a sheet printed on both
    sides; its upper edge ``y`` below that of the paper.
    """
    return (
        f'<w:r><w:drawing><wp:anchor xmlns:wp="{PLACING}" distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{emu(x)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{emu(y)}</wp:posOffset></wp:positionV>'
        f'<wp:extent {_size(picture)}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f"{_about(picture)}{_LOCKED}{_graphic(picture)}</wp:anchor></w:drawing></w:r>"
    )


def _size(picture: Shown) -> str:
    return f'cx="{emu(picture.width)}" cy="{emu(picture.height)}"'


def _about(picture: Shown) -> str:
    start = f'<wp:docPr id="{picture.number}" name="{_name(picture)}"'
    if picture.alt:
        return f'{start} descr="{escaped(picture.alt)}"/>'
    return (
        f'{start} descr=""><a:extLst xmlns:a="{DRAWING}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
        f'<adec:decorative xmlns:adec="{_DECORATIVE}" val="1"/></a:ext></a:extLst></wp:docPr>'
    )


def _name(picture: Shown) -> str:
    return f"Picture {picture.number}"


def _graphic(picture: Shown) -> str:
    return (
        f'<a:graphic xmlns:a="{DRAWING}"><a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}">'
        f'<pic:nvPicPr><pic:cNvPr id="{picture.number}" name="{_name(picture)}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {_size(picture)}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    )
