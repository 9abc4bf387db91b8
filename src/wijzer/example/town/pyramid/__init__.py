"""The way through the pyramid, and all that no message tells of it.

What people ask and what comes of it (``meldingen``), who waits, how satisfied they are, what happens in the
nulde and eerste lijn, what is paid beside care: as the tables that a town keeps and gets (``tables``), and as
it really was (``told``). All is drawn apart from care, so that nothing here changes a message.
"""

from __future__ import annotations

from wijzer.example.town.pyramid.whole import Pyramid

__all__ = ["Pyramid"]
