# SPDX-License-Identifier: MPL-2.0
"""What somebody types, pastes and hands over who means no harm, and what a hostile one would."""

from __future__ import annotations

from pathlib import Path

TYPED = (
    *("Care", "at home", "1 May 2027", "next spring", "12", "£58,000", "50%", "", "mou", "RACI", "a", "3 months"),
    *("<b>&{{", "{0}%s%n", "Łódź", "মৈত্রী", "עברית", "🙂👩‍⚕️", "'; --", "-1", "99999999999999999999", "31/02/2027"),
)
"""Short: each letter of it is a key."""

PASTED = (
    "one\ttwo\tthree\nfour\tfive\tsix\n",
    "Line one\nLine two\r\nLine three",
    "\x00\x07\x1b[31m\x7f\u202eabc\u200b",
    "\ud800 half a pair",
    "<table><tr><td>x</td></tr></table>",
    "word " * 2000,
    "ক" * 3000,
    "🙂" * 400,
    "a" * 20_000,
    "A\tR\tC\tI\nR\tA\t\t?\n",
    "1 May 2027\t£3\t12\n" * 40,
    "\t\t\t",
    "",
)

PAGE = "<html><table><tr><td>One</td><td>2</td></tr><tr><td>&lt;b&gt;</td><td>R</td></tr></table></html>"
"""What a spreadsheet puts on the clipboard beside plain text."""


def make_files(folder: Path) -> list[str]:
    """Return names that a file dialog may hand over: good and broken files, one that is gone, and none."""
    folder.mkdir(exist_ok=True)
    (folder / "notes <b>&{{.txt").write_text("Not a picture, not a PDF.", encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "empty.png").write_bytes(b"")
    (folder / "not a workspace.evidencepack").write_bytes(b"SQLite format 3\x00 but no more")
    logo = Path(__file__).parents[2] / "packaging" / "logo.png"
    names = [*map(str, sorted(folder.iterdir())), str(folder / "gone.pdf"), str(folder), ""]
    return [*names, str(logo)] if logo.exists() else names
