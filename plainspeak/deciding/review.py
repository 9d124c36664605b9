"""Review: the findings of one text and what was chosen about each; the new text comes of that.

A review never changes: every choice gives a new one. Findings are named by their index, from 0. What is not inside a
chosen edit stays in the new text as it was, to the code point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from plainspeak.checking.finding import Finding, Suggestion, sentence_start
from plainspeak.deciding.decisions import Decision, Decisions, Kind
from plainspeak.deciding.mark import hashed, marks_of, term_of
from plainspeak.deciding.own_words import as_in_a_sentence, own_offers
from plainspeak.rewriting.apply import safe_edit, without_echoes
from plainspeak.text.edits import Edit, apply_edits, without_overlaps
from plainspeak.text.span import Span

State = Literal["open", "swap", "own", "explain", "leave", "dealt with", "term left", "always left", "explained"]
"""Where one finding stands. `explained`: its term is explained at an earlier place."""

_CHANGES = ("swap", "own", "explain")


class Choice(NamedTuple):
    """What was chosen for one finding, and what it does to the text, if anything."""

    kind: Kind
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """`findings` in text order, the `choices` about some of them, the terms left in this draft, and left always.

    `always` leads from a term to the words that are written down for it.
    """

    text: str
    findings: tuple[Finding, ...]
    choices: Mapping[int, Choice] = field(default_factory=dict)
    terms: frozenset[str] = frozenset()
    always: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, findings: Iterable[Finding], known: Decisions | None = None) -> Review:
        """A review of these findings of `text`, in which what is `known` is decided already.

        A decision that no longer makes sense, because the glossary has changed, leaves its finding open.
        """
        review = cls(text, tuple(findings))
        if not known:
            return review
        terms = frozenset(term_of(one) for one in review.findings if known.leaves_term(one))
        choices: dict[int, Choice] = {}
        for index, decision in known.about(review.findings, text).items():
            restored = _restored(review.findings[index], decision, known.salt)
            if restored and not _in_the_way(restored.edit, choices.values()):
                choices[index] = restored
        return replace(review, choices=choices, terms=terms)

    # -- what is so ----------------------------------------------------------------------------------------------------

    def state(self, index: int) -> State:
        """Where a finding stands."""
        if choice := self.choices.get(index):
            return choice.kind
        return self._state_of_term(index, self._explained())

    def open(self) -> tuple[int, ...]:
        """The findings that nothing has been decided about."""
        explained = self._explained()
        undecided = (index for index in range(len(self.findings)) if index not in self.choices)
        return tuple(index for index in undecided if self._state_of_term(index, explained) == "open")

    def next_open(self, index: int) -> int | None:
        """The first open finding at `index` or after it, or else before it; None when all is decided."""
        left = self.open()
        return next((at for at in left if at >= index), left[0] if left else None)

    def questions(self) -> tuple[int, ...]:
        """The open findings that ask something of the writer."""
        return tuple(index for index in self.open() if self.findings[index].question)

    def wordings(self, index: int) -> tuple[Suggestion, ...]:
        """The other words that can be put in, best first, as they are numbered from 1.

        Last come words of the person's own that they put in for the same term elsewhere. Those that reach into what was
        changed for another finding cannot be put in.
        """
        finding = self.findings[index]
        offered = (one for one in finding.suggestions if one.kind in ("swap", "delete"))
        return tuple(one for one in (*offered, *own_offers(finding, self._own(index))) if self._fits(index, _edit(one)))

    def explanation(self, index: int) -> Suggestion | None:
        """The words with their meaning in brackets, where that can be put in."""
        offered = (one for one in self.findings[index].suggestions if one.kind == "explain")
        return next((one for one in offered if self._fits(index, _edit(one))), None)

    def can_reword(self, index: int) -> bool:
        """Whether words of one's own can be put in: not where another finding's choice has changed the words."""
        return self._fits(index, Edit(*self.findings[index].span, ""))

    def edits(self) -> tuple[Edit, ...]:
        """What the choices do to the text, in text order, none overlapping another."""
        return tuple(sorted(choice.edit for choice in self.choices.values() if choice.edit))

    def new_text(self) -> str:
        """The text with every choice made."""
        return apply_edits(self.text, self.edits())

    def sentence(self, index: int, edit: Edit | None = None) -> str:
        """The sentence of a finding with every choice made; with `edit`, as it would read with that instead of its own."""
        own = self.choices[index].edit if index in self.choices and edit is None else edit
        edits = [*self._other_edits(index), *([own] if own else [])]
        finding = self.findings[index]
        start = sentence_start(self.text, finding)
        end = max(start + len(finding.sentence), finding.end)
        inside = [one for one in edits if one.start < end and one.end > start]
        start, end = min([start, *(one.start for one in inside)]), max([end, *(one.end for one in inside)])
        moved = [Edit(one.start - start, one.end - start, one.replacement) for one in inside]
        return apply_edits(self.text[start:end], moved)

    # -- choosing ------------------------------------------------------------------------------------------------------

    def swap(self, index: int, wording: Suggestion) -> Review:
        """With one of the `wordings` put in. Raises ValueError when it reaches into another choice."""
        kind: Kind = "swap" if wording in self.findings[index].suggestions else "own"
        return self._chosen(index, Choice(kind, _edit(wording)))

    def swap_term(self, index: int, number: int) -> Review:
        """With the wording of this number (from 0), or else the first, put in wherever the term is still open."""
        review = self
        for at in (one for one in self.open() if one == index or self._same(one, index)):
            if wordings := review.wordings(at):
                review = review.swap(at, wordings[number if number < len(wordings) else 0])
        return review

    def swap_safe(self) -> Review:
        """With every open finding swapped where that is safe with nobody looking: one step."""
        offered = {edit: index for index in self.open() if (edit := safe_edit(self.findings[index].suggestions))}
        kept = without_echoes(self.text, without_overlaps([*self.edits(), *offered]))
        return replace(
            self, choices={**self.choices, **{offered[edit]: Choice("swap", edit) for edit in kept if edit in offered}}
        )

    def own_words(self, index: int, words: str) -> Review:
        """With words of the person's own in place of what was found. Raises ValueError as `swap` does."""
        return self._chosen(index, Choice("own", Edit(*self.findings[index].span, words)))

    def explain(self, index: int) -> Review:
        """With the meaning added in brackets; later findings of the term need nothing then. Raises ValueError: cannot."""
        wording = self.explanation(index)
        if wording is None:
            raise ValueError(f"finding {index} cannot be explained")
        return self._chosen(index, Choice("explain", _edit(wording)))

    def leave(self, index: int) -> Review:
        """With this one left as it is."""
        return self._chosen(index, Choice("leave"))

    def deal_with(self, index: int) -> Review:
        """With its question answered."""
        return self._chosen(index, Choice("dealt with"))

    def leave_term(self, index: int) -> Review:
        """With its term left wherever it stands in this draft and nothing else was chosen."""
        return replace(self.ask_again(index), terms=self.terms | {term_of(self.findings[index])})

    def leave_always(self, index: int, words: str) -> Review:
        """With its term left in every draft of this person; `words` are what is written down for it."""
        return replace(self.ask_again(index), always={**self.always, term_of(self.findings[index]): words})

    def ask_again(self, index: int) -> Review:
        """With nothing decided about this finding, nor about its term."""
        term = term_of(self.findings[index])
        return replace(
            self,
            choices={at: choice for at, choice in self.choices.items() if at != index},
            terms=self.terms - {term},
            always={left: words for left, words in self.always.items() if left != term},
        )

    # -- remembering ---------------------------------------------------------------------------------------------------

    def carried_to(self, findings: Iterable[Finding]) -> Review:
        """A review of the new text, whose `findings` these are; what was left here is left there.

        What was put in is part of the new text, and what is found in it is open.
        """
        new = Review(self.new_text(), tuple(findings), {}, self.terms, self.always)
        starts = {finding.start: index for index, finding in enumerate(new.findings)}
        choices: dict[int, Choice] = {}
        edits, moved, at = self.edits(), 0, 0
        for index, choice in sorted(self.choices.items()):
            while at < len(edits) and edits[at].end <= self.findings[index].start:
                moved += len(edits[at].replacement) - (edits[at].end - edits[at].start)
                at += 1
            same = starts.get(self.findings[index].start + moved)
            if same is not None and not choice.edit and _alike(self.findings[index], new.findings[same]):
                choices[same] = choice
        return replace(new, choices=choices)

    def decisions(self, known: Decisions | None = None) -> Decisions:
        """All of this in a form that can be kept, with what was `known` before about other findings than these."""
        known = known or Decisions()
        marks = tuple(marks_of(self.findings, self.text, known.salt))
        about_these = {*marks, *(one.mark for one in known.about(self.findings, self.text).values())}
        others = (one for one in known.made if one.mark not in about_these)
        made = (Decision(one.kind, marks[at], _kept(one, known.salt)) for at, one in sorted(self.choices.items()))
        terms = known.terms - {known.term_hash(one) for one in self.findings}
        terms |= {hashed(term, known.salt) for term in self.terms}
        return replace(known, made=(*others, *made), terms=terms)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _explained(self) -> dict[str, int]:
        """The terms that are explained, and the finding where each first is."""
        explained = sorted(index for index, choice in self.choices.items() if choice.kind == "explain")
        return {term_of(self.findings[index]): index for index in reversed(explained)}

    def _state_of_term(self, index: int, explained: Mapping[str, int]) -> State:
        term = term_of(self.findings[index])
        if term in self.always:
            return "always left"
        if term in self.terms:
            return "term left"
        return "explained" if explained.get(term, index) < index else "open"

    def _chosen(self, index: int, choice: Choice) -> Review:
        if choice.edit and not self._fits(index, choice.edit):
            raise ValueError(f"finding {index}: the words were changed by another choice")
        return replace(self, choices={**self.choices, index: choice})

    def _own(self, index: int) -> list[str]:
        """The person's own words for the term of this finding, wherever they put them in."""
        return [
            as_in_a_sentence(self.findings[at].text, choice.edit.replacement)
            for at, choice in sorted(self.choices.items())
            if at != index and choice.kind == "own" and choice.edit and self._same(at, index)
        ]

    def _same(self, one: int, other: int) -> bool:
        return term_of(self.findings[one]) == term_of(self.findings[other])

    def _other_edits(self, index: int) -> list[Edit]:
        return [choice.edit for at, choice in self.choices.items() if at != index and choice.edit]

    def _fits(self, index: int, edit: Edit) -> bool:
        return not any(_overlap(edit, other) for other in self._other_edits(index))


