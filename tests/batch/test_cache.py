from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainspeak.batch import cache as cache_module
from plainspeak.batch import crew
from plainspeak.batch.batch import Batch, journal_for
from plainspeak.batch.cache import Cache, clear_cache
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.settings import Settings, cache_folder

PLAN = Plan(Settings(jobs=2))
RESULT = b"We utilise our toolkit. " * 50


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "results", "glossary 1")


@pytest.fixture
def own_cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    monkeypatch.setenv("PLAINSPEAK_HOME", str(tmp_path_factory.mktemp("home")))
    return cache_folder() / "results"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_is_kept_comes_back(cache: Cache) -> None:
    key = cache.key(".txt", b"text")
    assert cache.get(key) is None
    assert cache.put(key, RESULT)
    assert cache.get(key) == RESULT


def test_the_key_is_all_that_a_result_depends_on(cache: Cache, tmp_path: Path) -> None:
    keys = {
        cache.key(".txt", b"text", b""),
        cache.key(".md", b"text", b""),
        cache.key(".txt", b"texts", b""),
        cache.key(".txt", b"text", b"leave x"),
        cache.key(".txt", b"textleave x", b""),
        Cache(tmp_path, "glossary 2").key(".txt", b"text", b""),
    }
    assert len(keys) == 6
    assert cache.key(".txt", b"text") == Cache(tmp_path, "glossary 1").key(".txt", b"text")


