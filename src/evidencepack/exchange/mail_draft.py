# SPDX-License-Identifier: MPL-2.0
"""Mails that somebody looks through and sends with the program they use anyway (.eml, RFC 5322); nothing sends them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

_PLAIN = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


def mail_draft(to: Sequence[tuple[str, str]], subject: str, words: str) -> bytes:
    """Return a mail to send; the same words give the same bytes.

    Args:
        to: the name and the address of each; one that is not of the plain form (name@place.tld) is left out.
        subject: in one line.
        words: plain text.
    """
    made = EmailMessage(policy=SMTP)
    addresses = [(name, address) for name, address in to if _PLAIN.fullmatch(address) and ".." not in address]
    made["To"] = [Address(" ".join(name.split()), addr_spec=address) for name, address in addresses]
    made["Subject"] = " ".join(subject.split())
    # Outlook and Thunderbird open such a file as a draft.
    made["X-Unsent"] = "1"
    made.set_content(words, cte="base64")
    return bytes(made)
