"""Help and remarks about wrong use in plain Dutch, where the library of the command line speaks English."""

from __future__ import annotations

import difflib
import textwrap
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

_WIDTH = 80
_COLUMN = 24


class WrongValue(typer.BadParameter):
    """A word that an option or argument cannot read; the text is ours, in Dutch."""


class Verb(TyperCommand):
    """A verb whose help is in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of this verb."""
        formatter.write(_help(self, ctx))


class Verbs(TyperGroup):
    """The command line itself: its help lists the verbs."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the list of verbs."""
        verbs = [(name, self.commands[name].help or "") for name in self.commands]
        formatter.write(_help(self, ctx) + "\nOpdrachten\n" + _columns(verbs))
        formatter.write(f"\nUitleg bij een opdracht: {ctx.command_path} OPDRACHT --help\n")


def wrong_use(error: Any) -> str:
    """Say in Dutch what is wrong with a command, where, and what to do; ``error`` comes from the library."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "wijzer"
    what = _what(error, context)
    return f"{what}\n  Waar: {path}\n  Wat te doen: '{path} --help' laat zien hoe het moet."


def _what(error: Any, context: Any) -> str:
    param = getattr(error, "param", None)
    asked = _names(param) if param is not None else "Een waarde"
    hint = getattr(param, "help", None) or ""
    told = {
        "WrongValue": lambda: f"{asked}: {error.message}.",
        "MissingParameter": lambda: f"{asked} ontbreekt.",
        "BadParameter": lambda: f"{asked}: deze waarde kan niet. {hint}",
        "NoSuchOption": lambda: f"De optie {error.option_name} bestaat niet.",
        "BadOptionUsage": lambda: f"De optie {error.option_name} hoort met een waarde, of juist zonder.",
    }.get(type(error).__name__)
    return told() if told else _what_verb(error, getattr(context, "command", None))


def _what_verb(error: Any, command: Any) -> str:
    verbs = getattr(command, "commands", None)
    if verbs is None:
        return "Er staat te veel achter deze opdracht."
    named = error.message.split("'")[1:2]
    if not named:
        return "Er is geen opdracht genoemd."
    near = difflib.get_close_matches(named[0], verbs, 1)
    return f"De opdracht '{named[0]}' bestaat niet." + (f" Bedoelt u '{near[0]}'?" if near else "")


def _help(command: Any, context: Any) -> str:
    pieces = [_PIECES.get(piece, piece) for piece in command.collect_usage_pieces(context)]
    lines = [f"Gebruik: {' '.join((context.command_path, *pieces))}", ""]
    lines += textwrap.wrap(command.help or "", _WIDTH)
    text = "\n".join(lines) + "\n"
    for heading, kind in (("Argumenten", "argument"), ("Opties", "option")):
        rows = [(_names(param, True), _meaning(param)) for param in _params(command, context, kind)]
        if rows:
            text += f"\n{heading}\n" + _columns(rows)
    return text


_PIECES = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT …"}


def _params(command: Any, context: Any, kind: str) -> list[Any]:
    return [param for param in command.get_params(context) if param.param_type_name == kind]


def _names(param: Any, with_value: bool = False) -> str:
    if param.param_type_name == "argument":
        return str(param.metavar or param.name).upper()
    names = ", ".join(sorted([*param.opts, *param.secondary_opts], key=len))
    return f"{names} {param.metavar}" if with_value and param.metavar else names


def _meaning(param: Any) -> str:
    if "--help" in param.opts:
        return "Toon deze uitleg."
    default = param.default
    if isinstance(param.show_default, str):
        default = param.show_default
    told = param.help or ""
    if param.required and param.param_type_name == "option":
        told += " Verplicht."
    elif default is not None and not isinstance(default, bool | type(...)) and not callable(default):
        told += f" Zonder: {getattr(default, 'value', default)}."
    if param.envvar:
        told += f" Mag ook in {param.envvar} staan."
    return told


def _columns(rows: list[tuple[str, str]]) -> str:
    text = ""
    for name, meaning in rows:
        lines = textwrap.wrap(meaning, _WIDTH - _COLUMN) or [""]
        head = f"  {name}"
        if len(head) > _COLUMN - 2:
            text += head + "\n"
            head = ""
        text += f"{head:<{_COLUMN}}{lines[0]}\n"
        text += "".join(" " * _COLUMN + line + "\n" for line in lines[1:])
    return text
