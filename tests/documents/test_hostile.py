"""Files that are meant to do harm: each ends in text or in one clear line, soon, and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import islice
from pathlib import Path

import hostile
import pytest
import samples

from plainspeak.documents.reader import read, read_bytes_as_document
from plainspeak.errors import DocumentError

READING = Path(__file__).with_name("reading_process.py")
MOST_MEMORY = 300  # MB
MOST_SECONDS = 20
READ = {
    "names_that_climb.docx": "We utilise it.\n\nPLACE",
    "strict.docx": "We utilise it.\n\nPLACE",
    "utf_16.docx": "We utilise it.\n\nPLACE",
    "really_a_pdf.docx": "We utilise it.",
    "deep.html": "",
    "never_closed.html": "We utilise it.",
    "comments.html": "We utilise it.",
    "bad_encoding.html": "We utilise it. “café” \ufffd \ufffd",
    "latin.txt": "Café ‘utilise’ £5",
    "control.txt": "util\0ise\x1b[31m red",
}
REFUSED = {
    "bomb.docx": "too large to read",
    "bomb_of_elements.docx": "too large to read",
    "false_size.docx": "is damaged",
    "laughs.docx": "is not XML",
    "external_file.docx": "defines entities",
    "external_web.docx": "defines entities",
    "password.docx": "protected with a password",
    "locked.docx": "protected with a password",
    "really_words.docx": "not the kind of file that its name says",
    "cut_short.docx": "is damaged",
    "no_text.docx": "its text is missing",
    "no_body.docx": "no text in it where",
    "deep.docx": "nested too deep",
    "same_names.docx": "two of its parts have the same name",
    "long_paragraph.docx": "more than 10 million letters",
    "spreadsheet.docx": "is a spreadsheet",
    "empty.docx": "is empty",
    "cut_short.pdf": "is damaged, or is not a PDF",
    "junk.pdf": "is damaged, or is not a PDF",
    "password.pdf": "protected with a password",
    "scanned.pdf": "only pictures of pages",
    "pdf_bomb.pdf": "takes too much memory",
}


def outcome(tmp_path: Path, name: str) -> str:
    """What comes of a file when a process of its own reads it, within the limits of time and memory."""
    path = tmp_path / name
    path.write_bytes(hostile.FILES[name]())
    before = sorted(tmp_path.rglob("*"))
    process = subprocess.run(
        [sys.executable, str(READING), str(path)], capture_output=True, text=True, timeout=MOST_SECONDS * 3, check=False
    )
    assert process.stderr == ""
    said = json.loads(process.stdout)
    assert said["memory"] < MOST_MEMORY
    assert said["seconds"] < MOST_SECONDS
    assert sorted(tmp_path.rglob("*")) == before
    result: str = said["result"]
    assert "root:" not in result
    return result


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource module to measure memory with")
@pytest.mark.parametrize("name", hostile.FILES)
def test_hostile_files(tmp_path: Path, name: str) -> None:
    result = outcome(tmp_path, name)
    if name in READ:
        assert result == f"text: {READ[name]}"
    else:
        assert result.startswith("error: ")
        assert REFUSED[name] in result
        assert "\n" not in result


def test_every_hostile_file_has_its_outcome() -> None:
    assert set(hostile.FILES) == READ.keys() | REFUSED.keys()
    assert len(hostile.FILES) >= 20


WHOLE = {
    "a.docx": samples.docx(hostile.BODY * 20, {"footnotes": samples.word_part("footnotes", "")}),
    "a.odt": samples.odt("<text:h>Plan</text:h><text:p>We <text:span>utilise</text:span> it.</text:p>" * 20),
    "a.html": b"<!DOCTYPE html><html><body><h1>We</h1><p title='x'>utilise &amp; <b>facil</b>itate<ul><li>it</ul></body></html>",
    "a.rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard We \b utilise\b0  caf\'e9 \u8364? {\*\footnote Note}\par More\par}",
    "a.eml": b"Subject: =?utf-8?q?Plan?=\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nWe utilise it.\n",
    "a.pdf": samples.pdf(["We utilise it.", "And go on."]),
}
COPIES = {"a.pdf": 20}  # each is opened in a process of its own


def fault(data: bytes, name: str) -> str:
    """The error that reading ends in, or nothing."""
    try:
        read_bytes_as_document(data, name)
    except DocumentError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("name", WHOLE)
def test_damaged_files_end_in_text_or_a_clear_line(name: str) -> None:
    for data in islice(hostile.damaged(WHOLE[name], seed=1), COPIES.get(name, 200)):
        assert "\n" not in fault(data, name)


@pytest.mark.parametrize("seed", range(200))
def test_documents_with_damaged_parts(seed: int) -> None:
    """The zip is whole, what is in it is not."""
    for parts, name in (
        (samples.docx_parts(hostile.BODY * 5), "word/document.xml"),
        (samples.odt_parts("<text:p>We <text:s text:c='2'/>utilise it.</text:p>" * 5), "content.xml"),
        (samples.docx_parts(hostile.BODY), "word/_rels/document.xml.rels"),
        (samples.docx_parts(hostile.BODY), "[Content_Types].xml"),
    ):
        whole = str(parts[name]).encode()
        parts[name] = next(hostile.damaged(whole, seed))
        assert "\n" not in fault(samples.zipped(parts), "a.docx")


def test_a_whole_copy_is_read() -> None:
    assert all(read_bytes_as_document(data, name).text for name, data in WHOLE.items())


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="There is no file"):
        read(str(tmp_path / "none.docx"))
