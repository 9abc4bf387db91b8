"""How a verb is added to the command line: its function returns the exit code."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import typer

from wijzer.cli.dutch import Verb


def add(app: typer.Typer, *verbs: Callable[..., int]) -> None:
    """Add verbs to ``app``, each under the name of its function; what it returns is the exit code."""
    for verb in verbs:
        app.command(cls=Verb)(_leaving(verb))


def _leaving(verb: Callable[..., int]) -> Callable[..., None]:
    @functools.wraps(verb)
    def run(*args: Any, **kwargs: Any) -> None:
        raise typer.Exit(verb(*args, **kwargs))

    return run
