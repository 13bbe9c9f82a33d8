# SPDX-License-Identifier: MPL-2.0
"""Word files from outside become pages by LibreOffice, from a copy that leads nowhere; or are said to have none."""

from __future__ import annotations

import io
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer

import pytest
from tests.guard import pictures
from tests.guard import word_files as made
from tests.guard.pdf import making, reading
from tests.guard.test_child import PLENTY, is_dead

from evidencepack.guard import word_pages
from evidencepack.guard.faults import CannotStartError, RefusedFileError, StoppedError, TookTooLongError
from evidencepack.guard.foreign_files import read_foreign
from evidencepack.guard.pdf_files import ForeignPdf
from evidencepack.guard.word_disarming import disarmed
from evidencepack.guard.word_pages import NoConverter, NotConvertedError, read_word_pages
from evidencepack.paths import platform


@pytest.fixture
def office(tmp_path: Path, tool: Callable[[str], Path]) -> Callable[[str], Path]:
    """Return a program in the place of LibreOffice, that does what a script says; $folder is where it stands."""

    def make(script: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(f"#!{tool('sh')}\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        return program

    return make


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def field(words: str) -> bytes:
    """Return the text of a Word file with one field, its words in two runs."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    runs = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in (words[:4], words[4:]))
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return f"<w:document {space}><w:body><w:p>{begin}{runs}</w:p></w:body></w:document>".encode()


def test_libreoffice_lays_a_word_file_out(tool: Callable[[str], Path]) -> None:
    read = read_word_pages(made.SOUND, office=tool("soffice"))
    assert isinstance(read, ForeignPdf)
    assert len(read.pages) == 1
    assert reading.active(read.data) == set()
    assert read.dropped == ("where Word ends its lines and pages: LibreOffice laid it out",)


def test_without_libreoffice_a_sound_file_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_pages, "office_program", lambda: None)
    assert read_foreign(made.SOUND) == NoConverter()
    with pytest.raises(RefusedFileError, match=r"damaged|breaks off"):
        read_foreign(made.SOUND[:-600])


def test_it_reads_a_copy_with_settings_that_let_nothing_run(office: Callable[[str], Path], tmp_path: Path) -> None:
    script = f'cp -r . "{tmp_path}/seen"; echo "$@" > "{tmp_path}/words"; env > "{tmp_path}/env"; :'
    with pytest.raises(NotConvertedError, match="save it as a PDF"):
        read_word_pages(made.linked("image", "https://example.org/x.png"), office=office(script))
    settings = (tmp_path / "seen/profile/user/registrymodifications.xcu").read_text(encoding="utf-8")
    assert "DisableMacrosExecution" in settings
    assert "--headless" in (tmp_path / "words").read_text(encoding="utf-8")
    assert "http_proxy=http://127.0.0.1:9" in (tmp_path / "env").read_text(encoding="utf-8")
    assert b"example.org" not in b"".join(parts_of((tmp_path / "seen/file.docx").read_bytes()).values())


def test_its_first_start_is_made_twice(office: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "made.pdf").write_bytes(making.saved(making.document()))
    script = f'[ -f started ] || {{ touch started; exit 81; }}; cp "{tmp_path}/made.pdf" file.pdf'
    read = read_word_pages(made.having("word/embeddings/a.bin", b"code"), office=office(script))
    assert isinstance(read, ForeignPdf)
    assert read.dropped[0] == "what it fetches from elsewhere, and parts of other programs"


def test_one_that_does_not_end_is_ended_with_what_it_started(
    office: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = tmp_path / "started"
    started.touch()
    for seconds in (0.5, 5.0, 50.0):  # on a busy machine it may not come to start anything at first
        monkeypatch.setattr(word_pages, "_SECONDS", seconds)
        with pytest.raises(TookTooLongError):
            read_word_pages(made.SOUND, office=office(f'sleep 3600 & echo $! > "{started}"; wait'))
        if started.read_text().endswith("\n"):
            break
    until = time.monotonic() + PLENTY
    while not is_dead(int(started.read_text())) and time.monotonic() < until:
        time.sleep(0.05)
    assert is_dead(int(started.read_text()))


def test_one_that_is_stopped_is_ended(office: Callable[[str], Path]) -> None:
    stop = Event()
    Timer(0.1, stop.set).start()
    with pytest.raises(StoppedError):
        read_word_pages(made.SOUND, office=office("sleep 3600"), stop=stop)


def test_a_program_that_is_none_is_said_to_be_none(tmp_path: Path) -> None:
    program = tmp_path / "soffice"
    program.write_bytes(b"no program")
    with pytest.raises(CannotStartError):
        read_word_pages(made.SOUND, office=program)


def test_what_leads_out_of_a_word_file_is_cut_off_and_links_to_press_stay() -> None:
    assert disarmed(made.SOUND) == (disarmed(made.SOUND)[0], False)
    safe, left_out = disarmed(made.linked("attachedTemplate", "https://example.org/x.dotx"))
    assert left_out
    assert b"example.org" not in b"".join(parts_of(safe).values())
    safe, left_out = disarmed(made.linked("hyperlink", "https://example.org/"))
    assert not left_out
    assert b"example.org" in b"".join(parts_of(safe).values())


@pytest.mark.parametrize("words", ["INCLUDEPICTURE https://example.org", " dde x y", "LINK Excel.Sheet a.xls"])
def test_a_field_that_fetches_is_emptied(words: str) -> None:
    safe, left_out = disarmed(made.having(made.MAIN, field(words)))
    assert left_out
    assert b"example.org" not in parts_of(safe)[made.MAIN]


@pytest.mark.parametrize("words", ["PAGE", "TOC \\o", "LISTNUM"])
def test_a_field_that_counts_stays(words: str) -> None:
    data = made.having(made.MAIN, field(words))
    assert parts_of(disarmed(data)[0])[made.MAIN] == parts_of(data)[made.MAIN]


def test_every_sort_of_file_goes_through_one_door() -> None:
    picture, pdf = pictures.saved(pictures.drawing(), "PNG"), making.saved(making.document())
    for data in (picture, pdf):
        read = read_foreign(data)
        assert isinstance(read, ForeignPdf)
        assert len(read.pages) == 1
    for data, reason in ((b"", "is empty"), (b"words", "no picture"), (b"{\\rtf1}", "Rich Text")):
        with pytest.raises(RefusedFileError, match=reason):
            read_foreign(data)


def test_libreoffice_is_looked_for_where_its_installers_put_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    if sys.platform == "linux":
        assert platform.office_program() is None
    monkeypatch.setattr("shutil.which", lambda name: str(tmp_path / name))
    (tmp_path / "libreoffice").touch()
    if sys.platform == "linux":
        assert platform.office_program() == tmp_path / "libreoffice"
