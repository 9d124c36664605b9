"""E-mail messages (.eml): the subject, and the text as plain text or else as a web page."""

from __future__ import annotations

import codecs
import email
import email.policy
from contextlib import suppress
from email.message import EmailMessage

from plainspeak.documents.blocks import BlockText
from plainspeak.documents.document import Document
from plainspeak.documents.encoding import read_windows_1252
from plainspeak.documents.html import WINDOWS_1252, decoded
from plainspeak.documents.html_reading import HtmlReader
from plainspeak.documents.plain_text import decode
from plainspeak.errors import DocumentError
from plainspeak.text.protected import Mask, quoted_lines
from plainspeak.text.sentences import paragraphs

_LATIN = WINDOWS_1252 - {"ascii"}  # what says that it is ASCII, and is not, is mostly UTF-8
_MOST_PARTS = 1000
_LARGEST = 64 << 20


def document(data: bytes, path: str) -> Document:
    """The message that `data` is. Raises DocumentError."""
    if len(data) > _LARGEST or data.count(b"Content-Type:") > _MOST_PARTS:
        raise DocumentError(f"{path} is too large to read.", "Save its text in a file of its own, and check that.")
    message = _parsed(data, path)
    content, masks = BlockText(), list[Mask]()
    content.add("heading", str(message.get("subject", "")).replace("\ufffd", ""))
    body = _body(message, path)
    if body is None:
        raise DocumentError(f"{path} has no text in it that can be read.", "Save its text in a file, and check that.")
    kind, source = body
    if kind == "html":
        HtmlReader(decoded(source, path).text, content, masks).read()
    else:
        text = decode(source, path).text.replace("\r\n", "\n").rstrip()
        for span in paragraphs(text):
            start = content.add("paragraph", span.of(text))
            masks += [Mask(m.start + (start or 0), m.end + (start or 0), m.reason) for m in quoted_lines(span.of(text))]
    attached = sum(1 for part in message.walk() if part.get_content_disposition() == "attachment")
    notices = (f"Files that go with it are not checked: {attached:,}.",) if attached else ()
    return Document(path, "eml", content.text, tuple(masks), notices, blocks=tuple(content.blocks))


def _parsed(data: bytes, path: str) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, _class=EmailMessage, policy=email.policy.default)
    except Exception as error:  # the standard library lets many kinds through on damaged messages
        raise _damaged(path) from error
    if not message.keys():
        raise _damaged(path)
    return message


def _body(message: EmailMessage, path: str) -> tuple[str, bytes] | None:
    """What kind of text the message has, and its letters as UTF-8."""
    try:
        part = message.get_body(("plain", "html"))
        data = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(data, bytes):
            return None
        kind, charset = part.get_content_subtype(), part.get_content_charset("")
    except Exception as error:  # as above
        raise _damaged(path) from error
    if kind == "html" and not charset:
        return kind, data  # the page says it itself
    return kind, b"\xef\xbb\xbf" + _letters(data, charset).encode("utf-8", "replace")


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
