"""In its document: what the rest of a text says about a finding."""

from __future__ import annotations

from plainspeak.checking.finding import Checked, Explained, Finding, LeftAlone


def settle(checked: Checked) -> Checked:
    """Leave alone every finding whose term was explained earlier in the text, or is being explained where it stands."""
    if not checked.explained:
        return checked
    known: dict[str, int] = {}
    for key, start in checked.explained:
        known[key] = min(start, known.get(key, start))
    findings: list[Finding] = []
    left_alone = list(checked.left_alone)
    for finding in checked.findings:
        if any(finding.start >= known[key] for key in _keys(finding) if key in known):
            left_alone.append(LeftAlone(finding.entry, finding.start, finding.end, finding.text, "explained"))
        else:
            findings.append(finding)
    left_alone.sort(key=lambda left: left.start)
    return Checked(tuple(findings), tuple(left_alone), checked.explained)


def _keys(finding: Finding) -> tuple[str, ...]:
    """What a finding may be explained under: its entry, or the initials as they stand, without a plural s."""
    return finding.entry, finding.text, finding.text.removesuffix("s")


def moved(checked: Checked, by: int, lines: int) -> Checked:
    """The same, for a paragraph that starts at code point `by` of a text, `lines` lines below its top."""
    return Checked(
        tuple(_moved_finding(finding, by, lines) for finding in checked.findings),
        tuple(left._replace(start=left.start + by, end=left.end + by) for left in checked.left_alone),
        tuple(Explained(key, start + by) for key, start in checked.explained),
    )


def _moved_finding(finding: Finding, by: int, lines: int) -> Finding:
    return finding._replace(
        start=finding.start + by,
        end=finding.end + by,
        line=finding.line + lines,
        end_line=finding.end_line + lines,
        suggestions=tuple(s._replace(start=s.start + by, end=s.end + by) for s in finding.suggestions),
    )
