# SPDX-License-Identifier: MPL-2.0
"""Where a person's own files live on this machine."""

from __future__ import annotations

import os
from pathlib import Path

SUFFIX = ".evidencepack"

EXPORTS = "EVIDENCEPACK_EXPORTS"
"""The variable that names another folder for notes on exports that go on."""

CACHE = "EVIDENCEPACK_CACHE"
"""The variable of the environment that names another folder for what can be made anew; empty for none."""


def default_workspace() -> Path:
    """Return the workspace file that opens when none is named: in the per-user data folder, not synchronised."""
    # Imported here: most commands name their file and never ask.
    from platformdirs import user_data_path

    return user_data_path("evidencepack", appauthor=False) / f"workspace{SUFFIX}"


def exports_under_way() -> Path:
    """Return the folder that holds a note on every export that goes on: beside the person's own workspace.

    ``EXPORTS`` may name another one.
    """
    named = os.environ.get(EXPORTS)
    return Path(named) if named else default_workspace().with_name("exports")


def preferences_file() -> Path:
    """Return the file in which a person's settings are: in the per-user folder for settings."""
    from platformdirs import user_config_path

    return user_config_path("evidencepack", appauthor=False) / "settings.toml"


def own_words_file() -> Path:
    """Return the file in which the words are that a person has taught the spelling: beside their settings."""
    return preferences_file().with_name("words.txt")


def sample_workspace() -> Path:
    """Return the workspace that holds the sample, once somebody has opened it: beside the person's own."""
    return default_workspace().with_name(f"sample{SUFFIX}")


def cache_folder() -> Path | None:
    """Return the folder for what can be made anew: in the per-user folder for that, or where ``CACHE`` says.

    None where it says nothing: then nothing is kept.
    """
    named = os.environ.get(CACHE)
    if named is not None:
        return Path(named) if named else None
    from platformdirs import user_cache_path

    return user_cache_path("evidencepack", appauthor=False)
