# SPDX-License-Identifier: MPL-2.0
"""The published schema, checked by a reader of the few keywords it uses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evidencepack.domain.values import DurationUnit
from evidencepack.exchange import tender_file
from evidencepack.exchange.attachments import MOST_BYTES
from evidencepack.exchange.records import LONGEST_REFERENCE
from evidencepack.exchange.strict_json import MOST_BYTES as MOST_OF_ALL

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA: dict[str, Any] = json.loads((DOCS / "tender-file.schema.json").read_text(encoding="utf-8"))
_TYPES: dict[str, Callable[[Any], bool]] = {
    "object": lambda node: isinstance(node, dict),
    "array": lambda node: isinstance(node, list),
    "string": lambda node: isinstance(node, str),
    "boolean": lambda node: isinstance(node, bool),
    "integer": lambda node: isinstance(node, int) and not isinstance(node, bool),
}
_CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "type": lambda kind, node: _TYPES[kind](node),
    "const": lambda only, node: bool(node == only),
    "enum": lambda some, node: node in some,
    "pattern": lambda pattern, node: re.search(pattern, node) is not None,
    "minLength": lambda least, node: len(node) >= least,
    "maxLength": lambda most, node: len(node) <= most,
    "minItems": lambda least, node: len(node) >= least,
    "uniqueItems": lambda _, node: len({json.dumps(item) for item in node}) == len(node),
    "required": lambda keys, node: set(keys) <= set(node),
    "items": lambda schema, node: all(fits(schema, item) for item in node),
    "propertyNames": lambda schema, node: all(fits(schema, key) for key in node),
    "properties": lambda known, node: all(fits(known[key], node[key]) for key in known if key in node),
    "anyOf": lambda schemas, node: any(fits(schema, node) for schema in schemas),
    "$ref": lambda path, node: fits(SCHEMA["$defs"][path.removeprefix("#/$defs/")], node),
}
_SAYS_NOTHING = {"$schema", "$id", "$defs", "title", "description", "contentEncoding", "additionalProperties"}


def fits(schema: dict[str, Any], node: object) -> bool:
    """Whether a node fits a schema; a keyword that is not known here is a KeyError."""
    checks = [(keyword, value) for keyword, value in schema.items() if keyword not in _SAYS_NOTHING]
    return all(_CHECKS[keyword](value, node) for keyword, value in checks) and _no_others(schema, node)


def _no_others(schema: dict[str, Any], node: object) -> bool:
    others = schema.get("additionalProperties", True)
    if not isinstance(node, dict) or others is True:
        return True
    rest = [value for key, value in node.items() if key not in schema.get("properties", {})]
    return not rest if others is False else all(fits(others, value) for value in rest)


def test_the_sample_fits_the_schema(sample: bytes) -> None:
    assert fits(SCHEMA, json.loads(sample))


def test_a_file_with_every_type_of_answer_fits_the_schema(tree: dict[str, Any]) -> None:
    assert fits(SCHEMA, tree)


def test_an_example_fits_the_schema_and_a_wrong_mark_does_not(tree: dict[str, Any]) -> None:
    meeting = tree["records"][3]
    for example, fitting in (("huddle", True), ("A huddle", False)):
        for marked in (meeting, meeting["values"]["actions"][0]):
            marked["example"] = example
            assert fits(SCHEMA, tree) is fitting
            del marked["example"]


@pytest.mark.parametrize("key", ["format", "version", "as_of", "tender", "records", "attachments"])
def test_the_schema_refuses_what_the_program_refuses(key: str, tree: dict[str, Any]) -> None:
    assert not fits(SCHEMA, {**tree, key: None})
    assert not fits(SCHEMA, {name: value for name, value in tree.items() if name != key})
    assert not fits(SCHEMA, {**tree, "colour": "red"})


def test_schema_and_page_say_what_the_program_does() -> None:
    page = (DOCS / "tender-file.md").read_text(encoding="utf-8")
    properties = SCHEMA["properties"]
    assert properties["format"]["const"] == tender_file.FORMAT
    assert properties["version"]["const"] == tender_file.VERSION
    assert SCHEMA["$defs"]["duration"]["properties"]["unit"]["enum"] == [unit.value for unit in DurationUnit]
    assert all(f"`{unit}`" in page for unit in DurationUnit)
    called = SCHEMA["$defs"]["record"]["properties"]["reference"]
    assert called["maxLength"] == LONGEST_REFERENCE
    assert f"1 to {LONGEST_REFERENCE} characters" in page
    assert f"at most {MOST_OF_ALL // 1024 // 1024} MB" in page
    assert f"at most {MOST_BYTES // 1024 // 1024} MB" in page
