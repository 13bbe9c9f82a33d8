# SPDX-License-Identifier: MPL-2.0
"""The one style sheet of the window. Names in it are those of ``tokens``; sizes are those of a text size of 100 %."""

from __future__ import annotations

from string import Template

SHEET = Template("""
QWidget { color: $text; }
QMainWindow, QDialog, QMessageBox, #page { background: $window; }
QToolTip { background: $text; color: $surface; border: 0; padding: 6px 8px; }
QLabel { background: transparent; }
QLabel[role="number"] { font-size: 25pt; font-weight: 700; }
QLabel[role="h1"] { font-size: 19pt; font-weight: 700; }
QLabel[role="h2"] { font-size: 13.5pt; font-weight: 600; }
QLabel[role="label"], QLabel[role="strong"], QLabel[role="h3"] { font-weight: 600; }
QLabel[role="hint"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: 11pt; }
QLabel[role="cap"] { color: $muted; font-size: 10.5pt; font-weight: 600; }
QLabel[role="error"] { color: $error; font-weight: 600; }
QLabel[role="warn"] { color: $warn; font-weight: 600; }
QLabel[role="ok"] { color: $ok; font-weight: 600; }
QMenuBar { background: $surface; color: $text; border-bottom: 1px solid $border; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $accent; color: $on_accent; }
QMenu { background: $surface; border: 1px solid $control; padding: 4px; menu-scrollable: 1; }
QMenu::item { padding: 7px 24px 7px 14px; color: $text; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
#header { background: $surface; border-bottom: 1px solid $border; }
#footbar { background: $surface; border-top: 1px solid $border; }
#navframe { background: $nav; }
#nav { background: $nav; border: 0; outline: 0; padding: 0 8px; }
#switcher { background: $nav; color: $nav_text; font-weight: 600; border: 1px solid $control; border-radius: 6px;
  text-align: left; padding: 5px 9px; }
#switcher:hover { background: $nav_sel; color: $nav_sel_text; }
#switcher::menu-indicator { width: 0; }
#switcher[slim="true"] { padding: 5px 2px; text-align: center; font-size: 11pt; }
#railframe { background: $surface; border-right: 1px solid $border; }
#rail { background: $surface; border: 0; outline: 0; }
#side { background: $surface; border-left: 1px solid $border; }
#card { background: $surface; border: 1px solid $border; border-radius: 6px; }
#next { background: $surface; border: 1px solid $border; border-left: 6px solid $accent; border-top-right-radius: 6px;
  border-bottom-right-radius: 6px; }
#tip { background: $accent_soft; border: 0; border-left: 5px solid $accent; }
#okbox { background: $ok_soft; border: 0; border-left: 5px solid $ok; }
#warnbox { background: $warn_soft; border: 0; border-left: 5px solid $warn; }
#errorbox { background: $error_soft; border: 0; border-left: 5px solid $error; }
#errorsummary { background: $surface; border: 3px solid $error; border-radius: 4px; }
#sunk { background: $surface2; border: 0; border-radius: 6px; }
#drop { background: $surface; border: 2px dashed $control; border-radius: 6px; }
#drop[over="true"] { background: $accent_soft; border-color: $accent; }
#line { background: $border; border: 0; max-height: 1px; }
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox { background: $surface; border: 1px solid $control; border-radius: 3px;
  padding: 6px 9px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $text; padding: 5px 8px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border: 2px solid $error;
  padding: 5px 8px; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 26px; border: 0;
  background: transparent; }
QSpinBox::up-button { subcontrol-position: top right; }
QSpinBox::down-button { subcontrol-position: bottom right; }
QSpinBox::up-arrow { image: url("$chevron_up"); width: 14px; height: 14px; }
QSpinBox::down-arrow { image: url("$chevron"); width: 14px; height: 14px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QSpinBox QLineEdit, QSpinBox QLineEdit:focus { border: 0; padding: 0; background: transparent; }
QComboBox::drop-down { subcontrol-origin: padding; subcontrol-position: center right; width: 28px; border: 0;
  background: transparent; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView, #completions { background: $surface; border: 1px solid $control; outline: 0;
  selection-background-color: $accent; selection-color: $on_accent; }
QPushButton { background: $surface; border: 1px solid $control; border-radius: 4px; padding: 6px 16px;
  min-height: 22px; }
QPushButton:hover { background: $surface2; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:focus { outline: 0; }
QPushButton:disabled { color: $disabled; border-color: $border; background: $window; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
  padding: 6px 18px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:disabled { background: $window; color: $disabled; border-color: $border; }
QPushButton[kind="danger"] { color: $error; border-color: $error; }
QPushButton[kind="link"] { background: transparent; border: 0; color: $accent; text-decoration: underline;
  padding: 2px 2px 2px 0; text-align: left; }
QPushButton[kind="link"]:hover { color: $accent_hover; }
QPushButton[kind="link"]:disabled { color: $disabled; }
QPushButton[kind="crumb"] { background: transparent; border: 0; color: $muted; padding: 2px 0; text-align: left; }
QPushButton[kind="crumb"]:hover { color: $accent; text-decoration: underline; }
QPushButton[kind="small"] { padding: 3px 12px; min-height: 20px; font-size: 11pt; }
QPushButton[kind="chip"] { border-radius: 12px; padding: 2px 12px; min-height: 22px; font-size: 11pt; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border: 2px solid $accent; font-weight: 600;
  padding: 1px 11px; }
#find { border: 1px solid $control; background: $window; color: $muted; padding: 5px 10px; text-align: left; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 6px; }
QToolButton:hover { background: $surface2; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton::menu-indicator { width: 0; }
QCheckBox, QRadioButton { spacing: 10px; padding: 4px 2px; background: transparent; }
QCheckBox::indicator { width: 20px; height: 20px; border: 2px solid $control; border-radius: 3px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator { width: 20px; height: 20px; border: 2px solid $control; border-radius: 11px;
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
QTabWidget::pane { border: 0; border-top: 1px solid $border; background: $surface; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; padding: 8px 14px 7px 14px; border: 0; border-bottom: 3px solid transparent; }
QTabBar::tab:selected { border-bottom: 3px solid $accent; font-weight: 600; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface; }
#qt_calendar_navigationbar { background: $surface; border-bottom: 1px solid $border; }
QCalendarWidget QToolButton { font-weight: 600; }
QCalendarWidget QAbstractItemView { border: 0; selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $disabled; }
QProgressBar { background: $surface2; border: 1px solid $control; border-radius: 4px; max-height: 8px;
  min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 6px; background: $surface2; border: 1px solid $control; border-radius: 3px; }
QSlider::handle:horizontal { width: 18px; height: 22px; margin: -9px 0; background: $surface; border: 2px solid $accent;
  border-radius: 4px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QScrollArea { border: 0; background: transparent; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; border: 0; }
QScrollBar::handle:vertical { background: $control; border-radius: 3px; min-height: 40px; margin: 4px; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; border: 0; }
QScrollBar::handle:horizontal { background: $control; border-radius: 3px; min-width: 40px; margin: 4px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")