def test_options_make_the_same_key_in_every_process() -> None:
    program = (
        "from plainspeak.batch.unit import made_with; from plainspeak.batch.plan import Plan\n"
        "from plainspeak.checking.checker import Checker; from plainspeak.checking.options import Options\n"
        "from plainspeak.glossary.entry import Glossary\n"
        "print(made_with(Plan(), Checker(Glossary((), 'x'), None, Options(left=frozenset('abcdefgh')))))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_nobody_reads_it_without_the_document(cache: Cache, tmp_path: Path) -> None:
    key = cache.key(".txt", b"text")
    cache.put(key, RESULT)
    (path,) = files(tmp_path)
    assert b"utilise" not in path.read_bytes()
    assert key.secret.hex() not in str(path)
    if os.name != "nt":
        assert stat.S_IMODE((tmp_path / "results").stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("at", [0, 20, -1])
def test_what_is_damaged_is_forgotten(cache: Cache, tmp_path: Path, at: int) -> None:
    key = cache.key(".txt", b"text")
    cache.put(key, RESULT)
    (path,) = files(tmp_path)
    data = bytearray(path.read_bytes())
    data[at] ^= 4
    path.write_bytes(data)
    assert cache.get(key) is None
    assert not path.exists()


@pytest.mark.parametrize("left", [0, 5, 40])
def test_what_is_cut_short_is_forgotten(cache: Cache, tmp_path: Path, left: int) -> None:
    key = cache.key(".txt", b"text")
    cache.put(key, RESULT)
    (path,) = files(tmp_path)
    os.truncate(path, left)
    assert cache.get(key) is None


@pytest.mark.skipif(os.name == "nt", reason="a user's folders are private there")
def test_a_folder_that_others_may_read_is_closed_to_them(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "results").mkdir(mode=0o755)
    cache.put(cache.key(".txt", b"text"), RESULT)
    assert stat.S_IMODE((tmp_path / "results").stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows does not give everybody")
def test_a_folder_that_is_a_link_is_not_used(cache: Cache, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "results").symlink_to(tmp_path / "elsewhere")
    assert not cache.put(cache.key(".txt", b"text"), RESULT)
    assert files(tmp_path / "elsewhere") == []


def test_it_stays_within_its_bounds(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "_MOST_BYTES", 64 * 400)
    keys = [cache.key(".txt", b"%d" % number) for number in range(600)]
    for number, key in enumerate(keys):
        cache.put(key, os.urandom(100))
        os.utime(Path(cache._path(key)), (time.time() - 600 + number,) * 2)
    cache.prune(600)
    assert 64 <= len(files(tmp_path)) <= 64 * 4
    assert cache.get(keys[-1]) is not None, "the newest stay"
    assert sum(path.stat().st_size for path in files(tmp_path)) <= 64 * 400


def test_what_nobody_asked_for_in_a_month_goes(cache: Cache, tmp_path: Path) -> None:
    old, new = cache.key(".txt", b"old"), cache.key(".txt", b"new")
    cache.put(old, RESULT)
    cache.put(new, RESULT)
    os.utime(Path(cache._path(old)), (time.time() - 31 * 86_400,) * 2)
    cache.prune(64)
    assert files(tmp_path) == [Path(cache._path(new))]


def test_the_second_run_checks_nothing(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = list(Batch(["letters"], PLAN, checker))
    assert len(files(own_cache)) == 40
    (letters / "07.txt").write_text("Something else that we utilise.\n")
    monkeypatch.setattr(Checker, "check", lambda self, text, *_: 1 / 0 if "else" not in text else real(self, text))
    second = list(Batch(["letters"], PLAN, checker))
    assert first[:7] + first[8:] == second[:7] + second[8:]
    assert second[7].findings[0].sentence == "Something else that we utilise."


real = Checker.check


def test_the_same_text_under_another_name_is_known(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path
) -> None:
    list(Batch(["letters"], PLAN, checker))
    letters.rename("moved")
    assert {Path(report.path).parts[0] for report in Batch(["moved"], PLAN, checker)} == {"moved"}
    assert len(files(own_cache)) == 40


def test_documents_that_fail_are_not_kept(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path
) -> None:
    (letters / "07.txt").write_bytes(b"\x00\x01\x02")
    list(Batch(["letters"], PLAN, checker))
    assert len(files(own_cache)) == 39


def test_what_is_found_in_a_few_documents_is_kept_unless_they_are_small(
    letters: Path, checker: Checker, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long, short = letters / "00.txt", letters / "01.txt"
    long.write_text("We utilise it for our service users.\n" * 120)
    first = list(Batch([str(long), str(short)], PLAN, checker))
    assert len(files(own_cache)) == 1
    monkeypatch.setattr(Checker, "check", lambda *_: 1 / 0)
    [again] = Batch([str(long)], PLAN, checker)
    assert again == first[0]


@pytest.mark.parametrize("plan", [Plan(Settings(cache=False))])
def test_nothing_is_kept_where_nobody_wants_it(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path, plan: Plan
) -> None:
    list(Batch(["letters"], plan, checker))
    assert not own_cache.exists()


def test_it_can_be_cleared(letters: Path, checker: Checker, always_workers: None, own_cache: Path) -> None:
    list(Batch(["letters"], PLAN, checker))
    assert clear_cache() == 40
    assert files(own_cache) == []
    assert clear_cache() == 0


def test_what_is_kept_needs_no_worker(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = list(Batch(["letters"], PLAN, checker))
    monkeypatch.setattr(crew, "Worker", None)
    batch = Batch(["letters"], PLAN, checker)
    assert list(batch) == first
    assert batch.progress.done == 40


@pytest.mark.parametrize("changed", [range(0, 40, 3), range(25), range(30, 40), range(39, 40)])
def test_only_what_has_changed_is_checked_again(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path, changed: range
) -> None:
    list(Batch(["letters"], PLAN, checker))
    before = len(files(own_cache))
    for number in changed:
        (letters / f"{number:02}.txt").write_text(f"Stakeholders facilitate {number} of them.\n")
    again = list(Batch(["letters"], PLAN, checker))
    assert len(files(own_cache)) == before + len(changed)
    assert again == list(Batch(["letters"], Plan(PLAN.settings._replace(cache=False)), checker))


def test_results_that_are_kept_are_written_into_the_journal_too(
    letters: Path, checker: Checker, always_workers: None, own_cache: Path, tmp_path: Path
) -> None:
    first = list(Batch(["letters"], PLAN, checker))
    journal = journal_for(str(tmp_path / "run.journal"), PLAN, checker)
    batch = Batch(["letters"], PLAN, checker, journal=journal)
    for number, _ in enumerate(batch, 1):
        assert len(journal) == number
        if number == 10:
            batch.stop()
    assert batch.stopped
    assert number == 10
    journal.close()
    clear_cache()
    journal = journal_for(str(tmp_path / "run.journal"), PLAN, checker)
    assert list(Batch(["letters"], PLAN, checker, journal=journal)) == first
    journal.finish()
