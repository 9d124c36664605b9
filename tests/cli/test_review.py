"""plainspeak review from one run to the next, beside other programs, and when it is cut short.

Talks from beginning to end stand in cases/cli/review_*.
"""

from __future__ import annotations

import os
import random
import runpy
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainspeak.deciding.recovery import RecoveryCopy, lost_drafts
from plainspeak.documents.file_stamp import stamp_of

PLAINSPEAK = [sys.executable, str(Path(__file__).with_name("with_small_glossary.py"))]
TEXT = "Service users utilise it.\nAsk a stakeholder.\nWe commence.\n"
posix = pytest.mark.skipif(os.name == "nt", reason="signals of this kind are not on Windows")


@pytest.fixture
def letter(plainspeak, tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT)
    return path


@pytest.fixture
def answer(plainspeak, letter):
    def run(*answers: str, name: str = "letter.txt", unsaved: bool = False) -> str:
        options = ["--unsaved"] if unsaved else []
        return plainspeak("review", *options, name, piped="".join(f"{one}\n" for one in answers).encode()).stdout

    return run


def test_what_was_decided_is_there_the_next_time(answer, letter):
    answer("1", "l", "o Who exactly?", "q")
    assert letter.read_text() == TEXT
    said = answer("i", "s", "1")
    assert "4 to decide in letter.txt" in said
    assert "3 you decided before." in said
    assert "Finding 4 of 4" in said
    assert '1: Service users: now "People who use our services"' in said
    assert "2: utilise: left as it is" in said
    assert letter.read_text() == "People who use our services utilise it.\nAsk a Who exactly?.\nWe commence.\n"
    assert letter.with_name("letter.txt.bak").read_text() == TEXT


def test_what_was_left_is_left_after_saving_and_after_edits_elsewhere(answer, letter):
    answer("1", "l", "d", "s", "1")
    letter.write_text("Dear all, Sam will commence.\n" + letter.read_text())
    said = answer("i")
    assert "utilise: left as it is" in said
    assert "stakeholder: dealt with" in said
    assert "1: commence: not decided yet" in said


def test_a_file_changed_meanwhile_is_not_saved_over(env_of, letter, home):
    with _talk(letter, env_of) as talk:
        talk.stdin.write("1\n")
        talk.stdin.flush()
        _until(talk, "Finding 2 of 4")
        letter.write_text("Theirs.\n")
        said, _ = talk.communicate("s\n1\ns\nmine.txt\nq\n", timeout=20)
    assert "has been changed since it was read" in said
    assert letter.read_text() == "Theirs.\n"
    assert letter.with_name("mine.txt").read_text() == TEXT.replace("Service users", "People who use our services")
    assert not letter.with_name("letter.txt.bak").exists()


def test_a_file_or_a_folder_that_has_gone(env_of, letter):
    with _talk(letter, env_of) as talk:
        talk.stdin.write("1\n")
        talk.stdin.flush()
        _until(talk, "Finding 2 of 4")
        letter.unlink()
        said, _ = talk.communicate("s\nno/such/folder/letter.txt\ns\n1\n", timeout=20)
    assert "there is no such folder" in said
    assert "Saved in letter.txt.\n" in said
    assert letter.read_text().startswith("People who use our services utilise it.")


def test_a_word_left_always_is_left_in_other_files_and_explained(answer, plainspeak, letter, home):
    said = answer("g 2", "la", "q")
    assert "utilise: left always" in said
    assert (home / "left-words.txt").read_text().splitlines()[-1] == "utilise"
    letter.with_name("other.txt").write_text("We utilise it.")
    assert "Nothing to decide" in answer(name="other.txt")
    explained = plainspeak("explain", "utilise")
    assert explained.status == 1
    assert "it is one of the words that you always leave" in explained.stderr
    assert "left-words.txt, line 3" in explained.stderr


def test_leaving_always_is_taken_back(answer, home):
    answer("g 2", "la", "u", "q")
    assert "utilise" not in (home / "left-words.txt").read_text()


def test_a_word_file_is_saved_as_plain_text_beside_it(answer, plainspeak, tmp_path):
    samples = runpy.run_path(str(Path(__file__).parents[1] / "documents" / "samples.py"))
    two = "".join(samples["paragraph"](samples["run"](text)) for text in ("We utilise it.", "Yours & ours."))
    (tmp_path / "plan.docx").write_bytes(samples["docx"](two))
    before = (tmp_path / "plan.docx").read_bytes()
    said = answer("1", "s", "plan.docx", "s", "1", name="plan.docx")
    assert "plainspeak mark plan.docx -o plan-marked.docx" in said
    assert "take the place of the document" in said
    assert (tmp_path / "plan.txt").read_text() == "We use it.\n\nYours & ours."
    assert (tmp_path / "plan.docx").read_bytes() == before


def test_what_cannot_be_saved_can_be_saved_elsewhere(answer, letter):
    said = answer("1", "s", "no/such/folder.txt", "s", "new.txt", "q")
    assert "there is no such folder" in said
    assert letter.with_name("new.txt").read_text().startswith("People who use")


def test_windows_line_ends_and_marks_stay(answer, letter):
    letter.write_bytes(b"\xef\xbb\xbfWe utilise it.\r\nBye.\r\n")
    answer("1", "s", "1")
    assert letter.read_bytes() == b"\xef\xbb\xbfWe use it.\r\nBye.\r\n"


def test_a_word_that_may_be_misspelt_is_asked_about(answer, letter):
    letter.write_text("We recieve it.\n")
    said = answer("1", "q")
    assert "The word: recieve" in said
    assert 'now "receive"' in said


