"""What a level without a name means: "tỉnh" in an article of Gia Lai, "huyện" after "huyện Chư Sê"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kg.article import Article
from kg.recognition.heads import Body
from kg.recognition.layer import Mention
from kg.recognition.recognition import Recognition
from kg.recognition.territories import RANK, Territory, level_of_province, province
from kg.vi.outlets import province_of
from kg.vi.places import Unit, find, unit

_MANY = 4  # provinces of an article that may be about none of them
_AT = re.compile(r"(?<![^\W_])(?:tại|ở|về phía)\s+(?:tỉnh\s+|thành phố\s+|tp\.?\s*)?$")
_UPPER = ("tỉnh", "thành phố")
# Levels whose units are known well enough to tell a name's only one.
_ONE = ("huyện", "quận", "thị xã", "thành phố")
_NEAR = 400  # characters between a body and one that leaves out its province


class Territories:
    """The named territories of an article in reading order.

    home  the province that the article is about
    only  the province of all bodies that the article names, None where they are of several
    """

    def __init__(self, recognition: Recognition) -> None:
        named = sorted((t for t in _all(recognition.mentions) if t.name), key=lambda t: t.start)
        self._named: dict[int, list[Territory]] = {1: [], 2: [], 3: []}
        for territory in named:
            self._named[_rank(territory)].append(territory)
        self._by_level: dict[str, list[Territory]] = {}
        self._seats = sorted(
            (t for m in recognition.of("body") for t in _seat(m.parts["body"]) if t.name and _rank(t) == 1),
            key=lambda t: t.start,
        )
        self._recognition = recognition
        seats = {province(t.name): t for t in self._seats}
        self.only = next(iter(seats.values())) if len(seats) == 1 else None
        capitals = [t for t in self._named[2] if province(t.name) and t.level == "thành phố"]
        named_there = [t.name for t in sorted([*self._named[1], *capitals], key=lambda t: t.start)]
        self.home = _home(recognition.article, [*named_there, *_of_districts(recognition)])
        self._scenes = self._all_scenes()

    def named(self, level: str, position: int, *, strict: bool = False) -> Territory | None:
        """The territory that `level` alone means at an offset: the last one named before it, else the home province."""
        rank, candidates = RANK.get(level, 1), self._candidates(level)
        if rank == 1:
            city = self._city(position) if level == "thành phố" and self._is_of_province() else None
            return city or self._province(level, position, candidates, strict=strict)
        i = bisect_right([t.start for t in candidates], position)
        return candidates[i - 1] if i else candidates[0] if candidates else None

    def above(self, territory: Territory) -> str | None:
        """The province of a smaller territory: the home province if it has one of that name, else the only one in the
        country, or of those that the article names, that has."""
        if not self.home or _in_province(territory.name, self.home):
            return self.home
        named = {province(t.name) or t.name for t in self._named[1]}
        holding = [name for name in named if _in_province(territory.name, name)]
        return only_province(territory) or (holding[0] if len(holding) == 1 else self.home)

    def _is_of_province(self) -> bool:
        """Whether the article is about a province, whose cities "thành phố" may mean, or about none."""
        return not self.home or level_of_province(self.home) == "tỉnh"

    def _city(self, position: int) -> Territory | None:
        """The city of the home province named last before an offset, or the first of the article."""
        cities = [t for t in self._named[2] if t.level == "thành phố" and _in_province(t.name, self.home)]
        i = bisect_right([t.start for t in cities], position)
        return cities[i - 1] if i else cities[0] if cities else None

    def _candidates(self, level: str) -> list[Territory]:
        if level not in self._by_level:
            rank = RANK.get(level, 1)
            fits = _fits if rank == 1 else _same_level
            self._by_level[level] = [t for t in self._named[rank] if fits(t, level)]
        return self._by_level[level]

    def _province(self, level: str, position: int, candidates: list[Territory], *, strict: bool) -> Territory | None:
        home = self.home
        if home and (not level or level_of_province(home) == level) and not strict:
            names = {province(t.name) or t.name for t in candidates}
            if home in names or not names:
                near = self.near(position, level) if len(names) > 1 else None
                return near or Territory(level_of_province(home), home, position, position)
        i = bisect_right([t.start for t in candidates], position)
        if i:
            return candidates[i - 1]
        return candidates[0] if candidates and not strict else None

    def _all_scenes(self) -> list[Territory]:
        """In an article of many provinces, those of its bodies and of "Tại Ninh Thuận"; else none."""
        counts = Counter(province(t.name) for t in self._seats)
        if len(counts) < _MANY or counts[self.home] * 2 > len(self._seats):
            return []
        lower = self._recognition.writing.lower
        told = [t for t in self._named[1] if _AT.search(lower, max(0, t.start - 24), t.start)]
        return sorted({t.start: t for t in (*told, *self._seats)}.values(), key=lambda t: t.start)

    def near(self, position: int, level: str = "") -> Territory | None:
        """The province told of at an offset: that of the body last named shortly before; in an article of many, the one
        named before in the sentence, else behind in it, else before it."""
        told = [t for t in self._scenes or self._seats if _fits(t, level)]
        before = [t for t in told if position - _NEAR < t.start < position]
        if self._scenes:
            start, end = self._recognition.sentence_span(self._recognition.sentence_at(position))
            if not (before and before[-1].start >= start):
                before = [t for t in told if position < t.start < end][:1] or before
        return before[-1] if before else None


@lru_cache(maxsize=2048)
def _in_province(city: str, home: str | None) -> bool:
    """Whether a city of this name is in a province; True where no province is given."""
    within = [u.id for u in find(home) if u.parent is None] if home else []
    return not home or any(find(city, within=id) for id in within)


def only_province(territory: Territory) -> str | None:
    """The province of a territory whose name no other unit of its level has, whatever the article seems to say."""
    return _only_province(territory.name, territory.level) if territory.level in _ONE else None


@lru_cache(maxsize=2048)
def _only_province(name: str, level: str) -> str | None:
    found = {_top(one).name for one in find(name, level)}
    return next(iter(found)) if len(found) == 1 else None


def _top(one: Unit) -> Unit:
    while one.parent:
        one = unit(one.parent)
    return one


def _rank(territory: Territory) -> int:
    """1 for provinces, 2 for districts and the cities of provinces, 3 for communes."""
    name = province(territory.name)
    if name and territory.level in ("", *_UPPER):
        return 2 if territory.level == "thành phố" and level_of_province(name) == "tỉnh" else 1
    return 2 if territory.level == "thành phố" else RANK.get(territory.level, 1)


def _same_level(territory: Territory, level: str) -> bool:
    return not level or territory.level == level or not territory.level


def _fits(territory: Territory, level: str) -> bool:
    """A province for "tỉnh", a city under central rule for "thành phố"."""
    found = province(territory.name)
    return bool(found) and (not level or level_of_province(found or "") == level)


def _all(mentions: list[Mention]) -> Iterator[Territory]:
    for mention in mentions:
        if mention.kind == "place":
            yield from _chain(mention.parts["territory"])
        elif mention.kind == "body":
            yield from _of(mention.parts["body"])


def _seat(body: Body) -> Iterator[Territory]:
    """The territory that a committee or an office of state stands for; a firm's place is none."""
    return iter(()) if body.head.frame == "named" else _of(body)


def _of(body: Body) -> Iterator[Territory]:
    if body.territory:
        yield from _chain(body.territory)
    if body.parent:
        yield from _of(body.parent)


def _chain(territory: Territory | None) -> Iterator[Territory]:
    while territory:
        yield territory
        territory = territory.within


def _of_districts(recognition: Recognition) -> Iterator[str]:
    """The provinces of the districts whose committees and offices are named without them."""
    for mention in recognition.of("body"):
        for territory in _seat(mention.parts["body"]):
            if territory.name and not territory.within and (found := only_province(territory)):
                yield found


def _home(article: Article, named: list[str]) -> str | None:
    """The province of the outlet if the text agrees or names none; else the one named most, the first of equals."""
    counts = Counter(province(name) or name for name in named)
    local = province_of(article.publisher or "") or province_of(article.url or "")
    if local and (not counts or counts.get(local, 0) * 3 >= max(counts.values())):
        return local
    return max(counts, key=lambda name: counts[name], default=None)
