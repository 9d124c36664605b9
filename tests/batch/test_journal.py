from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from plainspeak.batch.batch import Batch, journal_for
from plainspeak.batch.journal import Journal
from plainspeak.batch.plan import Plan
from plainspeak.batch.turns import Job
from plainspeak.checking.checker import Checker
from plainspeak.errors import UsageError
from plainspeak.settings import Settings

PLAN = Plan(Settings(cache=False, jobs=2))
FIRST, SECOND = Job("a.txt", 1, "1 2"), Job("b\n.txt", 1, "3 4")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "run.journal"


def written(path: Path) -> None:
    journal = Journal(path, "x")
    journal.add(FIRST, b"one\ntwo")
    journal.add(SECOND, b"three")
    journal.close()


def test_what_was_written_is_there_next_time(path: Path) -> None:
    written(path)
    journal = Journal(path, "x")
    assert len(journal) == 2
    assert (journal.get(FIRST), journal.get(SECOND)) == (b"one\ntwo", b"three")
    journal.finish()
    assert not path.exists()


def test_a_document_that_has_changed_is_checked_again(path: Path) -> None:
    written(path)
    journal = Journal(path, "x")
    assert journal.get(FIRST._replace(stamp="1 3")) is None
    assert journal.get(Job("c.txt", 1, "1 2")) is None
    journal.close()


def test_what_was_half_written_costs_that_document_only(path: Path) -> None:
    written(path)
    whole = path.read_bytes()
    for left in range(len(whole)):
        path.write_bytes(whole[:left])
        journal = Journal(path, "x")
        assert journal.get(SECOND) is None
        journal.add(SECOND, b"again")
        assert journal.get(SECOND) == b"again"
        journal.close()
        journal = Journal(path, "x")
        assert journal.get(SECOND) == b"again"
        journal.close()


@pytest.mark.parametrize("at", range(60, 150, 7))
def test_what_is_damaged_is_cut_off(path: Path, at: int) -> None:
    written(path)
    data = bytearray(path.read_bytes())
    if at >= len(data):
        return
    data[at] ^= 1
    path.write_bytes(data)
    journal = Journal(path, "x")
    assert journal.get(SECOND) is None
    assert journal.get(FIRST) in (None, b"one\ntwo")
    journal.close()


def test_another_run_is_refused(path: Path) -> None:
    written(path)
    before = path.read_bytes()
    with pytest.raises(UsageError, match="belongs to a run with another glossary"):
        Journal(path, "y")
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="nobody is kept out there")
def test_a_run_that_is_at_work_keeps_others_out(path: Path) -> None:
    written(path)
    program = "import sys; from pathlib import Path; from plainspeak.batch.journal import Journal; "
    journal = Journal(path, "x")
    command = [sys.executable, "-c", f"{program}Journal(Path(sys.argv[1]), 'x')", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stderr
    assert told.strip().endswith(
        "is in use by a run that is at work just now. Wait until it is complete, or give another name."
    )
    assert len(journal) == 2
    journal.close()
    subprocess.run(command, check=True)


def test_another_file_is_refused(path: Path) -> None:
    path.write_text("My only letter.\n")
    with pytest.raises(UsageError, match="is not a file that --resume has made"):
        Journal(path, "x")
    assert path.read_text() == "My only letter.\n"


@pytest.mark.skipif(os.name == "nt", reason="a user's folders are private there")
def test_it_is_for_its_owner_only(path: Path) -> None:
    written(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("workers", [True, False])
def test_a_batch_that_goes_on_reports_the_same(
    letters: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch, workers: bool
) -> None:
    monkeypatch.setattr("plainspeak.batch.batch._FEW", 0 if workers else 100)
    (letters / "02.txt").write_bytes(b"\x00\x01\x02")
    undisturbed = list(Batch(["letters"], PLAN, checker))
    journal = journal_for("run.journal", PLAN, checker)
    batch = Batch(["letters"], PLAN, checker, journal=journal)
    some = []
    for report in batch:
        some.append(report)
        if len(some) == 5:
            batch.stop()
    journal.close()
    assert 5 <= len(some) <= 40
    journal = journal_for("run.journal", PLAN, checker)
    there = len(journal)
    assert there >= 4, "all but the one that failed"
    batch = Batch(["letters"], PLAN, checker, journal=journal)
    assert list(batch) == undisturbed
    assert batch.progress.ready == there
    journal.finish()
