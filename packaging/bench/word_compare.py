# SPDX-License-Identifier: MPL-2.0
"""Fails where Word files of the peer lack words of ours (arguments: our folder, the peer's).

One word in a hundred may be lacking: what is drawn, and signs that stand between words.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from evidencepack.exchange.replies.story import Story
from evidencepack.exchange.replies.word_file import read_parts
from evidencepack.render.word.package import unpack_parts

_WORD = re.compile(r"[^\W\d_]+")


def main(ours: Path, peers: Path) -> None:
    """Compare all files of the two folders."""
    mine, theirs = _words(ours), _words(peers)
    lost = mine - theirs
    if not mine or lost.total() > mine.total() // 100:
        raise SystemExit(f"{lost.total()} of {mine.total()} words are missing in {peers}: {lost.most_common(20)}")


def _words(folder: Path) -> Counter[str]:
    stories = (_story(file.read_bytes()) for file in folder.glob("*.docx"))
    return Counter(word for story in stories for block in story.blocks for word in _WORD.findall(story.line(block)))


def _story(data: bytes) -> Story:
    return read_parts(unpack_parts(data), "word/document.xml", {}).final


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
