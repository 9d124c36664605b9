"""Which reader reads which file."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple

from plainspeak.documents.document import Document
from plainspeak.documents.plain_text import decode, looks_like_text, read_bytes, read_stream
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask

STANDARD_INPUT = "-"
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF-"
_PDF_WITHIN = 1024  # a PDF may begin with a few other bytes
_OLD_KINDS = (  # what stands in the list of contents of such a file
    (
        "EncryptedPackage",
        "protected with a password",
        "Take the password off in the program that made it, and check that.",
    ),
    ("WordDocument", "in the old format of Word", "Save it as .docx, and check that."),
    ("PowerPoint Document", "in the old format of PowerPoint", "Save it as .pptx, and check that."),
    ("Workbook", "a spreadsheet, which cannot be checked", "Copy its text into a document, and check that."),
    ("__properties_version1.0", "an Outlook message", "Save it as text or as .eml, and check that."),
)
_WEB_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*+-->\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


def _no_masks(_text: str) -> list[Mask]:
    return []


def _markdown_masks(text: str) -> list[Mask]:
    from plainspeak.documents.markdown import masks

    return masks(text)


class _TextFormat(NamedTuple):
    """A kind of text file: its name, the ends of file names that it goes by, and what in it is not prose."""

    name: str
    suffixes: tuple[str, ...]
    masks: Callable[[str], list[Mask]]


MARKDOWN_SUFFIXES = (".md", ".markdown")
_PLAIN_TEXT = _TextFormat("txt", (".txt", ".text"), _no_masks)
_MARKDOWN = _TextFormat("md", MARKDOWN_SUFFIXES, _markdown_masks)
_TEXT_FORMATS = (_PLAIN_TEXT, _MARKDOWN)
_READERS = {  # the formats that hold more than text, and the module whose `document` reads each
    "docx": "plainspeak.documents.docx",
    "odt": "plainspeak.documents.odt",
    "pdf": "plainspeak.documents.pdf",
    "html": "plainspeak.documents.html",
    "rtf": "plainspeak.documents.rtf",
    "eml": "plainspeak.documents.eml",
    "pptx": "plainspeak.documents.pptx",
    "epub": "plainspeak.documents.epub",
}
_SUFFIXES = {
    **{f".{name}": name for name in _READERS},
    ".htm": "html",
    ".xhtml": "html",
    ".docm": "docx",
    ".pptm": "pptx",
}
_OLD_SUFFIXES = (".doc", ".dot", ".ppt", ".pps", ".msg", ".wpd", ".pages")
SUFFIXES = (*(suffix for known in _TEXT_FORMATS for suffix in known.suffixes), *_SUFFIXES)


def read(path: str) -> Document:
    """The document at `path`, with what the file beside it asks.

    What it holds tells the format; its name only tells one kind of text from another.

    Raises DocumentError when it cannot be read.
    """
    from plainspeak.documents.beside import beside, with_instructions

    document = read_bytes_as_document(read_bytes(Path(path)), path)
    return with_instructions(document, instructions) if (instructions := beside(path)) else document


def read_bytes_as_document(data: bytes, path: str) -> Document:
    """The document that `data` is; `path` is what it is called. Raises DocumentError when it cannot be read."""
    known = format_of(data, path)
    if known in _READERS:
        document: Document = import_module(_READERS[known]).document(data, path)
        return document
    file = decode(data, path)
    text_format = _text_format(path)
    return Document(path, text_format.name, file.text, tuple(text_format.masks(file.text)), file.notices, file)


def read_standard_input(stream: BinaryIO) -> Document:
    """The plain text that comes from `stream`. Raises DocumentError when it is not text."""
    file = read_stream(stream)
    return Document(STANDARD_INPUT, _PLAIN_TEXT.name, file.text, (), file.notices, file)


def format_of(data: bytes, path: str) -> str:
    """The name of the format that `data` has. Raises DocumentError for one that nobody here can read."""
    if data.startswith(_ZIP):
        from plainspeak.documents.package import Package

        return Package(data, path).format()
    if data.startswith(_OLD_OFFICE):
        raise _old_office(data, path)
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if _WEB_PAGE.match(data[:8192]):
        return "html"
    known = _SUFFIXES.get(PurePath(path).suffix.lower(), "")
    if known not in ("", "html") and not data.strip(b"\0 \t\r\n"):
        raise DocumentError(
            f"{path} is empty: there is nothing in it to read.",
            "Copy it again from where it came from, and check that.",
        )
    if known == "eml":
        data = data.partition(b"\n\r\n")[0].partition(b"\n\n")[0]  # what follows may be in any encoding
    if known in ("html", "eml") and looks_like_text(data):
        return known
    if known:
        raise DocumentError(
            f"{path} is damaged, or is not the kind of file that its name says.",
            "Open it in the program that made it, save it again, and check that.",
        )
    return _text_format(path).name


def _old_office(data: bytes, path: str) -> DocumentError:
    """What to say of the kind of file that older programs of Office save, and newer ones with a password."""
    for sign, what, to_do in _OLD_KINDS:
        if sign.encode("utf-16-le") in data:
            return DocumentError(f"{path} is {what}.", to_do)
    return DocumentError(
        f"{path} is protected with a password, or is in the old format of Word, Excel or PowerPoint.",
        "Save it without a password as .docx or .pptx, and check that.",
    )


def masks_of(path: str) -> Callable[[str], list[Mask]]:
    """What finds the masks in a text of the format that `path` has."""
    return _text_format(path).masks


def has_known_suffix(name: str) -> bool:
    """Whether a file of this name is one that is picked up when its folder is checked."""
    return name.lower().endswith(SUFFIXES) and not name.startswith("~$")  # how Word marks a document as open


def is_of_old_kind(name: str) -> bool:
    """Whether a file of this name is a document that cannot be read, because its format is old or one program's own."""
    return name.lower().endswith(_OLD_SUFFIXES) and not name.startswith(("~$", "."))


def _text_format(path: str) -> _TextFormat:
    """What is not known by its name is read as plain text; what is not text at all is refused."""
    suffix = PurePath(path).suffix.lower()
    return next((known for known in _TEXT_FORMATS if suffix in known.suffixes), _PLAIN_TEXT)
