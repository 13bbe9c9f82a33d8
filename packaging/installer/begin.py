# SPDX-License-Identifier: MPL-2.0
"""Where the frozen program begins."""

from __future__ import annotations

from evidencepack.__main__ import main

if __name__ == "__main__":
    main()
