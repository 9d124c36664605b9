"""The glossary commands and the files they keep: the person's own, named ones, and those that come with plainspeak."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak.cli.glossary.questions import QUESTIONS
from plainspeak.glossary.entry import KINDS, LEVELS
from plainspeak.glossary.exchange.xlsx import read_xlsx
from plainspeak.glossary.save import entries_of

GIZMO = [
    *("--kind", "noun", "--level", "must", "--family", "office", "--meaning", "A small thing."),
    *("--say", "thing", "--flag", "We saw the gizmo."),
]

BIT = [
    *("--kind", "noun", "--level", "must", "--family", "office", "--meaning", "A small bit."),
    *("--say", "bit", "--flag", "One gadget is enough."),
]


@pytest.fixture
def own(home: Path) -> Path:
    """The file of the person's own words, not there yet."""
    return home / "glossary" / "my-words.yaml"


def jargon_in(path: Path) -> list[str]:
    return [str(fields["jargon"]) for fields in entries_of(path.read_text("utf-8"), str(path))]


def test_an_own_word_is_in_force_at_once(plainspeak, own: Path) -> None:
    added = plainspeak("glossary", "add", "gizmo", *GIZMO)
    assert (added.status, added.stderr) == (0, f"plainspeak: Saved in {own}.\n")
    assert plainspeak("check", "-", piped=b"Two gizmos.").status == 1
    assert f"From: {own}, line 4 (your own glossary)\n" in plainspeak("explain", "gizmos").stdout
    assert plainspeak("glossary", "test").status == 0


def test_a_word_that_comes_with_plainspeak_is_changed_in_an_own_file(plainspeak, own: Path) -> None:
    assert plainspeak("glossary", "edit", "utilise", "--level", "must", "--say", "make use of").status == 0
    assert jargon_in(own) == ["utilise"]
    explained = plainspeak("explain", "utilise").stdout
    assert "Say instead: make use of\n" in explained
    assert 'In place of: "utilise", words.yaml, line 19, of the glossary that comes with plainspeak\n' in explained
    assert "must: " in plainspeak("check", "-", piped=b"We utilise it.").stdout
    assert plainspeak("glossary", "edit", "utilise", "--level", "should").status == 0
    assert jargon_in(own) == ["utilise"]
    removed = plainspeak("glossary", "remove", "utilise", "--yes")
    assert (removed.status, jargon_in(own)) == (0, [])
    assert "Say instead: use\n" in plainspeak("explain", "utilise").stdout


def test_an_own_word_that_is_faulty_is_not_saved(plainspeak, own: Path) -> None:
    refused = plainspeak("glossary", "add", "gizmo", *GIZMO, "--becomes", "We saw it.")
    assert refused.status == 2
    assert refused.stderr.startswith(f"plainspeak: Nothing was saved in {own}:\n  gizmo: ")
    assert not own.exists()


def test_answers_may_be_put_right(plainspeak, own: Path) -> None:
    answers = ["gizmo", "", "noun", "must", "office", "A small thing.", "thing", "", "", "", "", "We saw it."]
    answers += ["", "", "", "", "", "flag", "We saw the gizmo.", "", "yes", ""]
    outcome = plainspeak("glossary", "add", piped="\n".join(answers).encode())
    assert "Which field do you want to put right?" in outcome.stderr
    assert (outcome.status, jargon_in(own)) == (0, ["gizmo"])
    assert "Becomes: We saw the thing." in outcome.stdout


def test_giving_up_saves_nothing(plainspeak, own: Path) -> None:
    answers = [
        "gizmo",
        "",
        "noun",
        "must",
        "office",
        "A small thing.",
        "thing",
        "",
        "",
        "",
        "",
        "We saw it.",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
    ]
    outcome = plainspeak("glossary", "add", piped="\n".join(answers).encode())
    assert (outcome.status, own.exists()) == (2, False)
    assert outcome.stderr.endswith("plainspeak: Nothing was saved.\n")


