# SPDX-License-Identifier: MPL-2.0
"""Qt is loaded without what a start does not need, and says the same all the same when it is asked."""

from __future__ import annotations

import subprocess
import sys

_ASKED = """
import sys
from threading import Thread
from PySide6.QtCore import QObject, QPoint, QTimer, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QWidget

app = QApplication([])
wrong = (
    lambda: QTimer().setInterval("soon"),
    lambda: QObject(parent=1),
    lambda: QObject(nothing=2),
    lambda: QLabel(1, 2, 3),
    lambda: QColor("red", "green", object()),
    lambda: QWidget().resize("wide"),
    lambda: QWidget().setLayout(QPoint(1, 2)),
    lambda: QLabel().setAlignment("left"),
    lambda: QTimer.singleShot("now", 1),
    lambda: QTimer().timeout.connect(7),
    lambda: QTimer().timeout.emit(1, 2, 3),
    lambda: QPoint(1, 2) + "three",
    lambda: setattr(QWidget(), "windowTitle", 3).nothing,
)


def call(one):
    try:
        print(one())
    except Exception as error:
        print(type(error), error)


elsewhere = Thread(target=call, args=[lambda: QPoint("a")])
elsewhere.start()
elsewhere.join()
for one in wrong:
    call(one)
from PySide6.support.signature import get_signature
print(get_signature(QTimer.setInterval), QTimer.singleShot.__doc__, Qt.AlignmentFlag.AlignLeft)
print([hasattr(sys.modules["shibokensupport.signature." + name], "sys") for name in ("parser", "lib.enum_sig")])
"""
_LOADED = """
import builtins, sys
from evidencepack.ui.features import load_qt
usual = builtins.compile
load_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
app = QApplication([])
button = QPushButton("Go", clicked=app.quit)
button.show()
QTimer.singleShot(0, button.click)
app.exec()
print(builtins.compile is usual, builtins.__import__.__name__)
names = ("errorhandler", "layout", "parser", "lib.enum_sig", "lib.pyi_generator")
print([name for name in names if "sys" in vars(sys.modules["shibokensupport.signature." + name])])
print([name for name in ("argparse", "logging") if name in sys.modules])
"""


def told(script: str) -> str:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_window_is_shown_without_compiling_what_qt_says_of_its_functions() -> None:
    assert told(_LOADED).splitlines() == ["True __lazy_import__", "[]", "[]"]


def test_what_qt_says_of_wrong_calls_and_of_its_functions_is_the_same() -> None:
    usual = told(_ASKED)

    assert "setInterval" in usual
    assert told(f"from evidencepack.ui.features import load_qt\nload_qt()\n{_ASKED}") == usual
