# SPDX-License-Identifier: MPL-2.0
"""The colour profile is what the script makes of the standard's numbers, and colour engines take it for sRGB."""

from __future__ import annotations

import hashlib
import io
import tomllib
from pathlib import Path

import pytest
from colour import build
from PIL import Image, ImageCms

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "colour"


def test_the_committed_profile_is_the_one_that_the_script_makes() -> None:
    committed = (_FOLDER / "srgb.icc").read_bytes()
    assert committed == build()
    (listed,) = tomllib.loads((_FOLDER / "SOURCES.toml").read_text(encoding="utf-8"))["profile"]
    assert listed["sha256"] == hashlib.sha256(committed).hexdigest()
    assert listed["file"] == "srgb.icc"


def test_it_is_small_and_of_a_version_that_pdf_1_7_knows() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(build())).profile
    assert len(build()) < 600
    assert (profile.version, profile.device_class, profile.xcolor_space) == (4.2, "mntr", "RGB ")
    assert profile.profile_description == "sRGB IEC61966-2.1"


def test_its_identifier_is_the_digest_of_the_rest() -> None:
    data = build()
    rest = data[:44] + bytes(4) + data[48:64] + bytes(4) + data[68:84] + bytes(16) + data[100:]
    assert data[84:100] == hashlib.md5(rest, usedforsecurity=False).digest()


@pytest.mark.parametrize("intent", [ImageCms.Intent.PERCEPTUAL, ImageCms.Intent.RELATIVE_COLORIMETRIC])
def test_every_colour_comes_through_as_the_srgb_of_another_maker_has_it(intent: ImageCms.Intent) -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(build()))
    steps = range(0, 256, 15)
    colours = bytes(part for red in steps for green in steps for blue in steps for part in (red, green, blue))
    picture = Image.frombytes("RGB", (len(colours) // 3, 1), colours)
    turned = ImageCms.profileToProfile(picture, ours, ImageCms.createProfile("sRGB"), renderingIntent=intent)
    assert turned is not None
    assert max(abs(one - other) for one, other in zip(colours, turned.tobytes(), strict=True)) <= 1
