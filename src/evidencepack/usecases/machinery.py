# SPDX-License-Identifier: MPL-2.0
"""Kinds of record that the program keeps for itself: nobody adds one by hand, and no list of kinds offers them."""

from __future__ import annotations

from evidencepack.compose.signed_words import SIGNED_WORDS
from evidencepack.library.wording import HOUSE_WORDING
from evidencepack.usecases.origins import LIBRARY_ITEM, ORIGIN
from evidencepack.usecases.setting_aside import SET_ASIDE

MACHINERY = {
    HOUSE_WORDING: "Say a clause in your own words with: evidencepack wording FILE CLAUSE --change",
    LIBRARY_ITEM: "Keep something for other tenders with: evidencepack keep FILE REFERENCE --name NAME",
    SET_ASIDE: "Set a finding aside where it is shown, with the reason why it can stay as it is.",
    SIGNED_WORDS: "The program writes these itself, when a signature is recorded on the sign-off sheet.",
    ORIGIN: "The program writes these itself, to show what has changed since papers were copied.",
}
"""By the id of the kind, how such a record comes to be."""
