# SPDX-License-Identifier: MPL-2.0
"""What says that Word files are valid says so of those that are, and of no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from tests.conformance import sdk as asked
from tests.render.word.files import BASE, audited

from evidencepack.render.word.package import pack_parts, unpack_parts

_MISPLACED = (b"<w:uiPriority", b'<w:next w:val="Title"/><w:basedOn w:val="Title"/><w:uiPriority')


def _broken() -> bytes:
    parts = unpack_parts(BASE)
    return pack_parts(parts | {"word/styles.xml": parts["word/styles.xml"].replace(*_MISPLACED)})


def test_a_file_with_elements_out_of_order_is_not_valid_to_either(
    sdk: Callable[[Path], list[str]], tmp_path: Path
) -> None:
    assert audited(_broken(), tmp_path) != []
    assert "basedOn" in sdk(tmp_path / "audited.docx")[0]
    assert audited(BASE, tmp_path) == sdk(tmp_path / "audited.docx") == []


def test_what_is_no_word_file_is_not_valid(sdk: Callable[[Path], list[str]], tmp_path: Path) -> None:
    (tmp_path / "no.docx").write_bytes(b"PK\x03\x04")
    assert len(sdk(tmp_path / "no.docx")) == 1


class _Run:
    """A run of tests of which two ask the validator: what is kept, and what is said to be left out."""

    def __init__(self) -> None:
        names = (("sdk", "tmp_path"), ("tmp_path",), ("sdk",))
        self.items = [cast("pytest.Item", SimpleNamespace(fixturenames=one)) for one in names]
        self.left_out: list[pytest.Item] = []
        hook = SimpleNamespace(pytest_deselected=self._leave_out)
        asked.leave_out_what_asks_it(cast("pytest.Config", SimpleNamespace(hook=hook)), self.items)

    def _leave_out(self, items: list[pytest.Item]) -> None:
        self.left_out += items


@pytest.mark.parametrize(("there", "ci", "kept"), [(True, "", 3), (False, "", 1), (False, "true", 3)])
def test_without_the_validator_what_asks_it_is_left_out_but_not_under_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kept: int, ci: str, *, there: bool
) -> None:
    monkeypatch.setattr(asked, "PROGRAM", tmp_path if there else tmp_path / "none")
    monkeypatch.setenv("CI", ci)
    run = _Run()
    assert (len(run.items), len(run.left_out)) == (kept, 3 - kept)


def test_under_ci_a_missing_validator_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(asked, "PROGRAM", tmp_path / "none")
    with pytest.raises(pytest.fail.Exception, match="is not there"):
        asked.faults_by_sdk(tmp_path / "any.docx")
