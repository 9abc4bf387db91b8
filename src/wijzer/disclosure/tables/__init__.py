"""The set of tables that is published together: dimensions, cells, and the relations between all of them."""

from wijzer.disclosure.tables.cell import Cell, Key, Status, Variable, key
from wijzer.disclosure.tables.common import laws, periods
from wijzer.disclosure.tables.dimension import Dimension, Split, combinations, tree
from wijzer.disclosure.tables.editions import beside_former
from wijzer.disclosure.tables.linking import Tables, link
from wijzer.disclosure.tables.relation import Relation, adds_up, tied

__all__ = [
    "Cell",
    "Dimension",
    "Key",
    "Relation",
    "Split",
    "Status",
    "Tables",
    "Variable",
    "adds_up",
    "beside_former",
    "combinations",
    "key",
    "laws",
    "link",
    "periods",
    "tied",
    "tree",
]
