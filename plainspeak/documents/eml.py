"""E-mail messages (.eml): the subject, the text as plain text or else as a web page, and the documents attached."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from plainspeak.checking.leaving import Leave
from plainspeak.documents.attachments import Attachment, attachments, more_text
from plainspeak.documents.blocks import Block, BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.eml_payloads import Mail
from plainspeak.documents.encoding import read_windows_1252
from plainspeak.documents.html import WINDOWS_1252, decoded
from plainspeak.documents.html_reading import HtmlReader
from plainspeak.documents.plain_text import decode
from plainspeak.documents.reader import has_known_suffix, is_of_old_kind, read_bytes_as_document
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask, quoted_lines
from plainspeak.text.sentences import paragraphs

_LATIN = WINDOWS_1252 - {"ascii"}  # what says that it is ASCII, and is not, is mostly UTF-8
_MOST_PARTS = 1000
_MOST_DOCUMENTS = 50
_DEEPEST = 5  # messages attached to messages
_LARGEST = 48 << 20


def document(data: bytes, path: str) -> Document:
    """The message that `data` is, and the documents attached to it that can be read. Raises DocumentError."""
    if len(data) > _LARGEST or data.count(b"Content-Type:") > _MOST_PARTS:
        raise DocumentError(f"{path} is too large to read.", "Save its text in a file of its own, and check that.")
    try:
        mail = Mail(data)
    except Exception as error:  # the standard library lets many kinds through on damaged messages
        raise _damaged(path) from error
    if not mail.message.keys():
        raise _damaged(path)
    return _Reader(mail, path).read(mail.message)


@dataclass(slots=True)
class _Reader:
    """Reads one message of a `mail`. `depth` is how many messages it is attached to, one in the other."""

    mail: Mail
    path: str
    depth: int = 0
    content: BlockText = field(default_factory=BlockText)
    masks: list[Mask] = field(default_factory=list)
    leave: list[Leave] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    documents: int = 0
    unread: list[str] = field(default_factory=list)

    def read(self, message: EmailMessage) -> Document:
        """The message, with what is attached to it. Raises DocumentError when there is no text in any of it."""
        try:
            body = self._body(message)
            texts = [self._text_of(part) for part in (body, *more_text(message, body)) if part is not None]
            attached = list(attachments(message))
        except Exception as error:  # the standard library, as above
            raise _damaged(self.path) from error
        self.content.add("heading", str(message.get("subject", "")).replace("\ufffd", ""))
        for kind, source in texts:
            self._text(kind, source)
        for one in attached:
            self._attachment(one)
        if not (texts or self.documents):
            files = ", and the files that go with it cannot be checked" if attached else ""
            raise DocumentError(
                f"{self.path} has no text in it that can be read{files}.", "Save its text in a file, and check that."
            )
        if self.unread:
            self.notices.append(f"Attached, but not checked: {', '.join(self.unread)}.")
        blocks, notices = tuple(self.content.blocks), tuple(self.notices)
        return Document(
            self.path, "eml", self.content.text, tuple(self.masks), notices, blocks=blocks, leave=tuple(self.leave)
        )

    def _body(self, message: EmailMessage) -> EmailMessage | None:
        """The part with the text of a message: plain text, or the web page where there is none or it is empty."""
        for kind in ("plain", "html"):
            part = message.get_body((kind,))
            if isinstance(part, EmailMessage) and self._text_of(part)[1].strip(b"\xef\xbb\xbf \t\r\n"):
                return part
        return None

    def _text_of(self, part: EmailMessage) -> tuple[str, bytes]:
        """What kind of text a part holds, and its letters as UTF-8, or as they are for a page that says itself what it is in."""
        data = self.mail.payload(part)
        kind, charset = part.get_content_type(), part.get_content_charset("")
        if kind == "text/html" and not charset:
            return kind, data
        return kind, b"\xef\xbb\xbf" + _letters(data, charset).encode("utf-8", "replace")

    def _text(self, kind: str, source: bytes) -> None:
        """Add text of the message itself."""
        if kind == "text/html":
            HtmlReader(decoded(source, self.path).text, self.content, self.masks).read()
            return
        text = decode(source, self.path).text.replace("\r\n", "\n").rstrip()
        for span in paragraphs(text):
            start = self.content.add("paragraph", span.of(text)) or 0
            self.masks += [mask.moved(start) for mask in quoted_lines(span.of(text))]

    def _attachment(self, attached: Attachment) -> None:
        """Add a document that is attached, or name what cannot be read."""
        name = attached.name
        try:
            found = self._document(attached)
        except DocumentError as error:
            if has_known_suffix(name) or is_of_old_kind(name):
                self.notices.append(f"Attached, but not checked: {error.message}")
            else:
                self.unread.append(name)
            return
        if found is None:
            self.unread.append(name)
            return
        self.documents += 1
        start = self.content.take_in(found.text, _as_attached(found, name))
        self.masks += [mask.moved(start) for mask in found.masks]
        self.leave += [one._replace(start=one.start + start) for one in found.leave]
        self.notices += [f"{name}: {notice}" for notice in found.notices]

    def _document(self, attached: Attachment) -> Document | None:
        """What is attached, read; None for what is no document. Raises DocumentError."""
        if self.documents >= _MOST_DOCUMENTS or self.depth >= _DEEPEST:
            return None
        if attached.is_message:
            return _Reader(self.mail, attached.name, self.depth + 1).read(attached.part)
        try:
            data = self.mail.payload(attached.part)
        except Exception as error:  # the standard library, as above
            raise _damaged(attached.name) from error
        found = read_bytes_as_document(data, attached.name)
        is_data = found.file is not None and not has_known_suffix(attached.name)  # such as a calendar or a table
        return None if is_data else found


def _as_attached(document: Document, name: str) -> Iterator[Block]:
    """The blocks of an attached document, each with what leads to it."""
    for block in document.all_blocks:
        inner = block.place.get("attachment")
        yield block._replace(place={**block.place, "attachment": f"{inner} in {name}" if inner else name})


def _letters(data: bytes, charset: str) -> str:
    """Letters in the encoding that a message says they are in; where that cannot be, in UTF-8 or else Windows-1252."""
    for name in (_codec(charset), "utf-8"):
        if name in _LATIN:
            break
        with suppress(UnicodeError, ValueError):
            return data.decode(name)
    return read_windows_1252(data)


def _codec(charset: str) -> str:
    """The Python name of an encoding of text; UTF-8 for none that is known."""
    try:
        codec = codecs.lookup(charset)
    except (LookupError, ValueError):
        return "utf-8"
    return codec.name if getattr(codec, "_is_text_encoding", True) else "utf-8"


def _damaged(path: str) -> DocumentError:
    return DocumentError(f"{path} is damaged, or is not an e-mail message.", "Save it again from your e-mail program.")
