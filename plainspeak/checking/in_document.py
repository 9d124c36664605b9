"""In its document: what the rest of a text says about a finding."""

from __future__ import annotations

from plainspeak.checking.explained import UNKNOWN
from plainspeak.checking.finding import Checked, Explained, Finding, LeftAlone
from plainspeak.checking.leaving import without_left
from plainspeak.rewriting.late_suggestions import moved_suggestions


def settle(checked: Checked) -> Checked:
    """Leave alone what the text itself makes clear.

    That is every finding whose term was explained earlier, or is being explained where it stands, what the writer has
    asked to leave, and initials that are a name: somewhere the words beside them say so, or everywhere they act or own.
    """
    if checked.left:
        findings, asked = without_left(checked.findings, checked.left)
        left_alone = sorted([*checked.left_alone, *asked], key=_start)
        checked = checked._replace(findings=tuple(findings), left_alone=tuple(left_alone))
    if not checked.explained and not checked.acting and not checked.names:
        return checked
    names = _names(checked)
    known: dict[str, int] = {}
    for key, start in checked.explained:
        known[key] = min(start, known.get(key, start))
    findings = []
    left_alone = list(checked.left_alone)
    for finding in checked.findings:
        if any(finding.start >= known[key] for key in _keys(finding) if key in known):
            left_alone.append(LeftAlone(finding.entry, finding.start, finding.end, finding.text, "explained"))
        elif finding.check == "acronym" and finding.text in names:
            left_alone.append(LeftAlone(finding.entry, finding.start, finding.end, finding.text, "name"))
        else:
            findings.append(finding)
    left_alone.sort(key=_start)
    # each once, in whichever order the parts of the text were looked at
    explained = tuple(sorted(set(checked.explained)))
    return checked._replace(findings=tuple(findings), left_alone=tuple(left_alone), explained=explained)


def _start(left: LeftAlone) -> int:
    return left.start


def _names(checked: Checked) -> set[str]:
    """Initials that are the name of a body or of a work."""
    acting, names = set(checked.acting), set(checked.names)
    acronyms = [finding for finding in checked.findings if finding.check == "acronym"]
    somewhere_still = {finding.text for finding in acronyms if finding.start not in acting}
    several = {finding.text.removesuffix("s") for finding in acronyms if finding.text.endswith("s")}
    surely = {finding.text for finding in acronyms if finding.start in names} - several
    return ({finding.text for finding in acronyms} - somewhere_still) | surely


def _keys(finding: Finding) -> tuple[str, ...]:
    """What a finding may be explained under: its entry, or the initials as they stand, without a plural s."""
    singular = finding.text.removesuffix("s")
    if finding.check == "acronym":
        return finding.text, singular, UNKNOWN + singular
    return finding.entry, finding.text, singular


def moved(checked: Checked, by: int, lines: int) -> Checked:
    """The same, for a paragraph that starts at code point `by` of a text, `lines` lines below its top."""
    return Checked(
        tuple(_moved_finding(finding, by, lines) for finding in checked.findings),
        tuple(left._replace(start=left.start + by, end=left.end + by) for left in checked.left_alone),
        tuple(Explained(key, start + by) for key, start in checked.explained),
        tuple(start + by for start in checked.acting),
        tuple(left._replace(start=left.start + by) for left in checked.left),
        tuple(start + by for start in checked.names),
    )


def _moved_finding(finding: Finding, by: int, lines: int) -> Finding:
    return finding._replace(
        start=finding.start + by,
        end=finding.end + by,
        line=finding.line + lines,
        end_line=finding.end_line + lines,
        suggestions=moved_suggestions(finding.suggestions, by),
    )
