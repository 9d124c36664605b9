"""What goes with an e-mail message: the files and messages attached to it, and what is left of its own text."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePath
from typing import NamedTuple

_TEXT = ("text/plain", "text/html")
_MESSAGE = "message/rfc822"
_NO_FILES = {  # what programs add for each other
    "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/applefile",
    "message/delivery-status", "message/disposition-notification", "text/rfc822-headers",
}  # fmt: skip
_LONGEST_NAME = 100
_UNNAMED = "attachment"


class Attachment(NamedTuple):
    """Something attached: what it is called, and the part that holds it, or the message itself that it is."""

    name: str
    part: EmailMessage
    is_message: bool = False


def more_text(message: EmailMessage, body: EmailMessage | None) -> Iterator[EmailMessage]:
    """The parts that go on with the text of a message after its `body`, as some programs write them between two files."""
    for part, is_alternative in _leaves(message):
        if part is not body and not is_alternative and _is_text(part):
            yield part


def attachments(message: EmailMessage) -> Iterator[Attachment]:
    """What is attached to a message, in order; without pictures that stand in its text, and signatures."""
    for part, _ in _leaves(message):
        kind = part.get_content_type()
        if _is_text(part) or kind in _NO_FILES or _is_picture_in_text(part):
            continue
        inner = part.get_payload(0) if kind == _MESSAGE and part.is_multipart() else None
        if isinstance(inner, EmailMessage):
            subject = str(inner.get("subject", ""))
            yield Attachment(_in_short(part.get_filename() or subject) or f"{_UNNAMED}.eml", inner, is_message=True)
        elif (name := _in_short(part.get_filename() or "")) or part.get_payload():
            yield Attachment(name or f"{_UNNAMED}{mimetypes.guess_extension(kind) or ''}", part)


def _leaves(message: EmailMessage) -> Iterator[tuple[EmailMessage, bool]]:
    """The parts that hold something themselves, in order, and whether each is one of several ways to say the same."""
    waiting = [(message, False)]
    while waiting:
        part, is_alternative = waiting.pop()
        if part.get_content_maintype() != "multipart":
            yield part, is_alternative
            continue
        is_alternative = is_alternative or part.get_content_subtype() == "alternative"
        inner = [one for one in part.iter_parts() if isinstance(one, EmailMessage)]
        waiting += [(one, is_alternative) for one in reversed(inner)]


def _is_text(part: EmailMessage) -> bool:
    """Whether a part is text of the message itself, not a file."""
    is_file = part.get_content_disposition() == "attachment" or bool(part.get_filename())
    return part.get_content_type() in _TEXT and not is_file


def _is_picture_in_text(part: EmailMessage) -> bool:
    is_inside = part.get_content_disposition() != "attachment" or "content-id" in part
    return part.get_content_maintype() == "image" and is_inside


def _in_short(name: str) -> str:
    """The name of a file on one line, without folders, and its ending kept where it is too long."""
    name = " ".join(name.replace("\\", "/").rpartition("/")[2].replace("\ufffd", "").split())
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME] + PurePath(name).suffix[:_LONGEST_NAME]
