"""An e-mail message taken apart, without holding the files attached to it many times over.

The standard library takes eight times the room of a message, most of it for the hundred thousand lines in which a file is
written. These are taken out before and put back when the file is asked for.
"""

from __future__ import annotations

import base64
import binascii
import email
import email.policy
import re
from email.message import EmailMessage

_FILE = re.compile(rb"(?<=\n\r\n|.\n\n)(?:[A-Za-z0-9+/]{40,100}\r?\n){1000,}+", re.DOTALL)
_TAKEN_OUT = re.compile(r"plainspeak-taken-out-(\d+)(?:\r?\n|\Z)")


class Mail:
    """A message and the payloads of its parts. On damaged ones it raises what the standard library does: any Exception."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._files: list[tuple[int, int]] = []
        short = _FILE.sub(self._take_out, data)
        self.message = email.message_from_bytes(short, _class=EmailMessage, policy=email.policy.default)

    def _take_out(self, found: re.Match[bytes]) -> bytes:
        self._files.append(found.span())
        return b"plainspeak-taken-out-%d\n" % (len(self._files) - 1)

    def payload(self, part: EmailMessage) -> bytes:
        """The bytes that a part holds, decoded; none for a part that holds other parts."""
        written: object = part.get_payload()
        found = _TAKEN_OUT.match(written) if isinstance(written, str) else None
        if not isinstance(written, str) or found is None or int(found[1]) >= len(self._files):
            decoded = part.get_payload(decode=True)
            return decoded if isinstance(decoded, bytes) else b""
        start, end = self._files[int(found[1])]
        whole = self._data[start:end] + written[found.end() :].encode("ascii", "surrogateescape")
        if str(part.get("content-transfer-encoding", "")).strip().lower() != "base64":
            return whole
        try:
            return base64.b64decode(whole + b"==")  # which a message that is cut short lacks
        except binascii.Error:
            return b""
