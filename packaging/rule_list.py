# SPDX-License-Identifier: MPL-2.0
"""The tables of docs/readiness.md: every rule as its data says, and what became of the rest of the list.

Run ``python packaging/rule_list.py`` after a change of rules; with ``--check`` it says whether the page is current.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "src"))

from evidencepack.bootstrap import Program  # noqa: E402
from evidencepack.library.rule_words import RuleWords  # noqa: E402
from evidencepack.review.register import FAMILIES  # noqa: E402

PAGE = HERE / "docs" / "readiness.md"
FATES = HERE / "packaging" / "rule_list.toml"
BEGIN, END = "<!-- begin: made by packaging/rule_list.py -->\n", "<!-- end -->\n"
_FATE = {"merged": "merged into", "app": "done by the program", "dropped": "dropped", "no_data": "nothing to look at"}


def tables() -> str:
    """Return the tables, as Markdown."""
    return "\n".join((*_counts(), *_families(), *_fates(), *_to_come())) + "\n"


def unaccounted() -> tuple[str, ...]:
    """Return the ids of the list that are neither built nor decided about."""
    told = tomllib.loads(FATES.read_text(encoding="utf-8"))
    listed = [f"{name}-{number:02}" for name, many in told["listed"].items() for number in range(1, many + 1)]
    decided = {one["id"] for one in told["fate"]}
    return tuple(one for one in listed if one not in _rules() and one not in decided)


def page() -> str:
    """Return the whole page, with its tables as they should be."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    return before + BEGIN + "\n" + tables() + "\n" + END + rest.partition(END)[2]


@cache
def _rules() -> Mapping[str, RuleWords]:
    return Program().library.rules


def _counts() -> Iterator[str]:
    rules = list(_rules().values())
    said = ", ".join(f"{sum(one.severity == name for one in rules)} {words}" for name, words in _WORDS.items())
    yield f"There are {len(rules)} rules: {said}."
    yield ""


_WORDS = {"blocks": "block a final export", "warns": "warn", "suggests": "suggest"}


def _families() -> Iterator[str]:
    rules = _rules()
    for family in FAMILIES:
        title = (family.__doc__ or "").partition(": ")[2].strip().rstrip(".")
        yield f"### {title[0].upper()}{title[1:]}"
        yield ""
        if not family.RULES:
            yield "None yet."
        else:
            yield "| rule | | what it says | what it looks at | on what it rests |"
            yield "|---|---|---|---|---|"
        for name in sorted(family.RULES):
            one = rules[name]
            apart = ", a reminder" if one.panel == "reminders" else ""
            yield f"| CHK-{name} | {one.severity}{apart} | {one.title} | {one.looks_at} | {one.source} |"
        yield ""


def _fates() -> Iterator[str]:
    yield "### Rules of the list that are none of their own"
    yield ""
    yield "| rule | what became of it | why |"
    yield "|---|---|---|"
    for one in sorted(tomllib.loads(FATES.read_text(encoding="utf-8"))["fate"], key=lambda one: str(one["id"])):
        into = ", ".join(f"CHK-{name}" for name in one.get("into", ()))
        yield f"| CHK-{one['id']} | {_FATE[one['fate']]} {into}".rstrip() + f" | {one['why']} |"
    yield ""


def _to_come() -> Iterator[str]:
    left = unaccounted()
    if left:
        yield "### Still to come"
        yield ""
        yield ", ".join(f"CHK-{name}" for name in left) + "."
        yield ""


def main() -> int:
    """Write the page, or say whether it is current."""
    made = page()
    if "--check" in sys.argv:
        return int(made != PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(made, encoding="utf-8")
    print(f"{len(_rules())} rules, {len(unaccounted())} still to come")
    return 0


if __name__ == "__main__":
    sys.exit(main())