def test_two_people_change_one_entry_at_once(plainspeak, own: Path) -> None:
    assert plainspeak("glossary", "add", "gizmo", *GIZMO).status == 0
    program = [sys.executable, str(Path(__file__).with_name("with_small_glossary.py")), "glossary", "edit", "gizmo"]
    changes = [["--why", "Nobody knows it."], ["--also", "doofer"], ["--source", "Shop"]]
    people = [subprocess.Popen([*program, *change], stdout=subprocess.DEVNULL) for change in changes]
    assert [person.wait(timeout=60) for person in people] == [0, 0, 0]
    (gizmo,) = entries_of(own.read_text("utf-8"), str(own))
    assert (gizmo["why"], gizmo["also"], gizmo["sources"]) == ("Nobody knows it.", ["doofer"], ["Shop"])


def test_a_workbook_goes_out_and_comes_back(plainspeak, own: Path, tmp_path: Path) -> None:
    assert plainspeak("glossary", "export", "--format", "xlsx", "--output", "words.xlsx").status == 0
    assert plainspeak("glossary", "import", "words.xlsx").stdout == "0 new, 0 changed, 7 the same.\n"
    assert len(read_xlsx((tmp_path / "words.xlsx").read_bytes())) == 8
    assert not own.exists()


def test_a_table_goes_out_and_comes_back_changed(plainspeak, own: Path, tmp_path: Path) -> None:
    assert plainspeak("glossary", "export", "--format", "csv", "--output", "words.csv").status == 0
    table = tmp_path / "words.csv"
    text = table.read_bytes().decode("utf-8-sig")
    assert plainspeak("glossary", "import", "words.csv", "--apply").stdout == "0 new, 0 changed, 7 the same.\n"
    assert not own.exists()
    table.write_text(text.replace("To start.", "To begin."), encoding="utf-8", newline="")
    assert plainspeak("glossary", "import", "words.csv").stderr.startswith("plainspeak: Nothing was saved.")
    assert plainspeak("glossary", "import", "words.csv", "--apply").status == 0
    assert entries_of(own.read_text(), "")[0]["what_we_mean"] == "To begin."
    assert plainspeak("glossary", "import", "words.csv", "--apply").stdout == "0 new, 0 changed, 7 the same.\n"


def test_a_table_as_excel_saves_it(plainspeak, tmp_path: Path) -> None:
    """In Windows-1252, with semicolons and its own line ends."""
    text = plainspeak("glossary", "export", "--format", "csv").stdout
    packed = io.StringIO()
    csv.writer(packed, delimiter=";").writerows(csv.reader(io.StringIO(text, newline="")))
    (tmp_path / "words.csv").write_bytes(packed.getvalue().replace("To start.", "To start – soon.").encode("cp1252"))
    assert "what_we_mean: To start. -> To start – soon.\n" in plainspeak("glossary", "import", "words.csv").stdout


def test_a_damaged_workbook_is_told(plainspeak, tmp_path: Path) -> None:
    (tmp_path / "words.xlsx").write_bytes(b"PK\x03\x04nothing")
    outcome = plainspeak("glossary", "import", "words.xlsx")
    assert (outcome.status, outcome.stdout) == (3, "")
    assert outcome.stderr.startswith("plainspeak: words.xlsx cannot be read: it is damaged, or it is not a workbook.")


