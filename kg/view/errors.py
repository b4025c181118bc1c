"""What goes wrong in showing a graph."""

from kg.errors import KgError


class ViewError(KgError):
    """A graph cannot be shown: it holds nothing to show, or not what was asked for."""

    exit_code = 4
