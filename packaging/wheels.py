# SPDX-License-Identifier: MPL-2.0
"""Checks that every locked run-time package has a ready-made wheel for each system the program promises.

A resolver is asked to install requirements/app.txt for each of them, dry and with hashes. The answer is remembered
under build/ until the lock changes.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements" / "app.txt"
STAMP = ROOT / "build" / "wheels.stamp"
# The oldest systems that the locked PySide6 runs on: Linux with glibc 2.34, macOS 14 on either processor.
MACOS = "14.0"
PLATFORMS = {
    "Windows (64-bit)": "x86_64-pc-windows-msvc",
    f"macOS {MACOS} (Apple silicon)": "aarch64-apple-darwin",
    f"macOS {MACOS} (Intel)": "x86_64-apple-darwin",
    "Linux (64-bit, glibc 2.34)": "x86_64-manylinux_2_34",
}
PYTHONS = ("3.11", "3.13")


def main() -> int:
    """Ask for each platform and Python; return 1 and name what is missing when there is no wheel."""
    asked = hashlib.sha256(LOCK.read_bytes() + Path(__file__).read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == asked:
        print("Wheels: as when the lock was last checked")
        return 0
    failed = [
        f"{name}, Python {python}: {reason}"
        for name, platform in PLATFORMS.items()
        for python in PYTHONS
        if (reason := missing(platform, python))
    ]
    for line in failed:
        print(f"No wheel for {line}", file=sys.stderr)
    if failed:
        return 1
    STAMP.parent.mkdir(exist_ok=True)
    STAMP.write_text(asked, encoding="utf-8")
    print(f"Wheels: all there for {', '.join(PLATFORMS)}")
    return 0


def missing(platform: str, python: str) -> str:
    """Return why the locked packages cannot be installed there from wheels alone; empty when they can."""
    command = [
        *(sys.executable, "-m", "uv", "pip", "install", "--quiet", "--dry-run", "--no-deps", "--require-hashes"),
        *("--only-binary", ":all:", "--python-platform", platform, "--python-version", python),
        *("--target", str(ROOT / "build" / "no-such-folder"), "--requirement", str(LOCK)),
    ]
    environment = {**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS}
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return answer.stderr.strip() if answer.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
