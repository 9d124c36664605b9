"""Lazy attributes: what an object works out when somebody first asks for it, and then keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

_Value = TypeVar("_Value")


class lazy_attribute(Generic[_Value]):  # noqa: N801 - a decorator
    """`functools.cached_property` without the lock that it takes in Python 3.11: a check asks for ten a finding."""

    def __init__(self, work: Callable[[Any], _Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...
    @overload
    def __get__(self, instance: object, owner: type) -> _Value: ...
    def __get__(self, instance: object, owner: type) -> Self | _Value:
        if instance is None:
            return self
        value: _Value = self._work(instance)
        instance.__dict__[self._name] = value
        return value


def forget_lazy(instance: object) -> None:
    """Forget what an object has worked out, to save room; it is worked out again when somebody asks for it."""
    made = vars(instance)
    for name in [name for name in made if isinstance(getattr(type(instance), name, None), lazy_attribute)]:
        del made[name]