def test_the_candidates_of_a_folder_come_back_as_drafts(plainspeak, own: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("Ask the WXYZ. Reablement came. The reablement team.\n")
    assert plainspeak("glossary", "candidates", "letters", "--format", "csv", "--output", "vote.csv").status == 0
    table = tmp_path / "vote.csv"
    rows = list(csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig"), newline="")))
    votes = {"WXYZ": ["yes", "the people to ask", ""], "reablement": ["yes", "help to do things again", "help at home"]}
    filled = [[*row[:5], *votes.get(row[0], ["no", "", ""])] for row in rows[1:]]
    packed = io.StringIO()
    csv.writer(packed).writerows([rows[0], *filled])
    table.write_text(packed.getvalue(), newline="")
    assert plainspeak("glossary", "import", "vote.csv", "--apply").status == 0
    assert sorted(jargon_in(own)) == ["WXYZ", "reablement"]
    unagreed = plainspeak("glossary", "list", "--unagreed").stdout
    assert "reablement (noun, should): Help to do things again.\n" in unagreed
    assert "Notes: draft, not agreed\n" in plainspeak("glossary", "show", "reablement").stdout
    assert plainspeak("glossary", "check").status == 0
    assert plainspeak("glossary", "candidates", "letters").status == 1


def test_a_vale_style_is_saved_in_a_folder(plainspeak, tmp_path: Path) -> None:
    outcome = plainspeak("glossary", "export", "--format", "vale", "--output", "vale")
    assert (outcome.status, outcome.stderr) == (0, "plainspeak: 7 entries saved in vale.\n")
    assert (tmp_path / "vale" / ".vale.ini").exists()
    assert (
        "'service[ -]users': 'people who use our services'"
        in (tmp_path / "vale/styles/Plainspeak/SwapMust.yml").read_text()
    )


def test_documents_that_cannot_be_read_are_told_and_the_others_looked_at(plainspeak, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("We utilise it.\n")
    for command in ("stats", "candidates"):
        outcome = plainspeak("glossary", command, "good.txt", "gone.txt")
        assert outcome.status == 3
        assert "There is no file called gone.txt." in outcome.stderr
    assert "Never met in 1 document: 6 entries" in plainspeak("glossary", "stats", "good.txt", "gone.txt").stdout


@pytest.mark.parametrize("command", ["find", "show", "forms", "edit", "remove", "import", "candidates"])
def test_a_command_without_what_it_needs_says_so(plainspeak, command: str) -> None:
    outcome = plainspeak("glossary", command)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith(("plainspeak: Say ", "plainspeak: Give one sheet"))


def test_a_file_in_force_is_named_by_its_name_alone(plainspeak, own: Path, tmp_path: Path) -> None:
    assert plainspeak("glossary", "add", "gizmo", *GIZMO).status == 0
    assert plainspeak("glossary", "add", "gadget", *BIT, "--file", "my-words").status == 0
    assert plainspeak("glossary", "edit", "gizmo", "--file", "my-words.yaml", "--why", "Nobody knows it.").status == 0
    assert jargon_in(own) == ["gizmo", "gadget"]
    assert plainspeak("glossary", "remove", "gizmo", "--file", "my-words.yaml", "--yes").status == 0
    assert jargon_in(own) == ["gadget"]
    assert list(tmp_path.iterdir()) == []


def test_a_new_entry_goes_to_no_shipped_file_by_chance(plainspeak, tmp_path: Path) -> None:
    """Only its name was given, and it is not in this folder: it is not clear which file is meant."""
    refused = plainspeak("glossary", "add", "gizmo", *GIZMO, "--file", "words.yaml")
    assert refused.status == 2
    assert refused.stderr.startswith(
        "plainspeak: words.yaml is not in this folder. The file that comes with plainspeak"
    )
    assert plainspeak("glossary", "add", "gizmo", *GIZMO, "--file", "./words.yaml").status == 0
    assert jargon_in(tmp_path / "words.yaml") == ["gizmo"]


def test_shipped_words_that_a_new_entry_makes_jargon_are_told(plainspeak, own: Path) -> None:
    added = plainspeak(
        "glossary", "add", "use", *GIZMO[2:8], "--kind", "verb", "--say", "work with", "--flag", "We use it."
    )
    assert (added.status, jargon_in(own)) == (0, ["use"])
    assert "4 places in entries that come with plainspeak would then be jargon, such as:\n" in added.stdout
    assert '\n  words.yaml:19:1: utilise: The wording "use" holds "use", which is flagged itself.' in added.stdout


def test_what_check_and_test_would_say_of_a_sheet_is_told_first(plainspeak, own: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("Term,Definition\ngizmo,what we utilise\ndoodah,a part\n")
    shown = plainspeak("glossary", "import", "list.csv")
    assert (shown.status, own.exists()) == (0, False)
    assert 'list.csv:2:1: gizmo: what_we_mean holds "utilise", which is flagged itself. Write "use"' in shown.stdout
    assert 'list.csv:3:1: "doodah" has no example.' in shown.stdout
    saved = plainspeak("glossary", "import", "list.csv", "--apply")
    assert (saved.status, saved.stdout, jargon_in(own)) == (0, shown.stdout, ["gizmo", "doodah"])


def test_few_of_the_entries_that_are_never_met_are_listed(
    plainspeak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "good.txt").write_text("We utilise it.\n")
    everything = plainspeak("glossary", "stats", "good.txt").stdout
    monkeypatch.setattr("plainspeak.cli.glossary.stats._FEW", 2)
    few = plainspeak("glossary", "stats", "good.txt").stdout
    assert few.endswith("\n  and 4 more (--all lists them)\n")
    assert everything.startswith(few.partition("  and 4 more")[0])
    assert plainspeak("glossary", "stats", "good.txt", "--all").stdout == everything


def test_the_statistics_of_some_entries(plainspeak, own: Path, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("We utilise it.\n")
    assert plainspeak("glossary", "add", "gizmo", *GIZMO).status == 0
    shown = plainspeak("glossary", "stats", "--mine", "good.txt").stdout
    assert shown.startswith("1 entry.\n\nBy file:\n  my-words.yaml: 1\n")
    assert shown.endswith("Never met in 1 document: 1 entry\n  gizmo (noun)\n")


def test_every_kind_and_level_is_explained_in_its_question() -> None:
    asked = {question.field: question.words for question in QUESTIONS}
    assert re.findall(r"[?,] (\w+)", re.sub(r" \([^)]*\)", "", asked["kind"])) == list(KINDS)
    assert re.findall(r"[?,] (\w+) \(", asked["level"]) == list(LEVELS)


def test_a_field_to_put_right_may_be_named_as_its_option_is(plainspeak, own: Path) -> None:
    answers = [
        "gizmo",
        "",
        "noun",
        "must",
        "office",
        "No full stop",
        "thing",
        *[""] * 4,
        "We saw the gizmo.",
        *[""] * 5,
    ]
    outcome = plainspeak("glossary", "add", piped="\n".join([*answers, "meaning", "A thing.", "yes", ""]).encode())
    assert (outcome.status, jargon_in(own)) == (0, ["gizmo"])


def test_an_own_word_that_the_project_has_too_is_not_in_force(plainspeak, own: Path, tmp_path: Path) -> None:
    (tmp_path / "plainspeak.toml").write_text(
        '[[glossary.entries]]\njargon = "gizmo"\nkind = "noun"\nlevel = "must"\nfamily = "office"\n'
        'what_we_mean = "A part."\nsay_instead = ["part"]\n'
    )
    added = plainspeak("glossary", "add", "gizmo", *GIZMO)
    assert (added.status, jargon_in(own)) == (0, ["gizmo"])
    assert (
        'It is not in force here: "gizmo", plainspeak.toml, line 1 (this project\'s glossary), wins over it.'
        in added.stdout
    )
    assert f'In place of: "gizmo", {own}, line 4 (your own glossary)' in plainspeak("explain", "gizmo").stdout


def test_a_change_that_changes_nothing_is_not_saved(plainspeak, own: Path) -> None:
    assert plainspeak("glossary", "add", "gizmo", *GIZMO).status == 0
    saved = own.stat().st_mtime_ns
    same = plainspeak("glossary", "edit", "gizmo", "--level", "must")
    assert (same.status, same.stdout) == (0, "")
    assert same.stderr == f"plainspeak: Nothing to save: {own} says just that already.\n"
    assert own.stat().st_mtime_ns == saved


def test_what_is_due_for_another_look_comes_by_its_day(plainspeak, own: Path) -> None:
    """Days may be written as people write them."""
    for term, example, day in (("gizmo", "One gizmo.", "3/4/2021"), ("gadget", "A gadget fell.", "31.1.2020")):
        words = [*GIZMO[:-1], example, "--meaning", f"A {term} of ours.", "--agreed-by", "Us", "--review-by", day]
        assert plainspeak("glossary", "add", term, *words).status == 0
    assert plainspeak("glossary", "list", "--review-due").stdout == (
        "2020-01-31: gadget (noun), agreed by Us\n2021-04-03: gizmo (noun), agreed by Us\n2 entries.\n"
    )


def test_one_term_may_be_taken_from_a_shipped_entry(plainspeak, own: Path) -> None:
    added = plainspeak("glossary", "add", "gizmo", *GIZMO, "--also", "client group")
    assert 'It takes "client group" from "service user", words.yaml, line 5, of the glossary that comes' in added.stdout
    left = plainspeak("explain", "service user").stdout
    assert "From: words.yaml, line 5" in left
    assert "Also: client group" not in left
    shown = json.loads(plainspeak("explain", "--format", "json", "gizmo").stdout)["entries"][0]["in_place_of"]
    assert [(other["jargon"], other["terms"]) for other in shown] == [("service user", ["client group"])]
