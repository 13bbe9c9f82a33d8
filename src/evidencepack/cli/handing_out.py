# SPDX-License-Identifier: MPL-2.0
"""Commands that hand answers out in other forms than pages: registers as workbooks and CSV, text for portals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import Bar, counted, quoted, say, say_json, say_table
from evidencepack.errors import ExitCode
from evidencepack.exchange.registers.registers import NAMES
from evidencepack.usecases.box_texts import BoxText, Counted, box_text, count_sentences, how_counted, joined
from evidencepack.usecases.box_texts import counted as counted_text
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.formats import read_reader
from evidencepack.usecases.registers_out import RegisterWriter, register_sentences
from evidencepack.usecases.workspaces import open_existing, tender_facts


def write_registers(file: Path, folder: Path, only: str, *, reader: str, tender: str) -> ExitCode:
    """Write the registers of a tender, or some of them, for a reader."""
    audience, program = read_reader(reader), Program()
    names = [name.strip().lower() for name in only.split(",") if name.strip()] if only else NAMES
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
    bar = Bar()
    try:
        written = RegisterWriter(program.library, bar).write_into(folder, facts, audience=audience, only=names)
    finally:
        bar.close()
    lines = written.lines
    say_table(
        [
            (str(folder / one.name), counted(lines[one.name], "line") if one.name in lines else "")
            for one in written.files
        ]
    )
    say(*kept_sentences(written.kept), *register_sentences(written))
    return ExitCode.OK


@dataclass(frozen=True, slots=True)
class Wish:
    """How plain text is wanted: without headings, with simple signs alone; line breaks counted otherwise (0: as is).

    ``parts`` are the headings of those that are wanted; none is the answer itself.
    """

    bare: bool
    simple: bool
    line_break: int
    parts: tuple[str, ...] = ()

    def of(self, text: BoxText) -> str:
        """Return what is wanted of a document."""
        return joined(text.called(self.parts) if self.parts else text.answer, headings=not self.bare)


def print_texts(file: Path, documents: Sequence[str], wish: Wish, *, tender: str, as_json: bool) -> ExitCode:
    """Print documents as plain text for the boxes of a portal, each with its count; 3 if one is too long."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
    found = [_as_wished(box_text(facts, name, library=program.library), wish) for name in documents]
    told = [(one, counted_text(wish.of(one), one.box)) for one in found]
    if as_json:
        say_json({"texts": [_content(one, count) for one, count in told]})
    else:
        for one, count in told:
            _say_text(one, count, wish)
    return ExitCode.OK if all(count.fits for _one, count in told) else ExitCode.FINDINGS


def _as_wished(text: BoxText, wish: Wish) -> BoxText:
    text = text.simplified() if wish.simple else text
    return replace(text, box=replace(text.box, line_break=wish.line_break)) if wish.line_break else text


def _say_text(one: BoxText, count: Counted, wish: Wish) -> None:
    say(f"{one.reference}: {one.title}{f', for {one.question}' if one.question else ''}")
    say(f"{'; '.join(count_sentences(count, one.box))}. {how_counted(one.box)}")
    if one.gaps:
        say(f"{counted(one.gaps, 'gap')} still to complete: each says [to complete: ...]")
    for part in one.parts if not wish.parts else ():
        if part.aside and one.answer != one.parts:
            say(f"Without the box beside it. To have that, too: --part {quoted(part.heading)}")
    say("", count.text[: count.end], "")
    if not count.fits:
        say(f"---- The box ends here. Too long by what follows: {len(count.text) - count.end:,} characters ----")
        say(count.text[count.end :], "")


def _content(one: BoxText, count: Counted) -> dict[str, object]:
    return {
        "document": one.reference,
        "question": one.question,
        "words": count.words,
        "word_limit": one.box.words,
        "characters": count.characters,
        "character_limit": one.box.characters,
        "line_break": one.box.line_break,
        "spaces_count": one.box.spaces,
        "fits": count.fits,
        "gaps": one.gaps,
        "text": count.text[: count.end],
        "over": count.text[count.end :],
        "parts": [{"heading": part.heading, "text": part.text, "aside": part.aside} for part in one.parts],
    }
