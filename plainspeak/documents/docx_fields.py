"""The fields of a Word document that are open at a place: a page number, a link, a table of contents."""

from __future__ import annotations

from dataclasses import dataclass, field

from plainspeak.documents.word_fields import MADE_BY_WORD, name_of

_TYPED_IN = ("HYPERLINK", "FORMTEXT")  # fields whose words are a person's own


@dataclass(slots=True)
class _Field:
    """One field: the first word of its code, and whether it is still at its code, which is not text."""

    name: str = ""
    in_code: bool = True


@dataclass(slots=True)
class OpenFields:
    """The fields that are open, the outermost first. One may hold many paragraphs."""

    fields: list[_Field] = field(default_factory=list)

    def step(self, kind: str) -> None:
        """A field begins, its code ends, or the whole of it ends: "begin", "separate" or "end"."""
        if kind == "begin":
            self.fields.append(_Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].in_code = False
        elif kind == "end" and self.fields:
            self.fields.pop()

    def code(self, text: str) -> None:
        """Take in a part of the code of the innermost field."""
        if self.fields and not self.fields[-1].name:
            self.fields[-1].name = name_of(text)

    @property
    def hide(self) -> bool:
        """Whether what stands here is no text: a code, or words that stand elsewhere already."""
        return any(one.in_code or one.name in MADE_BY_WORD for one in self.fields)

    @property
    def fill_in(self) -> bool:
        """Whether what stands here is not a person's own words, but what a field makes of something else."""
        return any(one.name not in _TYPED_IN for one in self.fields)
