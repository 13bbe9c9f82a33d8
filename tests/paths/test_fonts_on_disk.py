# SPDX-License-Identifier: MPL-2.0
"""The fonts in the checkout are the ones SOURCES.toml says they are."""

from __future__ import annotations

import hashlib
import tomllib

import pytest

from evidencepack.paths.resources import resource

# Words that stand in the licence of each name, and in no other.
_LICENCES = {"OFL-1.1": "SIL OPEN FONT LICENSE", "Bitstream-Vera": "Bitstream Vera Fonts Copyright"}
_FONTS = tomllib.loads(resource("fonts", "SOURCES.toml").read_text(encoding="utf-8"))["font"]


@pytest.mark.parametrize("font", _FONTS, ids=lambda font: font["file"])
def test_a_font_has_the_bytes_and_the_licence_its_source_names(font: dict[str, str]) -> None:
    assert hashlib.sha256(resource("fonts", font["file"]).read_bytes()).hexdigest() == font["sha256"]
    assert _LICENCES[font["licence"]] in resource("fonts", font["licence_file"]).read_text(encoding="utf-8")


def test_every_font_in_the_folder_has_a_source() -> None:
    present = {path.name for path in resource("fonts").glob("*.ttf")}

    assert present == {font["file"] for font in _FONTS}
