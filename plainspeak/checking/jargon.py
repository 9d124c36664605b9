"""The jargon check: matches judged in their sentences become findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspeak.checking.explained import explains_itself, initials_explained, named_in_full
from plainspeak.checking.finding import Checked, Explained, Finding, LeftAlone, shown_sentence
from plainspeak.checking.names import is_part_of_name
from plainspeak.checking.options import DEFAULTS, Options
from plainspeak.checking.places import Places
from plainspeak.checking.sense import Verdict, judge
from plainspeak.glossary.entry import Entry
from plainspeak.matching.context import Paragraph
from plainspeak.matching.matcher import Match, Matcher
from plainspeak.matching.occurrence import Occurrence
from plainspeak.rewriting.late_suggestions import LateSuggestions
from plainspeak.text.protected import Mask, masks_in
from plainspeak.text.sentences import paragraphs
from plainspeak.text.span import Span


def find_jargon(
    text: str,
    matcher: Matcher,
    entries: Sequence[Entry],
    masks: Sequence[Mask],
    options: Options = DEFAULTS,
    only: Sequence[Span] | None = None,
) -> Checked:
    """Every term of the glossary that is meant as jargon in `text`, each judged in its own paragraph.

    Where `only` is given, terms that touch none of its stretches are passed over.
    """
    findings: list[Finding] = []
    left_alone: list[LeftAlone] = []
    explained: list[Explained] = [*initials_explained(text), *named_in_full(text)]
    places = Places(text)
    groups = matcher.scan(text)
    if only is not None:
        groups = [group for group in groups if _touches(group, only)]
    for verdict, following in _with_next(_verdicts(text, groups, entries, masks, options)):
        occurrence = verdict.occurrence
        if verdict.reason and not (verdict.reason == "name" and _spells_out(occurrence, following)):
            left_alone.append(_left_alone(occurrence, verdict.reason))
            continue
        if explains_itself(occurrence):
            explained.append(Explained(occurrence.entry.id, occurrence.span.start))
        findings.append(_finding(occurrence, places))
    return Checked(tuple(findings), tuple(left_alone), tuple(explained))


def _with_next(verdicts: Iterator[Verdict]) -> Iterator[tuple[Verdict, Verdict | None]]:
    """Each verdict with the one that follows it."""
    last: Verdict | None = None
    for verdict in verdicts:
        if last is not None:
            yield last, verdict
        last = verdict
    if last is not None:
        yield last, None


def _spells_out(occurrence: Occurrence, following: Verdict | None) -> bool:
    """Whether initials that are jargon themselves follow in brackets, so that a term in capitals is no name."""
    if following is None or following.occurrence.entry.kind != "initials":
        return False
    between = occurrence.sentence.text[occurrence.span.end : following.occurrence.span.start]
    return between == " (" and not is_part_of_name(occurrence, spelt_out=True)


def _touches(group: list[Match], stretches: Sequence[Span]) -> bool:
    return any(stretch.overlaps(Span(match.start, match.end)) for match in group for stretch in stretches)


def _verdicts(
    text: str, groups: list[list[Match]], entries: Sequence[Entry], masks: Sequence[Mask], options: Options
) -> Iterator[Verdict]:
    if not groups:
        return
    spans = paragraphs(text)
    paragraph = Paragraph(text, next(spans), quotations=not options.include_quotations)
    masks_here = masks_in(masks, paragraph.span)
    for group in groups:
        if group[0].start >= paragraph.span.end:
            paragraph = Paragraph(
                text,
                next(span for span in spans if group[0].start < span.end),
                quotations=not options.include_quotations,
            )
            masks_here = masks_in(masks, paragraph.span)
        yield from _settle(group, entries, paragraph, masks_here)


def _settle(group: list[Match], entries: Sequence[Entry], paragraph: Paragraph, masks: list[Mask]) -> Iterator[Verdict]:
    """Of matches that overlap, the leftmost and longest that is meant; a longer one that is not meant hides none."""
    reach = -1
    for match in group:
        if match.start < reach:
            continue
        verdict = judge(match, entries, paragraph, masks)
        if verdict is not None:
            reach = match.end
            yield verdict


def _left_alone(occurrence: Occurrence, reason: str) -> LeftAlone:
    return LeftAlone(occurrence.entry.id, *occurrence.span, occurrence.text, reason)


def _finding(occurrence: Occurrence, places: Places) -> Finding:
    entry = occurrence.entry
    line, column = places.of(occurrence.span.start)
    end_line, end_column = places.of(occurrence.span.end)
    return Finding(
        check="jargon",
        entry=entry.id,
        level=entry.level,
        start=occurrence.span.start,
        end=occurrence.span.end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        text=occurrence.text,
        what_we_mean=entry.what_we_mean,
        why=entry.why,
        question=entry.ask,
        sentence=shown_sentence(occurrence.sentence.text, occurrence.sentence.span, occurrence.span),
        suggestions=LateSuggestions(occurrence),
    )
