# SPDX-License-Identifier: MPL-2.0
"""Whether files keep to the rules of their slot: each rule against the file as it was written, exactly at its edge."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencepack.domain.slots import MEGABYTE, Holds, Slot, Uncounted
from evidencepack.domain.trade import Severity
from evidencepack.pack.slots.filling import Filled, SlotFile
from evidencepack.pack.slots.names import has_loose_brace, keeps_rule, unknown_places

_POINTS_A_MILLIMETRE = 72 / 25.4
_ROUNDING = 0.05  # of a point, and of a millimetre: what is written has two decimals
_ASK = ". It comes from outside: ask whether the rule is for such files"
LIMITS = frozenset({"max_mb", "max_sides", "max_words"})
"""The questions about a slot that set how much it takes (``Trouble.field``)."""

_UNBOUND = (
    "one of them has no pages that could stand with others. It is signed digitally, or its file is still to come. Take "
    "it out here, and ask the buyer where it can go"
)
_FRONTS = frozenset({Uncounted.COVER, Uncounted.CONTENTS, Uncounted.MATRIX})


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something about a slot that somebody should know: how much it matters, a sentence, the question it is about."""

    severity: Severity
    words: str
    field: str = ""

    @property
    def blocks(self) -> bool:
        """Whether a bid could be refused for it."""
        return self.severity is Severity.BLOCKS


def fronts_of(file: SlotFile) -> Mapping[int, str]:
    """Return what the pages of a file before its first document are, by number from 0: cover, contents, matrix.

    Of a Word file it is its parts before the first document, by number: where its pages end only Word knows.
    """
    words, ahead = file.seen.words or (), file.front
    if file.item.form != "pdf" and file.file:
        ahead = max(0, len(words) - len(file.file.documents))
    return {number: _front(number, words[number] if number < len(words) else {}) for number in range(ahead)}


def _front(number: int, words: Mapping[str, int]) -> str:
    if number == 0:
        return Uncounted.COVER
    listed = number == 1 or words.get("contents", 0) > 0
    return Uncounted.CONTENTS if listed else Uncounted.MATRIX


def sides_counted(file: SlotFile, slot: Slot) -> int:
    """Return how many sides of a file count towards the limit of its slot."""
    if not slot.uncounted & _FRONTS:
        return file.pages
    fronts = fronts_of(file) if file.item.form == "pdf" else {at: _front(at, {}) for at in range(file.front)}
    return file.pages - sum(sort in slot.uncounted for sort in fronts.values())


def words_counted(file: SlotFile, slot: Slot) -> int | None:
    """Return how many words of a file count towards the limit of its slot; None where nobody can tell."""
    if file.seen.words is None:
        return None
    fronts = fronts_of(file)
    kept = (one for number, one in enumerate(file.seen.words) if fronts.get(number) not in slot.uncounted)
    return sum(count for one in kept for sort, count in one.items() if sort not in slot.uncounted)


def troubles_of(filled: Sequence[Filled], *, made: bool = True) -> tuple[tuple[Trouble, ...], ...]:
    """Return what is wrong in each slot, in their order, the worst first.

    Before files are ``made`` they are not looked into; once they are, one that is not there is missing.
    """
    again = _seen_twice(filled)
    order = list(Severity)
    return tuple(
        tuple(
            sorted((*_of_slot(one, made=made), *again[one.slot.id]), key=lambda trouble: order.index(trouble.severity))
        )
        for one in filled
    )


def _of_slot(filled: Filled, *, made: bool) -> Iterator[Trouble]:
    yield from _of_choice(filled)
    for file in filled.files if made else ():
        if file.file is None:
            words = f"{file.called} is not there: it could not be read or made. See to it, then export again"
            if file.item.parts:
                words = f"{file.called}: {_UNBOUND}"
            yield Trouble(Severity.BLOCKS, words, "holds")
    if filled.files:
        yield from _of_name_rule(filled.slot.naming.pattern)
        yield from _of_names(filled.files)
    for file in filled.files:
        yield from _of_file(file, filled.slot)
    if filled.files and all(one.pages or one.file for one in filled.files):
        yield from _of_all(filled)


def _of_name_rule(pattern: str) -> Iterator[Trouble]:
    """Yield what is wrong with the rule for names itself: what it asks for, no name can keep."""
    for unknown in unknown_places(pattern):
        words = f"The name asks for {{{unknown}}}, which nothing fills in. Write it out, or take it away"
        yield Trouble(Severity.BLOCKS, words, "file_name")
    if has_loose_brace(pattern):
        words = "The rule for names has a brace that opens or closes nothing. Write each place as {title}"
        yield Trouble(Severity.BLOCKS, words, "file_name")


