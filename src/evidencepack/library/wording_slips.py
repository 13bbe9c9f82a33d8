# SPDX-License-Identifier: MPL-2.0
"""Mistakes in house wording, said to somebody who writes for a house and not for a program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from evidencepack.library.problems import TemplateError
from evidencepack.library.template import For, If, Template, Words

_OPEN = "a “{% for %}” or “{% if %}” is opened and not closed; write “{% endfor %}” or “{% endif %}” where it ends"
_CLOSED = "“{% endfor %}” or “{% endif %}” closes nothing, or the wrong one of the two"
_CUT_OFF = "what begins with “{{” or “{%” is not finished; a field is written “{{ mou.purpose }}”"
_NO_FIELD = "only fields, filters, “if” and “for” can stand between the braces; docs/kinds.md lists them"
_NOTE = "“{#” begins a note that would not be printed; take it out"
_BRACE = "a brace stands alone; a field is written with two on each side, as in “{{ mou.purpose }}”"
_NESTED = "a “{% for %}” cannot stand inside another one"

_QUOTED = re.compile(r"'([^']+)'")
_CHOICES = re.compile(r"(?:; it has|; known are|and one of) ([a-z0-9_, ]+)$")


def note_slip(words: str) -> str:
    """Return the sentence about a note that the reader of templates would silently leave out; empty for none."""
    return f"{_line(words, '{#')}: {_NOTE}." if "{#" in words else ""


def syntax_slip(words: str, error: TemplateError) -> str:
    """Return what is wrong with the braces of a text and in which line."""
    where, _, what = str(error).partition(": ")
    if "end of template" in what:
        # The reader meets the end; a person looks for the beginning.
        cut = words.rfind("{{") > words.rfind("}}")
        return f"Line {words[: words.rfind('{{')].count(chr(10)) + 1}: {_CUT_OFF}." if cut else _unclosed(words)
    if "unknown tag 'end" in what:
        what = _CLOSED
    elif "is not among" in what or "unknown tag" in what:
        what = _NO_FIELD
    elif "xpected" in what:
        what = _CUT_OFF
    return f"{where.capitalize()}: {what.rstrip('.')}."


def name_slip(words: str, problems: Sequence[str]) -> str:
    """Return the first of some mistakes with its line, and how many more there are; empty for none."""
    if not problems:
        return ""
    named = _QUOTED.search(problems[0])
    said = _nearest(problems[0])
    first = f"{_line(words, named[1])}: {said}" if named else f"{said[:1].upper()}{said[1:]}"
    more = {0: "", 1: " There is 1 more mistake."}.get(
        len(problems) - 1, f" There are {len(problems) - 1} more mistakes."
    )
    return f"{first}.{more}"


def shape_slips(template: Template) -> list[str]:
    """Return what is wrong with a text that can be read: a brace by itself, and a loop within a loop.

    A loop within a loop could print millions of lines, and no document of the program has one.
    """
    lone = any(set("{}") & set(words) for words in _words_of(template))
    return [slip for slip, is_there in ((_BRACE, lone), (_NESTED, _loops(template) > 1)) if is_there]


def _unclosed(words: str) -> str:
    return f"{_line(words, '{%')}: {_OPEN}."


def _words_of(template: Template) -> list[str]:
    found: list[str] = []
    for piece in template:
        match piece:
            case Words():
                found.append(piece.text)
            case If():
                found.extend(words for _, body in piece.branches for words in _words_of(body))
            case For():
                found.extend(_words_of(piece.body))
            case _:
                pass
    return found


def _loops(template: Template) -> int:
    """Return how deep loops stand in one another."""
    depth = 0
    for piece in template:
        if isinstance(piece, For):
            depth = max(depth, 1 + _loops(piece.body))
        elif isinstance(piece, If):
            depth = max(depth, *(_loops(body) for _, body in piece.branches))
    return depth


def _nearest(problem: str) -> str:
    """Return a sentence that offers the nearest names, not all sixty."""
    found = _CHOICES.search(problem)
    if not found:
        return problem
    names, said = found[1].split(", "), problem[: found.start()]
    wrong = dict.fromkeys(word.rsplit(".", 1)[-1] for word in reversed(_QUOTED.findall(said)))
    near = dict.fromkeys(name for word in wrong for name in get_close_matches(word, names, 3, 0.5))
    return said + (f"; perhaps you mean {' or '.join(f'“{name}”' for name in near)}" if near else "")


def _line(words: str, sought: str) -> str:
    lines = words.split("\n")
    at = next((number for number, line in enumerate(lines, 1) if sought in line), 1)
    return f"Line {at}"
