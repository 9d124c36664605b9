from __future__ import annotations

import os
from pathlib import Path

import pytest

from plainspeak.batch.walk import Found, walk


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "c.doc", ".hidden.txt", "sub/d.txt", ".git/e.txt", "old/f.txt", "sub/old.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    return [found.path.replace(os.sep, "/") for found in walk(paths, exclude)]


def test_a_folder_is_its_documents_in_order(folder: Path) -> None:
    assert names(".") == ["a.md", "b.txt", "old/f.txt", "sub/d.txt", "sub/old.txt"]


def test_what_is_named_is_in_whatever_its_name(folder: Path) -> None:
    assert names("c.doc", ".hidden.txt", "no.txt", "-") == ["c.doc", ".hidden.txt", "no.txt", "-"]


def test_nothing_comes_twice(folder: Path) -> None:
    assert names("sub/d.txt", "sub", "sub") == ["sub/d.txt", "sub/old.txt"]


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        (("old*",), ["a.md", "b.txt", "sub/d.txt"]),
        (("sub/",), ["a.md", "b.txt", "old/f.txt"]),
        (("sub/*.txt", "*.md"), ["b.txt", "old/f.txt"]),
    ],
)
def test_what_is_excluded(folder: Path, exclude: tuple[str, ...], left: list[str]) -> None:
    assert names(".", exclude=exclude) == left


@pytest.mark.parametrize("exclude", ["sub/deep/", "deep", "deep/**", "sub/deep/*", "sub/*"])
def test_a_folder_is_excluded_from_wherever_it_is_looked_at(folder: Path, exclude: str) -> None:
    (folder / "sub" / "deep").mkdir()
    (folder / "sub" / "deep" / "x.txt").write_text("")
    for path in (".", "sub", str(folder), "./sub/../sub"):
        assert not [name for name in names(path, exclude=(exclude,)) if name.endswith("x.txt")]


def test_a_pattern_may_be_the_path_that_the_shell_completes(folder: Path) -> None:
    (folder / "sub" / "d [1].txt").write_text("")
    for exclude in ("./sub/", str(folder / "sub"), f"{folder}/s*", "sub/."):
        assert names(".", exclude=(exclude,)) == ["a.md", "b.txt", "old/f.txt"]
    for exclude in ("d [1].txt", "sub/d [1].txt", str(folder / "sub" / "d [1].txt")):
        assert (
            names("sub", exclude=(exclude, ""))
            == names("./sub/../sub", exclude=(exclude,))
            == ["sub/d.txt", "sub/old.txt"]
        )


def test_what_the_run_writes_is_not_gone_through_unless_it_is_named(folder: Path) -> None:
    def left(*paths: str, outputs: tuple[str, ...]) -> list[str]:
        return [found.path.replace(os.sep, "/") for found in walk(paths, outputs=outputs)]

    assert left(".", outputs=("./a.md", str(folder / "sub" / "d.txt"))) == ["b.txt", "old/f.txt", "sub/old.txt"]
    assert left("sub", outputs=("d.txt", "sub/../sub/old.txt")) == ["sub/d.txt"]
    assert left("*/*.txt", outputs=("sub/d.txt",)) == ["old/f.txt", "sub/old.txt"]
    assert left("a.md", outputs=("a.md",)) == ["a.md"]


def test_what_is_named_cannot_be_excluded(folder: Path) -> None:
    assert names("sub/old.txt", exclude=("old*",)) == ["sub/old.txt"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows does not give everybody")
def test_links_to_folders_are_not_followed_and_links_to_files_are(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "sub" / "z.txt").symlink_to(folder / "b.txt")
    (folder / "sub" / "nowhere.txt").symlink_to(folder / "gone")
    assert names("sub") == ["sub/d.txt", "sub/nowhere.txt", "sub/old.txt", "sub/z.txt"]


@pytest.mark.skipif(os.name == "nt", reason="there are no such files on Windows")
def test_only_files_are_found_and_a_link_that_leads_in_a_circle_hides_none(folder: Path) -> None:
    os.mkfifo(folder / "sub" / "pipe.txt")
    (folder / "sub" / "null.txt").symlink_to(os.devnull)
    (folder / "sub" / "self.txt").symlink_to("self.txt")
    assert names("sub") == names("sub/*.txt") == ["sub/d.txt", "sub/old.txt", "sub/self.txt"]
    assert names("sub/pipe.txt") == ["sub/pipe.txt"], "one that is named is read"


def test_a_folder_may_be_very_deep(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1_500 if os.name != "nt" else 50
    for _ in range(depth):
        Path("d").mkdir()
        monkeypatch.chdir("d")
    Path("x.txt").write_text("")
    monkeypatch.chdir(folder)
    found = names("d")
    deepest = Path(*"d" * depth)
    (deepest / "x.txt").unlink()
    for above in (deepest, *deepest.parents[:-1]):  # what clears up after the tests cannot go so deep
        above.rmdir()
    assert [name.count("/") for name in found] == [depth]


def test_a_folder_named_like_a_document_is_a_folder(folder: Path) -> None:
    (folder / "sub" / "x.txt").mkdir()
    (folder / "sub" / "x.txt" / "y.txt").write_text("")
    assert names("sub") == ["sub/d.txt", "sub/old.txt", "sub/x.txt/y.txt"]


def test_a_folder_that_cannot_be_looked_into_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: str):
        if "old" in str(path):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    error = "The folder old cannot be looked into: Permission denied."
    assert [found for found in walk(["."]) if found.error] == [Found("old", error)]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("*.txt", ["b.txt"]),
        ("s*/*.txt", ["sub/d.txt", "sub/old.txt"]),
        ("**/*.txt", ["b.txt", "old/f.txt", "sub/d.txt", "sub/old.txt"]),
        ("?.md", ["a.md"]),
        ("[ab].*", ["a.md", "b.txt"]),
        ("s*", ["sub/d.txt", "sub/old.txt"]),
        ("*", ["a.md", "b.txt", "old/f.txt", "sub/d.txt", "sub/old.txt"]),
    ],
)
def test_patterns_are_expanded_where_the_shell_does_not(folder: Path, pattern: str, found: list[str]) -> None:
    assert names(pattern) == found


def test_patterns_leave_out_what_folders_leave_out(folder: Path) -> None:
    (folder / ".gitignore").write_text("d.txt\n")
    assert names("**/*.txt", exclude=("old*",)) == ["b.txt"]


def test_a_file_that_is_called_like_a_pattern_is_itself(folder: Path) -> None:
    (folder / "[ab].md").write_text("")
    assert names("[ab].md") == ["[ab].md"]


def test_a_pattern_that_nothing_fits_is_told(folder: Path) -> None:
    assert list(walk(["x*.txt"])) == [
        Found("x*.txt", "There is no file that fits x*.txt. Look at the spelling and the folder.")
    ]


def test_documents_of_a_format_that_cannot_be_read_are_told(folder: Path) -> None:
    for name in ("sub/e.PPT", "old/g.doc", "sub/~$h.doc", "sub/i.msg", "x.xls"):
        (folder / name).write_text("")
    told: list[str] = []
    assert [found.path for found in walk(["."], ["old"], pass_over=told.append) if "doc" in found.path] == []
    assert [path.replace(os.sep, "/") for path in sorted(told)] == ["c.doc", "sub/e.PPT", "sub/i.msg"]
    told.clear()
    (folder / ".gitignore").write_text("*.doc\n")
    list(walk(["."], pass_over=told.append))
    assert [Path(path).suffix for path in sorted(told)] == [".PPT", ".msg"]
