"""The JSON Schema says the same as the reader, as far as a schema can."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar

import jsonschema
import pytest
import yaml

from plainspeak.glossary.layers import shipped_folder
from plainspeak.glossary.load import load_file
from plainspeak.glossary.schema import SCHEMA_FILE, glossary_schema, schema_text

CASES = Path(__file__).parents[1] / "cases" / "glossary_problems"

SEEN_BY_A_SCHEMA = [
    "bad_choices",
    "bad_dates",
    "bad_patterns",
    "empty_words",
    "entries_without_dashes",
    "examples_as_words",
    "examples_without_dashes",
    "missing_fields",
    "not_a_mapping",
    "nothing_to_offer",
    "several_at_once",
    "unknown_fields",
    "wrong_types",
]


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: only true and false are yes or no, and a date is a string."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for kind, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(rf"^(?:{pattern})$"), list(first))


def as_an_editor_reads(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader)  # noqa: S506 - it is a SafeLoader


def faults(path: Path) -> list[str]:
    validator = jsonschema.Draft7Validator(glossary_schema())
    return [error.message for error in validator.iter_errors(as_an_editor_reads(path))]


def test_schema_json_is_up_to_date() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(glossary_schema())


@pytest.mark.parametrize("path", sorted(shipped_folder().glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_files_are_accepted(path: Path) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    "name", ["fine", "fine_noun_and_verb_and_initials", "fine_words_that_look_like_something_else"]
)
def test_what_the_reader_accepts_the_schema_accepts(name: str) -> None:
    path = CASES / f"{name}.yaml"
    assert load_file(path, "user")[1] == []
    assert faults(path) == []


@pytest.mark.parametrize("name", SEEN_BY_A_SCHEMA)
def test_what_the_schema_refuses_the_reader_refuses(name: str) -> None:
    path = CASES / f"{name}.yaml"
    assert any(problem.blocks for problem in load_file(path, "user")[1])
    assert faults(path) != []
