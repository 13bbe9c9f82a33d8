# SPDX-License-Identifier: MPL-2.0
"""Random documents keep what they claim, in the eyes of the validators and of our own check."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.conformance.conforming import Conforms, claimed
from tests.render.everything import IMAGES, PICTURE, properties
from tests.render.pdf.faults import faults_of
from tests.render.typeset.random_documents import random_document
from tests.render.typeset.setting import FONTS

from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset

SEEDS = range(300 if os.environ.get("EVIDENCEPACK_FULL") == "1" else 12)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_document_conforms(seed: int, conforms: Conforms, measured: Callable[[str, str, float], None]) -> None:
    pages = typeset(number((random_document(seed),)), STANDARD, FONTS, stamp=True)
    about = replace(properties(), images={**IMAGES, "0" * 64: PICTURE}, fillable=seed % 2 == 0)
    data = claimed(pages, STANDARD, FONTS, about)
    assert faults_of(data) == []
    conforms(data, f"random document {seed}")
    if seed == SEEDS[-1]:
        measured("Random documents that veraPDF passes for UA-1 and A-2a", "documents", len(SEEDS))
