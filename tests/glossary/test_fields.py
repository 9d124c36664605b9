from __future__ import annotations

import re

import pytest

from plainspeak.glossary.fields import ENTRY_FIELDS, FILE_FIELDS, PATTERN_CLASSES, Field
from plainspeak.glossary.layers import shipped_folder


def guide() -> str:
    return (shipped_folder() / "README.md").read_text(encoding="utf-8")


def fields_in_the_guide() -> dict[str, str]:
    """Every field named in the guide's table, and what the guide says in 'must it be there?'."""
    table = guide().partition("## The fields")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \| ([^|]*) \|", table, re.MULTILINE)
    return {name: must.strip() for names, must in rows for name in re.findall(r"\w+", names)}


def test_the_guide_names_every_field_and_no_other() -> None:
    assert set(fields_in_the_guide()) == {field.name for field in ENTRY_FIELDS}


def test_what_must_be_there_is_what_the_guide_says() -> None:
    said = {name for name, must in fields_in_the_guide().items() if must == "yes"}
    assert said == {field.name for field in ENTRY_FIELDS if field.must} | {"examples"}


def test_the_guide_names_every_class_of_a_pattern() -> None:
    assert set(re.findall(r"`<(\w+)>`", guide())) == set(PATTERN_CLASSES)


def with_inner(field: Field) -> list[Field]:
    return [field, *(each for inner in field.fields for each in with_inner(inner))]


@pytest.mark.parametrize("field", [each for field in FILE_FIELDS for each in with_inner(field)], ids=lambda f: f.name)
def test_every_field_says_what_it_is_for(field: Field) -> None:
    assert field.about[0].isupper()
    assert field.about.endswith(".")
    assert bool(field.fields) == bool(field.one) == (field.shape in ("record", "records"))
