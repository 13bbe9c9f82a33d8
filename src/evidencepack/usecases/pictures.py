# SPDX-License-Identifier: MPL-2.0
"""Attached files that say how a tender's pages look: the logo that they show, the template that Word files wear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import ClassVar, TypeAlias

from evidencepack.domain.record import Facts
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.faults import GuardError
from evidencepack.guard.images import LOGO, vet_image
from evidencepack.pack.look import logo_of, template_of

ReadAttachment: TypeAlias = Callable[[str], bytes]
"""``read(sha256)``: the bytes of an attached file."""


class UnfitLogoError(EvidencePackError):
    """A file was kept as a logo, by an earlier version or another program, that is no picture to be printed."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


class UnfitTemplateError(EvidencePackError):
    """A file was kept as a Word template, by an earlier version or another program, that is none to be trusted."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


def pictures_of(facts: Facts, read: ReadAttachment) -> Mapping[str, bytes]:
    """Return the bytes of every attached file that the pages of a tender take their look from, by SHA-256.

    Each is looked through and made anew once more: a workspace, too, may come from anyone.

    Raises:
        DamagedWorkspaceError: if one is no longer as it was attached.
        UnfitLogoError, UnfitTemplateError: if one is no picture that can be printed, or no template.
    """
    return {**_logo(facts, read), **_template(facts, read)}


def _logo(facts: Facts, read: ReadAttachment) -> Mapping[str, bytes]:
    logo = logo_of(facts)
    if logo is None:
        return {}
    try:
        return {logo.sha256: _drawn_anew(read(logo.sha256))}
    except GuardError as error:
        raise UnfitLogoError(f"The logo “{logo.name}” cannot be printed. {error}") from error


def _template(facts: Facts, read: ReadAttachment) -> Mapping[str, bytes]:
    template = template_of(facts)
    if template is None:
        return {}
    try:
        return {template.sha256: _taken_anew(read(template.sha256))}
    except GuardError as error:
        raise UnfitTemplateError(f"The Word template “{template.name}” cannot be used. {error}") from error


@lru_cache(4)
def _drawn_anew(data: bytes) -> bytes:
    """Return a picture that is safe to print; the preview asks for the same one after every key."""
    return vet_image(data, box=LOGO).data


@lru_cache(2)
def _taken_anew(data: bytes) -> bytes:
    """Return a template that is safe to use."""
    from evidencepack.exchange.brand.guarded import vet_brand  # few have one

    return vet_brand(data).data