def _of_names(files: Sequence[SlotFile]) -> Iterator[Trouble]:
    """Yield why files are called otherwise than their rule gives, each reason once."""
    for why in dict.fromkeys(one.renamed for one in files if one.renamed):
        names = [one.name for one in files if one.renamed == why]
        called = f"“{names[0]}” is" if len(names) == 1 else f"{len(names):,} files are"
        words = f"{called} not called just as the rule for names gives, for {why}"
        yield Trouble(Severity.SUGGESTS, words, "file_name")


def _of_choice(filled: Filled) -> Iterator[Trouble]:
    """Yield what is wrong with what goes into a slot, whatever it is like."""
    slot, contents, many = filled.slot, filled.contents, len(filled.files)
    if contents.open_choice:
        several = "; several become one PDF" if slot.many is False else ""
        words = f"{contents.open_choice} papers fit, and it takes one file. Say which goes in{several}"
        yield Trouble(Severity.BLOCKS if slot.mandatory else Severity.WARNS, words, "holds")
    elif filled.is_short:
        yield Trouble(Severity.BLOCKS, "Nothing is in it, and something must be. Say what goes in", "holds")
    if contents.lost:
        what = "A paper that was" if contents.lost == 1 else f"{contents.lost} papers that were"
        yield Trouble(Severity.BLOCKS, f"{what} to go in is no longer in the tender, or none was picked", "holds")
    if many > 1 and slot.many is False:
        yield Trouble(Severity.BLOCKS, f"It takes one file, and {many} go in", "many_files")
    elif many > 1 and slot.many is None:
        yield Trouble(Severity.WARNS, f"{many} files go in. Nobody has said that it takes more than one", "many_files")
    if contents.suggested and many:
        yield Trouble(Severity.SUGGESTS, "The program suggests this; nobody has said what goes in", "holds")


def _of_file(file: SlotFile, slot: Slot) -> Iterator[Trouble]:
    if slot.formats and file.item.form not in slot.formats:
        takes = " or ".join(one.upper() for one in slot.formats)
        yield Trouble(Severity.BLOCKS, f"“{file.name}” is {file.item.form.upper()}; it takes {takes}", "formats")
    if not keeps_rule(file.name, slot.naming):
        words = f"“{file.name}” is not what the rule for names allows"
        yield Trouble(Severity.BLOCKS, words, "name_letters")
    if slot.max_bytes and file.bytes > slot.max_bytes:
        words = f"“{file.name}” has {_megabytes(file.bytes)} MB; it takes {_megabytes(slot.max_bytes)} MB"
        yield Trouble(Severity.BLOCKS, words, "max_mb")
    if file.file and file.bytes == 0:
        yield Trouble(Severity.BLOCKS, f"“{file.name}” is empty", "holds")
    elif file.seen.trouble:
        yield Trouble(Severity.BLOCKS, f"“{file.name}”: {file.seen.trouble}", "holds")
    yield from _of_look(file, slot)


def _of_all(filled: Filled) -> Iterator[Trouble]:
    """Yield the limits that all files of a slot together pass."""
    slot, files = filled.slot, filled.files
    sides = sum(sides_counted(file, slot) for file in files)
    if slot.max_sides and sides > slot.max_sides:
        more, between = sides - slot.max_sides, sum(map(_between, files))
        with_sheets = f" ({between:,} of them between or behind the papers)" if between else ""
        said = f"{sides:,} sides count{with_sheets}, and it takes {slot.max_sides:,}: {more:,} too many"
        yield Trouble(Severity.BLOCKS, said, "max_sides")
    if slot.max_sides and any(file.pages == 0 for file in files):
        yield Trouble(Severity.WARNS, "The sides of a file could not be counted. Count them by eye", "max_sides")
    yield from _of_words(slot, files)


def _between(file: SlotFile) -> int:
    """Return how many sides of a pack are in no paper and not before them: sheets of sections, the change slip."""
    whole = file.file if file.item.what is not Holds.PAPER else None
    return file.pages - file.front - whole.sides if whole and whole.documents else 0


