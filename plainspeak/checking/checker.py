"""Checker: a glossary made ready, and the one door to checking a text with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

from plainspeak.checking.acronyms import find_acronyms
from plainspeak.checking.dictionary import Dictionary
from plainspeak.checking.finding import Checked, Finding
from plainspeak.checking.in_document import moved, settle
from plainspeak.checking.jargon import find_jargon
from plainspeak.checking.known_words import KnownWords
from plainspeak.checking.leaving import INSTRUCTION, Leave, instructions_in, leaves_in, left
from plainspeak.checking.options import DEFAULTS, Options, options_of
from plainspeak.checking.places import Places
from plainspeak.checking.stretches import LONG, masks_of, stretches
from plainspeak.glossary.entry import LEVELS, Glossary, Level
from plainspeak.matching.lexicon import Lexicon, compile_lexicon
from plainspeak.matching.matcher import Matcher
from plainspeak.rewriting.apply import Rewritten, rewrite
from plainspeak.rewriting.late_suggestions import set_aside
from plainspeak.text.edits import Edit, apply_edits, composed
from plainspeak.text.protected import Mask, apart, reason_at, shifted, switched_off
from plainspeak.text.span import Span
from plainspeak.text.tokens import Token

if TYPE_CHECKING:
    from plainspeak.settings import Settings

_MOST_PASSES = 5
_MasksAfter = Callable[[str, Sequence[Edit]], Sequence[Mask]]


def _no_masks(_text: str) -> Sequence[Mask]:
    return ()


class Checker:
    """Checks texts against one glossary. Holds no state between texts, so one checker serves many."""

    def __init__(self, glossary: Glossary, lexicon: Lexicon | None = None, options: Options = DEFAULTS) -> None:
        self.glossary = glossary
        self.options = options
        self.lexicon = compile_lexicon(glossary.entries) if lexicon is None else lexicon
        self._matcher = Matcher(self.lexicon)

    @classmethod
    def load(cls, settings: Settings | None = None) -> Self:
        """A checker for the glossary in force: the shipped one, the user's and the project's.

        Raises GlossaryError when a glossary file cannot be used.
        """
        from plainspeak.matching.store import load_compiled

        return cls(*load_compiled(settings), options_of(settings))

    def check(self, text: str, masks: Sequence[Mask] = (), leave: Sequence[Leave] = ()) -> Checked:
        """Everything a reader may stumble over in `text`, judged in its sentence and its document.

        `masks` are stretches to leave alone, such as the code in a Markdown file; `leave` are words to leave alone besides
        those that the text itself asks to leave.
        """
        if len(text) > LONG:
            return self._check_in_stretches(text, apart([*masks, *switched_off(text)]), leave)
        return settle(self._find(text, masks, leave))

    def _check_in_stretches(self, text: str, masks: Sequence[Mask], leave: Sequence[Leave]) -> Checked:
        places = Places(text)
        parts = []
        for span in stretches(text):
            checked = self._find(span.of(text), masks_of(masks, span))
            set_aside(finding.suggestions for finding in checked.findings)
            parts.append((span.start, places.of(span.start)[0], checked))
        whole = self._joined(parts)
        return settle(whole._replace(left=(*left(leave, self._matcher, self.glossary.entries), *whole.left)))

    def check_paragraph(self, text: str) -> Checked:
        """The same for one paragraph, without what the rest of its document says. Pure, so it may be remembered by text."""
        return self._find(text, ())

    def combine(self, paragraphs: Iterable[tuple[int, int, Checked]]) -> Checked:
        """The findings of a document from those of its paragraphs, in order.

        Each paragraph comes with the code point at which it starts and its first line, counted from 1.
        """
        return settle(self._joined(paragraphs))

    @staticmethod
    def _joined(paragraphs: Iterable[tuple[int, int, Checked]]) -> Checked:
        """What was found in the parts of a document, each with where it starts and its first line, together."""
        parts = [moved(checked, start, line - 1) for start, line, checked in paragraphs]
        return Checked(
            tuple(finding for part in parts for finding in part.findings),
            tuple(left for part in parts for left in part.left_alone),
            tuple(explained for part in parts for explained in part.explained),
            tuple(start for part in parts for start in part.acting),
            tuple(left for part in parts for left in part.left),
            tuple(start for part in parts for start in part.names),
        )

    def rewrite(
        self,
        text: str,
        masks_of: Callable[[str], Sequence[Mask]] = _no_masks,
        leave: Sequence[Leave] = (),
        level: Level = LEVELS[-1],
    ) -> str:
        """`text` with every safe swap of `level` and above made, until none is left; so rewriting twice equals rewriting once.

        `masks_of` finds the stretches to leave alone in the text as it is after each pass.
        """
        return self._rewritten(text, lambda so_far, _: masks_of(so_far), leave, level).text

    def rewritten(
        self, text: str, masks: Sequence[Mask] = (), leave: Sequence[Leave] = (), level: Level = LEVELS[-1]
    ) -> Rewritten:
        """The same, with the edits that make it of `text` at once. `masks` are stretches to leave alone."""
        return self._rewritten(text, lambda _, edits: shifted(masks, edits), leave, level)

    def _rewritten(self, text: str, masks_after: _MasksAfter, leave: Sequence[Leave], level: Level) -> Rewritten:
        so_far = Rewritten(text, ())
        for _ in range(_MOST_PASSES):
            checked = self.check(so_far.text, masks_after(*so_far), leave)
            edits = rewrite(so_far.text, checked.at_or_above(level)).edits
            if not edits:
                break
            if so_far.edits:
                edits = tuple(composed(text, so_far.edits, edits))
            so_far = Rewritten(apply_edits(text, edits), edits)
        return so_far

    def _find(self, text: str, masks: Sequence[Mask], leave: Sequence[Leave] = ()) -> Checked:
        instructions = instructions_in(text)
        protected = apart([*masks, *switched_off(text), *instructions])
        checked = find_jargon(text, self._matcher, self.glossary.entries, protected, self.options)
        strange = self._known_words.unknown_in(text)
        if strange:
            checked = self._with_misspelt_jargon(checked, text, strange, protected)
        covered = [finding.span for finding in checked.findings] + [left.span for left in checked.left_alone]
        acronyms = list(find_acronyms(text, covered, protected, self.options))
        found = [*checked.findings, *(acronym.finding for acronym in acronyms)]
        acting = tuple(acronym.finding.start for acronym in acronyms if acronym.acts)
        names = tuple(acronym.finding.start for acronym in acronyms if acronym.is_name)
        if strange and self.options.spelling:
            from plainspeak.checking.spelling import find_spelling

            passed_over = sorted([*protected, *(Mask(*span, "") for span in covered)])
            found += find_spelling(text, strange, self._known_words, passed_over, self.options)
        if self.options.left:
            found = [one for one in found if one.check == "jargon" or one.text.casefold() not in self.options.left]
        asked = [one for one in leaves_in(text) if reason_at(masks, Span(one.start, one.start + 1)) != "code"]
        lefts = tuple(left([*leave, *asked], self._matcher, self.glossary.entries))
        alone = checked.left_alone
        if instructions:
            alone = tuple(one for one in alone if one.reason != INSTRUCTION)
        return checked._replace(
            findings=tuple(sorted(found, key=_place)), left_alone=alone, acting=acting, left=lefts, names=names
        )

    @cached_property
    def _known_words(self) -> KnownWords:
        return KnownWords(Dictionary.load(), self.lexicon)

    def _with_misspelt_jargon(
        self, checked: Checked, text: str, strange: Sequence[Token], masks: Sequence[Mask]
    ) -> Checked:
        from plainspeak.checking.misspelt import Meant, find_misspelt, with_misspelt

        meant = Meant(self._matcher, self.glossary.entries, self._known_words, self.options)
        return with_misspelt(checked, find_misspelt(text, strange, meant, masks))


def _place(finding: Finding) -> int:
    return finding.start
