"""Bad input that is too big, or too much a matter of the machine, for a folder in cases/cli."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

OWN_GLOSSARY = '[glossary]\nfolders = ["ours"]\n'
ENTRY = """\
title: Ours
about: Our words.
entries:
  - jargon: {term}
    kind: noun
    level: must
    family: office
    what_we_mean: A thing.
    say_instead: [thing]
    examples:
      - flag: We saw the {term}.
        becomes: We saw the thing.
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A glossary file of the project's own, still empty."""
    (tmp_path / "plainspeak.toml").write_text(OWN_GLOSSARY)
    (tmp_path / "ours").mkdir()
    return tmp_path / "ours" / "words.yaml"


def test_a_glossary_of_fifty_thousand_brackets(plainspeak, ours: Path) -> None:
    ours.write_text("[" * 50_000)
    outcome = plainspeak("check", "-", piped=b"x")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith(f"ours{os.sep}words.yaml:1:")
    assert outcome.stderr.endswith("plainspeak: Nothing was done. Put that right first.\n")
    assert len(outcome.stderr) < 500


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"entries: 3\n", b"- a\n", b"\x00\x01", b"a: &x [*x]\n", b"\t"])
def test_a_glossary_that_is_none(plainspeak, ours: Path, data: bytes) -> None:
    ours.write_bytes(data)
    outcome = plainspeak("check", "-", piped=b"x")
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith(f"ours{os.sep}words.yaml:")


def test_no_is_a_word(plainspeak, ours: Path) -> None:
    ours.write_text(ENTRY.format(term="NO"))
    assert plainspeak("explain", "no").stdout.startswith("The jargon: NO (noun)\n")


def test_a_file_without_permission(plainspeak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_bytes = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "closed.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    (tmp_path / "open.txt").write_text("We utilise it.\n")
    monkeypatch.setattr(Path, "read_bytes", refuse)  # the administrator may read any file
    outcome = plainspeak("check", "closed.txt", "open.txt")
    assert outcome.status == 3
    assert outcome.stdout.endswith("1 finding in 1 document: 1 should. 1 document could not be read.\n")
    assert outcome.stderr == (
        "plainspeak: You do not have permission to read closed.txt. Ask its owner, or copy it to your own folder.\n"
    )


LOOP = "plainspeak: loop.txt is a link that leads back to itself. Take the link away, or mend it.\n"


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows does not give everybody")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("check", "loop.txt", "--output", "report.html"), LOOP),
        (("check", "loop.txt", "--glossary-page", "page.txt"), LOOP),
        (("rewrite", "loop.txt", "--output", "other.txt"), LOOP),
        (("mark", "loop.txt", "-o", "other.html"), LOOP),
        (("rewrite", "open.txt", "--output", "loop.txt"), "plainspeak: loop.txt cannot be saved"),
    ],
)
def test_a_link_that_leads_back_to_itself(plainspeak, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "open.txt").write_text("We utilise it.\n")
    outcome = plainspeak(*words)
    assert outcome.status == 3
    assert outcome.stderr.startswith(said)


def test_a_file_in_a_folder_that_may_not_be_looked_into(plainspeak, monkeypatch: pytest.MonkeyPatch) -> None:
    stat, read_bytes = os.stat, Path.read_bytes

    def refuse(path: object, *more: object, **how: object) -> os.stat_result:
        if "shut-away" in str(path):
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, *more, **how)

    def refuse_bytes(path: Path) -> bytes:
        refuse(path)
        return read_bytes(path)

    monkeypatch.setattr(os, "stat", refuse)  # the administrator may look into any folder
    monkeypatch.setattr(Path, "read_bytes", refuse_bytes)
    outcome = plainspeak("check", "shut-away/plan.txt")
    assert outcome.status == 3
    assert outcome.stderr.startswith("plainspeak: You do not have permission to read shut-away")


def test_a_full_disk_while_rewriting_in_place(plainspeak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    draft = tmp_path / "draft.txt"
    draft.write_text("We utilise it.\n")
    monkeypatch.setattr(os, "fsync", full)
    outcome = plainspeak("rewrite", "draft.txt", "--in-place")
    assert outcome.status == 3
    assert "There is no room on the disk to save" in outcome.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["draft.txt"]
    assert draft.read_text() == "We utilise it.\n"


def test_a_folder_that_may_not_be_written_to(plainspeak, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: object, *more: int) -> int:
        if str(path).endswith(".tmp"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *more)

    (tmp_path / "draft.txt").write_text("We utilise it.\n")
    monkeypatch.setattr(os, "open", refuse)  # the administrator may write to any folder
    outcome = plainspeak("check", "draft.txt", "--output", "report.txt")
    assert outcome.status == 3
    assert outcome.stderr == (
        "plainspeak: You do not have permission to save report.txt. "
        "Save it in another folder; if it is open in another program, close it there.\n"
    )


def test_a_checker_that_stumbles_takes_only_its_document_down(plainspeak, tmp_path, monkeypatch) -> None:
    from plainspeak.checking.checker import Checker

    check = Checker.check

    def stumble(self, text: str, *more):
        if "stumble" in text:
            raise RecursionError("too deep")
        return check(self, text, *more)

    monkeypatch.setattr(Checker, "check", stumble)
    (tmp_path / "a.txt").write_text("stumble")
    (tmp_path / "b.txt").write_text("We utilise it.\n")
    outcome = plainspeak("check", ".")
    assert outcome.status == 3
    assert outcome.stdout.startswith("b.txt:1:4")
    assert outcome.stderr == (
        "plainspeak: a.txt could not be checked, which is a fault in plainspeak (RecursionError: too deep).\n"
    )
