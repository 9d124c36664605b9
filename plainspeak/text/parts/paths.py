"""The cheapest way through a stretch of words, and what each other answer would cost.

States and uses are numbered as they turn up, and each step is worked out once (a table of moves), because a sentence is
walked tens of thousands of times in a large draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plainspeak.text.parts.grammar import HEADING, State, Use, owing, step

Element = tuple[tuple[int, int], ...]
"""What one word can be: numbers of uses, each with its cost."""

_TOO_FAR = 8
"""Ways that lie this far behind the cheapest are dropped."""
_FAR = 999
_MOST_USES = 256

_uses: list[Use] = []
_use_numbers: dict[Use, int] = {}
_states: list[State] = []
_state_numbers: dict[State, int] = {}


class _Moves(dict[int, tuple[int, int]]):
    """From state * 256 + use to the next state and the cost of the step."""

    def __missing__(self, key: int) -> tuple[int, int]:
        state, cost = step(_states[key // _MOST_USES], _uses[key % _MOST_USES])
        self[key] = move = number_of_state(state), cost
        return move


_moves = _Moves()


def number_of_use(use: Use) -> int:
    """The number that stands for `use` here."""
    if use not in _use_numbers:
        _use_numbers[use] = len(_uses)
        _uses.append(use)
    return _use_numbers[use]


def name_of_use(number: int) -> str:
    """The name of the use that `number` stands for."""
    return _uses[number].name


def number_of_state(state: State) -> int:
    """The number that stands for `state` here."""
    if state not in _state_numbers:
        _state_numbers[state] = len(_states)
        _states.append(state)
    return _state_numbers[state]


class Walk(NamedTuple):
    """All ways worth keeping through a stretch.

    `fronts[i]` is the lowest cost at which each state is reached before word i; `edges[i]` holds, for word i, the ways
    to take it: state before, state after, use, cost.
    """

    fronts: list[dict[int, int]]
    edges: list[list[tuple[int, int, int, int]]]


def walk(elements: Iterable[Element], starts: Sequence[State]) -> Walk:
    """Every way through `elements` from any of `starts`."""
    front = dict.fromkeys(map(number_of_state, starts), 0)
    fronts, edges = [front], []
    for element in elements:
        ahead: dict[int, int] = {}
        ways = []
        for state, reached in front.items():
            row = state * _MOST_USES
            for use, own in element:
                end, cost = _moves[row + use]
                cost += own
                ways.append((state, end, use, cost))
                cost += reached
                if cost < ahead.get(end, _FAR):
                    ahead[end] = cost
        if len(ahead) > 1:
            most = min(ahead.values()) + _TOO_FAR
            ahead = {state: cost for state, cost in ahead.items() if cost <= most}
        fronts.append(ahead)
        edges.append(ways)
        front = ahead
    return Walk(fronts, edges)


def costs_of_uses(walked: Walk, first: int, *, ends: bool) -> list[dict[str, int]]:
    """For each word from `first` on, the cost of the whole stretch for each use of that word, by name.

    `ends` says that the stretch ends its sentence, so that clauses still waiting for a verb count against it.
    """
    rest = {state: owing(_states[state], HEADING) if ends else 0 for state in walked.fronts[-1]}
    found = []
    for index in range(len(walked.edges) - 1, first - 1, -1):
        front = walked.fronts[index]
        before: dict[int, int] = {}
        totals: dict[str, int] = {}
        for state, end, use, cost in walked.edges[index]:
            left = rest.get(end)
            if left is None:
                continue
            cost += left
            if cost < before.get(state, _FAR):
                before[state] = cost
            cost += front[state]
            name = _uses[use].name
            if cost < totals.get(name, _FAR):
                totals[name] = cost
        rest = before
        found.append(totals)
    return found[::-1]
