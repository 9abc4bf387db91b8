"""The auditor: reads what is published as an outsider would, and works out what that tells of what is not.

It imports nothing of the rest of the room: no relations, no list of tables, no code of the suppression.
"""

from wijzer.disclosure.audit.bounds import Interval
from wijzer.disclosure.audit.knowledge import Public, Ratio, cbs_areas, read_code_list
from wijzer.disclosure.audit.rows import Number, Place, Unreadable, read_published
from wijzer.disclosure.audit.verdict import Demand, Finding, Report, Unsafe, audit, refuse_unless_safe

__all__ = [
    "Demand",
    "Finding",
    "Interval",
    "Number",
    "Place",
    "Public",
    "Ratio",
    "Report",
    "Unreadable",
    "Unsafe",
    "audit",
    "cbs_areas",
    "read_code_list",
    "read_published",
    "refuse_unless_safe",
]
