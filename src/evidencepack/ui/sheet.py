# SPDX-License-Identifier: MPL-2.0
"""The one style sheet of the window. Names in it are those of ``tokens``; sizes in points are the window's type."""

from __future__ import annotations

from string import Template

SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox, #page { background: $window; }
QToolTip { background: $text; color: $surface; border: 0; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[role="h1"] { font-size: 19pt; font-weight: 700; }
QLabel[role="h2"] { font-size: 13.5pt; font-weight: 600; }
QLabel[role="label"], QLabel[role="strong"] { font-weight: 600; }
QLabel[role="hint"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 11pt; }
QLabel[role="cap"] { color: $muted; font-size: 10.5pt; font-weight: 600; }
QLabel[role="error"] { color: $error; font-weight: 600; }
#header { background: $surface; border-bottom: 1px solid $border; }
#footbar { background: $surface; border-top: 1px solid $border; }
#railframe { background: $surface; border-right: 1px solid $border; }
#rail { background: $surface; border: 0; outline: 0; }
#side { background: $surface; border-left: 1px solid $border; }
#card { background: $surface; border: 1px solid $border; border-radius: 6px; }
#sunk { background: $surface2; border: 0; border-radius: 6px; }
#line { background: $border; border: 0; max-height: 1px; }
QLineEdit, QPlainTextEdit, QComboBox { background: $surface; border: 1px solid $control; border-radius: 3px;
  padding: 6px 9px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $text; padding: 5px 8px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid $error;
  padding: 5px 8px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 28px; border: 0;
  background: transparent; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView, #completions, QMenu { background: $surface; border: 1px solid $control; outline: 0;
  selection-background-color: $accent; selection-color: $on_accent; }
QPushButton { background: $surface; border: 1px solid $control; border-radius: 4px; padding: 6px 16px;
  min-height: 22px; }
QPushButton:hover { background: $surface2; }
QPushButton:focus { outline: 0; }
QPushButton:disabled { color: $disabled; border-color: $border; background: $window; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
  padding: 6px 18px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="link"] { background: transparent; border: 0; color: $accent; text-decoration: underline;
  padding: 2px 2px 2px 0; text-align: left; }
QPushButton[kind="link"]:hover { color: $accent_hover; }
QPushButton[kind="small"] { padding: 3px 12px; min-height: 20px; font-size: 11pt; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 6px; }
QToolButton:hover { background: $surface2; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QCheckBox, QRadioButton { spacing: 10px; padding: 4px 2px; background: transparent; }
QCheckBox::indicator { width: 20px; height: 20px; border: 2px solid $control; border-radius: 3px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator { width: 20px; height: 20px; border: 2px solid $control; border-radius: 12px;
  background: $surface; }
QRadioButton::indicator:checked { border-color: $accent; image: url("$dot"); }
QTableView { background: $surface; gridline-color: $border; border: 1px solid $border; border-radius: 4px; outline: 0;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView QLineEdit, QTableView QComboBox { margin: 0; border-radius: 0; padding: 0 8px; }
QHeaderView { background: $surface2; border: 0; }
QHeaderView::section { background: $surface2; border: 0; border-bottom: 1px solid $control; padding: 6px 10px;
  font-weight: 600; font-size: 11pt; }
#lettergrid QHeaderView::section { padding: 4px 3px; font-size: 10.5pt; }
#lettergrid QHeaderView::section:vertical { border-bottom: 1px solid $border; border-right: 1px solid $border;
  padding: 2px 8px; font-weight: 400; font-size: 11pt; }
QTableCornerButton::section { background: $surface2; border: 0; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; border: 0; }
QScrollBar::handle:vertical { background: $control; border-radius: 3px; min-height: 40px; margin: 4px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; border: 0; }
QScrollBar::handle:horizontal { background: $control; border-radius: 3px; min-width: 40px; margin: 4px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
