"""HTML taken apart into tags and words, with the place of each in the source.

Follows the tokeniser of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization) as far as it
decides what is text. Goes through the source once, whatever is in it: a tag that never ends swallows the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(
    r"<(?P<closing>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?:=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[^>])*+)>"
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?")
_RAW_TEXT = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"}
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW_TEXT}


class Tag(NamedTuple):
    """A tag: where it stands, its name in small letters, whether it closes, and its attributes as they are written."""

    start: int
    end: int
    name: str
    closing: bool
    written: str

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes: names in small letters, values without quotation marks."""
        found = _ATTRIBUTE.findall(self.written)
        return {name.lower(): value[1:-1] if value[:1] in ("'", '"') else value for name, value in reversed(found)}


class Words(NamedTuple):
    """A stretch of the source between two tags."""

    start: int
    end: int


def tokens(source: str) -> Iterator[Tag | Words]:
    """The tags and words of an HTML text, in order; comments, scripts and the like are left out."""
    at = 0
    while at < len(source):
        begin = source.find("<", at)
        if begin < 0:
            begin = len(source)
        if begin > at:
            yield Words(at, begin)
        if begin == len(source):
            return
        tag = _TAG.match(source, begin)
        if tag:
            token = Tag(begin, tag.end(), tag["name"].lower(), bool(tag["closing"]), tag["attributes"])
            yield token
            at = _after_raw_text(source, token)
        elif source[begin + 1 : begin + 2] in ("!", "?", "/") or source[begin + 1 : begin + 2].isalpha():
            at = _after_comment(source, begin)
        else:
            yield Words(begin, begin + 1)  # a sign for "less than"
            at = begin + 1


def _after_raw_text(source: str, tag: Tag) -> int:
    """Where to read on after `tag`: for a script and the like, at its end."""
    if tag.closing or tag.name not in _ENDS or tag.written.endswith("/"):
        return tag.end
    end = _ENDS[tag.name].search(source, tag.end)
    return end.start() if end else len(source)


def _after_comment(source: str, begin: int) -> int:
    """Where to read on after a comment, a DOCTYPE, CDATA or a tag that is never closed."""
    if source[begin + 1 : begin + 2].isalpha():
        return len(source)
    close = "-->" if source.startswith("<!--", begin) else ">"
    end = source.find(close, begin + 2)
    return end + len(close) if end >= 0 else len(source)
