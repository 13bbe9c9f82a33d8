# SPDX-License-Identifier: MPL-2.0
"""The compact theme, for tenders that count sides: 11 points on 13, narrower margins, the whole measure."""

from __future__ import annotations

from types import MappingProxyType

from evidencepack.render.theme import (
    MM,
    STANDARD,
    CalloutLook,
    ClauseLevel,
    ListLook,
    PageShape,
    RunningLook,
    SignatureLook,
    TableLook,
    TextStyle,
    Theme,
)


def _paper(width: float, height: float) -> PageShape:
    """Return A4 with header and footer as far from the text as in the standard theme."""
    return PageShape(
        width * MM,
        height * MM,
        left=20 * MM,
        right=16 * MM,
        top=23 * MM,
        bottom=25 * MM,
        header=14.5 * MM,
        header_rule=17 * MM,
        footer=(height - 14) * MM,
    )


COMPACT = Theme(
    "compact",
    portrait=_paper(210, 297),
    landscape=_paper(297, 210),
    body=TextStyle(11, 13, after=4.5),
    lead=TextStyle(12.5, 15, after=7),
    label=TextStyle(10, 12.5, after=2, bold=True, colour="accent"),
    label_gap=4,
    headings=(
        TextStyle(17, 20, after=2, bold=True),
        TextStyle(13, 16, before=7, after=3, bold=True),
        TextStyle(11, 13, before=2, after=1, bold=True),
    ),
    title_alone=8,
    aside=TextStyle(10, 12.5, colour="ink2"),
    facts=TextStyle(10, 12.5, after=8, colour="ink2"),
    note=TextStyle(9, 11.5, before=3, after=6, colour="ink2"),
    caption=TextStyle(10, 12.5, before=6, after=3, bold=True),
    bullets=ListLook(4 * MM, "•", 2, 4.5),
    steps=ListLook(6 * MM, "", 2, 4.5),
    clauses=(
        ClauseLevel(0, 11 * MM, TextStyle(11, 13, before=5, after=1, bold=True), 1),
        ClauseLevel(0, 11 * MM, TextStyle(11, 13, after=2), 2),
        ClauseLevel(11 * MM, 18 * MM, TextStyle(11, 13, after=1), 2),
        ClauseLevel(18 * MM, 25 * MM, TextStyle(11, 13, after=1), 1),
    ),
    table=TableLook(
        pad=3,
        cover_pad=4,
        cover_size=10,
        wide_pad=3,
        before=6,
        before_kept=3,
        introduced=2,
        after=6,
        # The pitch of 9 points stays: other scripts need it.
        pitches=MappingProxyType({9.0: 11.5, 9.5: 12.0, 10.0: 12.5, 11.0: 13.5}),
        sizes=MappingProxyType({9.0: 9.0, 9.5: 9.0, 10.0: 9.5, 10.5: 9.5, 11.0: 10.0}),
    ),
    callout=CalloutLook(
        top=7,
        bottom=8,
        title=TextStyle(11, 13, after=2, bold=True),
        aside=TextStyle(9.5, 13),
        text=TextStyle(10, 12.5, after=2),
        before=8,
        after=6,
    ),
    cover=STANDARD.cover._replace(foot=TextStyle(9.5, 12)),
    signature=SignatureLook(head=TextStyle(10, 12.5), after=6, low_after=5),
    running=RunningLook(stamp_foot=11 * MM),
    figure_after=6,
)
