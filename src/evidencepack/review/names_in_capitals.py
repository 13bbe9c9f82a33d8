# SPDX-License-Identifier: MPL-2.0
"""What looks like the name of a person in a sentence, of any alphabet that has capital letters, and what does not."""

from __future__ import annotations

import re

_CAPITAL = "A-ZÀ-ɏͰ-ϿЀ-ԯԱ-ՖḀ-ỿ"
_LETTERS = r"\w\u0300-\u036f’'-"
"""Letters behind the first; marks that stand above or below a letter by themselves are no letters to a pattern."""

ANYBODY = (
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Cllr|Rev)\.? )?"
    rf"[{_CAPITAL}][{_LETTERS}]+(?: (?:Mac|Mc|Ní|Nic|Ó|O|de|van|der|den|von|al|bin|ap|da|dos|el|la|di))*"
    rf"(?: [{_CAPITAL}][{_LETTERS}]*){{1,2}}"
)
"""What looks like the name of a person: two or three words with capital letters."""

NO_PERSON = re.compile(
    r"\b(?:Board|Manager|Director|Lead|Officer|Team|Chair|Head|Trust|Council|Care|Service|Group|Review|Partnership|"
    r"Housing|Home|Hub|College|Coordinator|Registered|Nominated|Deputy|Ltd|Limited|London|Borough|Hospital|Level|"
    r"The|Our|This|Each|Every|Spec|Specification|Named|Senior|Chief|Managing|Joint|Lot|Appendix|And|With|By|We|It|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
"""Words with capital letters that are no part of a person's name: of jobs, houses, meetings, months."""
