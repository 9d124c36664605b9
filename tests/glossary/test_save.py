"""Saving: what is asked for is written, and every other byte of the file stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plainspeak.errors import GlossaryError, UsageError
from plainspeak.glossary.naming import term_key
from plainspeak.glossary.save import entries_of, with_changes, with_differences, with_entries, with_entry, without_entry
from tests.glossary.entries import can_be_read, fields

CASES = Path(__file__).parents[1] / "cases" / "small_glossary"
FILE = """\
# Ours since May.
title: Ours   # and nobody else's
about: "Our words."
entries:

  # First the shop.

  - jargon: gizmo   # from the floor
    kind: noun
    level: must
    family: office
    what_we_mean: >
      A thing
      of some kind.
    say_instead:
      # the best first
      - thing        # as people say
      - say: item
        when: ["{} number"]
      - object
    examples:
      - flag: We saw the gizmo.   # in a letter
        becomes: We saw the thing.

      - pass: Gizmo is a dog.

  # Then the rest.

  - {jargon: whatsit, kind: noun, level: should, family: office, what_we_mean: Something., ask: "What?"}
# The end.
"""
NEW = {"jargon": "doodah", "kind": "noun", "level": "must", "family": "office", "what_we_mean": "A part."}


def gizmo() -> dict:
    return entries_of(FILE, "ours.yaml")[0]


def changed(**given) -> str:
    wanted = {**gizmo(), **given}
    return with_changes(FILE, "gizmo", "noun", {name: value for name, value in wanted.items() if value}, "ours.yaml")


def lines_changed(new: str) -> tuple[list[str], list[str]]:
    old_lines, new_lines = FILE.splitlines(), new.splitlines()
    return [line for line in old_lines if line not in new_lines], [line for line in new_lines if line not in old_lines]


def test_one_field_changes_one_line() -> None:
    assert lines_changed(changed(level="should")) == (["    level: must"], ["    level: should"])


def test_a_comment_after_a_field_stays() -> None:
    assert "  - jargon: gizmos   # from the floor\n" in changed(jargon="gizmos")


def test_a_folded_meaning_is_replaced_whole() -> None:
    gone, come = lines_changed(changed(what_we_mean="Any thing."))
    assert gone == ["    what_we_mean: >", "      A thing", "      of some kind."]
    assert come == ["    what_we_mean: Any thing."]


def test_an_item_is_added_and_the_comments_of_the_others_stay() -> None:
    wordings = gizmo()["say_instead"]
    assert lines_changed(changed(say_instead=["new", *wordings, "last"])) == ([], ["      - new", "      - last"])
    assert lines_changed(changed(say_instead=wordings[1:])) == (["      - thing        # as people say"], [])


def test_a_field_inside_an_item_changes_alone() -> None:
    examples = gizmo()["examples"]
    new = changed(examples=[{**examples[0], "becomes": "We saw the item."}, *examples[1:]])
    assert lines_changed(new) == (
        ["        becomes: We saw the thing."],
        ["        becomes: We saw the item."],
    )


def test_a_new_field_goes_where_the_others_have_it() -> None:
    new = changed(also=["doofer"], why="Nobody knows it.", sources=["Shop"])
    assert "   # from the floor\n    also: [doofer]\n    kind: noun\n" in new
    assert "      - object\n    why: Nobody knows it.\n    examples:\n" in new
    assert "      - pass: Gizmo is a dog.\n    sources: [Shop]\n\n  # Then the rest.\n" in new
    assert lines_changed(new)[0] == []


def test_a_field_is_taken_out_with_its_lines() -> None:
    gone, come = lines_changed(changed(examples=[]))
    assert come == []
    assert [line.strip() for line in gone if line] == [
        "examples:",
        "- flag: We saw the gizmo.   # in a letter",
        "becomes: We saw the thing.",
        "- pass: Gizmo is a dog.",
    ]


def test_what_somebody_else_changed_meanwhile_stays() -> None:
    old = gizmo()
    theirs = changed(why="They say so.", sources=["Them"])
    both = with_differences(theirs, old, {**old, "level": "could"}, "ours.yaml")
    assert entries_of(both, "ours.yaml")[0] == {**old, "level": "could", "why": "They say so.", "sources": ["Them"]}
    without = {name: value for name, value in old.items() if name != "examples"}
    assert "examples" not in entries_of(with_differences(theirs, old, without, "ours.yaml"), "ours.yaml")[0]


def test_two_changes_of_one_field_are_not_both_made() -> None:
    old = gizmo()
    with pytest.raises(GlossaryError, match='Somebody else has changed "gizmo"'):
        with_differences(changed(level="should"), old, {**old, "level": "could"}, "ours.yaml")


def test_an_entry_in_brackets_is_written_anew_and_no_other_changes() -> None:
    whatsit = {**entries_of(FILE, "ours.yaml")[1], "level": "must"}
    new = with_changes(FILE, "whatsit", "noun", whatsit, "ours.yaml")
    assert "  # Then the rest.\n\n  - jargon: whatsit\n    kind: noun\n    level: must\n" in new
    assert new.startswith(FILE[: FILE.index("  - {jargon")])
    assert new.endswith("# The end.\n")


def test_an_entry_is_added_below_the_last_one() -> None:
    new = with_entry(FILE, NEW, "ours.yaml")
    assert new.endswith(
        "\n\n  - jargon: doodah\n    kind: noun\n    level: must\n    family: office\n    what_we_mean: A part.\n# The end.\n"
    )
    assert new.startswith(FILE[: FILE.index("# The end")])


def test_an_entry_is_taken_out_and_the_comments_stay() -> None:
    new = without_entry(FILE, "gizmo", "noun", "ours.yaml")
    start, end = FILE.index("  - jargon: gizmo"), FILE.index("  # Then the rest")
    assert new == FILE[:start] + FILE[end:]


def test_the_last_entry_leaves_an_empty_list_that_can_be_added_to() -> None:
    one = with_entry("", NEW, "ours.yaml")
    none = without_entry(one, "doodah", "noun", "ours.yaml")
    assert "\nentries: []\n" in none
    assert entries_of(none, "ours.yaml") == []
    assert with_entry(none, NEW, "ours.yaml") == one


@pytest.mark.parametrize(
    "text", ["entries:\n", "entries: []\n", "entries: ~   # soon\n# later\n", "\ufeffentries:\r\n"]
)
def test_a_file_without_entries_can_be_added_to(text: str) -> None:
    new = with_entry(text, NEW, "ours.yaml")
    assert entries_of(new, "ours.yaml") == [NEW]
    assert new.startswith("\ufeff") == text.startswith("\ufeff")
    assert new.count("#") == text.count("#")


def test_a_new_file_has_a_title() -> None:
    assert with_entry("", NEW, "ours.yaml").startswith("title: Our own words\nabout:")


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = "\ufeff" + FILE.replace("\n", "\r\n")
    for new in (
        with_entry(text, NEW, "ours.yaml"),
        with_changes(text, "gizmo", "noun", {**gizmo(), "why": "Why not.", "level": "could"}, "ours.yaml"),
        without_entry(text, "gizmo", "noun", "ours.yaml"),
    ):
        assert new.startswith("\ufeff#")
        assert "\n" not in new.replace("\r\n", "")


def test_a_file_without_a_last_line_end() -> None:
    text = FILE.removesuffix("# The end.\n").rstrip()
    new = with_entry(text, NEW, "ours.yaml")
    assert new.startswith(text + "\n\n  - jargon: doodah\n")
    assert without_entry(new, "doodah", "noun", "ours.yaml") == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x\n", "no list of entries"),
        ("entries: words\n", "no list of entries"),
        ("- a\n", "no list of entries"),
        ("entries: [\n", "not closed"),
    ],
)
def test_what_cannot_be_added_to_is_refused(text: str, message: str) -> None:
    with pytest.raises(GlossaryError, match=message):
        with_entry(text, NEW, "ours.yaml")


def test_an_entry_that_is_not_there() -> None:
    with pytest.raises(UsageError, match=r'no entry "doodah" \(noun\) in ours\.yaml'):
        without_entry(FILE, "doodah", "noun", "ours.yaml")


def test_adding_and_taking_out_gives_the_shipped_files_back() -> None:
    for path in CASES.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        assert without_entry(with_entry(text, NEW, str(path)), "doodah", "noun", str(path)) == text


readable = fields().filter(can_be_read)


@settings(max_examples=60)
@given(st.lists(readable, min_size=1, max_size=3))
def test_whatever_is_written_is_read_again(entries: list) -> None:
    text = with_entries("", entries, "ours.yaml")
    assert entries_of(text, "ours.yaml") == entries
    assert with_entries(with_entry("", entries[0], "x"), entries[1:], "x") == text


@settings(max_examples=60)
@given(readable, readable)
def test_changing_there_and_back_changes_nothing_else(first: dict, second: dict) -> None:
    assume(term_key(first["jargon"], first["kind"]) != term_key("gizmo", "noun"))
    second = {**second, "jargon": first["jargon"], "kind": first["kind"]}
    text = with_entry(FILE, first, "ours.yaml")
    there = with_changes(text, first["jargon"], first["kind"], second, "ours.yaml")
    assert entries_of(there, "ours.yaml")[-1] == second
    assert there[: there.index("Then the rest")] == text[: text.index("Then the rest")]
    assert there.endswith("# The end.\n")
    back = with_changes(there, first["jargon"], first["kind"], first, "ours.yaml")
    assert entries_of(back, "ours.yaml") == entries_of(text, "ours.yaml")


def test_the_last_fields_of_a_file_without_a_last_line_end_are_taken_out() -> None:
    text = "entries:\n- jargon: gizmo\n  kind: noun\n  also: [bit]\n  why: None."
    kept = with_changes(text, "gizmo", "noun", {"jargon": "gizmo", "kind": "noun"}, "ours.yaml")
    assert kept == "entries:\n- jargon: gizmo\n  kind: noun\n"


def test_the_first_fields_of_an_entry_are_taken_out() -> None:
    text = "entries:\n- also: [bit]\n  why: None.\n  jargon: gizmo   # ours\n  kind: noun\n"
    kept = with_changes(text, "gizmo", "noun", {"jargon": "gizmo", "kind": "noun"}, "ours.yaml")
    assert kept == "entries:\n- jargon: gizmo   # ours\n  kind: noun\n"


IN_BRACKETS = """\
title: Ours   # and in brackets
entries: [
  {jargon: gizmo, kind: noun},   # the first
  { jargon: "bits, and bobs", kind: noun , why: 'It''s ours.' }
]
# The end.
"""


def test_entries_in_square_brackets_are_added_changed_and_taken_out() -> None:
    added = with_entry(IN_BRACKETS, {"kind": "noun", "jargon": "a, b: [c]", "also": ["x", "y, z"]}, "ours.yaml")
    line = '  {jargon: "a, b: [c]", also: [x, "y, z"], kind: noun}\n'
    assert added == IN_BRACKETS.replace("ours.' }\n", f"ours.' }},\n{line}")
    assert without_entry(added, "a, b: [c]", "noun", "ours.yaml") == IN_BRACKETS
    changed = with_changes(IN_BRACKETS, "gizmo", "noun", {"jargon": "gizmo", "kind": "noun", "why": "No."}, "ours.yaml")
    assert changed == IN_BRACKETS.replace("kind: noun},", "kind: noun, why: No.},")
    assert entries_of(without_entry(IN_BRACKETS, "gizmo", "noun", "ours.yaml"), "ours.yaml")[0]["why"] == "It's ours."


@pytest.mark.parametrize("text", ["entries: [{jargon: a, kind: noun}]\n", "entries: [{jargon: a, kind: noun},]\r\n# x"])
def test_entries_in_square_brackets_on_one_line(text: str) -> None:
    added = with_entry(text, {"jargon": "b", "kind": "noun"}, "ours.yaml")
    assert added == text.replace("}", "}, {jargon: b, kind: noun}", 1)
    assert without_entry(added, "b", "noun", "ours.yaml") == text
    assert entries_of(without_entry(text, "a", "noun", "ours.yaml"), "ours.yaml") == []


@settings(max_examples=60)
@given(st.lists(readable, min_size=1, max_size=3), readable)
def test_whatever_is_written_in_brackets_is_read_again(entries: list, last: dict) -> None:
    text = with_entries("entries: [{jargon: gizmo, kind: noun}]", entries, "ours.yaml")
    assert entries_of(text, "ours.yaml")[1:] == entries
    changed = with_changes(text, "gizmo", "noun", last, "ours.yaml")
    assert entries_of(changed, "ours.yaml") == [last, *entries]
