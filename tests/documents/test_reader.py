from __future__ import annotations

import io
from pathlib import Path

import pytest

from plainspeak.documents.reader import has_known_suffix, masks_of, read, read_standard_input
from plainspeak.errors import DocumentError


@pytest.mark.parametrize(
    ("name", "known", "masks"),
    [("a.txt", "txt", 0), ("a.TEXT", "txt", 0), ("a.md", "md", 1), ("a.Markdown", "md", 1), ("notes", "txt", 0)],
)
def test_the_name_tells_the_format(tmp_path: Path, name: str, known: str, masks: int) -> None:
    path = tmp_path / name
    path.write_text("We `utilise` it.")
    document = read(str(path))
    assert (document.format, len(document.masks)) == (known, masks)
    assert document.path == str(path)
    assert len(masks_of(name)("`a`")) == masks


def test_the_content_comes_before_the_name(tmp_path: Path) -> None:
    path = tmp_path / "really_a_word_file.md"
    path.write_bytes(b"PK\x03\x04...")
    with pytest.raises(DocumentError, match="is damaged"):
        read(str(path))


def test_standard_input_is_plain_text() -> None:
    document = read_standard_input(io.BytesIO(b"We `utilise` it."))
    assert (document.path, document.format, document.masks) == ("-", "txt", ())


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("a.txt", True),
        ("A.MD", True),
        ("a.docx", True),
        ("~$a.docx", False),
        ("a.html", True),
        ("a.xlsx", False),
        ("txt", False),
    ],
)
def test_which_files_of_a_folder_are_documents(name: str, known: bool) -> None:
    assert has_known_suffix(name) is known
