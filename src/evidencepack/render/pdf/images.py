# SPDX-License-Identifier: MPL-2.0
"""Pictures as image objects (ISO 32000-1 8.9): JPEG as it is, all else as pixels on white."""

from __future__ import annotations

import io

from evidencepack.render.pdf.file import plain_stream, stream


def image(data: bytes) -> bytes:
    """Return the image object of a PNG or JPEG; transparency is laid on white."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as picture:
        size = f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
        entries = size + "/ColorSpace/DeviceRGB/BitsPerComponent 8"
        if picture.format == "JPEG" and picture.mode == "RGB":
            return plain_stream(data, entries + "/Filter/DCTDecode")
        ground = Image.new("RGBA", picture.size, "white")
        ground.alpha_composite(picture.convert("RGBA"))
        return stream(ground.convert("RGB").tobytes(), entries)
