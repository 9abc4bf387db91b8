"""The story: one short function a job (take in, compute, publish, …). A newcomer starts here.

    workspace = init(Path("w"), ["westervoort", "duiven"])
    take_in(workspace, [Path("berichten")])
    compute(workspace)
    publish(workspace)

Each job is imported when it is first asked for: taking in needs no charts.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wijzer.flows.begin import init
    from wijzer.flows.checking import check
    from wijzer.flows.computing import compute
    from wijzer.flows.editions import read_edition
    from wijzer.flows.health import doctor
    from wijzer.flows.modelling import lever_list, model_municipality, model_settings
    from wijzer.flows.publishing import publish
    from wijzer.flows.showcase import demo, serve
    from wijzer.flows.taking_in import rebuild, retention, take_in
    from wijzer.flows.templates import template_list, write_template
    from wijzer.flows.tracing import trace
    from wijzer.flows.unmapped import unmapped_products
    from wijzer.flows.values import value_rows, values_as_csv, values_as_json
    from wijzer.flows.workspace import Workspace, load

_HOMES = {
    "begin": ("init",),
    "checking": ("check",),
    "computing": ("compute",),
    "showcase": ("demo", "serve"),
    "health": ("doctor",),
    "editions": ("read_edition",),
    "modelling": ("lever_list", "model_municipality", "model_settings"),
    "publishing": ("publish",),
    "taking_in": ("rebuild", "retention", "take_in"),
    "templates": ("template_list", "write_template"),
    "tracing": ("trace",),
    "unmapped": ("unmapped_products",),
    "values": ("value_rows", "values_as_csv", "values_as_json"),
    "workspace": ("Workspace", "load"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Workspace",
    "check",
    "compute",
    "demo",
    "doctor",
    "init",
    "lever_list",
    "load",
    "model_municipality",
    "model_settings",
    "publish",
    "read_edition",
    "rebuild",
    "retention",
    "serve",
    "take_in",
    "template_list",
    "trace",
    "unmapped_products",
    "value_rows",
    "values_as_csv",
    "values_as_json",
    "write_template",
]


def __getattr__(name: str) -> Any:
    """Import the module of a job when the job is first asked for."""
    if name not in _HOME_OF:
        raise AttributeError(f"module 'wijzer.flows' has no attribute '{name}'")
    return getattr(importlib.import_module(f"wijzer.flows.{_HOME_OF[name]}"), name)
