"""Lazy attributes: what an object works out when somebody first asks for it, and then keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from functools import cached_property as lazy_attribute
else:

    class lazy_attribute:  # noqa: N801 - a decorator
        """`functools.cached_property` without its lock, which Python 3.11 still takes; a check asks some twenty a finding."""

        def __init__(self, work):
            self._work = work
            self.__doc__ = work.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._work(instance)
            return value


__all__ = ["lazy_attribute"]
