# SPDX-License-Identifier: MPL-2.0
"""Scans of two copies of a memorandum as they were read: one whole, one without a page, and a page with no code."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from PIL import Image, ImageDraw
from tests.scans.sending import read, version_out

from evidencepack.domain.signoff import SentVersion, Signer, SignEvent, State
from evidencepack.signoff.intake.ink import Ink, InkReading
from evidencepack.signoff.intake.pages import ReadPage
from evidencepack.ui.signing.scan_press import Key, Scans, SeenLook
from evidencepack.usecases.sign_register import CopyLine

TODAY = date(2026, 11, 20)
NOWHERE: Key = ("IMG_2043.png", 1)
LONG = "Osierbed Community Nursing and Therapies"


def sent() -> SentVersion:
    """A memorandum of three pages with a copy for each of two organisations."""
    version = version_out(parties=("Maitree", LONG))
    signer = Signer("p", "Rabeya Sultana (রাবেয়া সুলতানা)", "Chair", "before", "2026-11-30")
    first, second = version.copies
    return replace(version, copies=(replace(first, signers=(signer,)), second))


def picture(wide: int = 640, high: int = 210, form: str = "PNG") -> bytes:
    """A piece of paper with a line on it."""
    image, into = Image.new("L", (wide, high), 250), io.BytesIO()
    ImageDraw.Draw(image).line((20, high // 2, wide - 20, high // 2), fill=40, width=4)
    image.save(into, form)
    return into.getvalue()


def scans(version: SentVersion) -> Scans:
    """All of the first copy in one file, page 3 of the second one in another, and a page on which nothing is read."""
    reads = (*(read(version, 0, page) for page in (1, 2, 3)), read(version, 1, 3, file="two.pdf", at=1))
    page = picture(620, 877, "JPEG")
    looks = tuple(
        SeenLook(key, 0, InkReading(ink, 40.0, 9.0, copied), picture(), picture())
        for key, ink, copied in ((("scan.pdf", 3), Ink.SIGNED, False), (("two.pdf", 1), Ink.BLANK, True))
    )
    every = (*reads, ReadPage(*NOWHERE))
    keys = [(one.file, one.number) for one in every]
    sizes = dict.fromkeys(keys, (620, 877))
    return Scans((version,), version.tender, every, looks, dict.fromkeys(keys, page), sizes, {"scan.pdf": "a" * 64})


def line(version: SentVersion, *states: State, copy: int = 0) -> CopyLine:
    """A copy to which something has happened, a thing a day from the first of November."""
    code = version.copies[copy].code
    events = tuple(
        SignEvent(str(at), code, state, f"2026-11-{at:02}", f"2026-11-{at:02}T09:00:00Z", "Siân & <b>Co", words="{{why")
        for at, state in enumerate(states, start=1)
    )
    return CopyLine(version, version.copies[copy], events)
