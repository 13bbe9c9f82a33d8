# SPDX-License-Identifier: MPL-2.0
"""Where a person's own files live on this machine."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".evidencepack"


def default_workspace() -> Path:
    """Return the workspace file that opens when none is named: in the per-user data folder, not synchronised."""
    return _data_folder() / f"workspace{SUFFIX}"


def backup_folder() -> Path:
    """Return the folder for the workspace's own backups, beside the default workspace."""
    return _data_folder() / "backups"


def _data_folder() -> Path:
    # Imported here: most commands name their file and never ask.
    from platformdirs import user_data_path

    return user_data_path("evidencepack", appauthor=False)
