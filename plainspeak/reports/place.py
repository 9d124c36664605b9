"""Where a finding stands, in words that lead a person to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plainspeak.checking.finding import Finding
from plainspeak.documents.blocks import Place
from plainspeak.reports.terminal import on_one_line

_COUNTED = ("page", "slide", "chapter", "paragraph")
"""What a place may count, the widest first."""


def place_of(finding: Finding) -> str:
    """``page 2, paragraph 3``, ``paragraph 3 under "Our plan"`` where there are no pages, or ``line 3, column 9``.

    ``attachment plan.docx, page 2`` in a document that is attached to an e-mail message.
    """
    place = finding.place
    if not place:
        return f"line {finding.line}, column {finding.column}"
    steps = [f"{name} {on_one_line(str(place[name]))}" for name in _COUNTED if name in place]
    if part := place.get("part"):
        steps.append(f"in the {on_one_line(str(part))}")
    elif steps and (heading := place.get("heading")) and not {"page", "slide"} & place.keys():
        steps[-1] += f' under "{on_one_line(str(heading))}"'
    return ", ".join([*_file(place), *steps])


def place_at_start(finding: Finding) -> str:
    """The same at the start of a line: ``Page 2, paragraph 3``."""
    place = place_of(finding)
    return place[:1].upper() + place[1:]


def places_of(findings: Sequence[Finding], most: int) -> str:
    """``lines 3, 5`` or ``pages 2, 4``: where many findings stand, each place once and not more than `most` of them.

    Where they stand in several of the documents attached to a message, it says in which.
    """
    places = [finding.place or {} for finding in findings]
    files = list(dict.fromkeys(file for place in places for file in _file(place) or ["the message itself"]))
    if len(files) > 1:
        return _listed(files, most)
    name = next((name for name in _COUNTED if all(name in place for place in places)), "line")
    numbers = _sorted_once(finding.line if name == "line" else (finding.place or {})[name] for finding in findings)
    return ", ".join([*_file(places[0]), f"{name if len(numbers) == 1 else name + 's'} {_listed(numbers, most)}"])


def _file(place: Place) -> list[str]:
    """What leads to the attachment that a place is in; nothing where it is in none."""
    return [f"attachment {on_one_line(str(place['attachment']))}"] if "attachment" in place else []


def _listed(things: Sequence[int | str], most: int) -> str:
    return ", ".join(map(str, things[:most])) + (", …" if len(things) > most else "")


def _sorted_once(numbers: Iterable[int | str]) -> list[int]:
    return sorted(set(map(int, numbers)))
