"""One article's part of an archive: what is worked out once, from the article alone, on any core or machine.

`fragment` makes it; once `identify` has told who is who across articles, `published` gives the article's named graph
and `stated` the facts in it. All values are plain and can be sent to other processes.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kg.archive.naming import Json, link, linked, names_person, single_facts
from kg.archive.record import Key, Record, person_path, records
from kg.article import Article
from kg.batch import Recipe
from kg.extraction import extract
from kg.fact import Statements
from kg.graph import triples
from kg.graph.iri import article_path, fact_path
from kg.graph.merging import merged
from kg.graph.terms import iri
from kg.graph.triple import Triple, token
from kg.reading import article as read
from kg.reading.source import Source

_FACTS = frozenset(iri(name) for name in ("org:Membership", "kg:Participation", "kg:Award", "rdf:Statement"))
_TYPE = iri("rdf:type")


@dataclass(frozen=True, slots=True)
class Fragment:
    """What an archive keeps of one article.

    article  its identifier
    text     as read, which the offsets count
    sha256   of the text
    wording  what all copies of one text share: the SHA-256 of its words without case and spacing
    day      the article's date in ISO form, "" where it is not known
    outlet   who published it, "" where it is not known
    rows     its triples, a line each, sorted, as N-Triples without the final " ."; persons have the keys of this
             article alone
    facts    the nodes among them that are facts, as "<IRI>", sorted
    links    "<IRI>" of each fact that names persons -> what its IRI is made of (kg.archive.naming)
    persons  the persons, sorted by key
    """

    article: str
    text: str
    sha256: str
    wording: str
    day: str
    outlet: str
    base: str
    rows: str
    facts: tuple[str, ...]
    links: Mapping[str, Json]
    persons: tuple[Record, ...]


class Support(NamedTuple):
    """One article's word for a fact: the fact's node as "<IRI>", the article's wording and outlet."""

    fact: str
    wording: str
    outlet: str


def fragment(source: Source, recipe: Recipe) -> Fragment:
    """The fragment of one source. Raises ReadingError, GraphError."""
    return fragment_of(read(source, recipe.dated), recipe)


def fragment_of(article: Article, recipe: Recipe) -> Fragment:
    """The fragment of an article that has been read. Raises GraphError."""
    statements = extract(article)
    rows = triples(statements, recipe.base, recipe.evidence, recipe.stamp)
    day = statements.dated.isoformat() if statements.dated else ""
    return Fragment(article.id, article.text, article.sha256, wording(article.text), day, article.publisher or "",
                    recipe.base, _lines(rows), _facts(rows), _links(statements, recipe.base),
                    records(statements))


def _lines(rows: Iterable[Triple]) -> str:
    return "".join(sorted(f"{token(s)} {token(p)} {token(o)}\n" for s, p, o in rows))


def wording(text: str) -> str:
    """The same for all copies of one text, however they are spaced, broken into lines or capitalized."""
    words = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _facts(rows: Iterable[Triple]) -> tuple[str, ...]:
    return tuple(sorted({token(node) for node, predicate, value in rows if predicate == _TYPE and value in _FACTS}))


def _links(statements: Statements, base: str) -> dict[str, Json]:
    facts = {f"<{base}{fact_path(one)}>": one for one in single_facts(statements) if names_person(one)}
    return {name: link(facts[name]) for name in sorted(facts)}


def renamed(one: Fragment, canonical: Mapping[Key, Key]) -> dict[str, str]:
    """"<IRI>" -> "<IRI>" of the persons and facts of an article that are called otherwise in the archive.

    `canonical` gives the canonical keys of the article's persons; those it leaves out keep theirs.
    """
    if all(canonical.get(person.key, person.key) == person.key for person in one.persons):
        return {}
    names = {person_path(person.key): person_path(canonical.get(person.key, person.key)) for person in one.persons}
    found = {f"<{one.base}{old}>": f"<{one.base}{new}>" for old, new in names.items()}
    for name, json in one.links.items():
        found[name] = f"<{one.base}{fact_path(linked(json, canonical))}>"
    return {old: new for old, new in found.items() if old != new}


def published(one: Fragment, names: Mapping[str, str]) -> str:
    """The article's named graph as sorted N-Quads, with the names that `renamed` gives."""
    rows = one.rows
    if names:
        rows = "".join(sorted({_renamed_row(row, names) for row in rows.split("\n") if row}))
        if _meet(one, names):
            rows = _lines(merged(parsed(rows)))
    return rows.replace("\n", f" {token(one.base + article_path(one.article))} .\n")


def _renamed_row(row: str, names: Mapping[str, str]) -> str:
    """A line with its nodes under their other names; literals begin with a quotation mark and are left alone."""
    return " ".join([names.get(part, part) for part in row.split(" ", 2)]) + "\n"


def _meet(one: Fragment, names: Mapping[str, str]) -> bool:
    """Whether two nodes of the article have become one."""
    nodes = {*one.facts, *one.links, *(f"<{one.base}{person_path(person.key)}>" for person in one.persons)}
    return len({names.get(node, node) for node in nodes}) < len(nodes)


def parsed(rows: str) -> Iterator[Triple]:
    """The triples of N-Triples lines without the final stop."""
    import pyoxigraph as ox

    from kg.graph.native import triple

    return map(triple, ox.parse(rows.replace("\n", " .\n").encode(), format=ox.RdfFormat.N_TRIPLES))


def stated(one: Fragment, names: Mapping[str, str]) -> Iterator[Support]:
    """The article's word for each of its facts, once."""
    for fact in sorted({names.get(fact, fact) for fact in one.facts}):
        yield Support(fact, one.wording, one.outlet)
