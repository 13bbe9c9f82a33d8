# SPDX-License-Identifier: MPL-2.0
"""What a PDF that came through holds, looked at with pikepdf and PDFium."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2
from PIL import Image

_ACTIVE = """
/JavaScript /JS /OpenAction /AA /A /Launch /URI /GoTo /GoToR /GoToE /SubmitForm /ImportData /Rendition /Movie /Sound
/Named /EmbeddedFile /EmbeddedFiles /EF /Filespec /AF /XFA /AcroForm /RichMedia /3D /Screen /Annots /Annot /OPI /PS
/OCProperties /OCG /OCMD /OC /Metadata /Info /PieceInfo /Thumb /StructTreeRoot /StructParents /PageLabels /Names
/Dests /Outlines /Threads /Perms /DSS /Encrypt /FFilter /Ref /Alternates /Collection /NeedsRendering
"""
ACTIVE = frozenset(_ACTIVE.split())
"""Keys and sorts of what acts, leads out, describes, or changes what is seen. None may be in what came through."""

_NAMED = "/ExtGState /ColorSpace /Pattern /Shading /XObject /Font /Properties /CharProcs /Colorants"
_CHOSEN = frozenset(_NAMED.split())
"""Under these a page gives names of its own to what it paints with."""

_SAYS_WHAT = frozenset({"/Type", "/Subtype", "/S"})


def active(data: bytes) -> set[str]:
    """Return what of that a file has, in any part that can be reached."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        waiting, seen = [(pdf.trailer, "")], set[tuple[tuple[int, int], str]]()
        while waiting:
            part, under = waiting.pop()
            if part.is_indirect and (part.objgen, under) in seen:
                continue
            seen.add((part.objgen, under))
            if isinstance(part, pikepdf.Array):
                waiting += [(one, under) for one in part if isinstance(one, pikepdf.Object)]
            elif isinstance(part, (pikepdf.Dictionary, pikepdf.Stream)):
                found |= _of_table(part, under)
                waiting += [(one, key) for key, one in part.items() if isinstance(one, pikepdf.Object)]
    return found


def _of_table(part: pikepdf.Object, under: str) -> set[str]:
    found = {str(value) for key, value in part.items() if key in _SAYS_WHAT and isinstance(value, pikepdf.Name)}
    if under not in _CHOSEN or isinstance(part, pikepdf.Stream):
        found |= set(part.keys())
    return (found & ACTIVE) | ({"/F"} if isinstance(part, pikepdf.Stream) and "/F" in part else set())


def contents(data: bytes) -> Iterator[bytes]:
    """Yield every stream of a file as it reads once unpacked, and the file itself."""
    yield data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for part in pdf.objects:
            yield part.unparse()
            if isinstance(part, pikepdf.Stream) and part.get("/Subtype") != "/Image":
                yield part.read_bytes()


def shown(data: bytes, page: int = 0, *, dpi: float = 72) -> Image.Image:
    """Return a page as PDFium shows it."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        picture: Image.Image = document[page].render(scale=dpi / 72).to_pil().convert("RGB")
        return picture


def words(data: bytes, page: int = 0) -> str:
    """Return the text of a page."""
    with pypdfium2.PdfDocument(data) as document:
        text: str = document[page].get_textpage().get_text_range()
        return text


def size(data: bytes, page: int = 0) -> tuple[float, float]:
    """Return width and height of a page in points."""
    with pypdfium2.PdfDocument(data) as document:
        wide, high = document[page].get_size()
        return round(wide, 2), round(high, 2)
