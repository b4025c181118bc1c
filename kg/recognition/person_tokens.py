"""The titles, offices and names of a layer in order, of which the phrases of persons are made."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from kg.recognition.layer import Layer
from kg.recognition.offices import offices
from kg.recognition.person import Token, between, serves, titles
from kg.recognition.person_names import names_among, no_person_after
from kg.recognition.territories import CAPITAL
from kg.vi.anchors import Anchored
from kg.vi.lexicon import anchored, words


@lru_cache(maxsize=1)
def _half_words() -> frozenset[str]:
    """Titles that are also the end of what stands before a place: "ba" of "ngã ba", "cố" of "sự cố"."""
    ends = {phrase.split()[-1].lower() for phrase in words("no-person-after") if " " in phrase}
    return frozenset(ends & titles().keys())


@lru_cache(maxsize=1)
def _title_pattern() -> Anchored:
    return anchored(titles())


_IN_NAME = re.compile(rf"(?<![^\W_])[{CAPITAL}][^\W\d_]* $")


def tokens_of(layer: Layer) -> list[Token]:
    """Offices, titles and names in order; what overlaps an office or a title is no name."""
    tokens = [Token("office", o.start, o.end, o, plural=o.plural) for o in offices(layer)]
    for match in layer.find(_title_pattern()):
        phrase = match.group().rstrip(".")
        said = titles().get(" ".join(match.group().split()), titles().get(phrase, ""))
        start, end = layer.offset(match.start()), layer.offset(match.end() - 1) + 1
        if said in ("singular", "rank") and " " not in phrase and _is_inside(layer, match):
            continue
        if phrase in _half_words() and no_person_after().search(layer.lower, max(0, match.start() - 9), match.end()):
            continue
        if (
            phrase.isalpha()
            and len(phrase) < 3
            and not layer.text[match.start()].isupper()
            and said not in ("singular",)
        ):
            continue
        tokens.append(
            Token("title", start, end, text=layer.text[match.start() : match.end()], plural=said == "plural")
        )
    tokens.sort(key=lambda t: (t.start, -t.end))
    kept: list[Token] = []
    for token in tokens:
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return _assisting(layer, sorted([*kept, *names_among(layer, kept)], key=lambda t: t.start))


def _is_inside(layer: Layer, title: re.Match[str]) -> bool:
    """Whether a word stands behind a capitalized one, so that it is part of a name; "Ảnh: TỰ TRUNG Ông A" has none."""
    if layer.text[title.start()].islower():  # "Theo ông Lềnh"
        return False
    before = _IN_NAME.search(layer.text, max(0, title.start() - 12), title.start())
    return before is not None and (not before.group().isupper() or layer.text[title.start() : title.end()].isupper())


def _assisting(layer: Layer, tokens: list[Token]) -> list[Token]:
    """The tokens with offices under another as one: "ông A, Trợ lý Bộ trưởng"; but "Trợ lý Bộ trưởng A" names A."""
    joined: list[Token] = []
    for i, token in enumerate(tokens):
        under = joined[-1] if joined and token.office and serves(joined[-1]) else None
        following = tokens[i + 1] if i + 1 < len(tokens) else None
        named = following and following.kind == "name" and not between(layer, token.end, following.start).strip()
        if under and under.office and token.office and not named and not between(layer, under.end, token.start).strip():
            role = f"{under.office.role} {token.office.role}"
            office = replace(token.office, role=role, start=under.start, former=under.office.former)
            joined[-1] = Token("office", under.start, token.end, office)
        elif token.office and joined and _is_of_superior(layer, joined[-1], token):
            joined[-1].end = token.end
        else:
            joined.append(token)
    return joined


def _is_of_superior(layer: Layer, under: Token, token: Token) -> bool:
    """ "Trợ lý Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an": one superior, who is both."""
    assists = under.office is not None and under.office.role.lower().startswith(("trợ lý ủy viên", "thư ký ủy viên"))
    return assists and between(layer, under.end, token.start).strip() == ","
