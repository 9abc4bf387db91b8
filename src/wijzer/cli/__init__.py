"""The command line ``wijzer``: one verb a job. A door: it parses, calls a flow, and shows.

Exit codes stand in ``wijzer.flows.errors`` and docs/fouten.md.
"""

from __future__ import annotations

import os
import sys

import typer

from wijzer.cli import demo, intake, looking, modelling, values, workspace
from wijzer.cli.dutch import Verbs, wrong_use
from wijzer.cli.output import complain, readable
from wijzer.flows.errors import INTERRUPTED, WRONG_USE

app = typer.Typer(
    name="wijzer",
    cls=Verbs,
    help="Van iWmo- en iJw-berichten naar cijfers die een gemeente kan vertrouwen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (workspace, intake, values, looking, demo, modelling):
    module.register(app)


def main() -> None:
    """Run the command line and leave with the documented exit code."""
    try:
        code = app(prog_name="wijzer", standalone_mode=False) or 0
    except BrokenPipeError:
        # Whoever read us (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    except Exception as error:
        code = _tell(error)
    if code == INTERRUPTED:
        print("Afgebroken. Geef de opdracht opnieuw om verder te gaan.", file=sys.stderr)
    sys.exit(code)


def _tell(error: Exception) -> int:
    """Print an error; those of the library itself are wrong use, or a bare 'wijzer' that asks for help."""
    if not hasattr(error, "format_message"):
        return complain(error)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr)
    else:
        print(f"Fout: {readable(wrong_use(error))}", file=sys.stderr)
    return WRONG_USE
