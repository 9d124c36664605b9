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


@pytest.mark.parametrize(
    ("before", "after", "fresh"),
    [
        ("We will utilise a holistic offer.", "We will use a holistic offer.", []),
        ("We will utilise toolkits for them.", "We will use toolkits for them.", []),
        ("We utilise it. Ask our stakeholders now.", "Ask our stakeholders now. Whoever can will utilise it.", []),
        ("Our stakeholders utilise it.", "Their stakeholders utilise it.", []),
        ("Ask our stakeholders now.", "The plan was sent to many stakeholders by post.", ["1:stakeholders"]),
        ("Ask our stakeholders now.", "Please ask our stakeholders now. Ask our stakeholders now.", ["1:stakeholders"]),
    ],
)
def test_what_is_known_stays_known_when_the_words_on_one_side_change(
    letter: Path, checker: Checker, before: str, after: str, fresh: list[str]
) -> None:
    letter.write_text(f"{before}\n")
    update(checker)
    letter.write_text(f"{after}\n")
    assert new(checker) == fresh


def test_a_document_that_has_another_name_stays_known(letter: Path, checker: Checker) -> None:
    update(checker)
    Path("sub").mkdir()
    moved = letter.rename(Path("sub", "renamed.txt"))
    assert new(checker, "known.json", "sub/renamed.txt") == []
    moved.write_text(TEXT + "They leverage it.\n")
    assert new(checker, "known.json", "sub/renamed.txt") == ["4:leverage"]
    known = update(checker, "sub/renamed.txt")
    assert (known.known, known.new, known.gone) == (3, 1, 0)
    assert list(json.loads(Path("known.json").read_text())["documents"]) == ["sub/renamed.txt"]


def test_a_copy_is_new_and_so_is_another_document_of_an_old_name(letter: Path, checker: Checker) -> None:
    update(checker)
    Path("copy.txt").write_text(TEXT)
    assert len(new(checker, "known.json", "copy.txt")) == 3
    letter.unlink()
    Path("other.txt").write_text("We leverage it. They utilise that.\n")
    assert len(new(checker, "known.json", "other.txt")) == 2
    assert new(checker, "known.json", "copy.txt", "other.txt") == ["1:leverage", "1:utilise"]
    Path("again.txt").write_text(TEXT)
    assert len(new(checker, "known.json", "copy.txt", "again.txt")) == 3, "it comes again only once"


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
