"""Text that means harm, or only looks like it, to one format or another."""

from __future__ import annotations

from plainspeak.checking.finding import LeftAlone, Suggestion
from plainspeak.reports.report import Detail, DocumentReport
from plainspeak.text.readability import Readability

TEXTS = (
    "<script>alert(1)</script>",
    "</mark></style></title><img src=x onerror=alert(1)>",
    "]]> <![CDATA[ & &lt; &#0;",
    "=cmd|' /C calc'!A0",
    "+1+1, @SUM(A1), -2, \t=1, \r=1, ＝1",
    "::error file=x,line=1::%0A %25 a:b,c\r\n::stop-commands::x",
    "\"double\" 'single' `code` \\ back | pipe * _ [link](http://x) # ~~no~~ @everyone",
    "\x00\x01\x08\x0b\x0c\x1b[2J\x7f\x9b \u2028\u2029\ufeff\ufffe\uffff",
    "\u202eright to left\u202c \u2066שלום\u2069 العربية",
    "𝔘𝔫𝔦 👩‍👩‍👧 \U0010ffff",
    "line\none\r\ntwo\rthree\ttab",
    " spaced ",
)


def documents(make) -> list[DocumentReport]:
    """One document for each text, which stands in every field of it, and one that could not be read."""
    return [_document(make, text) for text in TEXTS] + [DocumentReport("<b>=gone</b>\n", "", error=TEXTS[0] + TEXTS[5])]


def _document(make, text: str) -> DocumentReport:
    sentence = f"We say {text} again and {text}."
    start, end = 7, 7 + len(text)
    changes = {
        "entry": text,
        "start": start,
        "end": end,
        "text": text,
        "what_we_mean": text,
        "why": text,
        "question": text,
        "sentence": sentence,
        "suggestions": (Suggestion("swap", text + "!", start, end, safe=True), Suggestion("explain", text, start, end)),
    }
    again = {"start": end + 11, "end": end + 11 + len(text), "level": "should"}
    findings = (
        make.finding(**changes),
        make.finding(**changes | again),
        make.finding(**changes | {"place": {"page": 2, "paragraph": 3, "heading": text, "part": text}}),
    )
    left = (LeftAlone(text, 0, 1, text, text),)
    readability = Readability(2, 40, 20.0, 11.2, 16)
    return DocumentReport(
        text, "txt", findings, left, readability, detail=Detail((0, 0, 0), Readability(2, 38, 19.0, 9.2, 14))
    )
