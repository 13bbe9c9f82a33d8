# SPDX-License-Identifier: MPL-2.0
"""Attached pictures that a tender's pages show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from evidencepack.domain.record import Facts
from evidencepack.pack.look import logo_of

ReadAttachment: TypeAlias = Callable[[str], bytes]
"""``read(sha256)``: the bytes of an attached file."""


def pictures_of(facts: Facts, read: ReadAttachment) -> Mapping[str, bytes]:
    """Return the bytes of every attached picture that the pages of a tender show, by SHA-256.

    Raises:
        DamagedWorkspaceError: if one is no longer as it was attached.
    """
    logo = logo_of(facts)
    return {logo.sha256: read(logo.sha256)} if logo else {}
