# SPDX-License-Identifier: MPL-2.0
"""Pictures of tender files that anyone may have sent are drawn anew on their way into the workspace."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.guard import pictures

from evidencepack.bootstrap import Program
from evidencepack.domain.values import Attachment
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import create, tender_facts

Tree = dict[str, Any]
Carry = Callable[..., bytes]
LOGO = pictures.with_text(pictures.saved(pictures.drawing(), "PNG"))


@pytest.fixture
def carry(program: Program) -> Carry:
    """Return the sample tender as a file with these files in it, the first as the logo of the first organisations."""

    def made(*files: bytes, users: int = 1) -> bytes:
        tree: Tree = json.loads(program.sample)
        tree["attachments"] = [
            {
                "sha256": hashlib.sha256(data).hexdigest(),
                "name": f"file {number}.png",
                "media_type": "image/png",
                "data": base64.b64encode(data).decode(),
            }
            for number, data in enumerate(files)
        ]
        organisations = [record for record in tree["records"] if record["kind"] == "organisation"]
        for record in organisations:
            record["values"].pop("logo", None)
        for number, record in enumerate(organisations[:users]):
            sha256 = tree["attachments"][0]["sha256"]
            record["values"]["logo"] = {"sha256": sha256, "name": f"logo of {number}.png"}
        return json.dumps(tree).encode()

    return made


def logos(workspace: Workspace) -> list[Attachment]:
    facts = tender_facts(workspace, "")
    found = [record.answers.get("logo") for record in facts.of_kind("organisation")]
    return [one for one in found if isinstance(one, Attachment)]


def test_a_carried_logo_is_drawn_anew_for_everybody_who_uses_it(program: Program, carry: Carry, tmp_path: Path) -> None:
    with create(tmp_path / "new.evidencepack") as workspace:
        import_tender(workspace, carry(LOGO, users=2), library=program.library)
        first, second = logos(workspace)
        assert first.sha256 == second.sha256 != hashlib.sha256(LOGO).hexdigest()
        assert pictures.PLACE.encode() not in workspace.attachment(first.sha256)
    assert pictures.PLACE.encode() not in (tmp_path / "new.evidencepack").read_bytes()


def test_a_file_that_is_no_answer_to_a_question_for_a_picture_stays_as_it_is(
    program: Program, carry: Carry, tmp_path: Path
) -> None:
    with create(tmp_path / "new.evidencepack") as workspace:
        import_tender(workspace, carry(LOGO, b"a plan of the flats"), library=program.library)
        assert workspace.attachment(hashlib.sha256(b"a plan of the flats").hexdigest()) == b"a plan of the flats"


def test_a_picture_that_is_refused_is_named_and_nothing_comes_in(
    program: Program, carry: Carry, workspace: Workspace
) -> None:
    before = workspace.history()
    with pytest.raises(BadTenderFileError) as refused:
        import_tender(workspace, carry(b"<svg/>"), library=program.library)
    (mistake,) = refused.value.mistakes
    assert mistake.startswith('attachments[0].data: "file 0.png": This is a drawing in SVG')
    assert workspace.history() == before


def test_the_same_tender_file_gives_the_same_picture(program: Program, carry: Carry, tmp_path: Path) -> None:
    found = []
    for name in ("one", "two"):
        with create(tmp_path / f"{name}.evidencepack") as workspace:
            import_tender(workspace, carry(LOGO), library=program.library)
            found.append(logos(workspace))
    assert found[0] == found[1]
    assert len(found[0]) == 1
