from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainspeak.batch.baseline import Baseline
from plainspeak.batch.batch import Batch
from plainspeak.batch.plan import Plan
from plainspeak.checking.checker import Checker
from plainspeak.errors import UsageError
from plainspeak.settings import Settings

PLAN = Plan(Settings(cache=False), measures=True, detailed=True)
TEXT = "We utilise it.\n\nAsk our stakeholders. We utilise it.\n"


@pytest.fixture
def letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "letter.txt"
    path.write_text(TEXT)
    return path


def new(checker: Checker, baseline: str = "known.json", *paths: str) -> list[str]:
    known = Baseline.read(Path(baseline))
    return [
        f"{finding.line}:{finding.text}"
        for report in known.new_only(Batch(paths or ["letter.txt"], PLAN, checker))
        for finding in report.findings
    ]


def update(checker: Checker, *paths: str) -> Baseline:
    path = Path("known.json")
    known = Baseline.read(path) if path.exists() else Baseline(path, {})
    assert not [report for report in known.updated(Batch(paths or ["letter.txt"], PLAN, checker)) if report.findings]
    known.save()
    return known


def test_what_is_known_is_not_shown(letter: Path, checker: Checker) -> None:
    update(checker)
    assert new(checker) == []


def test_findings_keep_their_identity_when_lines_move(letter: Path, checker: Checker) -> None:
    update(checker)
    letter.write_text("A new line.\n\n\n" + TEXT.replace("Ask our", "Ask\nour"))
    assert new(checker) == []


def test_only_what_is_new_is_shown(letter: Path, checker: Checker) -> None:
    update(checker)
    letter.write_text(TEXT + "We utilise it. They leverage it.\n")
    assert new(checker) == ["4:utilise", "4:leverage"]
    known = Baseline.read(Path("known.json"))
    (report,) = known.new_only(Batch(["letter.txt"], PLAN, checker))
    assert [report.detail.sentence_starts[0], known.known, known.new] == [len(TEXT), 3, 2]


def test_an_update_says_what_came_and_went(letter: Path, checker: Checker) -> None:
    update(checker)
    letter.write_text("We utilise it. They leverage it.\n")
    known = update(checker)
    assert (known.known, known.new, known.gone) == (1, 1, 2)


def test_documents_of_other_runs_stay_known_as_long_as_they_are_there(letter: Path, checker: Checker) -> None:
    for name in ("other.txt", "gone.txt"):
        Path(name).write_text("They leverage it.\n")
    update(checker, "letter.txt", "other.txt", "gone.txt")
    Path("gone.txt").unlink()
    update(checker)
    assert list(json.loads(Path("known.json").read_text())["documents"]) == ["letter.txt", "other.txt"]


def test_a_document_that_cannot_be_read_stays_known(letter: Path, checker: Checker) -> None:
    update(checker)
    before = Path("known.json").read_text()
    letter.write_bytes(b"\x00\x01\x02")
    update(checker)
    assert Path("known.json").read_text() == before


def test_it_serves_from_any_folder_and_holds_no_words(
    letter: Path, checker: Checker, monkeypatch: pytest.MonkeyPatch
) -> None:
    update(checker)
    assert "utilise" not in Path("known.json").read_text()
    (letter.parent / "sub").mkdir()
    monkeypatch.chdir(letter.parent / "sub")
    assert new(checker, "../known.json", "../letter.txt") == []
    assert new(checker, "../known.json", str(letter)) == []


def test_one_that_is_not_there_is_told(letter: Path) -> None:
    with pytest.raises(UsageError, match=r"no file called known\.json\. Add --update-baseline"):
        Baseline.read(Path("known.json"))


@pytest.mark.parametrize(
    "content", ["", "x", "[]", '{"documents": {}}', '{"plainspeak_baseline": 1, "documents": [1]}', "\xff", "1"]
)
def test_one_that_is_damaged_is_told(letter: Path, content: str) -> None:
    Path("known.json").write_text(content, "latin-1")
    with pytest.raises(UsageError, match="is not a baseline, or is damaged"):
        Baseline.read(Path("known.json"))
