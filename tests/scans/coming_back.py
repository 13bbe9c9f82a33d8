# SPDX-License-Identifier: MPL-2.0
"""What came of scans, without a scanner or a child: pages whose marks were read, with small pictures of them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Collection, Sequence

from PIL import Image, ImageDraw
from tests.scans.sending import mark

from evidencepack.domain.signoff import SentVersion
from evidencepack.signoff.intake.pages import ReadPage
from evidencepack.signoff.intake.sorting import sort_pages
from evidencepack.usecases.taking_in import TakenIn

FILE = "<b>scan&{{.pdf"
SIZE = 248, 351


def taken_in(
    versions: Sequence[SentVersion], *, copies: Collection[int] = (0,), pages: Collection[int] = (), file: str = FILE
) -> TakenIn:
    """Return what came of a scan of copies (from 0) of the newest version; of all pages unless some are named."""
    newest = versions[-1]
    wanted = [
        (copy, number)
        for copy in copies
        for number in range(1, len(newest.copies[copy].pages) + 1)
        if not pages or number in pages
    ]
    read = [_read(newest, one, at, file) for at, one in enumerate(wanted, start=1)]
    pictures = {(file, at): picture(one[1]) for at, one in enumerate(wanted, start=1)}
    sha256 = hashlib.sha256(file.encode()).hexdigest()
    intake = sort_pages(read, versions, newest.tender)
    return TakenIn(intake, (), pictures, dict.fromkeys(pictures, SIZE), {file: sha256})


def picture(number: int) -> bytes:
    """Return a small JPEG of a page that somebody signed; each number has another one."""
    page = Image.new("L", SIZE, 245)
    ImageDraw.Draw(page).line([(60, 200), (60 + 6 * number, 180), (160, 210)], fill=30, width=2)
    into = io.BytesIO()
    page.save(into, "JPEG", quality=70)
    return into.getvalue()


def _read(version: SentVersion, one: tuple[int, int], at: int, file: str) -> ReadPage:
    found = mark(version, *one)
    return ReadPage(file, at, (found.square,), (found.strip,))
