"""All likely ways to read the words so far, walked one word at a time.

States (grammar.py) and elements go by numbers here, and steps are kept, because this is where the time goes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plainspeak.text.parts.grammar import BEGINNING, HEADING, SOMEWHERE, State, Use, owing, step

Element = int
"""The number that stands for what a word can be: its uses, each with its cost."""
Front = dict[int, int]
"""The states that may have been reached, by number, with what the cheapest way to each costs."""

_TOO_FAR = 5
"""States that lie this far behind the cheapest are dropped."""
_HOPELESS = 4
"""Uses that lie this far behind the likeliest are dropped."""
_FEW = 3
"""So few states are not worth thinning out."""
_FAR = 999

_elements: list[_Uses] = []
_element_numbers: dict[tuple[tuple[Use, int], ...], Element] = {}
_states: list[State] = []
_state_numbers: dict[State, int] = {}
_steps: list[_Steps] = []
_endings: list[int] = []


class _Uses(NamedTuple):
    """What an element stands for: the uses, and for each the element that has it alone."""

    costs: tuple[tuple[Use, int], ...]
    alone: tuple[tuple[str, Element], ...]


class _Steps(dict[Element, tuple[tuple[int, int], ...]]):
    """The steps from one state: for each element the states it leads to and their costs, once asked for."""

    def __init__(self, state: State) -> None:
        self._state = state

    def __missing__(self, word: Element) -> tuple[tuple[int, int], ...]:
        walked = [(step(self._state, use), own) for use, own in _elements[word].costs]
        self[word] = steps = tuple((_state_number(state), cost + own) for (state, cost), own in walked)
        return steps


def _state_number(state: State) -> int:
    if state not in _state_numbers:
        _state_numbers[state] = len(_states)
        _states.append(state)
        _steps.append(_Steps(state))
        _endings.append(owing(state, HEADING))
    return _state_numbers[state]


def element(costs: dict[Use, int]) -> Element:
    """The element for uses and their costs."""
    uses = tuple(costs.items())
    if uses not in _element_numbers:
        several = [(use.name, element({use: cost})) for use, cost in uses] if len(uses) > 1 else []
        number = _element_numbers[uses] = len(_elements)
        _elements.append(_Uses(uses, tuple(several or [(uses[0][0].name, number)])))
    return _element_numbers[uses]


def only_use(word: Element) -> str:
    """The name of the only use of a word, or nothing if it has several."""
    alone = _elements[word].alone
    return alone[0][0] if len(alone) == 1 else ""


def at_beginning() -> Front:
    """The front where a sentence begins."""
    return {_state_number(BEGINNING): 0}


def in_the_middle() -> Front:
    """The front where a sentence is entered half way."""
    return {_state_number(state): 0 for state in SOMEWHERE}


def after(front: Front, word: Element) -> Front:
    """The front after one more word."""
    ahead: Front = {}
    for state, reached in front.items():
        for end, step_cost in _steps[state][word]:
            cost = step_cost + reached
            if cost < ahead.get(end, _FAR):
                ahead[end] = cost
    if len(ahead) > _FEW:
        most = min(ahead.values()) + _TOO_FAR
        return {state: cost for state, cost in ahead.items() if cost <= most}
    return ahead


def costs_of_uses(front: Front, asked: Element, following: Iterable[Element], *, ends: bool) -> list[tuple[str, int]]:
    """What each use of a word costs, given the front before it and the words after it; hopeless uses are left out.

    `ends` says that the sentence ends with the words following, so that clauses waiting for their verb count.
    """
    ways = [(name, after(front, alone)) for name, alone in _elements[asked].alone]
    for word in following:
        if len(ways) > 1:
            costs = [min(way.values()) for _, way in ways]
            most = min(costs) + _HOPELESS
            ways = [way for way, cost in zip(ways, costs, strict=True) if cost <= most]
        if len(ways) == 1:
            return [(ways[0][0], 0)]
        ways = [(name, after(way, word)) for name, way in ways]
    if ends:
        return [(name, min([cost + _endings[state] for state, cost in way.items()])) for name, way in ways]
    return [(name, min(way.values())) for name, way in ways]
