"""What keeps a page to itself: its data as text that ends no script, and a policy that allows its own script alone."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from kg.view.island import Json


def embedded(value: Json) -> Markup:
    """JSON that no HTML parser sees an end, a comment or an entity in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return Markup(text)


def in_one(scripts: Iterable[str]) -> str:
    """Scripts as one, whose names are nobody else's."""
    parts = "\n".join(scripts)
    return f"(() => {{\n'use strict';\n{parts}\n}})();"


def policy(scripts: Sequence[str], style: str, *, fed: bool = False) -> str:
    """Scripts and style by their own hashes; no frames, no forms, no eval; no network, but for the server of a page
    that is fed by one."""
    allowed = " ".join(map(_hash, scripts))
    return (f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data: blob:; "
            "base-uri 'none'; form-action 'none'" + ("; connect-src 'self'" if fed else ""))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
