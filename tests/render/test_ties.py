# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.render.ties import NBSP, tie


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("within 4 working hours", "within 4_working hours"),
        ("£58,000 each year", "£58,000_each year"),
        ("5 August 2026 at 14:00", "5_August_2026 at 14:00"),
        ("Appendix H, page 28", "Appendix_H,_page_28"),
        ("Appendix B and more", "Appendix_B and more"),
        ("Sch 1 Pt 1 para 2", "Sch_1 Pt_1 para_2"),
        ("95 % of cases", "95_% of cases"),
        ("in 2027 we moved", "in 2027 we moved"),
        ("KPI-08 and more", "KPI-08 and more"),
        ("in level 4. The lead", "in level_4. The lead"),
        ("Schedule 9 lists the changes", "Schedule_9 lists the changes"),
        ("see clause 1.2 and Report", "see clause_1.2 and Report"),
        ("(specification 4.1 to 4.6)", "(specification_4.1 to 4.6)"),
        ("no numbers here", "no numbers here"),
        ("children 020 7946 0620; out of hours", "children 020_7946_0620; out of hours"),
        ("call 07700 900150, at night", "call 07700_900150, at night"),
        ("from abroad +44 20 7946 0131.", "from abroad +44_20_7946_0131."),
        ("London E97 2AB. Company", "London E97_2AB. Company"),
        ("London EC1A 1BB", "London EC1A_1BB"),
        ("from 40 60 people came", "from 40 60_people came"),
        ("Queen Philippa → Ferrybank Home", "Queen Philippa →_Ferrybank Home"),
        ("Lea Marsh ↔ Ferrybank", "Lea Marsh ↔_Ferrybank"),
    ],
)
def test_words_that_belong_together_are_tied(text: str, tied: str) -> None:
    assert tie(text) == tied.replace("_", NBSP)


def test_tying_never_changes_the_length() -> None:
    text = "Appendix H, page 28 and 4 of 5 on 5 August 2026"
    assert len(tie(text)) == len(text)
