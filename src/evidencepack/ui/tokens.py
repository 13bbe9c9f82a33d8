# SPDX-License-Identifier: MPL-2.0
"""Every colour of the window, by what it is for. Text reaches 7:1 on its ground, edges of controls 3:1 (WCAG 2.2)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours, as ``#rrggbb``. ``on_accent`` stands on ``accent``; ``desk`` lies round the paper."""

    window: str
    surface: str
    surface2: str
    text: str
    muted: str
    disabled: str
    border: str
    control: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    error: str
    error_soft: str
    warn: str
    ok: str
    focus: str
    focus_ink: str
    desk: str


LIGHT = Tokens(
    window="#F3F5F6",
    surface="#FFFFFF",
    surface2="#EAEFF1",
    text="#0B0C0C",
    muted="#4A5358",
    disabled="#7B858A",
    border="#D3DADD",
    control="#6B757B",
    accent="#0B5C6B",
    accent_hover="#084552",
    accent_soft="#DCECEF",
    on_accent="#FFFFFF",
    error="#A8131C",
    error_soft="#FBEAEA",
    warn="#7D4400",
    ok="#00633A",
    focus="#FFDD00",
    focus_ink="#0B0C0C",
    desk="#DDE4E7",
)

DARK = Tokens(
    window="#14191C",
    surface="#1C2327",
    surface2="#263036",
    text="#F1F4F5",
    muted="#B3BEC4",
    disabled="#7C888F",
    border="#3A464D",
    control="#8C9AA2",
    accent="#5CC3D6",
    accent_hover="#86D6E4",
    accent_soft="#173A42",
    on_accent="#06262D",
    error="#FF9494",
    error_soft="#3B1E22",
    warn="#F2B866",
    ok="#6FD39A",
    focus="#FFDD00",
    focus_ink="#FFDD00",
    desk="#0F1315",
)
