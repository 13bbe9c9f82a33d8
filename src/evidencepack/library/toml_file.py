# SPDX-License-Identifier: MPL-2.0
"""The tables of one TOML file, or the mistake that keeps them from being read."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from evidencepack.library.problems import Problems


def read_toml(data: bytes, problems: Problems) -> Mapping[str, object]:
    """Return the tables of a TOML file; empty, with the mistake noted, when it is not TOML in UTF-8."""
    if not data.strip():
        problems.add("file", "is empty")
        return {}
    try:
        return tomllib.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        problems.add("file", f"is not text in UTF-8 (byte {error.start})")
    except tomllib.TOMLDecodeError as error:
        problems.add("file", f"is not TOML: {error}")
    except (ValueError, RecursionError):
        problems.add("file", "holds a number or a nesting that is too large to read")
    return {}
