"""The types that all iJw 3.2 messages share.

Source: Zorginstituut Nederland, basisschema.xsd, iJw release 3.2.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.simple_types import SHARED_TYPES, coded
from wijzer.standards.common.v3_2.structures import SHARED_STRUCTURES
from wijzer.standards.declaration import Basisschema
from wijzer.standards.ijw.v3_2.code_lists import CODE_LISTS

OWN_TYPES = (
    coded("LDT_ProductCategorie", 2, "JZ020", "RS009"),
    coded("LDT_RedenBeeindiging", 2, "JZ588", "RS009"),
    coded("LDT_RedenWijziging", 2, "JZ002", "RS009"),
)

BASIS = Basisschema(
    standard="ijw",
    release="3.2",
    wet="jw",
    namespace="http://www.istandaarden.nl/ijw/3_2/basisschema/schema",
    prefix="ijw",
    xsd_version="0.1.0",
    simple_types={simple.name: simple for simple in (*SHARED_TYPES, *OWN_TYPES)},
    structures={structure.name: structure for structure in SHARED_STRUCTURES},
    code_lists=CODE_LISTS,
)