def changed_words(review: Review) -> Sequence[tuple[str, str]]:
    """What each choice puts in the place of what, in text order."""
    return [(Span(edit.start, edit.end).of(review.text), edit.replacement) for edit in review.edits()]


def _alike(one: Finding, other: Finding) -> bool:
    return (term_of(one), one.text) == (term_of(other), other.text)


def _edit(wording: Suggestion) -> Edit:
    return Edit(wording.start, wording.end, wording.text)


def _overlap(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end


def _in_the_way(edit: Edit | None, choices: Iterable[Choice]) -> bool:
    return edit is not None and any(_overlap(edit, other.edit) for other in choices if other.edit)


def _kept(choice: Choice, salt: str) -> str:
    if choice.edit is None:
        return ""
    return choice.edit.replacement if choice.kind == "own" else hashed(choice.edit.replacement, salt)


def _restored(finding: Finding, decision: Decision, salt: str) -> Choice | None:
    """The choice that a decision stands for, or None when its wording is no longer offered."""
    if decision.kind not in _CHANGES:
        return Choice(decision.kind)
    if decision.kind == "own":
        return Choice("own", Edit(*finding.span, decision.wording))
    kinds = ("explain",) if decision.kind == "explain" else ("swap", "delete")
    offered = (one for one in finding.suggestions if one.kind in kinds and hashed(one.text, salt) == decision.wording)
    wording = next(offered, None)
    return Choice(decision.kind, _edit(wording)) if wording else None
