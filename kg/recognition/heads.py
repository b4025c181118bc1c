"""Heads of bodies' names: what "Sở", "Ban Tuyên giáo", "Công ty" say of a name that starts with them.

The knowledge is in `kg/vi/bodies.toml` and in the lists of fields of work and of names that are complete.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

from kg.recognition.territories import Territory
from kg.vi.anchors import Anchored
from kg.vi.lexicon import Phrases, anchored, spelt_out, table, words

WORD = re.compile(r"[^\W_]+(?:['.&/][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Head:
    """How names that start with these words go on (see the notes at the top of bodies.toml)."""

    name: str
    frame: str
    category: str
    level: str = ""
    committee: bool = False
    free: bool = False

    @property
    def fielded(self) -> bool:
        """A field of work follows it: "Sở" + "Nội vụ", "Ban Quản lý" + "Khu kinh tế"."""
        return self.frame in ("sector", "board")


@dataclass(slots=True, unsafe_hash=True)  # not frozen, which would take eight times as long to make
class Body:
    """A body as one place in the text names it.

    name    its field of work or own name
    parent  the body that it belongs to
    """

    head: Head
    start: int
    end: int
    name: str = ""
    parent: Body | None = None
    territory: Territory | None = None
    central: bool = False  # "Trung ương" stands for the territory
    shared: bool = False  # its head stands before another one of a series

    @property
    def bare(self) -> bool:
        """Only the head is printed: "Ban", "Đảng ủy"."""
        return not (self.name or self.parent or self.territory or self.central) and self.head.frame != "closed"


def settled(phrase: str) -> str:
    """A head phrase in lower case with single spaces and none around "-"."""
    return " ".join(re.sub(r"\s*-\s*", "-", phrase.lower()).split())


@lru_cache(maxsize=1)
def heads() -> dict[str, Head]:
    """Every head phrase, folded to lower case, with what it says."""
    found: dict[str, Head] = {}
    for entry in table("bodies")["head"]:
        level, committee, free = entry.get("level", ""), entry.get("committee", False), entry.get("case") == "free"
        for short, full in spelt_out(entry["phrases"]):
            found.setdefault(settled(short), Head(full, entry["frame"], entry["class"], level, committee, free))
    for paper in table("bodies")["short"]["papers"]:
        found.setdefault(settled(paper), Head(f"Báo {paper}", "closed", "Press"))
    for phrase, printed in _org_names().items():
        said = words("org-names")[phrase]
        full, _, kind = said.rpartition(" : ")
        head = Head(full or phrase, "closed", CLASSES.get(kind or said, "Organization"))
        for form in printed:
            found.setdefault(settled(form), head)
    return found


@lru_cache(maxsize=1)
def _org_names() -> dict[str, list[str]]:
    """The phrases of org-names.txt, each with all ways to print it."""
    return {phrase: _shortened(phrase) for phrase in words("org-names")}


def _shortened(phrase: str) -> list[str]:
    """A phrase, and all ways to print it with the short forms of bodies.toml."""
    printed = [phrase]
    for full, short in table("bodies")["short_forms"].items():
        printed += [one.replace(full, form) for one in printed if full in one for form in short]
    return printed


CLASSES = {
    "party": "PartyBody",
    "state": "StateBody",
    "mass": "MassOrganization",
    "armed": "ArmedForce",
    "enterprise": "Enterprise",
    "education": "School",
    "health": "HealthFacility",
    "press": "Press",
    "foreign": "ForeignBody",
    "other": "Organization",
}


@lru_cache(maxsize=1)
def head_pattern() -> Anchored:
    """Any head phrase, in lower case."""
    return anchored(heads())


@lru_cache(maxsize=1)
def sector_pattern() -> Phrases:
    """Any field of work, in lower case."""
    return Phrases(words("sectors"))


@lru_cache(maxsize=1)
def not_before() -> dict[str, frozenset[str]]:
    """A head -> the words before which it is part of another word."""
    return {head: frozenset(following) for head, following in table("bodies")["not_before"].items()}


@lru_cache(maxsize=1)
def not_after() -> dict[str, frozenset[str]]:
    """A head -> the words after which it is part of another word."""
    return {head: frozenset(before) for head, before in table("bodies")["not_after"].items()}


@lru_cache(maxsize=1)
def abbreviated() -> frozenset[str]:
    """Heads that are abbreviations and so have capitals wherever they are meant: "CA", not "(danh) ca"."""
    printed = (short for entry in table("bodies")["head"] for short, _ in spelt_out(entry["phrases"]))
    return frozenset(settled(short) for short in printed if short.isupper() and len(short) < 4)


@lru_cache(maxsize=1)
def name_stop() -> Phrases:
    """Capitalized words that never stand inside a body's own name: "Công ty Trung Nam - Ảnh", "Trung tâm Ông"."""
    return Phrases(table("bodies")["short"]["stops"], cased=True)


@lru_cache(maxsize=1)
def people_may_name() -> frozenset[str]:
    """Heads of bodies that may bear a person's name: "Công ty", "Quỹ"."""
    return frozenset(table("bodies")["short"]["people_may_name"])


@lru_cache(maxsize=1)
def papers() -> dict[str, str]:
    """Newspapers' names that are also common words, in lower case -> as they are printed."""
    return {settled(paper): paper for paper in table("bodies")["short"]["papers"]}


@lru_cache(maxsize=1)
def country_pattern() -> Phrases:
    """Any other state by its name."""
    return Phrases(table("bodies")["foreign"]["countries"], cased=True)


@lru_cache(maxsize=1)
def compounds() -> frozenset[tuple[str, str]]:
    """Pairs of syllables that are one word of a name: "kỹ thuật", "doanh nghiệp"."""
    pairs: set[tuple[str, str]] = set()
    more = ("trung ương", "hội nghị", "sự thật", "hải quân", "không quân")
    names = itertools.chain.from_iterable(_org_names().values())
    for phrase in (*words("sectors"), *names, *words("name-words"), *more):
        syllables = WORD.findall(phrase.lower())
        pairs.update(itertools.pairwise(syllables))
    return frozenset(pairs)
