# SPDX-License-Identifier: MPL-2.0
"""A Word file is looked through before anybody parses it: hostile ones are refused in words, by a real child."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from tests.guard import word_files as made

from evidencepack.guard import word_files
from evidencepack.guard.faults import ChildDiedError, RefusedFileError
from evidencepack.guard.word_files import vet_word_file
from evidencepack.guard.word_opening import Outside, related

_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

HOSTILE: Mapping[str, tuple[bytes, str]] = MappingProxyType(
    {
        "nothing": (b"", "is empty"),
        "a large file": (bytes(30 * 1024 * 1024 + 1), "larger than 30 MB"),
        "an old .doc renamed": (made.compound("WordDocument"), "old Word file (.doc)"),
        "a file with a password": (made.compound("EncryptedPackage"), "locked with a password"),
        "an old workbook": (made.compound("Workbook"), "old Office file"),
        "a PDF": (b"%PDF-1.7 ...", "is a PDF"),
        "a text with formats": (b"{\\rtf1 words}", "Rich Text"),
        "a web page": (b"\xef\xbb\xbf<!doctype html><html>", "web page"),
        "a text": (b"Dear partner,", "not a Word document"),
        "a truncated file": (made.SOUND[:-600], "breaks off"),
        "a zip of other things": (made.zipped({"notes.txt": b"words"}), "not a Word document"),
        "an OpenDocument text": (
            made.zipped({"mimetype": b"application/vnd.oasis.opendocument.text"}),
            "OpenDocument",
        ),
        "a workbook renamed": (made.typed(_DOCUMENT, _SHEET), "Excel"),
        "a file with macros": (made.typed(_DOCUMENT, _MACROS), "macros"),
        "a part of macros": (made.having("word/vbaProject.bin", b"x"), "macros"),
        "a link to macros": (made.linked("vbaProject", "elsewhere.bin", "Internal"), "macros"),
        "entities in UTF-16": (made.laughs("utf-16"), "definitions of its own"),
        "a file of the machine": (
            made.having(made.MAIN, b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hosts">]><a>&x;</a>'),
            "definitions of its own",
        ),
        "depth": (made.having(made.MAIN, b"<a>" * 5000 + b"</a>" * 5000), "too deep"),
        "a name of no known space": (
            made.having(made.MAIN, b"<a><v:b/></a>"),
            "“word/document.xml” cannot be read",
        ),
        "XML that is none": (made.having(made.MAIN, b"<a><b></a>"), "“word/document.xml” cannot be read"),
        "a strange packing": (made.zipped(made.parts(), zipfile.ZIP_LZMA), "packed in a way"),
        "a name out of the file": (made.having("../evil.xml", b"<a/>"), "points out of the file"),
        "an absolute name": (made.having("/evil.xml", b"<a/>"), "points out of the file"),
        "a name twice": (made.having("WORD/Document.xml", b"<a/>"), "same name"),
        "many parts": (made.zipped({f"word/{n}.xml": b"" for n in range(2001)}), "more than 2,000 parts"),
        "a file without its text": (
            made.zipped({name: part for name, part in made.parts().items() if name != made.MAIN}),
            "its text is missing",
        ),
    }
)

BOMBS: Mapping[str, tuple[Callable[[], bytes], str]] = MappingProxyType(
    {
        "a zip bomb": (lambda: made.having(made.MAIN, b"<a>" + b"<p/>" * 6_000_000 + b"</a>"), "unpacks to far more"),
        "a bomb of a picture": (lambda: made.having("word/a.emf", bytes(101 * 1024 * 1024)), "more than 100 MB"),
        "a text without end": (lambda: made.having(made.MAIN, made.many_elements(1_600_000)), "too long"),
        "entities without end": (made.laughs, "definitions of its own"),
    }
)


@pytest.mark.parametrize("name", BOMBS)
def test_what_grows_without_end_is_refused(name: str) -> None:
    make, reason = BOMBS[name]
    with pytest.raises(RefusedFileError) as refused:
        vet_word_file(make())
    assert reason in refused.value.message


@pytest.mark.parametrize("name", HOSTILE)
def test_what_could_do_harm_is_refused_with_what_to_do(name: str) -> None:
    data, reason = HOSTILE[name]
    with pytest.raises(RefusedFileError) as refused:
        vet_word_file(data)
    assert reason in refused.value.message
    assert "Nothing was changed. " in refused.value.message


def test_a_locked_part_is_refused() -> None:
    locked = bytearray(made.SOUND)
    at = locked.index(b"PK\x01\x02")
    locked[at + 8] |= 1
    with pytest.raises(RefusedFileError, match="locked"):
        vet_word_file(bytes(locked))


def test_a_size_that_is_not_true_is_found_while_reading() -> None:
    data = bytearray(made.zipped({**made.parts(), "word/media/a.png": bytes(1000)}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(RefusedFileError, match=r"larger than it says|damaged"):
        vet_word_file(bytes(data))


def test_a_sound_file_gives_its_parts() -> None:
    opened = vet_word_file(made.SOUND)
    assert (opened.main, opened.template) == (made.MAIN, False)
    assert opened.parts == made.parts()
    assert ("styles", "word/styles.xml") in related(opened, opened.main).values()


def test_a_template_is_known_as_one() -> None:
    assert vet_word_file(made.typed("document.main+xml", "template.main+xml")).template


def test_what_leads_out_of_a_file_or_acts_in_it_is_told() -> None:
    assert (
        Outside("attachedTemplate", "file:///x.dotx")
        in vet_word_file(made.linked("attachedTemplate", "file:///x.dotx")).outside
    )
    assert vet_word_file(made.linked("oleObject", "a.bin", "Internal")).active == (Outside("oleObject", "a.bin"),)
    assert vet_word_file(made.linked("aFChunk", "a.html", "Internal")).active == (Outside("aFChunk", "a.html"),)


def test_parts_of_other_formats_are_not_handed_on() -> None:
    opened = vet_word_file(made.having("word/embeddings/a.bin", b"code"))
    assert opened.left == ("word/embeddings/a.bin",)
    assert "word/embeddings/a.bin" not in opened.parts


def test_an_answer_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_files, "limited", lambda *_args, **_named: ("word/document.xml", False, {}, [], [], []))
    with pytest.raises(ChildDiedError):
        vet_word_file(made.SOUND)
