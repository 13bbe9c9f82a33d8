# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.trade import Audience
from evidencepack.errors import ExitCode
from evidencepack.pack.press import Format
from evidencepack.usecases.formats import UnknownFormatError, UnknownReaderError, read_formats, read_reader


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("pdf,docx", (Format.PDF, Format.DOCX)),
        ("docx, PDF", (Format.PDF, Format.DOCX)),
        ("pdf,pdf,", (Format.PDF,)),
        (" docx ", (Format.DOCX,)),
    ],
)
def test_formats_are_read_in_one_order(text: str, formats: tuple[Format, ...]) -> None:
    assert read_formats(text) == formats


@pytest.mark.parametrize(
    ("text", "sentence"), [("odt", "“odt” is not a format"), ("pdf,odt", "“odt” is"), ("", "No format was named")]
)
def test_what_is_no_format_is_refused_with_the_choice(text: str, sentence: str) -> None:
    with pytest.raises(UnknownFormatError, match=sentence) as caught:
        read_formats(text)
    assert str(caught.value).endswith("Choose from: pdf, docx.")
    assert caught.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize(
    ("text", "document", "audience"),
    [
        ("", "", Audience.PACK),
        ("buyer", "", Audience.PACK),
        ("", "TBN-CG-01", Audience.PACK),
        (" Partners ", "TBN-CG-01", Audience.PARTNER),
        ("own", "TBN-CG-01", Audience.OWN),
    ],
)
def test_one_document_can_be_for_somebody_else_than_the_buyer(text: str, document: str, audience: Audience) -> None:
    assert read_reader(text, document=document) is audience


@pytest.mark.parametrize(
    ("text", "document", "sentence"),
    [("everyone", "TBN-CG-01", "Nobody is called “everyone”"), ("own", "", "A pack is the buyer’s")],
)
def test_a_pack_for_anybody_else_and_a_copy_for_nobody_are_refused(text: str, document: str, sentence: str) -> None:
    with pytest.raises(UnknownReaderError, match=sentence) as caught:
        read_reader(text, document=document)
    assert caught.value.exit_code is ExitCode.USAGE
