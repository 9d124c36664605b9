"""The blocks of a Markdown text, as far as they decide what is code and what is prose.

Follows the block structure of CommonMark 0.31 (https://spec.commonmark.org/0.31.2/#phase-1-block-structure): block
quotes and list items are containers; in the innermost one a line is code, raw HTML, a reference definition or prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from plainspeak.text.protected import Mask
from plainspeak.text.span import Span

_TAB = 4
_CODE_INDENT = 4
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|\Z)")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]^]{1,100}\]:")
_FENCE = re.compile(r"(?P<marks>`{3,})[^`\r\n]*\s*\Z|(?P<waves>~{3,})")
_BREAK = re.compile(r"(?:(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})\s*\Z")
_HEADING = re.compile(r"#{1,6}(?:\s|\Z)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\s*\Z")
_DEFINITION = re.compile(
    r"\[(?!\^)(?P<label>(?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:<[^<>\r\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|\([^()\r\n]*\)))?\s*\Z"
)
_RAW_HTML = (  # how a stretch that is not prose begins, and what ends it
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE),
        re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE),
        "code",
    ),
    (re.compile(r"<!--"), re.compile(r"-->"), "HTML"),
    (re.compile(r"<\?"), re.compile(r"\?>"), "HTML"),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>"), "HTML"),
    (re.compile(r"<![A-Za-z]"), re.compile(r">"), "HTML"),
)
_FRONT_MATTER = {"---": ("---", "..."), "+++": ("+++",)}


class Blocks(NamedTuple):
    """The blocks of a text: `masks` are not to be checked, `prose` is to be read on, `labels` have a definition."""

    masks: list[Mask]
    prose: list[Span]
    labels: frozenset[str]


class _Container(NamedTuple):
    """A block quote, or a list item whose content stands `indent` columns in."""

    kind: Literal["quote", "item"]
    indent: int = 0


class _Fence(NamedTuple):
    marks: str
    depth: int


class _Raw(NamedTuple):
    end: re.Pattern[str]
    reason: str
    depth: int


@dataclass(slots=True)
class _Cursor:
    """A place in one line, in characters and in columns (a tab goes to the next column that 4 divides)."""

    line: str
    at: int = 0
    column: int = 0
    _half_tab: int = 0  # columns of a tab that are not used up yet

    def indent(self) -> int:
        """How many columns of white space come next."""
        column = self.column + self._half_tab
        for character in self.line[self.at :]:
            if character == " ":
                column += 1
            elif character == "\t":
                column += _TAB - column % _TAB
            else:
                break
        return column - self.column

    def skip(self, columns: int) -> None:
        """Go over `columns` columns of white space, or as many as there are."""
        while columns > 0:
            if self._half_tab:
                step = min(columns, self._half_tab)
                self._half_tab -= step
            elif self.line[self.at : self.at + 1] == " ":
                self.at, step = self.at + 1, 1
            elif self.line[self.at : self.at + 1] == "\t":
                width = _TAB - self.column % _TAB
                self.at, step = self.at + 1, min(columns, width)
                self._half_tab = width - step
            else:
                return
            self.column += step
            columns -= step

    def skip_marker(self, length: int) -> None:
        """Go over the `length` characters of a marker and the white space before it."""
        self.skip(self.indent())
        self.at += length
        self.column += length

    @property
    def rest(self) -> str:
        """The line from its next character that is not a space."""
        return self.line[self.at :].lstrip(" \t")


@dataclass(slots=True)
class _Reader:
    """Reads a text line by line and remembers which block is open."""

    text: str
    masks: list[Mask] = field(default_factory=list)
    prose: list[Span] = field(default_factory=list)
    labels: set[str] = field(default_factory=set)
    containers: list[_Container] = field(default_factory=list)
    open: _Fence | _Raw | None = None
    in_paragraph: bool = False
    in_empty_item: bool = False  # the line before was a list marker with nothing after it

    def line(self, span: Span) -> None:
        """Take in the next line."""
        if self.in_paragraph and not self.containers and self.text[span.start].isalpha():
            return self._prose(span)  # most lines of most texts
        cursor = _Cursor(span.of(self.text))
        blank = not cursor.line.strip()
        matched = self._matched_containers(cursor, blank)
        if self.open and matched >= self.open.depth:
            return self._in_open_block(span, cursor)
        self.open = None
        was_empty, self.in_empty_item = self.in_empty_item, False
        if blank:
            return self._close(matched - 1 if was_empty and matched == len(self.containers) else matched)
        return self._new_line(span, cursor, matched)

    def _matched_containers(self, cursor: _Cursor, blank: bool) -> int:
        """How many of the open containers this line goes on with; `cursor` is moved past their markers."""
        for number, container in enumerate(self.containers):
            if container.kind == "quote":
                if cursor.indent() >= _CODE_INDENT or not cursor.rest.startswith(">"):
                    return number
                cursor.skip_marker(1)
                cursor.skip(1)
            elif not blank:
                if cursor.indent() < container.indent:
                    return number
                cursor.skip(container.indent)
        return len(self.containers)

    def _new_line(self, span: Span, cursor: _Cursor, matched: int) -> None:
        """A line that is not inside an open fence or raw HTML and is not blank."""
        opened = self._open_containers(cursor, matched)
        goes_on = self.in_paragraph and not opened  # a paragraph goes on even where the markers are left out
        if cursor.indent() >= _CODE_INDENT and not goes_on:
            self._close(matched, opened)
            return self._mask(span, "code")
        if not cursor.rest.strip():
            self.in_empty_item = bool(opened) and opened[-1].kind == "item"
            return self._close(matched, opened)
        if cursor.indent() < _CODE_INDENT and self._starts_block(span, cursor, matched, opened):
            return None
        if not goes_on:
            self._close(matched, opened)
        return self._prose(Span(span.start + cursor.at, span.end))

    def _open_containers(self, cursor: _Cursor, matched: int) -> list[_Container]:
        """The containers that begin on this line."""
        opened: list[_Container] = []
        while cursor.indent() < _CODE_INDENT:
            rest = cursor.rest
            bullet = _BULLET.match(rest)
            if rest.startswith(">"):
                cursor.skip_marker(1)
                cursor.skip(1)
                opened.append(_Container("quote"))
            elif bullet and not _BREAK.match(rest) and self._may_open_item(bullet, rest, matched, opened):
                opened.append(_open_item(cursor, bullet.end()))
            else:
                if _FOOTNOTE.match(rest):  # its further paragraphs are indented like code
                    opened.append(_Container("item", cursor.indent() + _CODE_INDENT))
                break
        return opened

    def _may_open_item(self, bullet: re.Match[str], rest: str, matched: int, opened: list[_Container]) -> bool:
        """Only a list that begins with 1 and has words may break into a paragraph."""
        if not self.in_paragraph or opened or matched < len(self.containers):
            return True
        return bool(rest[bullet.end() :].strip()) and bullet[0] in {"-", "+", "*", "1.", "1)"}

    def _starts_block(self, span: Span, cursor: _Cursor, matched: int, opened: list[_Container]) -> bool:
        """Whether the line begins a block other than a paragraph, and if so take it in."""
        rest = cursor.rest
        first = rest[0]
        goes_on = self.in_paragraph and not opened
        depth = matched + len(opened)
        if first in "`~" and (fence := _FENCE.match(rest)):
            self._close(matched, opened)
            self.open = _Fence(fence["marks"] or fence["waves"], depth)
            self._mask(span, "code")
        elif first == "<" and (raw := _raw_html(rest, depth)):
            self._close(matched, opened)
            self.open = raw
            self._in_open_block(span, cursor)
        elif _HEADING.match(rest):
            self._close(matched, opened)
            self.prose.append(Span(span.start + cursor.at, span.end))
        elif (goes_on and matched == len(self.containers) and _UNDERLINE.match(rest)) or _BREAK.match(rest):
            self._close(matched, opened)
        elif first == "[" and not goes_on and (definition := _DEFINITION.match(rest)):
            self._close(matched, opened)
            self.labels.add(label_key(definition["label"]))
            self._mask(span, "link")
        else:
            return False
        return True

    def _in_open_block(self, span: Span, cursor: _Cursor) -> None:
        """A line of a fence or of raw HTML, which it may end."""
        if isinstance(self.open, _Fence):
            self._mask(span, "code")
            closing = cursor.rest.rstrip()
            if cursor.indent() < _CODE_INDENT and closing.startswith(self.open.marks) and not closing.strip(closing[0]):
                self.open = None
        elif self.open:
            end = self.open.end.search(cursor.line, cursor.at)
            stop = span.start + end.end() if end else span.end
            self._mask(Span(span.start, stop), self.open.reason)
            if end:
                self.open = None
                self.prose.append(Span(stop, span.end))

    def _close(self, matched: int, opened: list[_Container] | None = None) -> None:
        """End the open paragraph and the containers after the first `matched`, and go into those newly opened."""
        self.in_paragraph = False
        self.containers[matched:] = opened or []

    def _prose(self, span: Span) -> None:
        """Add a line to the open paragraph, or begin one."""
        if self.in_paragraph:
            span = Span(self.prose.pop().start, span.end)
        self.prose.append(span)
        self.in_paragraph = True

    def _mask(self, span: Span, reason: str) -> None:
        """Mask `span`, as one with the line before it where the reason is the same."""
        last = self.masks[-1] if self.masks else None
        if last and last.end == span.start and last.reason == reason:
            span = Span(self.masks.pop().start, span.end)
        self.masks.append(Mask(*span, reason))


def _open_item(cursor: _Cursor, length: int) -> _Container:
    """Go past the marker of a list item and tell how far in its content stands."""
    before = cursor.indent()
    cursor.skip_marker(length)
    after = cursor.indent()
    if not cursor.rest.strip() or after > _CODE_INDENT:
        after = 1  # an empty first line, or one of code
    cursor.skip(after)
    return _Container("item", before + length + after)


def _raw_html(rest: str, depth: int) -> _Raw | None:
    return next((_Raw(end, reason, depth) for start, end, reason in _RAW_HTML if start.match(rest)), None)


def label_key(label: str) -> str:
    """A link label as it is compared: white space and capitals do not matter."""
    return " ".join(label.split()).casefold()


def front_matter(text: str) -> int:
    """Where the text after the front matter (YAML between ``---``, TOML between ``+++``) begins; 0 if there is none."""
    lines = _LINE.finditer(text)
    endings = _FRONT_MATTER.get(next(lines)[0].rstrip())
    return next((line.end() for line in lines if endings and line[0].rstrip() in endings), 0) if endings else 0


def blocks(text: str) -> Blocks:
    """Part `text` into stretches that are not prose and paragraphs that are."""
    start = front_matter(text)
    reader = _Reader(text)
    if start:
        reader.masks.append(Mask(0, start, "front matter"))
    for line in _LINE.finditer(text, start):
        if line.end() > line.start():
            reader.line(Span(line.start(), line.end()))
    return Blocks(reader.masks, reader.prose, frozenset(reader.labels))
