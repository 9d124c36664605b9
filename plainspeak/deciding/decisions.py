"""Decisions: what has been decided about a document, in a form that can be kept: hashes, and no word of the draft.

The one exception is wording of the person's own, which has to be kept to be put in later.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from plainspeak.checking.finding import Finding
from plainspeak.deciding.mark import Mark, hashed, marks_of, term_of, words_hash

Kind = Literal["swap", "own", "explain", "leave", "dealt with"]
"""What can be decided about one finding. `dealt with`: a question has been answered by the writer."""

LEFT = "left by you"
DEALT_WITH = "dealt with"
_REASONS: dict[Kind, str] = {"leave": LEFT, "dealt with": DEALT_WITH}


class Decision(NamedTuple):
    """What was decided about the finding with this mark.

    `wording` tells which: of a `swap` or `explain` the hash of the words that go in, of `own` those words themselves.
    """

    kind: Kind
    mark: Mark
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """All that was decided about a document: findings one by one, and terms (as hashes) that are left all through it."""

    made: tuple[Decision, ...] = ()
    terms: frozenset[str] = frozenset()
    salt: str = field(default_factory=lambda: secrets.token_hex(8))

    def __bool__(self) -> bool:
        return bool(self.made or self.terms)

    @property
    def leaves_anything(self) -> bool:
        """Whether there is anything that need not be shown again."""
        return bool(self.terms) or any(one.kind in _REASONS for one in self.made)

    @property
    def waiting(self) -> int:
        """How many changes were chosen and have not been saved in the text."""
        return sum(one.kind not in _REASONS for one in self.made)

    def without_waiting(self) -> Decisions:
        """Without the changes that were chosen and have not been saved in the text."""
        return replace(self, made=tuple(one for one in self.made if one.kind in _REASONS))

    def leave_here(self, finding: Finding, findings: Sequence[Finding], text: str) -> Decisions:
        """With one of the `findings` of `text` left just where it stands."""
        return self._with("leave", finding, findings, text)

    def deal_with(self, finding: Finding, findings: Sequence[Finding], text: str) -> Decisions:
        """With the question of one of the `findings` of `text` answered."""
        return self._with("dealt with", finding, findings, text)

    def leave_term(self, finding: Finding) -> Decisions:
        """With this term left wherever it stands in the document."""
        return replace(self, terms=self.terms | {self.term_hash(finding)})

    def ask_again_about_term(self, finding: Finding) -> Decisions:
        """With this term no longer left all through the document."""
        return replace(self, terms=self.terms - {self.term_hash(finding)})

    def leaves_term(self, finding: Finding) -> bool:
        """Whether this term is left all through the document."""
        return bool(self.terms) and self.term_hash(finding) in self.terms

    def term_hash(self, finding: Finding) -> str:
        """What `terms` holds for the term of a finding."""
        return hashed(term_of(finding), self.salt)

    def settled(self, findings: Sequence[Finding], text: str) -> dict[int, str]:
        """The findings of `text`, by index, that need not be shown again, each with the reason in a word or two."""
        found = {index: LEFT for index, finding in enumerate(findings) if self.leaves_term(finding)}
        for index, decision in self.about(findings, text).items():
            if reason := _REASONS.get(decision.kind):
                found.setdefault(index, reason)
        return found

    def about(self, findings: Sequence[Finding], text: str) -> dict[int, Decision]:
        """The decision about each of the findings of `text`, by index; those that nothing is known of are left out.

        A mark that fits to the letter comes before one that merely still fits. Each decision is about one finding.
        """
        if not self.made:
            return {}
        known = {decision.mark.words for decision in self.made}
        wanted = [index for index, one in enumerate(findings) if words_hash(one, self.salt) in known]
        marks = dict(zip(wanted, marks_of([findings[index] for index in wanted], text, self.salt), strict=True))
        exact = {decision.mark: decision for decision in self.made}  # what was decided last stays
        found = {index: exact.pop(mark) for index, mark in marks.items() if mark in exact}
        free: dict[str, list[Decision]] = {}
        for decision in reversed(exact.values()):
            free.setdefault(decision.mark.words, []).append(decision)
        for index, mark in marks.items():
            if index not in found and (one := _still(free.get(mark.words, []), mark)):
                found[index] = one
                free[mark.words].remove(one)
        return dict(sorted(found.items()))

    def _with(self, kind: Kind, finding: Finding, findings: Sequence[Finding], text: str) -> Decisions:
        alike = [one for one in findings if words_hash(one, self.salt) == words_hash(finding, self.salt)]
        mark = list(marks_of(alike, text, self.salt))[alike.index(finding)]
        others = (one for one in self.made if one.mark != mark)
        return replace(self, made=(*others, Decision(kind, mark)))


def _still(decisions: list[Decision], mark: Mark) -> Decision | None:
    """The first of these decisions whose mark is still the one given."""
    return next((one for one in decisions if one.mark.is_still(mark)), None)
