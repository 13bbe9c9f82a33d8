# SPDX-License-Identifier: MPL-2.0
"""The theme for tenders that ask for 12 points, and for easier reading: everything is one step larger."""

from __future__ import annotations

from types import MappingProxyType

from evidencepack.render.theme import (
    MM,
    STANDARD,
    CalloutLook,
    ClauseLevel,
    ListLook,
    RunningLook,
    SignatureLook,
    TableLook,
    TextStyle,
    Theme,
)

ARIAL_12 = Theme(
    "arial-12",
    body=TextStyle(12, 16.5, after=7.5, right=7 * MM),
    lead=TextStyle(13.5, 18.5, after=11.5, right=7 * MM),
    label=TextStyle(10.5, 13.5, after=3, bold=True, colour="accent"),
    headings=(
        TextStyle(21, 24, after=3, bold=True),
        TextStyle(15, 19, before=9, after=4, bold=True),
        TextStyle(12, 16.5, before=3, after=1, bold=True),
    ),
    aside=TextStyle(10.5, 13.5, colour="ink2"),
    facts=TextStyle(10.5, 13.5, after=12, colour="ink2"),
    note=TextStyle(9.5, 12, before=4, after=9, colour="ink2"),
    caption=TextStyle(10.5, 13.5, before=8, after=4, bold=True),
    bullets=ListLook(4.5 * MM, "•", 3, 7.5),
    steps=ListLook(6.5 * MM, "", 3, 7.5),
    clauses=(
        ClauseLevel(0, 13 * MM, TextStyle(12, 16.5, before=7.5, after=1, bold=True), 1),
        ClauseLevel(0, 13 * MM, TextStyle(12, 16.5, after=3), 3),
        ClauseLevel(13 * MM, 22 * MM, TextStyle(12, 16.5, after=1), 3),
        ClauseLevel(22 * MM, 31 * MM, TextStyle(12, 16.5, after=1), 1),
    ),
    tag=TextStyle(9.5, 12, colour="ink2"),
    table=TableLook(
        pitches=MappingProxyType({9.5: 12.0, 10.0: 13.0, 10.5: 13.5, 11.0: 14.0, 12.0: 15.0}),
        contents_right=3.5 * MM,
        smallest=9.5,
        sizes=MappingProxyType({9.0: 9.5, 9.5: 10.0, 10.0: 10.5, 10.5: 11.0, 11.0: 12.0}),
        cover_size=12,
    ),
    callout=CalloutLook(
        title=TextStyle(12, 16.5, after=3, bold=True),
        aside=TextStyle(10, 16.5),
        text=TextStyle(11, 14, after=3),
    ),
    signature=SignatureLook(
        head=TextStyle(10.5, 13.5), label=TextStyle(9.5, 12, colour="ink2"), slash=TextStyle(12, 16.5)
    ),
    cover=STANDARD.cover._replace(foot=TextStyle(10.5, 13.5)),
    running=RunningLook(text=TextStyle(9.5, 12, colour="ink2")),
)
