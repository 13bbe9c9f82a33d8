# SPDX-License-Identifier: MPL-2.0
"""The first run: the person's own organisation before there is a tender, and a tender that it leads from the start."""

from __future__ import annotations

from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Record
from evidencepack.domain.text import clean
from evidencepack.domain.values import FieldType, Reference
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.exchange.records import LONGEST_TITLE
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import new_tender
from evidencepack.usecases.naming import following

_ORGANISATION, _LEAD = "organisation", "lead_provider"
_LEGAL_NAME, _SHORT_NAME, _SORT = "legal_name", "short_name", "org_type"
_FIRST = "ORG-01"


class CannotBeNamedError(EvidencePackError):
    """An organisation cannot be called so."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self) -> None:
        super().__init__(
            f"The name of an organisation is one line of 1 to {LONGEST_TITLE} characters. Nothing was changed."
        )


def own_organisation(workspace: Workspace) -> Record | None:
    """Return the organisation that leads the newest tender that has a lead; else one that was named to lead."""
    known = {one.id: one for one in workspace.of_kind(_ORGANISATION)}
    leads = (tender.answers.get(_LEAD) for tender in reversed(workspace.tenders()))
    leading = (known[lead.record] for lead in leads if isinstance(lead, Reference) and lead.record in known)
    named = (one for one in known.values() if one.answers.get(_SORT) == _LEAD)
    return next(leading, next(named, None))


def name_own(workspace: Workspace, legal_name: str, short_name: str) -> Record:
    """Enter the person's own organisation by its legal name, and by it alone where there is no short name.

    Raises:
        CannotBeNamedError: if the name is empty, too long or of several lines.
    """
    legal, short = _line(legal_name), _line(short_name or legal_name)
    references = [one.reference for one in workspace.of_kind(_ORGANISATION)]
    with workspace.together():
        made = workspace.add_record(_ORGANISATION, following(references, otherwise=_FIRST), tender="", id=new_id())
        workspace.set_value(FieldPath(made.id, _LEGAL_NAME), FieldType.TEXT, legal)
        workspace.set_value(FieldPath(made.id, _SHORT_NAME), FieldType.TEXT, short)
        workspace.set_value(FieldPath(made.id, _SORT), FieldType.CHOICE, _LEAD)
    return made


def begin_tender(workspace: Workspace, reference: str, title: str) -> Record:
    """Enter a tender as ``new_tender`` does, led by the person's own organisation if that is known.

    Raises:
        EvidencePackError: as ``new_tender``; nothing was changed.
    """
    lead = own_organisation(workspace)
    with workspace.together():
        made = new_tender(workspace, reference, title)
        if lead is not None:
            workspace.set_value(FieldPath(made.id, _LEAD), FieldType.REFERENCE, Reference(lead.id))
    return made


def _line(name: str) -> str:
    text = clean(name).text.strip()
    if not text or set(text) & {"\n", "\t"} or len(text) > LONGEST_TITLE:
        raise CannotBeNamedError
    return text
