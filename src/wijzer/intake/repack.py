"""A pack written anew with only some of its originals: what is left out is gone from the disk."""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence

from wijzer.intake.packs import Entry, PackReader, PackWriter, frames
from wijzer.intake.settings import Settings
from wijzer.intake.store import TEMPORARY, sync


def rewrite(settings: Settings, pack: str, offsets: Sequence[int]) -> list[tuple[str, Entry]]:
    """Write the originals at ``offsets`` of ``pack`` to a new pack; return its name and the new places.

    ``pack`` and the name are relative to the data folder. The old pack stays, for the caller to remove.
    """
    if not offsets:
        return []
    old = settings.paths.data / pack
    new = old.with_name(f"{uuid.uuid4().hex}.pak")
    temporary = new.with_name(new.name + TEMPORARY)
    writer = PackWriter(temporary, settings.keys.archive)
    try:
        with PackReader(old, settings.keys.archive) as reader:
            places = [writer.add_stream(frames(reader.open(offset))) for offset in offsets]
        writer.close()
    except BaseException:
        writer.discard()
        raise
    os.rename(temporary, new)
    sync(new.parent)
    name = str(new.relative_to(settings.paths.data))
    return [(name, place) for place in places]
