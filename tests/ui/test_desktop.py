# SPDX-License-Identifier: MPL-2.0
"""What the desktop and the program know of each other. Its own process: there is one application in each."""

from __future__ import annotations

import os
import subprocess
import sys

_ASKED = """
from pathlib import Path
from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent, QIcon
from evidencepack.ui.desktop import Application

app = Application()
opened = []

def ask(name):
    app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(name)))

ask("/early.evidencepack")
app.open_with(opened.append)
ask("/late.evidencepack")
app.sendEvent(app, QEvent(QEvent.Type.ApplicationActivate))
print([one.name for one in opened])
print(app.desktopFileName(), app.applicationName(), app.windowIcon().pixmap(32, 32).width())
"""


def test_a_double_click_opens_a_file_also_before_there_is_a_window() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _ASKED], env=environment, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.stdout.splitlines() == [
        "['early.evidencepack', 'late.evidencepack']",
        "evidencepack evidencepack 32",
    ], done.stderr
