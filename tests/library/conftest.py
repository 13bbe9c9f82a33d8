# SPDX-License-Identifier: MPL-2.0
"""A small library in a folder: one document kind and the records it needs, each mistake one edit away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.library.loader import inspect_library

TOP = """
id = "{id}"
version = 1
title = "{title}"
plain_title = "{title}"
reference = "{reference}"
purpose = "What it is for."
"""

RECORDS = {
    "organisation": """
[[step]]
id = "all"
title = "All"
fields = ["short_name", "secret"]
[[field]]
id = "short_name"
label = "Short name"
type = "text"
help = "What people call it."
example = "Ferrybank"
visibility = "pack"
[[field]]
id = "secret"
label = "What we would walk away over"
type = "long_text"
help = "For you only."
example = "Less than eight visits a week"
""",
    "tender": """
[[step]]
id = "all"
title = "All"
fields = ["lead_provider", "title"]
[[field]]
id = "lead_provider"
label = "Lead provider"
type = "reference"
to = "organisation"
help = "Who bids."
visibility = "pack"
[[field]]
id = "title"
label = "Title"
type = "text"
help = "As the buyer calls it."
example = "Reablement"
visibility = "pack"
""",
    "governance": """
one_per_tender = true
[[step]]
id = "all"
title = "All"
fields = ["capacity_alert"]
[[field]]
id = "capacity_alert"
label = "Capacity alert"
type = "duration"
help = "How soon."
example = "1 working day"
visibility = "pack"
""",
    "contribution": """
[[step]]
id = "all"
title = "All"
fields = ["party", "what"]
[[field]]
id = "party"
label = "Party"
type = "reference"
to = "organisation"
help = "Who gives."
visibility = "pack"
[[field]]
id = "what"
label = "What"
type = "text"
help = "What they give."
example = "Two connectors"
visibility = "pack"
""",
}

DOCUMENT = """
parties = "parties"
notice = "general_template"
answers = { purpose = "main" }
facts = "{{ tender.title }}"
lead = "Between {{ mou.parties|names }}."

[[step]]
id = "all"
title = "All"
fields = ["parties", "purpose", "law", "personal_data", "how", "start_date", "freq", "contributions", "note"]

[[field]]
id = "parties"
label = "Parties"
type = "table"
help = "Who signs."
visibility = "pack"

[[column]]
of = "parties"
id = "organisation"
label = "Organisation"
type = "reference"
to = "organisation"
help = "Its record."

[[column]]
of = "parties"
id = "capacity"
label = "Capacity"
type = "text"
help = "As what."
example = "Partner"
shown_when = ["organisation set"]

[[field]]
id = "purpose"
label = "Purpose"
type = "long_text"
words = 120
help = "Why you work together."
example = "People had nowhere to go."
visibility = "pack"

[[field]]
id = "law"
label = "Law"
type = "choice"
help = "Which law applies."
visibility = "pack"

[[choice]]
of = "law"
id = "england_wales"
label = "England and Wales"

[[choice]]
of = "law"
id = "scotland"
label = "Scotland"

[[field]]
id = "personal_data"
label = "Personal data?"
type = "yes_no"
help = "Names count."
visibility = "pack"

[[field]]
id = "how"
label = "How is it shared?"
type = "text"
help = "On paper too."
example = "By portal"
shown_when = ["personal_data = yes"]
visibility = "pack"

[[field]]
id = "start_date"
label = "Start"
type = "date"
help = "The first day."
example = "1 Jul 2027"
visibility = "pack"

[[field]]
id = "freq"
label = "How often?"
type = "frequency"
help = "How often you meet."
visibility = "pack"

[[field]]
id = "contributions"
label = "Contributions"
type = "table"
rows_of = "contribution"
of_parties = true
help = "What each gives."
visibility = "pack"

[[field]]
id = "note"
label = "Note"
type = "text"
help = "For you."
example = "Ring them"

[[clause]]
key = "purpose"
heading = "Why"
text = "{{ mou.purpose }} Each {{ mou.freq|noun }}. See {{ clause('rest') }} and {{ schedule('gifts') }}."

[[clause]]
key = "rest"
heading = "The rest"
when = ["personal_data = yes"]
text = "From {{ mou.start_date|short_date }}, within {{ governance.capacity_alert }} to {{ lead.short_name }}."

[[schedule]]
key = "gifts"
heading = "Gifts"
layout = "record_table"
of = "contributions"
clause = "rest"

[[cell]]
schedule = "gifts"
heading = "Who"
text = "{{ row.party.short_name }}"
width = 30

[[signature]]
by = "each_party"
stage = "before_submission"
role = "authorised_signatory"
kind = "wet_or_digital"
statement = "Signed for the parties."
"""


@pytest.fixture
def record_text() -> Callable[[str], str]:
    """Return the file of a record kind of the small library."""
    return lambda name: TOP.format(id=name, title=name.title(), reference=name[:2].upper()) + RECORDS[name]


@pytest.fixture
def mou_text() -> str:
    """Return the file of the document kind of the small library."""
    return TOP.format(id="mou", title="Memorandum", reference="MOU") + DOCUMENT


@pytest.fixture
def folder(tmp_path: Path, mou_text: str, record_text: Callable[[str], str]) -> Path:
    """Return the folder of the small library, without a mistake."""
    kinds = tmp_path / "kinds"
    (kinds / "documents").mkdir(parents=True)
    (kinds / "records").mkdir()
    (kinds / "documents" / "mou.toml").write_text(mou_text, encoding="utf-8")
    for name in RECORDS:
        (kinds / "records" / f"{name}.toml").write_text(record_text(name), encoding="utf-8")
    return kinds


@pytest.fixture
def after(folder: Path) -> Callable[..., list[str]]:
    """Change words of one file (the document, unless ``record`` names another) and list the mistakes as text."""

    def change(old: str, new: str, *, record: str = "") -> list[str]:
        file = folder / "records" / f"{record}.toml" if record else folder / "documents" / "mou.toml"
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [f"{error.key}: {error.problem}" for error in inspect_library(folder)[1]]

    return change
