# SPDX-License-Identifier: MPL-2.0
"""Word files from outside as pages: disarmed by a child, laid out by LibreOffice, printed anew by a child."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError, GuardError
from evidencepack.guard.pdf_files import LAID_OUT, MOST_BYTES, ForeignPdf, read_pdf
from evidencepack.guard.program import run_program
from evidencepack.guard.word_disarming import disarmed
from evidencepack.guard.word_files import MEGABYTES, SECONDS
from evidencepack.guard.word_opening import refuse_other_files
from evidencepack.paths.platform import office_program

_SECONDS = 90.0
_MEGABYTES = 4096
_FIRST_START = 81
_NOWHERE = "127.0.0.1"
_LEFT_OUT = "what it fetches from elsewhere, and parts of other programs"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{}</oor:items>
"""
_SETTING = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>\n'
_STRICT = (
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", _NOWHERE),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


@dataclass(frozen=True, slots=True)
class NoConverter:
    """A Word file is sound, but nothing on this machine turns it into pages: it goes beside them as it is."""


class NotConvertedError(GuardError):
    """LibreOffice made no pages of a Word file."""

    def __init__(self) -> None:
        super().__init__(
            "LibreOffice could not turn this Word file into pages. Nothing was changed. Open it in Word, save it as a "
            "PDF, and choose that."
        )


def read_word_pages(data: bytes, *, office: Path | None = None, stop: Event | None = None) -> ForeignPdf | NoConverter:
    """Return the pages of a Word file as LibreOffice lays them out.

    It reads a copy that leads nowhere and fetches nothing, in a folder of its own, with settings of its own that let no
    macro run and know no way to a network.

    Args:
        data: the file.
        office: the program; without it, the one of this machine.
        stop: ends all of it soon after another thread sets it.

    Raises:
        RefusedFileError: if it is no Word file, or could do harm; the message says what to do.
        GuardError: if a step took too long or too much memory, broke off, or gave no pages.
    """
    refuse_other_files(data)
    safe, left_out = _disarmed(data, stop)
    program = office or office_program()
    if program is None:
        return NoConverter()
    with tempfile.TemporaryDirectory(prefix="evidencepack-", ignore_cleanup_errors=True) as name:
        made = _converted(safe, program, Path(name), stop)
    read = read_pdf(made, stop=stop)
    return replace(read, dropped=(*([_LEFT_OUT] if left_out else []), LAID_OUT))


def _disarmed(data: bytes, stop: Event | None) -> tuple[bytes, bool]:
    match limited(disarmed, data, seconds=SECONDS, megabytes=MEGABYTES, stop=stop):
        case (bytes(safe), bool(left_out)):
            return safe, left_out
        case _:
            raise ChildDiedError("The child answered, but not with a Word file.")


def _converted(safe: bytes, program: Path, folder: Path, stop: Event | None) -> bytes:
    """Return the PDF that LibreOffice makes of a Word file, in a folder that is nobody else's.

    Raises:
        NotConvertedError: it made none.
    """
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_SETTINGS.format("".join(_SETTING.format(*one) for one in _STRICT)), encoding="utf-8")
    source, made = folder / "file.docx", folder / "file.pdf"
    source.write_bytes(safe)
    command = [
        *(str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore"),
        *("--nologo", "--nodefault", "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export"),
        *("--outdir", str(folder), str(source)),
    ]
    proxy = f"http://{_NOWHERE}:9"
    told = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), proxy)
    told |= {"HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    for _ in range(2):
        code = run_program(command, folder=folder, environment=told, seconds=_SECONDS, megabytes=_MEGABYTES, stop=stop)
        if code != _FIRST_START:
            break
    if not made.is_file() or not 0 < made.stat().st_size <= MOST_BYTES:
        raise NotConvertedError
    return made.read_bytes()
