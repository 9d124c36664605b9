"""All likely ways to read the words so far, walked one word at a time.

States (grammar.py) and elements go by numbers here, and the steps of an element are kept once they are made, because this is
where the time goes. What is not kept are the sets of states that are reached: in texts that do not repeat themselves nearly
every one is new, and to look it up takes longer than to make it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from plainspeak.text.parts.grammar import BEGINNING, HEADING, SOMEWHERE, State, Use, owing, step

Element = int
"""The number that stands for what a word can be: its uses, each with its cost."""
Front = dict[int, int]
"""The states that may have been reached, by number, each with what the way there costs."""

_TOO_FAR = 5
"""States that lie this far behind the cheapest are dropped."""
_HOPELESS = 4
"""Uses that lie this far behind the likeliest are dropped."""
_FEW = 3
"""So few states are not worth thinning out."""

_elements: list[_Uses] = []
_element_numbers: dict[tuple[tuple[Use, int], ...], Element] = {}
_steps: list[_Steps] = []
_states: list[State] = []
_state_numbers: dict[State, int] = {}
_endings: list[int] = []


class _Uses(NamedTuple):
    """What an element stands for: the uses, and for each the element that has it alone."""

    costs: tuple[tuple[Use, int], ...]
    alone: tuple[tuple[str, Element], ...]


class _StepsOfUse(dict[int, tuple[int, int]]):
    """The step that a use makes: for each state the one it leads to and what that costs, once asked for."""

    def __init__(self, use: Use) -> None:
        self._use = use

    def __missing__(self, state: int) -> tuple[int, int]:
        end, cost = step(_states[state], self._use)
        self[state] = made = (_state_number(end), cost)
        return made


class _Steps(dict[int, tuple[tuple[int, int], ...]]):
    """The steps that an element makes: for each state those it leads to and what each costs, once asked for."""

    def __init__(self, costs: tuple[tuple[Use, int], ...]) -> None:
        self._tables = [(_steps_of_use(use), own) for use, own in costs]

    def __missing__(self, state: int) -> tuple[tuple[int, int], ...]:
        steps = [(table[state], own) for table, own in self._tables]
        self[state] = made = tuple([(end, cost + own) for (end, cost), own in steps])
        return made


@cache
def _steps_of_use(use: Use) -> _StepsOfUse:
    return _StepsOfUse(use)


def _state_number(state: State) -> int:
    if state not in _state_numbers:
        _state_numbers[state] = len(_states)
        _states.append(state)
        _endings.append(owing(state, HEADING))
    return _state_numbers[state]


def element(costs: dict[Use, int]) -> Element:
    """The element for uses and their costs."""
    uses = tuple(costs.items())
    if uses not in _element_numbers:
        several = [(use.name, element({use: cost})) for use, cost in uses] if len(uses) > 1 else []
        number = _element_numbers[uses] = len(_elements)
        _elements.append(_Uses(uses, tuple(several or [(uses[0][0].name, number)])))
        _steps.append(_Steps(uses))
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


def after(front: Front, words: Iterable[Element]) -> Front:
    """The front after some more words."""
    for word in words:
        front, _ = _step(front, word)
    return front


def _step(front: Front, word: Element) -> tuple[Front, int]:
    """The front one word on, each state by the cheapest way and without those that lie too far behind; and its least cost."""
    steps = _steps[word]
    ahead: Front = {}
    for state, reached in front.items():
        for end, cost in steps[state]:
            if end not in ahead or reached + cost < ahead[end]:
                ahead[end] = reached + cost
    least = min(ahead.values())
    if len(ahead) > _FEW:
        most = least + _TOO_FAR
        ahead = {state: cost for state, cost in ahead.items() if cost <= most}
    return ahead, least


def costs_of_uses(front: Front, asked: Element, following: Iterable[Element], *, ends: bool) -> list[tuple[str, int]]:
    """What each use of a word costs, given the front before it and the words after it; hopeless uses are left out.

    `ends` says that the sentence ends with the words following, so that clauses waiting for their verb count.
    """
    ways = [(name, *_step(front, alone)) for name, alone in _elements[asked].alone]
    for word in following:
        if len(ways) > 1:
            most = min([cost for _, _, cost in ways]) + _HOPELESS
            ways = [way for way in ways if way[2] <= most]
        if len(ways) == 1:
            return [(ways[0][0], 0)]
        ways = [(name, *_step(front, word)) for name, front, _ in ways]
    if ends:
        return [(name, min([cost + _endings[state] for state, cost in front.items()])) for name, front, _ in ways]
    return [(name, cost) for name, _, cost in ways]
