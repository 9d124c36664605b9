"""All likely ways to read the words so far, walked one word at a time.

States (grammar.py) and elements go by numbers here. Steps from a state, and steps from a front of states, are kept once they
are made, because this is where the time goes: sentences are much alike, so most walks only follow steps that are there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from plainspeak.text.parts.grammar import BEGINNING, HEADING, SOMEWHERE, State, Use, owing, step

Element = int
"""The number that stands for what a word can be: its uses, each with its cost."""

_TOO_FAR = 5
"""States that lie this far behind the cheapest are dropped."""
_HOPELESS = 4
"""Uses that lie this far behind the likeliest are dropped."""
_FEW = 3
"""So few states are not worth thinning out."""
_FAR = 999
_MOST_FRONTS = 20_000
"""How many fronts are kept: some 25 MB."""

_elements: list[_Uses] = []
_element_numbers: dict[tuple[tuple[Use, int], ...], Element] = {}
_states: list[State] = []
_state_numbers: dict[State, int] = {}
_steps: list[_Steps] = []
_endings: list[int] = []
_fronts: dict[tuple[tuple[int, int], ...], Front] = {}


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


class Front(dict[Element, tuple["Front", int]]):
    """The states that may have been reached, by number, each with how much more it costs than the cheapest.

    Under an element stand the front one word on, once asked for, and what the way there costs.
    """

    def __init__(self, costs: tuple[tuple[int, int], ...]) -> None:
        self._costs = costs
        self.ending = min([cost + _endings[state] for state, cost in costs])
        """What it costs to end here: clauses whose verb never came."""

    def __missing__(self, word: Element) -> tuple[Front, int]:
        ahead: dict[int, int] = {}
        for state, reached in self._costs:
            for end, step_cost in _steps[state][word]:
                cost = step_cost + reached
                if cost < ahead.get(end, _FAR):
                    ahead[end] = cost
        least = min(ahead.values())
        most = least + _TOO_FAR if len(ahead) > _FEW else _FAR
        found = _front({state: cost - least for state, cost in ahead.items() if cost <= most}), least
        self[word] = found
        return found


def _front(costs: dict[int, int]) -> Front:
    key = tuple(sorted(costs.items()))
    if key not in _fronts:
        if len(_fronts) >= _MOST_FRONTS:
            for front in _fronts.values():
                front.clear()
            _fronts.clear()
        _fronts[key] = Front(key)
    return _fronts[key]


def at_beginning() -> Front:
    """The front where a sentence begins."""
    return _front({_state_number(BEGINNING): 0})


def in_the_middle() -> Front:
    """The front where a sentence is entered half way."""
    return _front({_state_number(state): 0 for state in SOMEWHERE})


def after(front: Front, words: Iterable[Element]) -> Front:
    """The front after some more words."""
    for word in words:
        front, _ = front[word]
    return front


def costs_of_uses(front: Front, asked: Element, following: Iterable[Element], *, ends: bool) -> list[tuple[str, int]]:
    """What each use of a word costs, given the front before it and the words after it; hopeless uses are left out.

    `ends` says that the sentence ends with the words following, so that clauses waiting for their verb count.
    """
    ways = [(name, *front[alone]) for name, alone in _elements[asked].alone]
    for word in following:
        if len(ways) > 1:
            most = min([cost for _, _, cost in ways]) + _HOPELESS
            ways = [way for way in ways if way[2] <= most]
        if len(ways) == 1:
            return [(ways[0][0], 0)]
        steps = [(name, cost, front[word]) for name, front, cost in ways]
        ways = [(name, front, cost + more) for name, cost, (front, more) in steps]
    return [(name, cost + front.ending if ends else cost) for name, front, cost in ways]
