# SPDX-License-Identifier: MPL-2.0
"""Where files go that a person has made: the folder they choose, and opening what stands there afterwards."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from evidencepack.domain.trade import Audience
from evidencepack.paths.names import legal_name
from evidencepack.ui.words import say
from evidencepack.usecases.exporting import manifest_of
from evidencepack.usecases.sheets import LISTED_IN


def choose_folder(parent: QWidget, beginning: str, asked: str) -> str:
    """Let the person choose a folder in the system's own dialog; empty if they choose none."""
    return QFileDialog.getExistingDirectory(parent, asked, beginning)


def place_to_begin() -> Path:
    """Return the folder for documents, or home where there is none: the system refuses what is not there."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def folder_in(chosen: Path, reference: str, called: str = "") -> Path:
    """Return the folder for an export: the chosen one if an export is there already, else a new one inside it.

    ``called``: the name of a folder for something else than a pack, which never goes among the files of one.
    """
    listed = (LISTED_IN,) if called else tuple(manifest_of(audience) for audience in Audience)
    if any((chosen / name).is_file() for name in listed):
        return chosen
    words = called or say("{reference} pack")
    return chosen / legal_name(words.format(reference=reference), otherwise="pack")


def open_place(place: Path) -> None:
    """Open a file or a folder with what the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
