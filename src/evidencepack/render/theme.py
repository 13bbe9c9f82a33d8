# SPDX-License-Identifier: MPL-2.0
"""The look of every page as numbers: sizes, spaces, widths and colours. All lengths are points.

Borders are multiples of 1/8 pt and text sizes multiples of 1/2 pt, because Word can hold nothing finer.
Space between two blocks is the first one's ``after`` plus the second one's ``before``, as in Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from evidencepack.blocks.document import Section
    from evidencepack.render.logo import Logo

MM = 72 / 25.4

STANDARD_SIZES = (9.0, 9.5, 10.0, 10.5, 11.0)
"""Text sizes of tables at the standard theme."""

_COLOURS = MappingProxyType(
    {
        "ink": "#0B0C0C",
        "ink2": "#3A4347",
        "accent": "#0B5C6B",
        "tint1": "#EEF1F2",
        "tint2": "#D9DFE2",
        "grid": "#C5CCD0",
        "white": "#FFFFFF",
    }
)


class TextStyle(NamedTuple):
    """Size and line pitch of a block's text, its spaces, weight and colour token. ``right`` is the right indent."""

    size: float
    pitch: float
    before: float = 0.0
    after: float = 0.0
    bold: bool = False
    colour: str = "ink"
    right: float = 0.0

    @property
    def baseline(self) -> float:
        """Depth of the baseline below the top of the line, for Arial's ascent and descent (0.905 and 0.212 em)."""
        return self.pitch / 2 + 0.3465 * self.size


class PageShape(NamedTuple):
    """Paper and its margins; depths of header and footer lines from the top of the paper.

    ``kept`` is how much of the right end of the header stays free, for what is printed there.
    """

    width: float
    height: float
    left: float = 25 * MM
    right: float = 20 * MM
    top: float = 27 * MM
    bottom: float = 27 * MM
    header: float = 18.5 * MM
    header_rule: float = 21 * MM
    footer: float = 281 * MM
    kept: float = 0.0

    @property
    def measure(self) -> float:
        """Width of the text area."""
        return self.width - self.left - self.right

    @property
    def mirrored(self) -> PageShape:
        """The other side of the sheet: what is left on one is right on the other, so that the same edge is bound."""
        return self._replace(left=self.right, right=self.left)

    @property
    def floor(self) -> float:
        """Depth of the lower edge of the text area."""
        return self.height - self.bottom


class ClauseLevel(NamedTuple):
    """A level of clauses: where its number and its text stand. ``last`` is the space after the last of its kind."""

    number_at: float
    text_at: float
    style: TextStyle
    last: float


class ListLook(NamedTuple):
    """Bullets or numbered steps: indent of the text, the sign of bullets, space between items and after the last."""

    text_at: float
    sign: str
    between: float
    last: float


_PITCHES = MappingProxyType({9.0: 11.5, 9.5: 12.0, 10.0: 13.0, 10.5: 13.5, 11.0: 14.0})


class TableLook(NamedTuple):
    """The open table: rule weights and cell padding. ``pitches`` gives the line pitch of each text size.

    Tables say their text size as at the standard theme; ``sizes`` gives the one that this theme sets instead.
    ``before`` is the least space above a table, ``before_kept`` the least below a heading or what introduces it,
    ``introduced`` what running text that leads into it adds to its own, ``labelled`` that above a labelled paragraph of
    a cell.
    """

    above_head: float = 1.5
    below_head: float = 1.0
    between_rows: float = 0.5
    below_last: float = 0.75
    total: float = 0.75
    right: float = 3.5 * MM
    narrow_right: float = 2.5 * MM
    pad: float = 4.0
    wide_pad: float = 3.4
    grid_pad: float = 0.75
    cover_pad: float = 5.0
    cover_size: float = 11.0
    filled_left: float = 2 * MM
    filled_right: float = 1 * MM
    grid_right: float = 0.5 * MM
    after_filled: float = 3 * MM
    after_right: float = 7 * MM
    grid_side: float = 1 * MM
    contents_right: float = 2 * MM
    before: float = 8.0
    before_kept: float = 4.0
    introduced: float = 4.0
    labelled: float = 2.0
    after: float = 9.0
    pitches: Mapping[float, float] = _PITCHES
    smallest: float = 9.0
    sizes: Mapping[float, float] = MappingProxyType({})

    @property
    def every_size(self) -> tuple[float, ...]:
        """Text sizes that tables of this theme can have, in half points from the smallest."""
        largest = max(self.size(size) for size in STANDARD_SIZES)
        return tuple(half / 2 for half in range(round(self.smallest * 2), round(largest * 2) + 1))

    def nearest(self, size: float) -> float:
        """Return the largest text size of this theme that is no larger than another, or the smallest there is."""
        return max((known for known in self.every_size if known <= size), default=self.smallest)

    def size(self, standard: float) -> float:
        """Return the text size for one of the standard theme."""
        return self.sizes.get(standard, max(standard, self.smallest))

    def pitch(self, size: float) -> float:
        """Return the line pitch of a text size."""
        return self.pitches.get(size, size + 3)


