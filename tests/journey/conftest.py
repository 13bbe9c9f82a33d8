# SPDX-License-Identifier: MPL-2.0
"""The journey is made at full counts only: on a busy machine the screen and the hand are not always in step yet."""

from __future__ import annotations

import os

collect_ignore = [] if os.environ.get("EVIDENCEPACK_FULL") == "1" else ["test_journey.py"]
