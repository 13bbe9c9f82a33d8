# SPDX-License-Identifier: MPL-2.0
"""Every key of the window in one table: it makes the actions, the menus and the list in the help."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Group(Enum):
    """Where a command stands in the menus and in the list of keys, by its title."""

    FILE = "File"
    EDIT = "Edit"
    GO = "Go"
    VIEW = "View"
    DOCUMENT = "In a document"
    LISTS = "In lists and tables"
    HELP = "Help"


class Command(Enum):
    """What keys and menus do. The window does some; the place that is open does the others."""

    NEW_TENDER = "new-tender"
    SWITCH_TENDER = "switch-tender"
    OPEN_FILE = "open-file"
    BACK_UP = "back-up"
    PRINT = "print"
    SIGN = "sign"
    SAVE = "save"
    CLOSE = "close"
    UNDO = "undo"
    REDO = "redo"
    FIND_HERE = "find-here"
    FIND_ANYTHING = "find-anything"
    BACK = "back"
    FORWARD = "forward"
    NEXT_FINDING = "next-finding"
    PREVIOUS_FINDING = "previous-finding"
    CHECK = "check"
    NEXT_PART = "next-part"
    PREVIOUS_PART = "previous-part"
    SIDE = "side"
    LIGHT_DARK = "light-dark"
    GO_ON = "go-on"
    NEXT_STEP = "next-step"
    PREVIOUS_STEP = "previous-step"
    PLAIN_TEXT = "plain-text"
    HELP = "help"
    KEYBOARD = "keyboard"
    TOUR = "tour"
    MENU = "menu"


class Key(NamedTuple):
    """A command: its keys as Qt names them (on a Mac, Ctrl is Command), what it does in words, where it is listed."""

    command: Command
    keys: tuple[str, ...]
    words: str
    group: Group


KEYS = (
    Key(Command.NEW_TENDER, ("Ctrl+N",), "New tender…", Group.FILE),
    Key(Command.SWITCH_TENDER, ("Ctrl+O",), "Switch tender", Group.FILE),
    Key(Command.OPEN_FILE, (), "Open another workspace…", Group.FILE),
    Key(Command.BACK_UP, (), "Back up now", Group.FILE),
    Key(Command.PRINT, ("Ctrl+P",), "Print…", Group.FILE),
    Key(Command.SIGN, (), "Send for signing…", Group.FILE),
    Key(Command.SAVE, ("Ctrl+S",), "Save (it saves as you type)", Group.FILE),
    Key(Command.CLOSE, ("Ctrl+Q",), "Close evidencepack", Group.FILE),
    Key(Command.UNDO, ("Ctrl+Z",), "Undo", Group.EDIT),
    Key(Command.REDO, ("Ctrl+Y", "Ctrl+Shift+Z"), "Redo", Group.EDIT),
    Key(Command.FIND_HERE, ("Ctrl+F",), "Find in this list or page", Group.EDIT),
    Key(Command.FIND_ANYTHING, ("Ctrl+K",), "Find anything…", Group.EDIT),
    Key(Command.BACK, ("Alt+Left",), "Back", Group.GO),
    Key(Command.FORWARD, ("Alt+Right",), "Forward", Group.GO),
    Key(Command.NEXT_FINDING, ("F4",), "Next thing to look at", Group.GO),
    Key(Command.PREVIOUS_FINDING, ("Shift+F4",), "Previous thing to look at", Group.GO),
    Key(Command.NEXT_PART, ("F6",), "Next part of the window", Group.GO),
    Key(Command.PREVIOUS_PART, ("Shift+F6",), "Previous part of the window", Group.GO),
    Key(Command.MENU, ("F10",), "Menu", Group.GO),
    Key(Command.CHECK, ("F5",), "Check now", Group.VIEW),
    Key(Command.SIDE, ("F8",), "Preview and help, on or off", Group.VIEW),
    Key(Command.LIGHT_DARK, ("Ctrl+Shift+D",), "Light or dark", Group.VIEW),
    Key(Command.GO_ON, ("Ctrl+Return",), "Save and continue", Group.DOCUMENT),
    Key(Command.NEXT_STEP, ("Ctrl+PgDown",), "Next step", Group.DOCUMENT),
    Key(Command.PREVIOUS_STEP, ("Ctrl+PgUp",), "Previous step", Group.DOCUMENT),
    Key(Command.PLAIN_TEXT, ("Ctrl+Shift+C",), "Copy as plain text…", Group.DOCUMENT),
    Key(Command.HELP, ("F1",), "Help on what is open", Group.HELP),
    Key(Command.KEYBOARD, (), "Keys", Group.HELP),
    Key(Command.TOUR, (), "Take the tour", Group.HELP),
)
"""What the window answers to. Keys of places (Ctrl+1 to Ctrl+7, Ctrl+0) come from the registry."""


class Known(NamedTuple):
    """Keys that lists, tables and controls answer to themselves, for the list in the help."""

    keys: str
    words: str
    group: Group = Group.LISTS


KNOWN = (
    Known("Alt", "Menu, as F10", Group.GO),
    Known("Enter", "Open"),
    Known("Space", "Choose, or show here"),
    Known("Alt+Up, Alt+Down", "Move a row"),
    Known("Insert", "Add a row"),
    Known("Delete", "Leave out, or clear"),
    Known("F2, Enter", "In a table: type in a cell; letters type over it"),
    Known("Tab, Enter", "While you type in a cell: on beside it, on below it"),
    Known("Esc", "In a table: leave the cell as it was; leave the table"),
    Known("Ctrl+Delete", "In a table: remove lines"),
    Known("Ctrl+Enter", "In the search: show all that was found"),
    Known("Ctrl+C, Ctrl+X, Ctrl+V", "In a table: copy and cut cells, paste cells of a spreadsheet"),
    Known("Shift+arrows, Shift+Space", "In a table: choose several cells, a whole line"),
    Known("R, A, C, I", "Set a letter in who does what"),
    Known("Tab, Shift+Tab", "Next and previous field"),
    Known("F1", "In a question: help and examples; once more: all about the paper", Group.DOCUMENT),
    Known("Alt+Down", "In a date: the calendar", Group.DOCUMENT),
    Known("F7", "Next word that may be misspelt", Group.DOCUMENT),
    Known("Shift+F10", "Other words, and the rest of the menu", Group.DOCUMENT),
    Known("Up, Down", "In the pages: next and previous answer", Group.DOCUMENT),
    Known("Enter", "In the pages: go to the question", Group.DOCUMENT),
    Known("Space", "In the pages: show the question and stay", Group.DOCUMENT),
    Known("Esc", "In the pages: back to the form", Group.DOCUMENT),
    Known("Ctrl+Plus, Ctrl+Minus, Ctrl+0", "In the pages: larger, smaller, fit width", Group.DOCUMENT),
)
