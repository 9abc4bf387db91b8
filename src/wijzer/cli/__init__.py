"""The command line ``wijzer``: one verb a job. A door: it parses, calls a flow, and shows.

Exit codes stand in ``wijzer.flows.errors`` and docs/fouten.md.
"""

from __future__ import annotations

import os
import sys

import typer

from wijzer.cli import demo, intake, looking, values, workspace
from wijzer.cli.output import complain

app = typer.Typer(
    name="wijzer",
    help="Van iWmo- en iJw-berichten naar cijfers die een gemeente kan vertrouwen.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for module in (workspace, intake, values, looking, demo):
    module.register(app)


def main() -> None:
    """Run the command line and leave with the documented exit code."""
    try:
        app()
    except BrokenPipeError:
        # Whoever read us (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        sys.exit(130)
    except Exception as error:
        sys.exit(complain(error))
