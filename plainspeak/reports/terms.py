"""Terms: the findings of one document, those of one term together."""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.checking.finding import Finding

Term = tuple[str, str]
"""What tells one term from another: the check, and the entry or the words as they stand."""


def term_of(finding: Finding) -> Term:
    """The term that a finding is about."""
    return finding.check, finding.entry or finding.text.casefold()


def by_term(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of one term together, in the order in which the terms first come up."""
    groups: dict[Term, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(term_of(finding), []).append(finding)
    return list(groups.values())
