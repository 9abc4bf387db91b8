"""The types that all iWmo 3.2 messages share.

Source: Zorginstituut Nederland, basisschema.xsd, iWmo release 3.2.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.simple_types import SHARED_TYPES, coded
from wijzer.standards.common.v3_2.structures import SHARED_STRUCTURES
from wijzer.standards.declaration import Basisschema
from wijzer.standards.iwmo.v3_2.code_lists import CODE_LISTS

OWN_TYPES = (
    coded("LDT_ProductCategorie", 2, "WMO020", "RS009"),
    coded("LDT_RedenBeeindiging", 2, "WMO588", "RS009"),
    coded("LDT_RedenWijziging", 2, "WMO002", "RS009"),
)

BASIS = Basisschema(
    standard="iwmo",
    release="3.2",
    wet="wmo",
    namespace="http://www.istandaarden.nl/iwmo/3_2/basisschema/schema",
    prefix="iwmo",
    xsd_version="1.0.0",
    simple_types={simple.name: simple for simple in (*SHARED_TYPES, *OWN_TYPES)},
    structures={structure.name: structure for structure in SHARED_STRUCTURES},
    code_lists=CODE_LISTS,
)