class CalloutLook(NamedTuple):
    """The shaded box: bar at the left, padding, widths, text styles."""

    bar: float = 3.0
    side: float = 5 * MM
    top: float = 9.0
    bottom: float = 10.0
    label: float = 27 * MM
    title: TextStyle = TextStyle(11, 15, after=3, bold=True)
    aside: TextStyle = TextStyle(9.5, 15)
    text: TextStyle = TextStyle(10, 13, after=3)
    before: float = 10.0
    after: float = 9.0


class SignatureLook(NamedTuple):
    """The signatory box: row heights and the width of the signature cell.

    Boxes for more than ``many`` signatories take the ``low`` heights.
    """

    outline: float = 0.75
    signature: float = 24 * MM
    names: float = 12 * MM
    split: float = 95 * MM
    side: float = 2.5 * MM
    head: TextStyle = TextStyle(10, 13)
    head_pad: float = 3.0
    label: TextStyle = TextStyle(9, 11.5, colour="ink2")
    label_pad: float = 2.5
    slash: TextStyle = TextStyle(11, 15)
    slash_up: float = 20.0
    after: float = 9.0
    many: int = 4
    low_signature: float = 20 * MM
    low_names: float = 10 * MM
    low_head_pad: float = 2.0
    low_after: float = 6.0


class LetterLook(NamedTuple):
    """A letter: its head with the rule below it, and the room and the line to sign at its end.

    ``details`` is how wide the sender's address may be; ``gap`` stands left of it and of the date.
    """

    top: float = 20 * MM
    name: TextStyle = TextStyle(16, 20, bold=True)
    other: TextStyle = TextStyle(13, 18)
    small: TextStyle = TextStyle(9, 11.5, colour="ink2")
    subject: TextStyle = TextStyle(11, 15, before=3, after=5, bold=True)
    details: float = 58 * MM
    gap: float = 5 * MM
    rule: float = 0.75
    above_rule: float = 9.0
    below_rule: float = 11.0
    after: float = 15.0
    room: float = 17 * MM
    line: float = 80 * MM
    below_line: float = 3.0


class CoverLook(NamedTuple):
    """The cover: the band with the bidder's name and logo, the rule below it, the columns at its foot.

    ``below`` is the space below the rule. A title of more than ``long_title`` lines is set in ``small_title``. White
    gives way, down to the part ``least_white`` of it, where the foot would come nearer than ``foot_white``.
    """

    top: float = 20 * MM
    band: float = 22 * MM
    rule: float = 4.0
    below: float = 24 * MM
    logo_width: float = 40 * MM
    logo_height: float = 18 * MM
    logo_gap: float = 6 * MM
    foot_rule: float = 0.75
    foot: TextStyle = TextStyle(10, 13)
    foot_gap: float = 6 * MM
    foot_pull: float = 7.0
    foot_white: float = 12 * MM
    least_white: float = 0.25
    long_title: int = 4
    small_title: TextStyle = TextStyle(24, 27, before=6, after=8, bold=True, right=15 * MM)


class FigureLook(NamedTuple):
    """Drawings: sizes of a trend, of the three levels, and of the rows of a calendar.

    A trend takes ``half`` of the width beside another (``gap`` between them) and ``whole`` alone, with room at the
    ``left`` and ``right`` of its plot for figures. Lines and dots are ``data``, ``dot``, ``target``, ``cross`` and the
    like; words at the right end stand at least ``apart``. A level has its name in ``label`` and a box beside it.
    """

    text: TextStyle = TextStyle(9, 11.5)
    faint: TextStyle = TextStyle(9, 11.5, colour="ink2")
    below: TextStyle = TextStyle(9, 11.5, colour="ink2")
    half: float = 79 * MM
    gap: float = 7 * MM
    whole: float = 165 * MM
    left: float = 9 * MM
    right: float = 14 * MM
    above: float = 12.0
    low_plot: float = 30 * MM
    high_plot: float = 40 * MM
    signs: float = 9.0
    years: float = 19.5
    foot: float = 3.0
    data: float = 1.75
    dot: float = 3.8
    beside: float = 1.0
    target: float = 1.0
    dash: tuple[float, float] = (4.0, 2.5)
    cross: float = 4.8
    cross_line: float = 1.25
    grid: float = 0.5
    base: float = 0.75
    apart: float = 10.5
    end: float = 4.5
    axis: float = 5.0
    first: float = 8.0
    key: float = 23.0
    key_gap: float = 18.0
    label: float = 31 * MM
    name: TextStyle = TextStyle(10, 13, bold=True)
    box_line: float = 0.75
    deciding: float = 1.5
    pad: float = 3 * MM
    step: float = 9 * MM
    arrow: float = 5.0
    arrow_at: float = 6 * MM
    beside_arrow: float = 10 * MM
    month_line: float = 0.5
    start_line: float = 1.5
    row_pad: float = 2.5
    after: float = 9.0


