"""Density: how much jargon a text holds, so that a letter and a long report can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspeak.checking.finding import Finding

if TYPE_CHECKING:
    from plainspeak.text.readability import Readability

_FEW = 10


def is_jargon(finding: Finding) -> bool:
    """Whether a finding counts as jargon; a word that may be misspelt does not."""
    return finding.check != "spelling"


def per_thousand(pieces: int, measured: Readability | None) -> float | None:
    """So many pieces in 1,000 words of a text. None where its words have not been counted, or it has none."""
    return 1000 * pieces / measured.words if measured and measured.words else None


def shown_density(density: float | None) -> str:
    """As a person reads it: ``42``, ``3.5``, ``0``, or ``–`` where it is not known."""
    if density is None:
        return "–"
    return f"{density:.1f}".removesuffix(".0") if density < _FEW else f"{density:,.0f}"
