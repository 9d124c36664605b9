"""Work that goes on beside the screen: reading, saving, asking."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeAlias, cast

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.worker import WorkType

Job: TypeAlias = Callable[[], Coroutine[Any, Any, object]]


def start(node: DOMNode, job: Job, group: str, *, exclusive: bool = False) -> None:
    """Begin a job; with `exclusive` it ends the others of its group.

    It is handed over as a function: a job that the app's end overtakes is then never made, where a coroutine would be left
    unawaited.
    """
    node.run_worker(cast("WorkType[object]", job), group=group, exclusive=exclusive)
