# SPDX-License-Identifier: MPL-2.0
"""What a file that came back is, beside the one that was sent."""

from __future__ import annotations

from typing import Final

from evidencepack.exchange.replies.issue import Issue
from evidencepack.exchange.replies.report import Standing
from evidencepack.exchange.replies.story import Story
from evidencepack.exchange.replies.word_file import WordFile
from evidencepack.render.word.manifest import hash_of

_KINSHIP: Final = 0.1  # of the lines sent, so many at least are in a copy that lost every marker


def standing(sent: Issue, back: Issue | None) -> Standing:
    """Return what a file that came back is, by what both files say of themselves."""
    if back is None:
        return Standing.UNMARKED
    if (sent.reference, sent.documents) == (back.reference, back.documents):
        return Standing.SAME if dict(sent.places) == dict(back.places) else Standing.ALTERED
    shared = {one.reference for one in sent.documents} & {one.reference for one in back.documents}
    if sent.reference == back.reference and shared:
        return Standing.OTHER_EXPORT if sent.version == back.version else Standing.OTHER_VERSION
    return Standing.OTHER_DOCUMENT if sent.records & back.records else Standing.OTHER_TENDER


def standing_of(sent: WordFile, issue: Issue, back: WordFile) -> Standing:
    """Return what a file that came back is, by what both say of themselves and by what is in them."""
    found = standing(issue, back.issue)
    if not any(block.skeleton.strip("\x01") for block in back.final.blocks):
        return Standing.EMPTY
    if found is Standing.UNMARKED and not back.final.answers and not _are_kin(sent.final, back.final):
        return Standing.UNRELATED
    if found is Standing.SAME and touched(sent, issue) and not touched(back, issue):
        return Standing.SWAPPED
    return found


def touched(file: WordFile, issue: Issue) -> int:
    """Return how many answers in a file are not what they were when this program made it."""
    found = ((issue.places[tag], told) for tag, told in file.final.answers.items() if tag in issue.places)
    return sum(not (place.missing and told.asks) and hash_of(told.text) != place.hash for place, told in found)


def _are_kin(sent: Story, back: Story) -> bool:
    """Whether enough of the lines that were sent are in another file."""
    ours, theirs = _lines(sent), _lines(back)
    return len(ours & theirs) >= len(ours) * _KINSHIP


def _lines(story: Story) -> set[str]:
    return {line for block in story.blocks if (line := story.line(block))}
