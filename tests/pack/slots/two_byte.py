# SPDX-License-Identifier: MPL-2.0
"""PDFs written operator by operator, with a font of two-byte codes as our own have: 1 is A, 2 is B, 3 a space."""

from __future__ import annotations

import pikepdf
from pikepdf import Array, Dictionary, Name

_MAP = b"3 beginbfchar\n<0001> <0041>\n<0002> <0042>\n<0003> <0020>\nendbfchar"


def add_page(pdf: pikepdf.Pdf, content: str) -> pikepdf.Page:
    """Add a page of 200 by 100 points with this content; /F0 has A 500, B 600, from 3 to 4 each 250, all else 900."""
    page = pdf.add_blank_page(page_size=(200, 100))
    below = Dictionary(W=Array([1, Array([500, 600]), 3, 4, 250]), DW=900)
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Arimo"), ToUnicode=pdf.make_stream(_MAP),
        DescendantFonts=Array([below]),
    )  # fmt: skip
    mute = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F0=font, F1=mute))
    page.obj.Contents = pdf.make_stream(content.encode())
    return page
