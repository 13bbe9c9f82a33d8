# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.render.ties import NBSP, tie

NUMBERS = [
    ("within 4 working hours", "within 4_working hours"),
    ("£58,000 each year", "£58,000_each year"),
    ("£58,000 a year", "£58,000_a_year"),
    ("£5m a year, £1.2 million", "£5m_a_year, £1.2_million"),
    ("95 % of cases", "95_% of cases"),
    ("at 20 °C, 2.5 cm", "at 20_°C, 2.5_cm"),
    ("½ day or 1½ hours", "½_day or 1½_hours"),
    ("by the 5th working day", "by the 5th_working day"),
    ("in 2027 we moved", "in 2027 we moved"),
    ("from 40 60 people came", "from 40 60_people came"),
    ("24/7 care, 10–12 visits", "24/7_care, 10–12_visits"),
    ("the partner’s 75 staff", "the partner’s 75_staff"),
    ("2,310 and more, £4 for all", "2,310 and more, £4 for all"),
    ("no numbers here", "no numbers here"),
]
RANGES = [
    ("94 of 120 files", "94_of_120_files"),
    ("from 9 to 5, 1 in 4", "from 9_to_5, 1_in_4"),
    ("08:00 to 20:00, 9am to 5pm", "08:00_to_20:00, 9am_to_5pm"),
    ("2 to 4 working days", "2_to_4_working days"),
    ("1 July 2027 to 30 June 2030", "1_July_2027 to 30_June_2030"),
]
DATES = [
    ("5 August 2026 at 14:00", "5_August_2026 at 14:00"),
    ("January 2027 and Q3 2026", "January_2027 and Q3_2026"),
    ("May I ask", "May I ask"),
]
REFERENCES = [
    ("Appendix H, page 28", "Appendix_H,_page_28"),
    ("Appendix B and more. Appendix A. The lead", "Appendix_B and more. Appendix_A. The lead"),
    ("Sch 1 Pt 1 para 2", "Sch_1 Pt_1 para_2"),
    ("KPI-08 and more", "KPI-08 and more"),
    ("2nd and 4th Wednesday", "2nd and 4th Wednesday"),
    ("in level 4. The lead", "in level_4. The lead"),
    ("Schedule 9 lists the changes", "Schedule_9 lists the changes"),
    ("see clause 1.2 and Report", "see clause_1.2 and Report"),
    ("(specification 4.1 to 4.6)", "(specification_4.1_to_4.6)"),
    ("Article 6(1)(e) of", "Article_6(1)(e) of"),
    ("s 75, ss 42 and 45, § 5, reg. 12", "s_75, ss_42 and 45, §_5, reg._12"),
    ("No 5, No. 6, no one at 7", "No_5, No._6, no one at 7"),
    ("Pathway 1 in phase 2", "Pathway_1 in phase_2"),
]
NAMES = [
    ("Mr Ali, Dr. J. K. Smith", "Mr_Ali, Dr._J._K._Smith"),
    ("at St Anne’s with Miss Okonkwo", "at St_Anne’s with Miss_Okonkwo"),
    ("CQC rating: Good now", "CQC rating:_Good now"),
    ("children 020 7946 0620; out of hours", "children 020_7946_0620; out of hours"),
    ("call 07700 900150, at night", "call 07700_900150, at night"),
    ("from abroad +44 20 7946 0131.", "from abroad +44_20_7946_0131."),
    ("call (020) 7946 0131", "call (020)_7946_0131"),
    ("London E97 2AB. Company", "London E97_2AB. Company"),
    ("London EC1A 1BB", "London EC1A_1BB"),
]
SIGNS = [
    ("Queen Philippa → Ferrybank Home", "Queen Philippa →_Ferrybank Home"),
    ("Lea Marsh ↔ Ferrybank", "Lea Marsh ↔_Ferrybank"),
    ("health · housing – and more", "health_· housing_– and more"),
]


@pytest.mark.parametrize(("text", "tied"), [*NUMBERS, *RANGES, *DATES, *REFERENCES, *NAMES, *SIGNS])
def test_words_that_belong_together_are_tied(text: str, tied: str) -> None:
    assert tie(text) == tied.replace("_", NBSP)


_TEXT = "£58,000 95 % 5 August 2026 Appendix H, page 28 Mr J. Ali s 75 → · – 020 7946 0131 4 of 9 a year E97 2AB"
_WORDS = st.sampled_from(_TEXT.split())


@given(st.lists(st.one_of(_WORDS, st.text(max_size=6)), max_size=12))
def test_tying_changes_nothing_but_spaces(words: list[str]) -> None:
    text = " ".join(words)
    assert [sign if sign != NBSP else " " for sign in tie(text)] == [sign if sign != NBSP else " " for sign in text]
    assert len(tie(text)) == len(text)
