"""What goes wrong with clusters."""

from __future__ import annotations

from kg.errors import KgError


class ClusterError(KgError):
    """An engine is unknown or not installed, its cluster is out of reach, or its workers cannot do what is asked."""

    exit_code = 11
