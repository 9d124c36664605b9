"""Rich Text Format (.rtf): its words, paragraph by paragraph."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from plainspeak.documents.blocks import BlockKind, BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.word_fields import MADE_BY_WORD, name_of
from plainspeak.errors import DocumentError

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
_UNSEEN = set(
    "fonttbl colortbl stylesheet info pict object listtable listoverridetable revtbl rsidtbl generator themedata "
    "colorschememapping datastore latentstyles xmlnstbl filetbl template private1 nonshppict shpinst bkmkstart bkmkend "
    "shprslt annotation atnid atnauthor atntime atnicn atnref atndate atnparent tc xe txe rxe ftnsep ftnsepc ftncn".split()
)
_PARTS: dict[str, tuple[BlockKind, str]] = {
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), ("header", "header")),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), ("footer", "footer")),
    "footnote": ("note", "footnotes"),
    "shptxt": ("text box", ""),
}
_BREAKS = {"par", "sect", "page", "cell", "nestcell", "row", "nestrow"}
_LETTERS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}", "\n": "", "\r": ""}
_LARGEST = 64 << 20
_DEEPEST = 1000


@dataclass(slots=True)
class _Field:
    """A field: its code, as far as it is read."""

    code: str = ""

    @property
    def is_made_by_word(self) -> bool:
        """Whether the words that it shows stand elsewhere already."""
        return name_of(self.code) in MADE_BY_WORD


@dataclass(slots=True)
class _Group:
    """What holds between two braces. `in_code` is true where the code of `field` stands."""

    unseen: bool = False
    hidden: bool = False
    skip_after_unicode: int = 1
    part: str = ""
    field: _Field | None = None
    in_code: bool = False


@dataclass(slots=True)
class _Paragraph:
    """The paragraph that is being put together, in the body or in a part of its own."""

    letters: list[str] = field(default_factory=list)
    kind: BlockKind = "paragraph"


def document(data: bytes, path: str) -> Document:
    """The Rich Text document that `data` is. Raises DocumentError."""
    if len(data) > _LARGEST:
        raise DocumentError(f"{path} is too large to read.", "Split it, and check the parts.")
    reader = _Reader(path)
    reader.read(data.decode("latin-1"))
    content = reader.content
    return Document(path, "rtf", content.text, blocks=tuple(content.blocks))


class _Reader:
    def __init__(self, path: str) -> None:
        self.path = path
        self.content = BlockText()
        self.group = _Group()
        self.groups: list[_Group] = []
        self.paragraphs: dict[str, _Paragraph] = {}
        self.finished: list[tuple[BlockKind, str, str]] = []
        self.codec = "cp1252"
        self.bytes = bytearray()  # letters of more than one byte come one byte at a time
        self.to_skip = 0

    def read(self, source: str) -> None:
        """Read it all: the body first, then notes, headers and footers."""
        at = 0
        while token := _TOKEN.search(source, at):
            self._token(token)
            at = token.end()
            if token["word"] == "bin":  # so many letters that are no text
                at += max(0, int(token["number"] or 0))
        for part in list(self.paragraphs):
            self._end_paragraph(part)
        finished = [one for one in self.finished if not one[1]]
        finished += dict.fromkeys(
            one for one in self.finished if one[1]
        )  # a header is written once for each kind of page
        for kind, part, text in finished:
            self.content.add(kind, text, part)

    def _token(self, token: re.Match[str]) -> None:
        if token["hex"]:
            if self.to_skip:
                self.to_skip -= 1
            else:
                self.bytes.append(int(token["hex"], 16))
            return
        self._end_bytes()
        if token["text"]:
            self._text(token["text"])
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["brace"]:
            self.to_skip = 0
            self._open() if token["brace"] == "{" else self._close()
        elif token["symbol"] == "*":
            self.group.unseen = True
        else:
            self._add(_SYMBOLS.get(token["symbol"], ""))

    def _open(self) -> None:
        if len(self.groups) >= _DEEPEST:
            raise DocumentError(f"{self.path} is damaged: it is nested too deep.", "Save it again, and check that.")
        self.groups.append(self.group)
        self.group = replace(self.group)

    def _close(self) -> None:
        part = self.group.part
        if self.groups:
            self.group = self.groups.pop()
        if part and part != self.group.part:
            self._end_paragraph(part)

    def _text(self, text: str) -> None:
        skipped = min(self.to_skip, len(text))
        self.to_skip -= skipped
        rest = text[skipped:]
        if self.group.in_code and self.group.field:
            self.group.field.code += rest
        self._add(rest if rest.isascii() else rest.encode("latin-1").decode(self.codec, "replace"))

    def _end_bytes(self) -> None:
        if self.bytes:
            self._add(bytes(self.bytes).decode(self.codec, "replace"))
            self.bytes.clear()

    def _word(self, word: str, number: str | None) -> None:
        value = int(number) if number else None
        if word == "u" and value is not None:
            self._add(chr(value % 65536))
            self.to_skip = self.group.skip_after_unicode
        elif word in _BREAKS and not self.group.unseen:
            self._end_paragraph(self.group.part, "cell" if word in ("cell", "nestcell") else None)
        elif word in _LETTERS:
            self._add(_LETTERS[word])
        else:
            self._state(word, value)

    def _state(self, word: str, value: int | None) -> None:
        """Take in a word that says what holds from here on."""
        group = self.group
        if word in ("field", "fldinst", "fldrslt"):
            self._field(word)
        elif word in _UNSEEN:
            group.unseen = True
        elif word in _PARTS:
            group.part, group.unseen = word, False
        elif word == "uc" and value is not None:
            group.skip_after_unicode = max(0, min(value, 10))
        elif word in ("v", "deleted"):
            group.hidden = value != 0
        elif word == "plain":
            group.hidden = False
        elif word == "ansicpg" and value:
            self.codec = _known_codec(f"cp{value}")
        elif not group.unseen:
            self._kind_of_paragraph(word)

    def _field(self, word: str) -> None:
        """A field begins, or its code, or what it shows."""
        group = self.group
        if word == "field":
            group.field, group.in_code = _Field(), False
        elif word == "fldinst":
            group.unseen = group.in_code = True
        elif group.field and group.field.is_made_by_word:
            group.unseen = True

    def _kind_of_paragraph(self, word: str) -> None:
        """Take in a word that says what the paragraph is."""
        paragraph = self._paragraph(self.group.part)
        if word == "outlinelevel":
            paragraph.kind = "heading"
        elif word in ("ls", "pntext", "listtext"):
            paragraph.kind = "list item" if paragraph.kind == "paragraph" else paragraph.kind
            self.group.unseen = word != "ls"
        elif word == "pard":
            paragraph.kind = "paragraph"

    def _paragraph(self, part: str) -> _Paragraph:
        return self.paragraphs.setdefault(part, _Paragraph())

    def _add(self, text: str) -> None:
        if text and not self.group.unseen and not self.group.hidden:
            self._paragraph(self.group.part).letters.append(text)

    def _end_paragraph(self, part: str, kind: BlockKind | None = None) -> None:
        paragraph = self._paragraph(part)
        text = _whole("".join(paragraph.letters))
        place_kind, called = _PARTS.get(part, (kind or paragraph.kind, ""))
        self.finished.append((place_kind, called, text))
        paragraph.letters = []


def _known_codec(name: str) -> str:
    try:
        return codecs.lookup({"cp65001": "utf-8", "cp10000": "mac-roman"}.get(name, name)).name
    except LookupError:
        return "cp1252"


def _whole(text: str) -> str:
    """The text with letters that were written as two halves put together."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if not text.isascii() else text
