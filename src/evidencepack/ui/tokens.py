# SPDX-License-Identifier: MPL-2.0
"""Every colour of the window, by what it is for. Text reaches 7:1 on its ground, edges of controls 3:1 (WCAG 2.2)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias


class Ink(StrEnum):
    """What a colour is for.

    ``ON_ACCENT`` stands on ``ACCENT``, a ``..._SOFT`` is a ground, ``BORDER`` decorates and ``CONTROL`` is an edge that
    counts. ``MARK``, ``ADD`` and ``CUT`` lie under words that are pointed at, new, or taken out. ``DESK`` lies round
    the paper, which is white in every set.
    """

    WINDOW = "window"
    SURFACE = "surface"
    SURFACE2 = "surface2"
    TEXT = "text"
    MUTED = "muted"
    DISABLED = "disabled"
    BORDER = "border"
    CONTROL = "control"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    ERROR = "error"
    ERROR_SOFT = "error_soft"
    WARN = "warn"
    WARN_SOFT = "warn_soft"
    OK = "ok"
    OK_SOFT = "ok_soft"
    MARK = "mark"
    ADD = "add"
    CUT = "cut"
    NAV = "nav"
    NAV_TEXT = "nav_text"
    NAV_SEL = "nav_sel"
    NAV_SEL_TEXT = "nav_sel_text"
    FOCUS = "focus"
    FOCUS_INK = "focus_ink"
    PAPER = "paper"
    DESK = "desk"


Tokens: TypeAlias = Mapping[Ink, str]
"""One set of colours, each as ``#rrggbb``."""

LIGHT: Tokens = {
    Ink.WINDOW: "#F3F5F6",
    Ink.SURFACE: "#FFFFFF",
    Ink.SURFACE2: "#EAEFF1",
    Ink.TEXT: "#0B0C0C",
    Ink.MUTED: "#4A5358",
    Ink.DISABLED: "#7B858A",
    Ink.BORDER: "#D3DADD",
    Ink.CONTROL: "#6B757B",
    Ink.ACCENT: "#0B5C6B",
    Ink.ACCENT_HOVER: "#084552",
    Ink.ACCENT_SOFT: "#DCECEF",
    Ink.ON_ACCENT: "#FFFFFF",
    Ink.ERROR: "#A8131C",
    Ink.ERROR_SOFT: "#FBEAEA",
    Ink.WARN: "#7D4400",
    Ink.WARN_SOFT: "#FCF0DC",
    Ink.OK: "#00633A",
    Ink.OK_SOFT: "#E2F1E9",
    Ink.MARK: "#FFF0A8",
    Ink.ADD: "#D6F0E0",
    Ink.CUT: "#F9DADA",
    Ink.NAV: "#12343B",
    Ink.NAV_TEXT: "#E4EEF0",
    Ink.NAV_SEL: "#FFFFFF",
    Ink.NAV_SEL_TEXT: "#0B2E35",
    Ink.FOCUS: "#FFDD00",
    Ink.FOCUS_INK: "#0B0C0C",
    Ink.PAPER: "#FFFFFF",
    Ink.DESK: "#DDE4E7",
}

DARK: Tokens = {
    Ink.WINDOW: "#14191C",
    Ink.SURFACE: "#1C2327",
    Ink.SURFACE2: "#263036",
    Ink.TEXT: "#F1F4F5",
    Ink.MUTED: "#B3BEC4",
    Ink.DISABLED: "#7C888F",
    Ink.BORDER: "#3A464D",
    Ink.CONTROL: "#8C9AA2",
    Ink.ACCENT: "#5CC3D6",
    Ink.ACCENT_HOVER: "#86D6E4",
    Ink.ACCENT_SOFT: "#173A42",
    Ink.ON_ACCENT: "#06262D",
    Ink.ERROR: "#FF9494",
    Ink.ERROR_SOFT: "#3B1E22",
    Ink.WARN: "#F2B866",
    Ink.WARN_SOFT: "#372B17",
    Ink.OK: "#6FD39A",
    Ink.OK_SOFT: "#15332A",
    Ink.MARK: "#4D4413",
    Ink.ADD: "#15402C",
    Ink.CUT: "#4A2226",
    Ink.NAV: "#0D1214",
    Ink.NAV_TEXT: "#C9D4D8",
    Ink.NAV_SEL: "#1F3C44",
    Ink.NAV_SEL_TEXT: "#FFFFFF",
    Ink.FOCUS: "#FFDD00",
    Ink.FOCUS_INK: "#0B0C0C",
    Ink.PAPER: "#FFFFFF",
    Ink.DESK: "#0F1315",
}

CONTRAST: Tokens = {
    Ink.WINDOW: "#000000",
    Ink.SURFACE: "#000000",
    Ink.SURFACE2: "#000000",
    Ink.TEXT: "#FFFFFF",
    Ink.MUTED: "#FFFFFF",
    Ink.DISABLED: "#B4B4B4",
    Ink.BORDER: "#FFFFFF",
    Ink.CONTROL: "#FFFFFF",
    Ink.ACCENT: "#3FF2FF",
    Ink.ACCENT_HOVER: "#FFFFFF",
    Ink.ACCENT_SOFT: "#000000",
    Ink.ON_ACCENT: "#000000",
    Ink.ERROR: "#FFB3B3",
    Ink.ERROR_SOFT: "#000000",
    Ink.WARN: "#FFD27A",
    Ink.WARN_SOFT: "#000000",
    Ink.OK: "#7CFFB2",
    Ink.OK_SOFT: "#000000",
    Ink.MARK: "#4B4100",
    Ink.ADD: "#004A24",
    Ink.CUT: "#5C0000",
    Ink.NAV: "#000000",
    Ink.NAV_TEXT: "#FFFFFF",
    Ink.NAV_SEL: "#FFFFFF",
    Ink.NAV_SEL_TEXT: "#000000",
    Ink.FOCUS: "#FFDD00",
    Ink.FOCUS_INK: "#000000",
    Ink.PAPER: "#FFFFFF",
    Ink.DESK: "#000000",
}
