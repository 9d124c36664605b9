"""All likely ways to read the words so far, walked one word at a time.

A `Front` holds the states that a walk (grammar.py) can have reached, each with its cost above the cheapest. What a word
makes of a front depends on nothing else, so it is worked out once and kept: reading a word that was met in a like place
before is one look-up.
"""

from __future__ import annotations

from collections.abc import Iterable

from plainspeak.text.parts.grammar import BEGINNING, HEADING, SOMEWHERE, State, Use, owing, step

_TOO_FAR = 8
"""States that lie this far behind the cheapest are dropped."""
_MOST_FRONTS = 20_000
"""How many fronts are kept before all are forgotten, so that memory stays flat."""

_fronts: dict[tuple[tuple[State, int], ...], Front] = {}
_elements: dict[tuple[tuple[Use, int], ...], Element] = {}


class Element:
    """What one word can be: its uses, each with its cost. Equal elements are one object; see `element`."""

    __slots__ = ("uses",)

    def __init__(self, uses: tuple[tuple[Use, int], ...]) -> None:
        self.uses = uses


class Front:
    """The states that may have been reached; `ending` is the cost if the sentence ends here with no full stop."""

    __slots__ = ("_moves", "_splits", "ending", "states")

    def __init__(self, states: tuple[tuple[State, int], ...]) -> None:
        self.states = states
        self.ending = min(cost + owing(state, HEADING) for state, cost in states)
        self._moves: dict[Element, tuple[Front, int]] = {}
        self._splits: dict[Element, tuple[tuple[str, Front, int], ...]] = {}

    def after(self, element: Element) -> tuple[Front, int]:
        """The front after one more word, and what the cheapest way to it costs."""
        move = self._moves.get(element)
        if move is None:
            move = self._moves[element] = self._walked(element.uses)
        return move

    def split(self, element: Element) -> tuple[tuple[str, Front, int], ...]:
        """The fronts after one more word, one for each use it can have: name of the use, front, cost."""
        parts = self._splits.get(element)
        if parts is None:
            parts = tuple((use.name, *self._walked([(use, cost)])) for use, cost in element.uses)
            self._splits[element] = parts
        return parts

    def _walked(self, uses: Iterable[tuple[Use, int]]) -> tuple[Front, int]:
        ahead: dict[State, int] = {}
        for use, own in uses:
            for state, reached in self.states:
                end, cost = step(state, use)
                cost += own + reached
                if cost < ahead.get(end, cost + 1):
                    ahead[end] = cost
        return _front(ahead)

    def forget(self) -> None:
        """Drop what was kept."""
        self._moves.clear()
        self._splits.clear()


def _front(costs: dict[State, int]) -> tuple[Front, int]:
    """The front for states and their costs, and the cost of the cheapest."""
    least = min(costs.values())
    states = tuple(sorted((state, cost - least) for state, cost in costs.items() if cost - least <= _TOO_FAR))
    front = _fronts.get(states)
    if front is None:
        if len(_fronts) >= _MOST_FRONTS:
            _forget()
        front = _fronts[states] = Front(states)
    return front, least


def _forget() -> None:
    for front in _fronts.values():
        front.forget()
    _fronts.clear()


def element(costs: dict[Use, int]) -> Element:
    """The element for uses and their costs."""
    uses = tuple(costs.items())
    return _elements.setdefault(uses, Element(uses))


def at_beginning() -> Front:
    """The front where a sentence begins."""
    return _front({BEGINNING: 0})[0]


def in_the_middle() -> Front:
    """The front where a sentence is entered half way."""
    return _front(dict.fromkeys(SOMEWHERE, 0))[0]


def costs_of_uses(front: Front, asked: Element, following: Iterable[Element], *, ends: bool) -> list[tuple[str, int]]:
    """What each use of a word costs, given the front before it and the words after it.

    `ends` says that the sentence ends with the words following, so that clauses waiting for their verb count.
    """
    parts = front.split(asked)
    names = [name for name, _, _ in parts]
    places = [front for _, front, _ in parts]
    costs = [cost for _, _, cost in parts]
    every = range(len(parts))
    for word in following:
        if len(set(places)) == 1:
            break
        for at in every:
            places[at], cost = places[at].after(word)
            costs[at] += cost
    if ends:
        costs = [cost + place.ending for cost, place in zip(costs, places, strict=True)]
    return list(zip(names, costs, strict=True))
