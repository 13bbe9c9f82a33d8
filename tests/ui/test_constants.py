# SPDX-License-Identifier: MPL-2.0
"""None, True and False outlive any number of calls into Qt."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from evidencepack.ui.constants import keep_constants

class Sender(QObject):
    sent = Signal()



keep_constants()
keep_constants()
app, timer, sender = QCoreApplication([]), QTimer(), Sender()
for _ in range(100_000):
    timer.setInterval(5)
    sender.sent.emit()
print("alive")
"""


def test_the_constants_outlive_a_hundred_thousand_calls_into_qt() -> None:
    done = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True, timeout=120, check=False)

    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
