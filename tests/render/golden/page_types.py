# SPDX-License-Identifier: MPL-2.0
"""The page types that have a picture: whose pages they are, and words that stand on each and on no page before it."""

from __future__ import annotations

from typing import NamedTuple


class PageType(NamedTuple):
    """A page type: the name of its picture, the file it comes from, words that only this page says first."""

    name: str
    source: str
    words: str


PAGE_TYPES = (
    PageType("cover", "sample", "Role in this bid"),
    PageType("contents", "sample", "Contents"),
    PageType("matrix", "sample", "five questions"),
    PageType("opening", "sample", "What we will do together Ferrybank"),
    PageType("clauses", "sample", "Why we are working together"),
    PageType("schedule", "sample", "Schedule 1: Contributions"),
    PageType("leads", "sample", "Schedule 3: Named leads"),
    PageType("narrative", "sample", "Spec 4.7 asks that people"),
    PageType("letter", "sample", "I am writing for Maitree"),
    PageType("signatures", "everything", "I have read this memorandum"),
    PageType("raci", "sample", "Who answers for what"),
    PageType("flows", "sample", "Schedule 1: Data flows"),
    PageType("risks", "sample", "Shared risks, each with one owner"),
    PageType("case-study", "sample", "Each partner has read this text"),
    PageType("inlines", "everything", "Five partners, one way of working"),
    PageType("callout", "everything", "Figure 1 Referrals answered"),
    PageType("dashboard", "figures", "All six measures improved"),
    PageType("governance", "figures", "Three levels"),
    PageType("upload-checklist", "uploading", "Upload by Wednesday"),
)
