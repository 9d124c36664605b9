from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from plainspeak.documents.reader import has_known_suffix, masks_of, read, read_bytes_as_document, read_standard_input
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


NOISE = random.Random(1).randbytes(3000)  # noqa: S311 - no secret


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.eml", "a.docx", "a.pdf", "a.epub"])
@pytest.mark.parametrize(
    "data", [NOISE, b"\x89PNG\r\n\x1a\n" + NOISE, b"\x1f\x8b\x08\0" + NOISE], ids=["noise", "png", "gz"]
)
def test_what_is_no_text_is_no_web_page_or_message(name: str, data: bytes) -> None:
    with pytest.raises(DocumentError, match="is not the kind of file that its name says"):
        read_bytes_as_document(data, name)


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.pdf", "a.rtf", "a.eml", "a.pptx", "a.epub"])
@pytest.mark.parametrize("data", [b"", bytes(512), b"\r\n \n"], ids=["no byte", "zeros", "white space"])
def test_a_file_with_nothing_in_it_is_empty(name: str, data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.\w+ is empty: there is nothing in it to read"):
        read_bytes_as_document(data, name)


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        ("EncryptedPackage", "is protected with a password"),
        ("WordDocument", "is in the old format of Word"),
        ("PowerPoint Document", "is in the old format of PowerPoint"),
        ("Workbook", "is a spreadsheet"),
        ("__properties_version1.0", "is an Outlook message"),
        ("", "is protected with a password, or is in the old format"),
    ],
)
def test_files_of_older_programs_say_what_they_are(sign: str, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        read_bytes_as_document(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + sign.encode("utf-16-le"), "a.docx")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_an_empty_text_has_nothing_to_find(name: str) -> None:
    assert read_bytes_as_document(b"", name).text == ""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_web_page_without_tags_in_any_encoding(encoding: str) -> None:
    assert read_bytes_as_document("We utilise it, naïvely.".encode(encoding), "a.html").format == "html"


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
        ("a.DOCM", True),
        ("a.xhtml", True),
        ("a.doc", False),
        ("a.html", True),
        ("a.xlsx", False),
        ("txt", False),
    ],
)
def test_which_files_of_a_folder_are_documents(name: str, known: bool) -> None:
    assert has_known_suffix(name) is known
