"""Keys of one's own: what is wrong with them is said in plain words."""

from __future__ import annotations

import pytest

from plainspeak.tui.own_keys import faults, names


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"undo": "f11"}, []),
        ({"undo": "ctrl+y", "redo": "ctrl+z"}, []),
        (
            {"undo": "ctrl+y"},
            ["The settings give Ctrl+Y to undo, but redo has that key. Choose another for one of them."],
        ),
        (
            {"undo": "n"},
            ["The settings give N to undo, but next_finding has that key. Choose another for one of them."],
        ),
        (
            {"jump": "f11", "undo": "f11"},
            ["The settings give F11 to jump, but undo has that key. Choose another for one of them."],
        ),
        ({"undo": ""}, ["The settings name no key for undo."]),
        ({"new_entry": "f9"}, []),
    ],
)
def test_a_key_that_does_two_things_is_told(chosen, told):
    assert faults(chosen) == told


def test_a_name_that_no_action_has_is_told():
    assert 'Did you mean "undo"?' in faults({"undoo": "x"})[0]
    assert {"undo", "compare", "show_findings", "swap_safe"} <= set(names())
