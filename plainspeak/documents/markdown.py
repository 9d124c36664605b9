"""Markdown: what in it is not prose. Offsets are those of the source, so that nothing has to be mapped back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from plainspeak.documents.markdown_blocks import blocks, label_key
from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

_START = re.compile(r"\\|`|<|\[|\]|h(?=ttps?://)|w(?=ww\.)")  # single letters first: by far the fastest to search for
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]^]{1,100}\]:?")
_URL = re.compile(r"(?<![^\W_])(?:https?://|www\.)[^\s<>\"\u201d`]+")
_AFTER_URL = ".,:;!?'\"*_~\u2019"

# A limit on length keeps a hostile text, such as a million opening brackets, from taking for ever.
_TITLE = r"(?:\"(?:[^\"\\]|\\.){0,500}\"|'(?:[^'\\]|\\.){0,500}'|\((?:[^()\\]|\\.){0,500}\))"
_PLACE = r"(?:<[^<>\r\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,9})"
_TARGET = re.compile(
    rf"\](?P<target>\(\s*{_PLACE}(?:\s+{_TITLE})?\s*\)|\[(?P<label>(?:[^\[\]\\]|\\.){{0,999}})\])", re.DOTALL
)
_ATTRIBUTE = r"\s+[A-Za-z_:@][\w.:@-]{0,200}(?:\s*=\s*(?:[^\s\"'=<>`]{1,2000}|'[^']{0,2000}'|\"[^\"]{0,2000}\"))?"
_ANGLE = re.compile(
    r"<(?P<address>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255})>"
    rf"|<[A-Za-z][A-Za-z0-9-]*(?:{_ATTRIBUTE}){{0,50}}\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>"
)
_RAW_ENDS = {"<!--": "-->", "<?": "?>", "<![CDATA[": "]]>"}


def masks(text: str) -> list[Mask]:
    """The stretches of a Markdown `text` that are never flagged, in text order, none overlapping another.

    They are code (reason "code"), link and image targets, addresses and reference definitions ("link"), tags and
    comments ("HTML"), footnote markers ("footnote") and front matter. The words of a link are not among them.
    """
    found = blocks(text)
    inline = [mask for span in found.prose for mask in _Paragraph(text, span, found.labels).masks()]
    return sorted(found.masks + inline)


@dataclass(slots=True)
class _Paragraph:
    """Reads the inline marks of one paragraph. Each method reads one kind, at a place where it may begin."""

    text: str
    span: Span
    labels: frozenset[str]
    brackets: int = 0
    unclosed: set[str] = field(default_factory=set)
    ticks: dict[int, list[int]] | None = None

    def masks(self) -> Iterator[Mask]:
        """The masks of this paragraph, in text order."""
        at = self.span.start
        while start := _START.search(self.text, at, self.span.end):
            at = start.end()
            match start[0]:
                case "\\":
                    at = self._escape(start.start())
                    continue
                case "`":
                    mask, at = self._code(start.start())
                case "<":
                    mask = self._angle(start.start())
                case "[":
                    mask = self._opening(start.start())
                case "]":
                    mask = self._closing(start.start())
                case _:
                    mask = self._url(start.start())
            if mask:
                at = mask.end
                yield mask

    def _escape(self, at: int) -> int:
        escape = _ESCAPE.match(self.text, at, self.span.end)
        return escape.end() if escape else at + 1

    def _code(self, at: int) -> tuple[Mask | None, int]:
        """Code between two runs of backticks of one length, and where to read on if these do not begin any."""
        if self.ticks is None:
            self.ticks = defaultdict(list)
            for run in _TICKS.finditer(self.text, at, self.span.end):
                self.ticks[len(run[0])].append(run.start())
        run_end = _end(_TICKS, self.text, at)
        starts = self.ticks[run_end - at]
        following = bisect_left(starts, run_end)
        mask = Mask(at, starts[following] + run_end - at, "code") if following < len(starts) else None
        return mask, run_end

    def _angle(self, at: int) -> Mask | None:
        """An address between angle brackets, an HTML tag or a comment."""
        if angle := _ANGLE.match(self.text, at, self.span.end):
            return Mask(at, angle.end(), "link" if angle["address"] else "HTML")
        opening = next((raw for raw in _RAW_ENDS if self.text.startswith(raw, at)), "")
        if not opening or opening in self.unclosed:
            return None
        end = self.text.find(_RAW_ENDS[opening], at, self.span.end)
        if end < 0:
            self.unclosed.add(opening)
            return None
        return Mask(at, end + len(_RAW_ENDS[opening]), "HTML")

    def _opening(self, at: int) -> Mask | None:
        if footnote := _FOOTNOTE.match(self.text, at, self.span.end):
            return Mask(at, footnote.end(), "footnote")
        self.brackets += 1
        return None

    def _closing(self, at: int) -> Mask | None:
        """The target after a closing bracket: in round brackets, or a label that is defined somewhere."""
        if not self.brackets:
            return None
        self.brackets -= 1
        target = _TARGET.match(self.text, at, self.span.end)
        if not target or (target["label"] and label_key(target["label"]) not in self.labels):
            return None
        return Mask(*target.span("target"), "link")

    def _url(self, at: int) -> Mask | None:
        """An address in running text; the sentence's own marks after it do not belong to it."""
        url = _URL.match(self.text, at, self.span.end)
        if not url:
            return None
        address = url[0].rstrip(_AFTER_URL)
        if address.endswith(")"):
            spare = address.count(")") - address.count("(")
            brackets = len(address) - len(address.rstrip(")"))
            address = address[: len(address) - max(0, min(spare, brackets))].rstrip(_AFTER_URL)
        return Mask(at, at + len(address), "link")


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