def _of_words(slot: Slot, files: Sequence[SlotFile]) -> Iterator[Trouble]:
    """Yield what is wrong with the words of all files of a slot together, and which of them nobody can count."""
    if not slot.max_words:
        return
    counts = [words_counted(file, slot) for file in files]
    words = sum(one for one in counts if one is not None)
    if words > slot.max_words:
        said = f"{words:,} words count, and it takes {slot.max_words:,}: {words - slot.max_words:,} too many"
        # Of a file from outside, what the buyer leaves out is in the count.
        rough = bool(slot.uncounted) and any(file.seen.is_foreign for file in files)
        more = ". Headings and tables of files from outside are in the count" if rough else ""
        yield Trouble(Severity.WARNS if rough else Severity.BLOCKS, f"{said}{more}", "max_words")
    for file, count in zip(files, counts, strict=True):
        if count is None and file.file:
            said = f"The words of “{file.name}” cannot be counted. Count them by eye"
            yield Trouble(Severity.WARNS, said, "max_words")
        elif file.seen.scans:
            which = "its pages" if file.seen.scans == file.pages else f"{file.seen.scans:,} of its {file.pages:,} pages"
            said = f"“{file.name}”: words cannot be counted on {which}: a scan without text. Count them by eye"
            yield Trouble(Severity.WARNS, said, "max_words")


def _of_look(file: SlotFile, slot: Slot) -> Iterator[Trouble]:
    """Yield what the pages of a file do not keep: size of letters, margins, typeface; and what nobody can measure."""
    look, name, ask = slot.look, file.name, _ASK if file.seen.is_foreign else ""
    smallest = _smallest(file.seen.sizes, everywhere=look.everywhere)
    if look.size and smallest and smallest < look.size - _ROUNDING:
        where = "Some of the text" if look.everywhere else "The running text"
        words = f"{where} in “{name}” is {smallest:g} points; {look.size:g} are asked for{ask}"
        yield Trouble(Severity.WARNS, words, "type_size_pt")
    edge = file.seen.edge / _POINTS_A_MILLIMETRE
    if look.margin and edge and edge < look.margin - _ROUNDING:
        words = f"Text in “{name}” comes within {edge:.1f} mm of the edge; {look.margin:g} mm are asked for{ask}"
        yield Trouble(Severity.WARNS, words, "margin_mm")
    if file.seen.fonts and not look.keeps_typeface:
        words = f"“{name}” is set in {file.seen.fonts[0]}, which is as wide as Arial; {look.typeface} is asked for"
        yield Trouble(Severity.WARNS, words, "typeface")
    if file.seen.is_foreign and (look.size or look.margin) and (file.seen.scans or not file.seen.sizes):
        words = f"Sizes of text and margins in “{name}” were not measured everywhere: look whether they are right"
        yield Trouble(Severity.SUGGESTS, words, "type_size_pt")


def _smallest(sizes: Mapping[str, Mapping[float, int]], *, everywhere: bool) -> float:
    """Return the smallest text that a rule speaks of: all of it, or the size that most of the running text has."""
    if everywhere:
        return min((size for sort in sizes.values() for size in sort), default=0.0)
    body = sizes.get("body", {})
    return max(body, key=lambda size: body[size], default=0.0)


def _seen_twice(filled: Sequence[Filled]) -> Mapping[str, list[Trouble]]:
    """Return, by the id of a slot, what is said of files that go into another slot as well."""
    places = defaultdict[str, list[tuple[str, str]]](list)
    for one in filled:
        for file in one.files:
            if file.sha256:
                places[file.sha256].append((one.slot.id, one.slot.name))
    shared = defaultdict[str, Counter[str]](Counter)
    for same in places.values():
        for slot, name in dict.fromkeys(same) if len(same) > 1 else ():
            shared[slot]["; ".join(dict.fromkeys(other for at, other in same if at != slot)) or name] += 1
    said = {slot: [_goes_twice(*one) for one in others.items()] for slot, others in shared.items()}
    return defaultdict(list, said)


def _goes_twice(others: str, files: int) -> Trouble:
    which = "The same file goes" if files == 1 else f"{files:,} of its files go"
    refused = "it; its" if files == 1 else "them; their"
    return Trouble(Severity.WARNS, f"{which} into “{others}” too. Some portals refuse {refused} names differ", "holds")


def _megabytes(size: int) -> str:
    """Return megabytes with as many decimals as tell a size just over a limit from the limit."""
    return f"{size / MEGABYTE:,.6f}".rstrip("0").rstrip(".")
