"""Density: how much jargon a text holds, so that a letter and a long report can be compared."""

from __future__ import annotations

from plainspeak.reports.report import DocumentReport

_FEW = 10


def per_thousand(document: DocumentReport) -> float | None:
    """Pieces of jargon in 1,000 words; spelling is left out. None where the words have not been counted, or there are none."""
    if not document.words:
        return None
    jargon = sum(finding.check != "spelling" for finding in document.findings)
    return 1000 * jargon / document.words


def shown_density(density: float | None) -> str:
    """As a person reads it: ``42``, ``3.5``, ``0``, or ``–`` where it is not known."""
    if density is None:
        return "–"
    return f"{density:.1f}".removesuffix(".0") if density < _FEW else f"{density:,.0f}"
