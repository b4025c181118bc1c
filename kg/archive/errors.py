"""What goes wrong with archives."""

from __future__ import annotations

from kg.errors import KgError


class ArchiveError(KgError):
    """An archive is absent, in use, made with other options, or lacks what is asked for."""

    exit_code = 10
