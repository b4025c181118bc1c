"""Who asks a server: the password comes from the environment, where no list of processes shows it."""

from __future__ import annotations

import os


def login(user: str | None, variable: str | None) -> tuple[str, str] | None:
    """User and password, or nothing where neither is given. Raises StoreError where one of the two is missing."""
    from kg.errors import StoreError

    if user is None and variable is None:
        return None
    if user is None or variable is None:
        raise StoreError("--user, --password-env", "go together", "give both")
    if variable not in os.environ:
        raise StoreError(f"--password-env {variable}", "no such variable is set", f"set it: export {variable}=…")
    return user, os.environ[variable]