class RunningLook(NamedTuple):
    """Header, footer and the boxed stamp of the pack's page number.

    A logo of at most ``logo_width`` and ``logo_height`` stands ``logo_up`` above the header's rule. The footer's words
    take at most ``footer`` of the width, and leave ``stamp_zone`` at the right free. The ground of the mark of a draft
    reaches ``draft_above`` and ``draft_below`` its baseline, ``draft_side`` beyond its words.
    """

    text: TextStyle = TextStyle(9, 11.5, colour="ink2")
    rule: float = 0.5
    logo_width: float = 24 * MM
    logo_height: float = 7 * MM
    logo_up: float = 1.5 * MM
    logo_gap: float = 2.5 * MM
    footer: float = 120 * MM
    stamp_zone: float = 40 * MM
    stamp: TextStyle = TextStyle(12, 14, bold=True)
    stamp_box: float = 0.75
    stamp_side: float = 6.0
    stamp_top: float = 4.0
    stamp_foot: float = 13 * MM
    draft_side: float = 4.0
    draft_above: float = 9.0
    draft_below: float = 3.5


class Theme(NamedTuple):
    """One look of all pages. Every number comes from the project's art direction, or follows from one that does.

    ``title_alone`` is the space below a document's title that no facts line follows. ``logo`` is that of who leads.
    """

    name: str
    portrait: PageShape = PageShape(210 * MM, 297 * MM)
    landscape: PageShape = PageShape(297 * MM, 210 * MM, footer=194 * MM)
    colours: Mapping[str, str] = _COLOURS
    logo: Logo | None = None

    body: TextStyle = TextStyle(11, 15, after=7, right=15 * MM)
    lead: TextStyle = TextStyle(12.5, 17, after=11, right=15 * MM)
    label: TextStyle = TextStyle(10, 13, after=3, bold=True, colour="accent")
    label_rule: float = 3.0
    label_gap: float = 5.0
    headings: tuple[TextStyle, ...] = (
        TextStyle(20, 23, after=3, bold=True),
        TextStyle(14, 18, before=9, after=4, bold=True),
        TextStyle(11, 15, before=3, after=1, bold=True),
    )
    title_alone: float = 12.0
    aside: TextStyle = TextStyle(10, 13, colour="ink2")
    facts: TextStyle = TextStyle(10, 13, after=12, colour="ink2")
    note: TextStyle = TextStyle(9, 11.5, before=4, after=9, colour="ink2")
    caption: TextStyle = TextStyle(10, 13, before=8, after=4, bold=True)

    bullets: ListLook = ListLook(4 * MM, "•", 3, 7)
    steps: ListLook = ListLook(6 * MM, "", 3, 7)
    clauses: tuple[ClauseLevel, ...] = (
        ClauseLevel(0, 12 * MM, TextStyle(11, 15, before=7, after=1, bold=True, right=3 * MM), 1),
        ClauseLevel(0, 12 * MM, TextStyle(11, 15, after=3, right=3 * MM), 3),
        ClauseLevel(12 * MM, 20 * MM, TextStyle(11, 15, after=1, right=3 * MM), 3),
        ClauseLevel(20 * MM, 28 * MM, TextStyle(11, 15, after=1, right=3 * MM), 1),
    )
    tag: TextStyle = TextStyle(9, 11.5, colour="ink2")
    tag_box: float = 0.5
    tag_side: float = 3.0
    tag_gap: float = 9.0
    link_rule: float = 0.5

    cover_name: TextStyle = TextStyle(14, 18, bold=True)
    cover_label: TextStyle = TextStyle(14, 19, bold=True, colour="accent")
    cover_title: TextStyle = TextStyle(30, 33, before=6, after=8, bold=True, right=15 * MM)
    cover_line: TextStyle = TextStyle(14, 19)

    table: TableLook = TableLook()
    callout: CalloutLook = CalloutLook()
    signature: SignatureLook = SignatureLook()
    cover: CoverLook = CoverLook()
    letter: LetterLook = LetterLook()
    running: RunningLook = RunningLook()
    figure: FigureLook = FigureLook()
    figure_after: float = 9.0

    def top_of(self, shape: PageShape, section: Section) -> float:
        """Return where the text of a section begins, in points from the top: pages without a header begin higher."""
        return self.cover.top if section.cover else self.letter.top if section.letter else shape.top

    def small_heading(self, level: int) -> TextStyle:
        """Return the look of a heading that is no larger than the text: what a letter is about, or a short part."""
        return self.letter.subject if level == 1 else self.headings[-1]

    def heading(self, level: int) -> TextStyle:
        """Return the look of a heading of a level from 1 to 6: below the third they are as large, and lighter."""
        deepest = self.headings[-1]
        return self.headings[level - 1] if level <= len(self.headings) else deepest._replace(colour="ink2")


STANDARD = Theme("standard")
