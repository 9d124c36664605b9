"""The guides for those who keep a glossary: every command and every entry in them works as it is printed there."""

from __future__ import annotations

import csv
import io
import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from plainspeak.__main__ import main

TOP = Path(__file__).parents[2]
TOOLS = (TOP / "docs" / "glossary-tools.md").read_text(encoding="utf-8")
HOW_TO_WRITE = (TOP / "glossary" / "README.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"^```\n(plainspeak .*?)^```|`(plainspeak [^`]*)`", re.MULTILINE | re.DOTALL)
ANSWERS = "{}\n\nnoun\nmust\noffice\nA small part.\npart\n\n\n\n\nOne {} fell off.\n\n\n\n\n\nyes\n"
LETTER = "Ask a wayfinder. Ask the WXYZ. The wayfinder is free. Each wayfinder has a badge.\n"
START = """\
title: Ours
entries:
  - jargon: thingummy
    kind: noun
    level: must
    family: office
    what_we_mean: A small part.
    in_brackets: a small part
"""


def commands(page: str) -> list[str]:
    """The commands of a page, each once, in its order; lines that end in a backslash go on."""
    found = (" ".join((block or inline).replace("\\\n", " ").split()) for block, inline in COMMAND.findall(page))
    return list(dict.fromkeys(found))


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as a reader of the guide has it: letters, answers, a sheet; and the settings of the guide."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "answers.txt").write_text(ANSWERS.format("doodah", "doodah"), encoding="utf-8")
    return tmp_path


def run(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit status of a command as it stands in the guide."""
    words = shlex.split(command)
    typed = ANSWERS.format("thingummy", "thingummy").replace("part", "bit").replace("One", "Her").encode()
    if "<" in words:
        typed = Path(words[words.index("<") + 1]).read_bytes()
        words = words[: words.index("<")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed)))
    return main(words[1:])


def fill_in(votes: Path) -> None:
    """Vote for everything, as the guide says."""
    rows = list(csv.reader(io.StringIO(votes.read_bytes().decode("utf-8-sig"), newline="")))
    yes = rows[0].index("do we need it?")
    packed = io.StringIO()
    csv.writer(packed).writerows(
        [rows[0], *([*row[:yes], "yes", "A place to meet.", "place to meet"] for row in rows[1:])]
    )
    votes.write_text(packed.getvalue(), encoding="utf-8", newline="")


@pytest.mark.slow
def test_every_command_of_the_guide_works(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(shlex.split("glossary export --format xlsx --output words.xlsx")) == 0
    said = commands(TOOLS)
    assert len(said) > 20
    for command in said:
        if command == "plainspeak glossary import vote.csv":
            fill_in(folder / "vote.csv")
        if command == "plainspeak explain hub":
            continue  # of the settings: see below
        assert (command, run(command, monkeypatch)) == (command, 0), capfd.readouterr().err
    assert run("plainspeak glossary import vote.csv --apply", monkeypatch) == 0
    capfd.readouterr()
    assert main(["glossary", "list", "--mine"]) == 0
    listed = capfd.readouterr().out
    assert all(term in listed for term in ("gizmo", "doodah", "wayfinder", "WXYZ"))


def test_the_settings_of_the_guide_work(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (settings,) = blocks(TOOLS, "toml")
    (folder / "plainspeak.toml").write_text(settings, encoding="utf-8")
    (folder / "our-words").mkdir()
    assert main(["glossary", "check"]) == 0, capfd.readouterr().out
    assert main(["glossary", "test"]) == 0, capfd.readouterr().out
    capfd.readouterr()
    assert main(["explain", "hub"]) == 0
    assert "From: plainspeak.toml, line 7 (this project's glossary)" in capfd.readouterr().out
    assert main(["explain", "reablement"]) == 1
    assert "switched off by glossary.off (plainspeak.toml, line 5)" in capfd.readouterr().err


@pytest.mark.parametrize("block", blocks(HOW_TO_WRITE, "yaml"))
def test_the_entries_of_the_guide_can_be_used(folder: Path, block: str, capfd: pytest.CaptureFixture[str]) -> None:
    """A part of an entry stands below the first lines of one."""
    if not block.startswith("title:"):
        becomes = ", becomes: One part." if "say_instead" in block else ""
        block = START + block + f"    examples: [{{flag: One thingummy.{becomes}}}, pass: My thingummy.]\n"
    (folder / "ours.yaml").write_text(block, encoding="utf-8")
    assert main(["glossary", "check", "ours.yaml"]) == 0, capfd.readouterr().out


def test_the_functions_of_the_guide_are_there_and_typed() -> None:
    names = re.findall(r"`(plainspeak(?:\.\w+)+)`", TOOLS.partition("## In Python")[2])
    assert len(names) > 10
    for name in names:
        module, _, last = name.rpartition(".")
        found = getattr(import_module(module), last, None) or import_module(name)
        assert found.__doc__
        assert not callable(found) or isinstance(found, type) or "return" in found.__annotations__
