# SPDX-License-Identifier: MPL-2.0
"""Random documents of every block, with tall rows, long words and names that break things; the same for a seed."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.render.typeset.random_figures import random_figure, random_figures

from evidencepack.blocks.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Figure,
    Fill,
    Gap,
    Heading,
    Numbering,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Link, Show, Text, Value

_TEXT = (
    "a of the with each person partner connector reablement review weekly huddle safeguarding step-down "
    "4 30 working days hours 95% KPI-08 5 August 2026 para 2 (1.4 FTE) £58,000 Adébáyọ̀ Prŷs-Jones Świętochłowska "
    "মৈত্রী কমিউনিটি (রাবেয়া Ngọzi sian.llyr-evans@ferrybank.example R&D <b> {{x}} =1+1 council/hospital → ≥"
)
_HOSTILE = (
    "<b>&{{ {%x%} </w:t> ]]> \\( %PDF-1.7 $(x) ..\\..\\ .... ---- // && e\u0301\u0301\u0301\u0301 ọ̀ọ̀ọ̀ form\u200bfield "
    "safe\u00adguard\u00ading Mr J. K. Ali s 75 95 % 9 to 5 020 7946 0131 E97 2AB Appendix\u00a0B, £58,000 a year – · "
    "https://www.example.org/a/long/way?to=the&end=of_it tender-response_final-final.v2.pdf ক্ষ্ম্য Ł́ódź Αθήνα Київ ☐ ✓"
)
_WORDS = _TEXT.split() * 3 + _HOSTILE.split(" ")
_STYLES = (Style.BODY, Style.BODY, Style.BODY, Style.LEAD, Style.NOTE, Style.FACTS, Style.OPENER)


def random_document(seed: int) -> Document:
    """Return a document of one to three sections."""
    random = Random(seed)  # noqa: S311 - a fuzz, not a secret
    maker = _Maker(random)
    sections = tuple(maker.section(number) for number in range(random.choice((1, 1, 2, 3))))
    running = Running("Ferrybank Home Support Ltd", "TBN-ASC-2027-014", f"TBN-{seed}", "version 1.0", "0123456789ab")
    return Document("doc", "A random document", running, sections, letter=random.choice(("", "A", "B")))


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.anchors = ["doc"]

    def section(self, number: int) -> Section:
        random = self.random
        cover = number == 0 and random.random() < 0.2
        blocks: list[Block] = []
        if cover:
            blocks += [
                Paragraph(self.inlines(4), Style.COVER_NAME),
                Paragraph(self.inlines(3), Style.COVER_LABEL),
                Paragraph(self.inlines(random.choice((8, 40))), Style.COVER_TITLE),
                Paragraph(self.inlines(6), Style.COVER_LINE),
                Gap(16),
            ]
        blocks += [self.block() for _ in range(random.randint(1, 14))]
        if random.random() < 0.3:
            blocks += self.deep_list()
        foot = (self.table(rows=1, columns=3),) if cover else ()
        return Section(tuple(blocks), landscape=random.random() < 0.3, cover=cover, foot=foot)

    def word(self) -> str:
        if self.random.random() < 0.002:
            return "".join(self.random.choice("abcdefghijklmnop") for _ in range(self.random.choice((60, 300, 5000))))
        return self.random.choice(_WORDS)

    def words(self, count: int) -> str:
        return " ".join(self.word() for _ in range(count))

    def inlines(self, count: int) -> Inlines:
        random, parts, rest = self.random, list[Inline](), count
        while rest > 0:
            take = min(rest, random.choice((1, 3, 8, 20)))
            rest -= take
            text = self.words(take) + random.choice(("", " ", " ", "  "))
            parts.append(
                random.choice(
                    (
                        Text(text),
                        Text(text),
                        Text(text, bold=True),
                        Text(text, italic=True),
                        Value(text, ("record/field",), language=random.choice(("", "cy"))),
                        Value(text, ("record/other",), missing=True),
                        Link(text, "https://example.org"),
                        CrossReference("doc", Show.PAGE),
                        CrossReference(random.choice(self.anchors)),
                        LineBreak(),
                    )
                )
            )
        return (Text("Begin "), *parts, Text("end."))

    def anchor(self) -> str:
        name = f"doc/{len(self.anchors)}"
        self.anchors.append(name)
        return name

    def block(self) -> Block:
        random = self.random
        choice = random.randrange(16)
        if choice < 3:
            return Paragraph(self.inlines(random.choice((1, 10, 60, 300))), random.choice(_STYLES))
        if choice < 9:
            level = random.choice((1, 1, 2, 2, 2, 3, 3, 4))
            tags = ("solicitor to check", "binding") if random.random() < 0.3 else ()
            size = random.choice((3, 8)) if level == 1 else random.choice((3, 15, 40))
            return Clause(level, self.inlines(size), self.anchor(), tags if level == 1 else ())
        if choice < 11:
            wide = random.random() < 0.04
            rows = random.choice((1, 3) if wide else (0, 1, 2, 3, 8, 40))
            return self.table(rows=rows, columns=30 if wide else random.randint(1, 8))
        if choice == 11:
            aside = (Text("clause 5.1"),) if random.random() < 0.3 else ()
            numbering = random.choice(tuple(Numbering))
            return Heading(random.randint(1, 6), self.inlines(random.choice((2, 20))), self.anchor(), numbering, aside)
        if choice == 12:
            items = tuple(self.inlines(random.choice((2, 30))) for _ in range(random.randint(1, 6)))
            return Bullets(items, numbered=random.random() < 0.5)
        return self.rare()

    def deep_list(self) -> list[Block]:
        """Return clauses that go down to the fourth level and up again."""
        levels = [self.random.choice((2, 3, 4, 4)) for _ in range(self.random.randint(3, 30))]
        return [Clause(level, self.inlines(self.random.choice((1, 12))), self.anchor()) for level in levels]

    def rare(self) -> Block:
        random = self.random
        makers: tuple[Callable[[], Block], ...] = (
            self.callout,
            self.signature,
            self.picture,
            PageBreak,
            self.contents,
            lambda: random_figure(random, self.inlines),
            lambda: random_figures(random, self.inlines),
            lambda: Gap(random.choice((5.0, 90.0))),
        )
        return random.choice(makers)()

    def callout(self) -> Callout:
        random = self.random
        row = (Text("Problem"),), self.inlines(random.choice((5, 40, 900)))
        aside: Inlines = random.choice(((), (Text("May 2026"),)))
        return Callout((Text("Case study"),), aside, (row,) * random.randint(0, 4))

    def signature(self) -> Signature:
        random = self.random
        people = Signatory(self.inlines(3), self.inlines(random.choice((2, 200))), self.inlines(2))
        return Signature((people,) * random.choice((1, 2, 4, 8)))

    def picture(self) -> Figure:
        random = self.random
        width, height = random.choice((79.0, 400.0)), random.choice((30.0, 500.0))
        return Figure("0" * 64, width, height, "Words", self.inlines(4))

    def contents(self) -> Toc:
        random = self.random
        entries = tuple(
            TocEntry("doc", "A", self.inlines(random.choice((2, 15))), (self.inlines(2), ()))
            for _ in range(random.choice((0, 3, 60)))
        )
        return Toc(("App.", "Title", "Version", "Signed", "Pages"), (11, 0, 29, 43, 14), entries)

    def table(self, *, rows: int, columns: int) -> Table:
        random = self.random
        centred = random.random() < 0.2
        aligns = tuple(random.choice(tuple(Align)) for _ in range(columns))
        widths = tuple(random.choice((0.0, 0.0, 20.0, 60.0)) for _ in range(columns))
        head = tuple(self.row(columns, size=2, filled=False) for _ in range(random.choice((0, 1, 1, 1, 2))))
        tall = random.choice((3, 3, 12, 60)) if columns < 9 else 3
        sizes = (1, tall, tall * 8 if rows < 9 else tall)
        return Table(
            tuple(Column(width, align) for width, align in zip(widths, aligns, strict=True)),
            head,
            tuple(self.row(columns, size=random.choice(sizes)) for _ in range(rows)),
            row_headers=random.random() < 0.7,
            title=self.inlines(4) if random.random() < 0.5 else (),
            note=self.inlines(12) if random.random() < 0.5 else (),
            summary="A table",
            anchor=self.anchor(),
            size=random.choice((9, 9.5, 10, 11)),
            centred=centred,
            gap=1.0 if centred else 0.0,
        )

    def row(self, columns: int, *, size: int, filled: bool = True) -> TableRow:
        random, cells, rest = self.random, list[Cell](), columns
        while rest:
            span = min(rest, random.choice((1, 1, 1, 1, 2)))
            rest -= span
            lines = tuple(self.inlines(random.randint(1, size)) for _ in range(random.choice((0, 1, 1, 1, 2))))
            fill = random.choice((Fill.NONE, Fill.NONE, Fill.TINT, Fill.INK)) if filled else Fill.NONE
            cells.append(Cell(lines, fill, span))
        return TableRow(tuple(cells), total=random.random() < 0.1)
