# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from email import message_from_bytes
from email.policy import default

import pytest

from evidencepack.exchange.mail_draft import mail_draft


def test_a_draft_has_its_people_subject_and_words_and_is_the_same_each_time() -> None:
    words = "Dear Siân,\n\n<b>&{{ please sign.\n"
    made = mail_draft([("Siân Llŷr", "sian@osier.example")], "To sign:\nTBN-MOU-01", words)
    read = message_from_bytes(made, policy=default)
    assert [(one.display_name, one.addr_spec) for one in read["To"].addresses] == [("Siân Llŷr", "sian@osier.example")]
    assert (read["Subject"], read["X-Unsent"]) == ("To sign: TBN-MOU-01", "1")
    assert read.get_content().splitlines() == words.splitlines()
    assert made == mail_draft([("Siân Llŷr", "sian@osier.example")], "To sign:\nTBN-MOU-01", words)


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b", "a@b.example\nBcc: c@d.example", "a..b@c.example", "é@x.example"]
)
def test_what_is_no_plain_address_is_left_out(address: str) -> None:
    read = message_from_bytes(
        mail_draft([("Ann\r\nBcc: x", address), ("Ben", "ben@x.example")], "s", "w"), policy=default
    )
    assert [one.addr_spec for one in read["To"].addresses] == ["ben@x.example"]
    assert read["Bcc"] is None
