"""IRIs from identity: readable, in NFC, Vietnamese letters kept, and never one IRI for two identities.

A key's parts become the path's segments: "05-CT/TW" is `05_CT.TW`, "châu ngọc tuấn" is `châu-ngọc-tuấn`.
Letters and digits of any script stay as they are; any other character is written `~HEX~`, so that no IRI needs
percent-encoding and none holds a character that RFC 3987 forbids. Only overlong paths end in a hash.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from kg.article import Article, Span
from kg.fact import Entity, Fact, Value, post_key
from kg.graph.errors import GraphError
from kg.graph.terms import NARY, folder_of
from kg.vi.writing import fold

LONGEST = 200  # code points of a path; a Vietnamese letter takes up to three bytes
_KEPT = 140
_SIGNS = {" ": "-", "-": "_", "/": "."}
_OTHER = re.compile(r"[\W_]")
_SPELT = re.compile(r"~([0-9a-f]{1,5})~")
_FORBIDDEN = re.compile(r'[\x00-\x20<>"{}|\\^`\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff\ue000-\uf8ff]')


def _spell(match: re.Match[str]) -> str:
    return _SIGNS.get(match[0]) or f"~{ord(match[0]):x}~"


@lru_cache(maxsize=4096)
def segment(part: str) -> str:
    """One part of a key as one segment of a path. Different parts (in NFC) give different segments."""
    text = unicodedata.normalize("NFC", part)
    spelt = _OTHER.sub(_spell, text)
    if spelt in (".", ".."):  # "/" and "//" must not become steps in a path
        return "~2f~" * len(text)
    return spelt or "~"


def unspelt(segment: str) -> str:
    """The part of a key that a segment of a path spells: what `segment` was given, in NFC."""
    if segment == "~":
        return ""
    text = segment.replace("-", " ").replace("_", "-").replace(".", "/")
    return _SPELT.sub(lambda match: chr(int(match[1], 16)), text)


def _bounded(path: str) -> str:
    """A path as it is, or cut and made unique by the SHA-256 of the whole."""
    if len(path) <= LONGEST:
        return path
    return f"{path[:_KEPT]}~~{hashlib.sha256(path.encode()).hexdigest()[:24]}"


@lru_cache(maxsize=4096)
def _keyed(folder: str, key: tuple[str, ...], separator: str) -> str:
    return separator.join([folder, *map(segment, key)])


def entity_path(entity: Entity) -> str:
    """The path of an entity below the base: `organization/tỉnh-ủy/gia-lai`."""
    return _bounded(_keyed(folder_of(entity.kind), entity.key, "/"))


def reference(value: Value | None) -> str:
    """A role's value as one segment of its fact's path; order does not count in a tuple; "" where there is none."""
    if isinstance(value, Entity):
        return _keyed(folder_of(value.kind), value.key, ",")
    if isinstance(value, Article):
        return f"article,{segment(value.id)}"
    if isinstance(value, Fact):
        return fact_path(value).replace("/", ";")
    if isinstance(value, tuple):
        return "+".join(sorted(map(reference, value)))
    if value is None or value is False:
        return ""
    text = str(value)
    return segment(fold(text) or text)


def role_path(folder: str, parts: list[str]) -> str:
    """The path of a node that is made of others, given as segments; empty ones at the end are left out."""
    while parts and not parts[-1]:
        parts.pop()
    return _bounded("/".join([folder, *(part or "~" for part in parts)]))


def fact_path(fact: Fact) -> str:
    """The path of a fact below the base, from the roles that make its identity."""
    nary = NARY.get(fact.term)
    if nary is None:
        return role_path("statement", [reference(fact.roles["subject"]), fact.term, reference(fact.roles["object"])])
    values = [(role, fact.roles.get(role)) for role in nary.identity]
    return role_path(nary.folder, [role if value is True else reference(value) for role, value in values])


def post_path(role: str, of: Entity | None) -> str:
    """The path of an office: its role and its body or place, the same whoever holds it and however it is printed."""
    return entity_path(Entity("Post", post_key(role, of), role))


def article_path(article_id: str) -> str:
    return _bounded(f"article/{segment(article_id)}")


def passage_iri(article_iri: str, span: Span) -> str:
    """The IRI of a stretch of an article's text, as RFC 5147 names it."""
    return f"{article_iri}#char={span.start},{span.end}"


def is_iri(text: str) -> bool:
    """Whether a text is an absolute IRI with no character that RFC 3987 forbids."""
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", text)) and not _FORBIDDEN.search(text)


def check_base(base: str) -> str:
    """The base, if resources can be named below it. Raises GraphError."""
    if is_iri(base) and base.endswith("/") and not set("?#") & set(base) and urlsplit(base).netloc:
        return unicodedata.normalize("NFC", base)
    raise GraphError(base, "cannot be the base of IRIs", 'give an absolute IRI that ends with "/"')
