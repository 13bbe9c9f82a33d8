# SPDX-License-Identifier: MPL-2.0
"""A file that is there twice is noticed, also when it was saved again under another name."""

from __future__ import annotations

from evidencepack.domain.same_files import Fingerprint, SameFiles, same_files


def test_files_of_the_same_bytes_are_the_same() -> None:
    files = [Fingerprint("a", "1", "p"), Fingerprint("b", "2", "q"), Fingerprint("c", "1", "p")]
    assert same_files(files) == (SameFiles(("a", "c"), exact=True),)


def test_files_of_the_same_pages_are_told_apart_from_those() -> None:
    files = [Fingerprint("a", "1", "p"), Fingerprint("b", "2", "p"), Fingerprint("c", "2", "p")]
    assert same_files(files) == (SameFiles(("a", "b", "c"), exact=False),)


def test_files_without_pages_are_the_same_by_their_bytes_alone() -> None:
    files = [Fingerprint("a", "1"), Fingerprint("b", "2"), Fingerprint("c", "1"), Fingerprint("d", "1", "p")]
    assert same_files(files) == (SameFiles(("a", "c", "d"), exact=True),)


def test_files_that_differ_are_none() -> None:
    assert same_files([]) == same_files([Fingerprint("a", "1"), Fingerprint("b", "2")]) == ()
