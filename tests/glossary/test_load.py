"""Reading glossary files: what comes out, what can be wrong with a file as a whole, and that no text can crash it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.glossary.entry import Agreement, Conditions, Example, Origin, Wording
from plainspeak.glossary.load import LARGEST_FILE, load_file, load_files, main, read_text

CASES = Path(__file__).parents[1] / "cases" / "glossary_problems"

WHOLE = """
title: People
about: Words for people.
entries:
  - jargon: service user
    also: end user
    kind: noun
    level: must
    family: people
    what_we_mean: >
      A person who uses
      a service.
    say_instead:
      - person who uses services
      - say: them
        when: "{} (said|says)"
        near: [they]
        kind: phrase
      - ""
    ask: What is their name?
    in_brackets: a person who uses a service
    keep: The Care Act says it.
    why: It is a label.
    unless: computer {}
    unless_near: [software]
    only: ["<the> {}"]
    only_near: [care]
    unless_about: [computers]
    only_about: [council]
    forms: [users of service]
    plural: service users
    spoken: sir
    lenses: {inclusion: Everyone can come., action: Something is done.}
    agreed: {by: The words group, on: 2026-03-31, review_by: 2027-03-31, notes: All agreed.}
    see_also: [patient, carer]
    examples:
      - flag: Every service user had a say.
        becomes: Every person who uses services had a say.
      - pass: The computer service user logged in.
    sources: [TLAP]
"""


def test_every_field_is_read() -> None:
    entries, problems = read_text(WHOLE, "people.yaml", "user")
    assert problems == []
    [entry] = entries
    assert entry.id == "service-user"
    assert entry.terms == ("service user", "end user")
    assert (entry.kind, entry.level, entry.family) == ("noun", "must", "people")
    assert entry.what_we_mean == "A person who uses a service."
    assert entry.say_instead == (
        Wording("person who uses services"),
        Wording("them", when=("{} (said|says)",), near=("they",), kind="phrase"),
        Wording(""),
    )
    assert entry.conditions == Conditions(
        unless=("computer {}",),
        only=("<the> {}",),
        unless_near=("software",),
        only_near=("care",),
        unless_about=("computers",),
        only_about=("council",),
    )
    assert entry.examples == (
        Example("Every service user had a say.", True, "Every person who uses services had a say.", line=37),
        Example("The computer service user logged in.", False, line=39),
    )
    assert entry.agreed == Agreement("The words group", "2026-03-31", "2027-03-31", "All agreed.")
    assert entry.lenses == {"inclusion": "Everyone can come.", "action": "Something is done."}
    assert (entry.ask, entry.keep, entry.why, entry.spoken) == (
        "What is their name?",
        "The Care Act says it.",
        "It is a label.",
        "sir",
    )
    assert (entry.forms, entry.plural, entry.in_brackets) == (
        ("users of service",),
        "service users",
        "a person who uses a service",
    )
    assert (entry.see_also, entry.sources) == (("patient", "carer"), ("TLAP",))
    assert entry.origin == Origin("user", "people.yaml", 5)


def test_words_that_yaml_1_1_would_change_stay_words() -> None:
    entries, problems = load_file(CASES / "fine_words_that_look_like_something_else.yaml", "user")
    assert problems == []
    assert [entry.terms for entry in entries] == [("NO", "ON", "12:30", "0x1F", "1.10"), ("111",)]
    assert entries[0].agreed == Agreement("The words group", "2026-03-31")


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "entries: [{"])
def test_deep_nesting_is_one_problem_and_no_crash(opening: str) -> None:
    entries, problems = read_text(opening * 50_000, "deep.yaml", "user")
    assert entries == []
    assert 1 <= len(problems) <= 2
    assert all(problem.blocks for problem in problems)


def test_lists_that_point_at_each_other_are_refused() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nentries: [*b, *b]\n"
    assert [problem.line for problem in read_text(laughs, "laughs.yaml", "user")[1] if "quotation" in problem.what] == [
        1, 2, 2, 2, 3, 3,
    ]  # fmt: skip


@pytest.mark.parametrize("entries", ["entries:", "entries: ~", "entries: []"])
def test_a_file_may_be_made_ready_before_there_is_an_entry(entries: str) -> None:
    assert read_text(f"title: Ours\n{entries}\n", "ours.yaml", "user") == ([], [])
    assert read_text(f"title: Ours\n{entries.replace('entries', 'about')}\n", "ours.yaml", "user")[1]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    entries, [problem] = load_file(tmp_path / "none.yaml", "user")
    assert entries == []
    assert problem.what.startswith("The file cannot be read: ")


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    _, [problem] = load_file(tmp_path, "user")
    assert "cannot be read" in problem.what


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    _, [problem] = load_file(path, "user")
    assert problem.what == "The file is larger than 5 MB."


def test_a_byte_order_mark_does_not_move_places(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbftittle: x\r\nentries: []\r\n")
    assert [(problem.line, problem.column) for problem in load_file(path, "user")[1]] == [(1, 1)]


def test_a_term_in_two_files_names_both_places(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(WHOLE, encoding="utf-8")
    entries, [problem] = load_files([tmp_path / "one.yaml", tmp_path / "two.yaml"], "user")
    assert (problem.path, problem.line) == (str(tmp_path / "two.yaml"), 5)
    assert f"{tmp_path / 'one.yaml'}, line 5" in problem.what
    assert len({entry.id for entry in entries}) == 2


def test_the_command_prints_problems_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    fine, faulty = (str(CASES / f"{name}.yaml") for name in ("fine", "several_at_once"))
    assert main([fine]) == 0
    assert main([faulty]) == 2
    assert '"nown" is not a "kind"' in capsys.readouterr().out


@given(st.text(max_size=200))
def test_no_text_crashes_the_reader(text: str) -> None:
    entries, problems = read_text(text, "any.yaml", "user")
    assert entries or problems


@given(st.data())
def test_no_slip_in_a_good_file_crashes_the_reader(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(WHOLE)))
    taken = data.draw(st.integers(0, 30))
    put = data.draw(st.text("{}[]:-\"'\n\t *&!|>#a,", max_size=5))
    _, problems = read_text(WHOLE[:at] + put + WHOLE[at + taken :], "slip.yaml", "user")
    lines = (WHOLE[:at] + put + WHOLE[at + taken :]).split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines) + 1
        assert problem.column >= 1
        assert problem.what
        assert problem.to_do
