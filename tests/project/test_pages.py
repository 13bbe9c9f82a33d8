# SPDX-License-Identifier: MPL-2.0
"""The pages about the project agree with each other and with the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidencepack.cli.parser import parser
from evidencepack.errors import ExitCode

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = sorted([*_ROOT.glob("*.md"), *(_ROOT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def _name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


def _text(name: str) -> str:
    return (_ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", _PAGES, ids=_name)
def test_every_link_leads_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_is_listed_and_has_its_parts() -> None:
    for page in (_ROOT / "docs" / "decisions").glob("0*.md"):
        text = page.read_text(encoding="utf-8")
        assert page.name in _text("docs/decisions/README.md")
        assert re.findall(r"^## (.+)$", text, re.MULTILINE) == [
            "Context",
            "Decision",
            "Consequences",
            "What would make us change it",
        ]


def test_every_check_by_hand_says_what_to_expect_and_whether_it_was_done() -> None:
    page = _text("docs/by-hand.md")
    checks = re.split(r"^## ", page, flags=re.MULTILINE)[1:]

    assert checks
    for check in checks:
        assert re.search(r"^Needs: .+?^1\. .+?^Expected: .+?^State: ", check, re.MULTILINE | re.DOTALL), check[:60]
        assert f"| [{check.splitlines()[0]}](" in page


def test_the_readme_names_every_exit_code() -> None:
    sentence = (
        " ".join(_text("README.md").split()).partition("The exit code says what went wrong:")[2].partition(". ")[0]
    )

    assert {int(number) for number in re.findall(r"\b\d+\b", sentence)} == set(ExitCode)


def test_the_readme_names_every_command_and_no_other() -> None:
    table = re.findall(r"^\| `([a-z]+)[ `]", _text("README.md"), re.MULTILINE)
    commands = re.findall(r"^    ([a-z]+)(?: |$)", parser().format_help(), re.MULTILINE)

    assert table == commands


def test_the_readme_opens_with_the_two_commands() -> None:
    block = _text("README.md").split("```")[1]

    assert re.findall(r"^make \w+", block, re.MULTILINE) == ["make demo", "make test"]


def test_every_target_the_pages_name_is_in_the_makefile() -> None:
    targets = set(re.findall(r"^([a-z-]+):", _text("Makefile"), re.MULTILINE))
    named = {target for page in _PAGES for target in re.findall(r"`make ([a-z-]+)`", page.read_text(encoding="utf-8"))}

    assert named <= targets
