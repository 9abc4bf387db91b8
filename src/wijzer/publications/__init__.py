"""Publications: static pages made of what everybody may see."""

from wijzer.publications.site import Break, Choice, Delivery, IndicatorText, Site
from wijzer.publications.texts import describe, describe_unmeasured
from wijzer.publications.write import FolderInUse, write_site

__all__ = [
    "Break",
    "Choice",
    "Delivery",
    "FolderInUse",
    "IndicatorText",
    "Site",
    "describe",
    "describe_unmeasured",
    "write_site",
]
