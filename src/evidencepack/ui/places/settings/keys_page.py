# SPDX-License-Identifier: MPL-2.0
"""The keys of the window, as a page of the settings."""

from __future__ import annotations

from evidencepack.ui.places.key_list import key_lists
from evidencepack.ui.places.settings.page import SettingsPage
from evidencepack.ui.shell.context import Context
from evidencepack.ui.words import say


class KeysPage(SettingsPage):
    """Everything that a key does."""

    def __init__(self, context: Context) -> None:
        del context
        super().__init__(say("Keyboard"), say("Nothing needs a mouse."))
        self.show_parts(*key_lists())
