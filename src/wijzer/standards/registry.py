"""Finds the releases: every folder ``standards/<standard>/v<major>_<minor>`` with a basisschema is one.

Adding a release is adding a folder; nothing here names one.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING

from wijzer.standards.declaration import CodeList, MessageType, Release, Wet

if TYPE_CHECKING:
    from types import ModuleType


def discover(root: ModuleType) -> tuple[Release, ...]:
    """Return the releases below the package ``root``, by standard and version."""
    found: list[Release] = []
    for standard in _packages(root):
        for folder in _packages(standard):
            names = {module.name for module in pkgutil.iter_modules(folder.__path__)}
            if "basisschema" in names:
                found.append(_release(folder, sorted(names - {"basisschema", "code_lists"})))
    return tuple(sorted(found, key=lambda release: (release.standard, _number(release.version))))


@cache
def releases() -> tuple[Release, ...]:
    """Return all declared releases; the newest of a standard comes last."""
    return discover(importlib.import_module("wijzer.standards"))


@cache
def message_types() -> tuple[MessageType, ...]:
    """Return all message types of all releases."""
    return tuple(message for release in releases() for message in release.message_types)


def message_type(wet: Wet, number: str) -> MessageType:
    """Return the message type of a law by its number ("323"), from the newest release.

    Raises:
        KeyError: no release of that law declares the number.
    """
    for message in reversed(message_types()):
        if message.wet == wet and message.number == number:
            return message
    raise KeyError(f"no message type {wet}{number} is declared")


@cache
def by_namespace(namespace: str) -> MessageType | None:
    """Return the message type whose elements live in ``namespace``, or None."""
    return next((message for message in message_types() if message.namespace == namespace), None)


def code_list(wet: Wet, name: str) -> CodeList:
    """Return a code list of the newest release of a law, by its name ("COD046").

    Raises:
        KeyError: the law has no such list.
    """
    newest = [release for release in releases() if release.basis.wet == wet][-1]
    return newest.basis.code_lists[name]


def _packages(parent: ModuleType) -> list[ModuleType]:
    return [
        importlib.import_module(f"{parent.__name__}.{module.name}")
        for module in pkgutil.iter_modules(parent.__path__)
        if module.ispkg
    ]


def _release(folder: ModuleType, names: list[str]) -> Release:
    basis = importlib.import_module(f"{folder.__name__}.basisschema").BASIS
    modules = [importlib.import_module(f"{folder.__name__}.{name}") for name in names]
    messages = [module.MESSAGE for module in modules if hasattr(module, "MESSAGE")]
    return Release(basis, tuple(sorted(messages, key=lambda message: message.number)))


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
