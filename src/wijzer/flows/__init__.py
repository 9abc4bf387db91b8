"""The story: one short function a job (take in, compute, publish, …). A newcomer starts here.

workspace = init(Path("w"), ["westervoort", "duiven"])
take_in(workspace, [Path("berichten")])
compute(workspace)
publish(workspace)
"""

from wijzer.flows.begin import init
from wijzer.flows.check import check
from wijzer.flows.compute import compute
from wijzer.flows.demo import demo, serve
from wijzer.flows.doctor import doctor
from wijzer.flows.editions import read_edition
from wijzer.flows.publish import publish
from wijzer.flows.take_in import rebuild, retention, take_in
from wijzer.flows.templates import template_list, write_template
from wijzer.flows.trace import trace
from wijzer.flows.unmapped import unmapped_products
from wijzer.flows.values import value_rows, values_as_csv, values_as_json
from wijzer.flows.workspace import Workspace, load

__all__ = [
    "Workspace",
    "check",
    "compute",
    "demo",
    "doctor",
    "init",
    "load",
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
