from __future__ import annotations

import pytest

from plainspeak.batch.run import Run
from plainspeak.batch.walk import Found
from plainspeak.checking.finding import Checked, Finding
from plainspeak.documents.document import Document
from plainspeak.documents.plain_text import TextFile
from plainspeak.errors import DocumentError
from plainspeak.rewriting.suggestion import Suggestion


def finding(level: str) -> Finding:
    return Finding("jargon", "x", level, 0, 1, 1, 1, 1, 2, "x", "", "", "", "x")


class FakeChecker:
    """Finds one thing of each level; stumbles over "bad"."""

    def check(self, text: str, masks: tuple = (), leave: tuple = ()) -> Checked:
        if text == "bad":
            raise ZeroDivisionError("by zero")
        return Checked(tuple(map(finding, ("must", "should", "could"))), ())


def read(path: str) -> Document:
    if path == "gone":
        raise DocumentError("There is no file called gone.", "Look again.")
    return Document(path, "txt", path, (), ("A notice.",), TextFile(path))


def test_one_that_fails_does_not_stop_the_rest() -> None:
    found = [Found("gone"), Found("bad"), Found("folder", "No entry."), Found("good")]
    reports = list(Run(FakeChecker(), read).over(found))
    assert [report.error for report in reports] == [
        "There is no file called gone. Look again.",
        "bad could not be checked, which is a fault in plainspeak (ZeroDivisionError: by zero).",
        "No entry.",
        "",
    ]
    assert reports[-1].notices == ("A notice.",)


@pytest.mark.parametrize(("level", "count"), [("must", 1), ("should", 2), ("could", 3)])
def test_only_the_levels_asked_for(level: str, count: int) -> None:
    assert len(Run(FakeChecker(), read, level).of("good").findings) == count


def test_readability_only_where_it_is_wanted() -> None:
    assert Run(FakeChecker(), read).of("good").readability is None
    assert Run(FakeChecker(), read, measure=len).of("good").readability == 4


def test_the_detail_tells_where_sentences_start_and_how_the_text_reads_once_safe_swaps_are_made() -> None:
    text = "Go. We utilise it."
    swap = Suggestion("swap", "use", 7, 14, safe=True)
    utilise = Finding("jargon", "utilise", "must", 7, 14, 1, 8, 1, 15, "utilise", "", "", "", "We utilise it.", (swap,))

    class Utilise:
        def check(self, text: str, masks: tuple = (), leave: tuple = ()) -> Checked:
            return Checked((utilise,), ())

    run = Run(Utilise(), lambda path: Document(path, "txt", text), measure=str.upper, detailed=True)
    assert run.of("a").detail == ((4,), "GO. WE USE IT.")
    assert run._replace(detailed=False).of("a").detail is None


def test_ctrl_c_is_not_taken_for_a_fault() -> None:
    def interrupted(path: str) -> Document:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Run(FakeChecker(), interrupted).of("x")
