"""Prose: which findings of a draft stand in its sentences, and not in its markup, such as the code in Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plainspeak.checking.finding import Finding, LeftAlone
from plainspeak.text.protected import Mask, masks_in

MasksOf = Callable[[str], Sequence[Mask]]
"""Finds the stretches of a text that are not prose, in text order, none overlapping another."""


def all_prose() -> None:
    """Where there is no markup, nothing finds masks."""


def in_prose(
    findings: tuple[Finding, ...], left_alone: tuple[LeftAlone, ...], masks: Sequence[Mask]
) -> tuple[tuple[Finding, ...], tuple[LeftAlone, ...]]:
    """The findings that stand in no mask, and all that is left alone: the others too, each for the reason of its mask."""
    kept, alone = [], list(left_alone)
    for finding in findings:
        if touched := masks_in(masks, finding.span):
            alone.append(LeftAlone(finding.entry, finding.start, finding.end, finding.text, touched[0].reason))
        else:
            kept.append(finding)
    return tuple(kept), tuple(sorted(alone, key=lambda one: one.start))