@pytest.fixture
def kept_by_the_app(letter):
    """Leaves a draft of the letter behind, as an app that was killed does."""

    def keep(text: str) -> RecoveryCopy:
        copy = RecoveryCopy()
        copy.write(text, letter, stamp_of(letter))
        copy.let_go()
        return copy

    return keep


def test_a_draft_that_the_app_has_kept_is_named_and_stays(answer, letter, kept_by_the_app):
    kept_by_the_app("Mine.\n")
    said = answer("q")
    assert "The app has kept changes to letter.txt that were not saved, of " in said
    assert "plainspeak review --unsaved letter.txt\n" in said
    assert "4 to decide in letter.txt" in said
    assert lost_drafts()


def test_a_draft_that_the_app_has_kept_is_gone_through_and_saved(answer, letter, kept_by_the_app):
    letter.write_bytes(b"Old.\r\n")
    kept_by_the_app("We utilise it.\nBye.\n")
    said = answer("l", "q", unsaved=True)
    assert said.startswith("These are the changes to letter.txt that were not saved in the app, of ")
    assert "To go on: plainspeak review --unsaved letter.txt" in said
    assert lost_drafts()
    said = answer("i", "b", "c", "1", "s", "1", unsaved=True)
    assert "utilise: left as it is" in said
    assert "The app has kept" not in said
    assert letter.read_bytes() == b"We use it.\r\nBye.\r\n"
    assert letter.with_name("letter.txt.bak").read_bytes() == b"Old.\r\n"
    assert not lost_drafts()


def test_a_kept_draft_without_jargon_can_be_saved(answer, letter, kept_by_the_app):
    kept_by_the_app("Mine.\n")
    answer("s", "1", unsaved=True)
    assert letter.read_text() == "Mine.\n"


def test_a_kept_draft_is_not_saved_over_a_file_changed_since(answer, letter, kept_by_the_app):
    kept_by_the_app("We utilise it.\n")
    letter.write_text("Theirs, and longer.\n")
    said = answer("1", "s", "1", "s", "mine.txt", unsaved=True)
    assert "has been changed since it was read" in said
    assert letter.read_text() == "Theirs, and longer.\n"
    assert letter.with_name("mine.txt").read_text() == "We use it.\n"
    assert lost_drafts()


def test_changes_in_an_app_that_still_runs_are_told(answer, letter):
    copy = RecoveryCopy()
    copy.write("Mine.\n", letter, None)
    assert "letter.txt is being changed in the app too." in answer("q")
    copy.remove()


def test_no_kept_draft(plainspeak, letter):
    outcome = plainspeak("review", "--unsaved", "letter.txt")
    assert outcome.status == 2
    assert "The app has kept no unsaved draft of letter.txt." in outcome.stderr


WORDS = [
    "1",
    "2",
    "9",
    "t 1",
    "t x",
    "o a [b]",
    "e",
    "l",
    "lt",
    "la",
    "w",
    "w 1",
    "w e",
    "d",
    "a",
    "c",
    "n",
    "b",
    "g 3",
    "g we",
    "u",
    "u",
    "r",
]


@pytest.mark.parametrize("seed", range(4))
def test_no_order_of_answers_does_harm(plainspeak, letter, seed):
    pick = random.Random(seed)  # noqa: S311 - the same talks each time
    letter.write_text(
        TEXT + "An ICB stakeholder will commence safeguarding, going forward.\r\nService users utilise it."
    )
    before = letter.read_bytes()
    answers = [pick.choice([*WORDS, "", "?", "i", "k", "v", "x", "s\n\n", "\u0661", "\ud800", "g"]) for _ in range(300)]
    piped = "".join(f"{answer}\n" for answer in answers).encode("utf-8", "surrogatepass")
    outcome = plainspeak("review", "letter.txt", piped=piped)
    assert (outcome.status, outcome.stderr) == (0, "")
    assert letter.read_bytes() == before
    again = plainspeak("review", "letter.txt", piped=b"v\ns\nnew.txt\n")
    assert (again.status, again.stderr) == (0, "")


# -- as a process of its own -------------------------------------------------------------------------------------------


@pytest.fixture
def env_of(home: Path) -> dict[str, str]:
    return {**os.environ, "PLAINSPEAK_HOME": str(home)}


def _talk(letter: Path, env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PLAINSPEAK, "review", letter.name],
        cwd=letter.parent,
        env=env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@posix
def test_ctrl_c_ends_it_and_what_was_decided_is_kept(env_of, letter, answer):
    with _talk(letter, env_of) as talk:
        talk.stdin.write("l\n")
        talk.stdin.flush()
        _until(talk, "Finding 2 of 4")
        talk.send_signal(signal.SIGINT)
        said, errors = talk.communicate(timeout=20)
    assert talk.returncode == 130
    assert "To go on: plainspeak review letter.txt" in said
    assert errors == ""
    assert "1 you decided before." in answer("q")


@posix
def test_a_kill_loses_no_decision(env_of, letter, answer):
    with _talk(letter, env_of) as talk:
        talk.stdin.write("o My own words\n")
        talk.stdin.flush()
        _until(talk, "Finding 2 of 4")
        talk.kill()
    assert 'now "My own words"' in answer("i", "q")


@posix
def test_it_ends_quietly_when_nobody_reads(env_of, letter):
    with _talk(letter, env_of) as talk:
        talk.stdout.readline()
        talk.stdout.close()
        talk.stdin.write("l\nl\nl\nl\n" + "?\n" * 500)
        talk.stdin.close()
        assert talk.stderr.read() == ""
    assert talk.returncode == 141


def _until(talk: subprocess.Popen[str], words: str) -> None:
    said, end = "", time.monotonic() + 20
    while words not in said and time.monotonic() < end:
        said += talk.stdout.readline()
    assert words in said
