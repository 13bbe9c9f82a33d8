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
    ("text", "audience"),
    [
        ("", Audience.PACK),
        ("buyer", Audience.PACK),
        (" Partners ", Audience.PARTNER),
        ("own", Audience.OWN),
    ],
)
def test_a_pack_or_a_document_can_be_for_somebody_else_than_the_buyer(text: str, audience: Audience) -> None:
    assert read_reader(text) is audience


def test_a_copy_for_nobody_is_refused() -> None:
    with pytest.raises(UnknownReaderError, match="Nobody is called “everyone”") as caught:
        read_reader("everyone")
    assert caught.value.exit_code is ExitCode.USAGE
