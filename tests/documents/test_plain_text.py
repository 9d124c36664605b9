from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.documents.encoding import encoded
from plainspeak.documents.plain_text import (
    TextFile,
    commonest_newline,
    decode,
    read_stream,
    read_text,
    save_text,
    with_newlines,
)
from plainspeak.errors import DocumentError

WORDS = "It’s a café – naïve."


@pytest.mark.parametrize(
    ("data", "encoding", "notices"),
    [
        (WORDS.encode(), "utf-8", 0),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8", 0),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "utf-16-le", 0),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be", 0),
        (b"\xff\xfe\0\0" + WORDS.encode("utf-32-le"), "utf-32-le", 0),
        (WORDS.encode("utf-16-le"), "utf-16-le", 1),
        (WORDS.encode("utf-16-be"), "utf-16-be", 1),
        (WORDS.encode("cp1252"), "cp1252", 1),
    ],
)
def test_the_same_words_come_out_of_every_encoding(data: bytes, encoding: str, notices: int) -> None:
    file = decode(data, "draft.txt")
    assert file.text == WORDS
    assert file.encoding == encoding
    assert len(file.notices) == notices
    assert file.bom + encoded(file.text, file.encoding) == data


def test_windows_1252_comes_with_a_plain_notice() -> None:
    notice = decode(b"It\x92s", "draft.txt").notices[0]
    assert notice == "Not UTF-8, so read as Windows-1252: look out for wrong accents and quotation marks."


@given(st.binary(max_size=300))
def test_what_is_read_can_be_written_back_byte_for_byte(data: bytes) -> None:
    try:
        file = decode(data, "x")
    except DocumentError:
        return
    assert file.bom + encoded(file.text, file.encoding) == data


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", "draft.txt") == TextFile("")


def test_control_characters_stay_where_they_are_with_a_notice() -> None:
    file = decode(b"We utilise\0 it and \x1b[31m go on and on.", "draft.txt")
    assert file.text.index("it") == len("We utilise\0 ")
    assert file.notices == ("Has 2 control characters in it, left as they are.",)
    assert decode(b"Just one\0 here, in a longer text.", "x").notices == (
        "Has 1 control character in it, left as it is.",
    )


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n...",
        b"PK\x03\x04 and so on",
        b"{\\rtf1 words}",
        b"\xd0\xcf\x11\xe0\xa1\xb1",
        bytes(range(256)) * 40,
        b"\0" * 1000,
        b"\x01\x02\x03\x04words",
    ],
)
def test_what_is_plainly_not_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"draft\.txt: This does not look like a text file\. Save it as plain text"):
        decode(data, "draft.txt")


def test_damaged_utf16_is_refused_with_the_place() -> None:
    with pytest.raises(DocumentError, match="begins like UTF-16 text, but is damaged after byte 6"):
        decode(b"\xff\xfea\0b\0c", "draft.txt")


def test_an_unreadable_stream_is_told() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(DocumentError, match="standard input cannot be read: Input/output error"):
        read_stream(Broken())  # type: ignore[arg-type]  # it reads, which is all that is asked of it


def test_a_stream_is_read_like_a_file() -> None:
    assert read_stream(io.BytesIO(b"\xef\xbb\xbfwords")).text == "words"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"There is no file called .*no\.txt\. Look at the spelling"):
        read_text(tmp_path / "no.txt")


def test_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is a folder, not a file"):
        read_text(tmp_path)


def test_a_file_that_may_not_be_read_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(_path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(DocumentError, match="You do not have permission to read"):
        read_text(tmp_path / "draft.txt")


def test_an_impossible_name_is_told() -> None:
    with pytest.raises(DocumentError, match="cannot be read: embedded null byte"):
        read_text(Path("a\0b"))


@pytest.mark.parametrize(
    ("text", "newline"), [("", "\n"), ("a\nb", "\n"), ("a\r\nb\r\nc\n", "\r\n"), ("a\rb", "\r"), ("a\n\nb\r\nc", "\n")]
)
def test_the_commonest_line_end(text: str, newline: str) -> None:
    assert commonest_newline(text) == newline


def test_line_ends_made_alike() -> None:
    assert with_newlines("a\nb\r\nc\rd", "\r\n") == "a\r\nb\r\nc\r\nd"


@given(st.text(alphabet="ab\n", max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))
def test_line_ends_there_and_back(text: str, newline: str) -> None:
    assert with_newlines(with_newlines(text, newline), "\n") == text


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbfa\r\nb\n", b"\xff\xfe" + "a\r\né".encode("utf-16-le"), b"caf\xe9 \x81\r", "plain – ö\n".encode()],
)
def test_saving_what_was_read_restores_the_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "draft.txt"
    path.write_bytes(data)
    file = read_text(path)
    path.write_bytes(b"")
    assert save_text(path, file.text, file) == ()
    assert path.read_bytes() == data


def test_letters_that_the_encoding_lacks_are_saved_as_utf8(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    notices = save_text(path, "smile ☺", TextFile("", "cp1252"))
    assert path.read_text(encoding="utf-8") == "smile ☺"
    assert notices == ("Saved as UTF-8: Windows-1252 does not have all of its characters.",)


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows does not give everybody")
def test_a_link_that_leads_nowhere_is_called_that(tmp_path) -> None:
    link = tmp_path / "letter.txt"
    link.symlink_to(tmp_path / "gone.txt")
    with pytest.raises(DocumentError, match="is a link to a file that is not there"):
        read_text(link)
