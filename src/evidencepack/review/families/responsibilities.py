# SPDX-License-Identifier: MPL-2.0
"""CHK-RC: the responsibility map: who answers, who does it."""

from __future__ import annotations

from collections.abc import Mapping

from evidencepack.review.responsibilities import (
    idle_partner,
    idle_role,
    many_answer,
    many_asked,
    nobody_answers,
    nobody_does,
    nobody_in_role,
    one_for_all,
    topic_missing,
    unclear_task,
)
from evidencepack.review.rule import Each, Rule

RULES: Mapping[str, Rule] = {
    "RC-01": Each("raci", nobody_answers),
    "RC-02": Each("raci", many_answer),
    "RC-03": Each("raci", nobody_does),
    "RC-04": Each("raci", many_asked),
    "RC-05": Each("raci", nobody_in_role),
    "RC-06": Each("raci", idle_role),
    "RC-07": Each("raci", idle_partner),
    "RC-08": Each("raci", one_for_all),
    "RC-09": Each("raci", topic_missing),
    "RC-10": Each("raci", unclear_task),
}
"""The rules of this family by id; their words stand in ``resources/review/responsibilities.toml``."""
