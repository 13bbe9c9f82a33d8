# SPDX-License-Identifier: MPL-2.0
"""What holds for every document: complete, in order, inside the margins, kept together, and no more than it needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tests.render.typeset.reading import Expected, blocks_of, owner, read
from tests.render.typeset.setting import FONTS

from evidencepack.blocks.blocks import Bullets, Callout, Clause, Heading, PageBreak, Paragraph, Signature, Table
from evidencepack.blocks.inlines import LineBreak
from evidencepack.blocks.walk import inlines_in
from evidencepack.render.number import Numbered, plain
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.ties import NBSP, tie
from evidencepack.render.typeset.page import HEADINGS, Element, Page, Pages, Role, Run

_STAMP = (40 * MM, 11 * MM, 13 * MM)  # width, height, above the paper's edge
_WIDE = 22  # letters: words tied so long may be wider than a line


class Read(NamedTuple):
    """A run of a page with the block-level element it stands in."""

    page: int
    element: Element
    run: Run


class Laid:
    """A document and its pages. ``read`` are the runs of each block in order, ``blocks`` the blocks by name."""

    def __init__(self, numbered: Numbered, pages: Pages) -> None:
        self.numbered, self.pages = numbered, pages
        self.blocks = dict(blocks_of(numbered.documents[0]))
        self.read: defaultdict[str, list[Read]] = defaultdict(list)
        for index, page in enumerate(pages.pages):
            for run in page.runs:
                self.read[run.element.block].append(Read(index, owner(run.element), run))

    def of(self, *kinds: type) -> Iterator[Read]:
        """Give the runs of all blocks of these kinds."""
        for name, block in self.blocks.items():
            if isinstance(block, kinds):
                yield from self.read[name]


def keeps_all(laid: Laid) -> None:
    """Fail unless the document keeps every law."""
    text_is_complete_and_in_order(laid)
    blocks_follow_each_other(laid)
    for page in laid.pages.pages:
        nothing_is_outside_the_margins(page)
    no_heading_ends_a_page(laid)
    paragraphs_keep_two_lines(laid)
    heads_are_repeated(laid)
    short_rows_and_boxes_stay_whole(laid)
    lists_begin_and_end_with_two_items(laid)
    ties_hold(laid)
    a_document_costs_no_more_than_its_length(laid)


def text_is_complete_and_in_order(laid: Laid) -> None:
    """Fail unless every block reads as what stands in it."""
    expected = Expected(laid.numbered, laid.pages)
    for name, block in laid.blocks.items():
        assert read(((one.element, one.run) for one in laid.read[name]), name) == expected.texts(block), name


def blocks_follow_each_other(laid: Laid) -> None:
    """Fail unless runs come in the order of blocks."""
    order = {name: place for place, name in enumerate(laid.blocks)}
    places = [order[run.element.block] for page in laid.pages.pages for run in page.runs]
    assert places == sorted(places)


def nothing_is_outside_the_margins(page: Page) -> None:
    """Fail if words, rules or pictures leave the text area, or anything but the stamp stands in its zone."""
    shape = STANDARD.landscape if page.width > page.height else STANDARD.portrait
    right, top = page.width - shape.right + 0.1, min(shape.top, STANDARD.cover.top)
    for run in page.runs:
        assert shape.left - 0.1 <= run.x <= run.x + run.width <= right or _is_one_letter(run), run
        assert top <= run.y <= shape.floor + 0.1, run
    for picture in page.pictures:
        assert picture.x + picture.width <= right
        assert picture.y + picture.height <= shape.floor + 0.1
    for rule in page.rules:
        # A letter that is wider than its column may be a link.
        assert shape.left - 2 <= rule.x0 <= rule.x1 <= right + 2
        assert rule.y1 <= shape.floor + 0.1
    width, height, foot = _STAMP
    for words in page.artifacts:
        assert 0 < words.x <= words.x + words.width <= right, words
        in_zone = page.height - foot - height < words.y < page.height - foot
        assert not in_zone or words.text.isdigit() or words.x + words.width < right - width, words


def _is_one_letter(run: Run) -> bool:
    """Say whether a run is a letter with its marks, which no break can make narrower."""
    return len(FONTS.faces[run.face].clusters(run.text.strip())) == 1


def no_heading_ends_a_page(laid: Laid) -> None:
    """Fail if a heading that something follows is the last on its page."""
    followed = {
        name
        for (name, block), (after, following) in pairwise(laid.blocks.items())
        if isinstance(block, Heading | Clause) and after.split(".")[0] == name.split(".")[0]
        if not isinstance(following, PageBreak) and not _empty(following)
    }
    begun: set[Element] = set()
    for page in reversed(laid.pages.pages):
        runs = [(owner(run.element), run) for run in page.runs if run.text.strip()]
        if runs and not page.pictures:
            last = max(runs, key=lambda pair: pair[1].y)[0]
            assert not (last.role in HEADINGS and last.block in followed and last not in begun), last.block
        begun = {element for element, _ in runs}


def _empty(block: object) -> bool:
    return not isinstance(block, Heading | Clause) and not getattr(block, "inlines", ())


def paragraphs_keep_two_lines(laid: Laid) -> None:
    """Fail if one line of a paragraph stands alone on a page."""
    lines: defaultdict[Element, defaultdict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for one in laid.of(Paragraph, Clause, Bullets):
        if one.element.role in {Role.P, Role.LBODY}:
            lines[one.element][one.page].add(round(one.run.y, 2))
    for element, by_page in lines.items():
        counts = [len(by_page[index]) for index in sorted(by_page)]
        assert len(counts) == 1 or min(counts) >= 2, (element.block, counts)


def heads_are_repeated(laid: Laid) -> None:
    """Fail if a table goes on without its head."""
    for name, block in laid.blocks.items():
        if not isinstance(block, Table) or not block.head or not block.rows:
            continue
        parts: dict[Role | None, list[Read]] = {Role.THEAD: [], Role.TBODY: [], None: []}
        for one in laid.read[name]:
            parts[_above(one.element, {Role.THEAD, Role.TBODY})].append(one)
        if len({one.run.y for one in parts[Role.THEAD]}) > 10:
            continue
        for index in sorted({one.page for one in parts[Role.TBODY]})[1:]:
            repeated = "".join(words.text for words in laid.pages.pages[index].artifacts)
            assert all(one.run.text.strip() in repeated for one in parts[Role.THEAD]), (name, index)


def _above(element: Element, roles: set[Role]) -> Role | None:
    above: Element | None = element
    while above is not None and above.role not in roles:
        above = above.parent
    return above.role if above else None


def short_rows_and_boxes_stay_whole(laid: Laid) -> None:
    """Fail if a row, a callout or a box to sign is on two pages though it is lower than a third of one."""
    places: defaultdict[Element, defaultdict[int, list[float]]] = defaultdict(lambda: defaultdict(list))
    for one in laid.of(Table, Callout, Signature):
        whole = _whole(one.element)
        if whole is not None:
            places[whole][one.page].append(one.run.y)
    for element, by_page in places.items():
        height = sum(max(depths) - min(depths) + 40 for depths in by_page.values())
        assert len(by_page) == 1 or height > (STANDARD.landscape.floor - STANDARD.landscape.top) / 3, element.block


def _whole(element: Element) -> Element | None:
    """Return the row or the box that an element stands in."""
    above: Element | None = element
    while above is not None and above.role not in {Role.TR, Role.DIV}:
        above = above.parent
    return above


def lists_begin_and_end_with_two_items(laid: Laid) -> None:
    """Fail if the first item of a list, or the last, stands alone on its page."""
    for name, block in laid.blocks.items():
        if isinstance(block, Bullets) and len(block.items) > 1:
            bodies: defaultdict[Element, list[int]] = defaultdict(list)
            for one in laid.read[name]:
                if one.element.role is Role.LBODY:
                    bodies[one.element].append(one.page)
            items = [*bodies.values()]
            assert items[0][-1] == items[1][0], name
            assert items[-2][-1] == items[-1][0], name


def ties_hold(laid: Laid) -> None:
    """Fail if a line of running text ends between tied words that fit a line."""
    texts: defaultdict[Element, list[Run]] = defaultdict(list)
    for name, block in laid.blocks.items():
        if _runs_on(block):
            for one in laid.read[name]:
                texts[one.element].append(one.run)
    for element, runs in texts.items():
        text, ends = "", set[int]()
        for run, following in pairwise(runs):
            text += run.text
            if following.y != run.y:
                ends.add(len(text))
        tied = tie(text + runs[-1].text)
        assert all(len(words) > _WIDE for words in _parted(tied, ends)), (element.block, [*_parted(tied, ends)])


def _runs_on(block: object) -> bool:
    if not isinstance(block, Paragraph | Clause | Bullets):
        return False
    return not any(isinstance(one, LineBreak) or NBSP in getattr(one, "text", "") for one in inlines_in(block))


def _parted(tied: str, ends: set[int]) -> Iterator[str]:
    """Give the tied words that a line's end parts."""
    at = 0
    for words in tied.split(" "):
        if any(place in ends and tied[place - 1] == NBSP for place in range(at + 1, at + len(words) + 1)):
            yield words
        at += len(words) + 1


def a_document_costs_no_more_than_its_length(laid: Laid) -> None:
    """Fail if pages, runs or elements are more than words and blocks can need: counted, so the same everywhere."""
    blocks, pages = [*laid.blocks.values()], laid.pages.pages
    labels: dict[str, str] = defaultdict(lambda: "Appendix H")
    inlines = [inline for block in blocks for inline in inlines_in(block)]
    letters = len(plain(tuple(inlines), labels)) + 4 * len(inlines)
    cells = sum(len(row.cells) for block in blocks if isinstance(block, Table) for row in (*block.head, *block.rows))
    most = 40 * len(blocks) + letters + 2 * cells
    runs = [run for page in pages for run in page.runs]
    assert len(runs) <= most
    assert len({run.element for run in runs}) <= most
    assert len(pages) <= 10 + 2 * len(blocks) + letters // 20 + cells
    assert sum(len(page.artifacts) + len(page.rules) + len(page.boxes) for page in pages) <= most + 200 * len(pages)
