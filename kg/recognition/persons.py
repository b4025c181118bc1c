"""Persons with what stands around their names: honorifics, ranks, and the offices before, after and in brackets.

One mention of kind "person" covers the whole phrase ("Đồng chí Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy"), so
that later rules read it as one word. Offices that stand without a name become mentions of kind "office".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.recognition.layer import Layer, Mention
from kg.recognition.offices import Office
from kg.recognition.person import ASIDE, JOIN_NAME, TERM, Person, Token, between, serves, titles
from kg.recognition.person_limits import is_of_another, is_of_many, is_told_of, kept_of, parted, parts
from kg.recognition.person_tokens import tokens_of

# A term of office before a name: "đại biểu Quốc hội khóa XIII Lê Văn A", "Chủ tịch UBND tỉnh đương nhiệm, ông A".
_TERM_AHEAD = re.compile(
    r"^\s+(?:(?:khóa (?:[ivxl]+|\d+)|nhiệm kỳ \(?\d{4}\s*-\s*\d{4}\)?)(?=\s*$)|đương nhiệm(?=\s*,?\s*$))"
)
# Age and home between a name and its offices: "ông A, 35 tuổi, Giám đốc", "A (SN 1965, quê Chư Sê, nguyên Trưởng thôn".
_AGE = re.compile(
    r"^\s*([,(])\s*(?:sn|sinh năm|\d\d tuổi)[\s:]*(?:\d{4})?\s*,"
    r"(?:\s*(?:quê|trú|ngụ|ở|thường trú)(?![^\W_])[^,;.()\n]{0,50},){0,2}"
)
# What an office with its term is told of a person who is named behind it, and not of an election: "Khi là Bí thư ...".
_AS = re.compile(r"(?<![^\W_])(?:khi|lúc|trong thời gian|cương vị|vai trò|trách nhiệm)(?![^\W_])[^.;,\n]{0,20}$")
_JOIN_BEFORE = re.compile(r"\s*(?:|,|-|:|,?\s+(?:kiêm|và|là|đồng thời là|đồng chí))\s*")
_JOIN_AFTER = re.compile(
    r"\s*(?:,|-|\(|[,(]?\s*(?:hiện |(?:khi|lúc) (?:đó|ấy) (?:đang )?)?(?:là|kiêm|và|đồng thời là|nay là))?\s*"
)
_JOIN_SHARED = re.compile(r"\s*(?:,|;|,?\s+và|,?\s+cùng)\s*")


def persons(layer: Layer) -> Iterator[Mention]:
    """Persons (parts: "person") and lone offices (parts: "office") of a layer with bodies and places masked."""
    tokens = tokens_of(layer)
    found = [_person(layer, tokens, i) for i, token in enumerate(tokens) if token.kind == "name"]
    _share_offices(layer, tokens, found)
    for person, start, end in found:
        yield Mention("person", start, end, {"person": person}, "person")
    for token in tokens:
        if token.kind == "office" and not token.taken and token.office:
            yield Mention("office", token.start, token.end, {"office": token.office}, "office")


def _person(layer: Layer, tokens: list[Token], at: int) -> tuple[Person, int, int]:
    name = tokens[at]
    person = Person(name.text, name.start, name.end)
    start = _before(layer, tokens, at, person)
    end = _after(layer, tokens, at, person, quoted=layer.writing.lower.endswith("theo ", 0, start))
    return person, start, end


def _before(layer: Layer, tokens: list[Token], at: int, person: Person) -> int:
    """Takes the titles and offices that lead to a name; returns where the phrase starts."""
    start, j = tokens[at].start, at - 1
    while j >= 0 and tokens[j].kind != "name" and not tokens[j].taken:
        token = tokens[j]
        gap = between(layer, token.end, start)
        if token.office and _AS.search(layer.writing.lower, max(0, token.start - 40), token.start):
            gap = TERM.sub("", gap)
        gap = _TERM_AHEAD.sub("", gap) if token.office else gap
        join = JOIN_NAME if start == tokens[at].start else _JOIN_BEFORE
        if (
            "\n" in gap
            or not join.fullmatch(gap)
            or (gap.strip() == "," and start == tokens[at].start and token.plural is False and token.kind == "title")
        ):
            break
        if gap.strip() == ":" and not (token.plural or token.kind == "office"):
            break
        if token.office and is_of_another(layer, token, tokens[j + 1], gap) or parted(layer, token, tokens[at], gap):
            break
        if token.kind == "office" and token.office:
            person.offices.insert(0, token.office)
        elif titles().get(token.text.lower()) in ("singular", "plural"):
            person.honorific = person.honorific or token.text
        else:
            person.titles.insert(0, token.text)
        token.taken = True
        start, j = token.start, j - 1
        if token.plural:
            break
    return start


def _after(layer: Layer, tokens: list[Token], at: int, person: Person, *, quoted: bool) -> int:
    """Takes the offices behind a name, but not those that lead to the next one; returns the phrase's end.

    quoted  it is told according to the person, so that an office behind a comma may be of whom it is told
    """
    chain, bracket = _behind(layer, tokens, at)
    following = tokens[at + 1 + len(chain) :][:2]
    if chain and following and following[0].kind == "name":
        closed = quoted and len(chain) > 1 and chain[-1].kind == "title"  # "Theo ông A, Giám đốc, ông B ..."
        chain = chain if closed else kept_of(layer, tokens[at], chain, following, person)
    while chain and chain[-1].kind == "title":
        chain.pop()
    if quoted and len(chain) == 1 and is_told_of(layer, tokens[at], chain[0]):
        return tokens[at].end
    for token in chain:
        token.taken = True
        if token.office:
            person.offices.append(token.office)
        else:
            person.titles.append(token.text)
    end = chain[-1].end if chain else tokens[at].end
    return end + 1 if bracket and layer.writing.text[end : end + 1] == ")" else end


def _behind(layer: Layer, tokens: list[Token], at: int) -> tuple[list[Token], bool]:
    """The titles and offices that follow a name in a chain, and whether one stands in brackets."""
    chain: list[Token] = []
    end, j = tokens[at].end, at + 1
    bracket = False
    while j < len(tokens) and tokens[j].kind != "name":
        gap = TERM.sub("", between(layer, end, tokens[j].start))
        gap = gap if chain else _AGE.sub(r"\1", gap)
        if "\n" in gap or not _JOIN_AFTER.fullmatch(gap) or (tokens[j].kind == "title" and parts(gap, bool(chain))):
            break
        if not gap.strip() and not chain and not ASIDE.search(layer.writing.lower, end, tokens[j].start):
            break
        if (chain and not gap.strip() and serves(chain[-1])) or is_of_many(layer, tokens[j]):
            break
        bracket = bracket or gap.strip() == "("
        chain.append(tokens[j])
        end, j = tokens[j].end, j + 1
    return chain, bracket


def _share_offices(layer: Layer, tokens: list[Token], found: list[tuple[Person, int, int]]) -> None:
    """ "các Phó Chủ tịch UBND tỉnh A, B và C": the plural office is that of each name in the list."""
    shared: list[Office] = []
    previous_end = -1
    for person, start, end in found:
        plural = [o for o in person.offices if o.plural and o.end <= person.start]
        if plural:
            shared = plural
        elif shared and not person.offices and _JOIN_SHARED.fullmatch(between(layer, previous_end, start)):
            person.offices = list(shared)
        else:
            shared = []
        previous_end = end
