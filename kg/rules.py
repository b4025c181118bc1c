"""Rules that a person can read: a pattern over mentions, what it states, and examples that run as tests.

A pattern is written as the sentence is:

    {who:person|office} <phát biểu> tại {at:meeting}

    {role:kind|kind}    one mention of a kind, taken up as that role; {role:kind*} a list ("A, B và C")
    <words>             one of a named list, or of alternatives <a|b>
    [words]             may be left out; alternatives [a|b]
    ...                 up to sixty characters without a further person, office or end of sentence
    ..                  up to twenty characters, without a further body either
    ^                   the start of a sentence

Everything else stands for itself; a space is any white space within a line, and case does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.vi.anchors import first_words
from kg.vi.lexicon import alternation, table


class RuleError(KgError):
    """A rule file says something that the rule form does not know."""

    exit_code = 8


@dataclass(frozen=True, slots=True)
class Example:
    """A text, and the statements that the rule must find in it, as `kg check` writes them."""

    text: str
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a match can start with: one of `parts`, words or masks of mentions; a sentence; `anywhere`: with more.

    spaced   a white space before it may belong to the match
    """

    parts: frozenset[str] = frozenset()
    sentence: bool = False
    anywhere: bool = False
    spaced: bool = False


class Expression:
    """A regular expression that is compiled when it is first tried: few rules are tried on an article."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.text)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `parts`: for each part that a match must hold, its first words or the masks of its mentions.

    `states`: the term of its fact; `options`: fixed values for it; a match must hold one of the words of
    `needs` and none of `without`, and must not stand right behind one of `not_after` or right before one of
    `not_before`.
    """

    name: str
    family: str
    pattern: Expression
    begins: Beginning
    parts: tuple[frozenset[str], ...]
    states: str
    needs: Expression | None
    without: Expression | None
    not_after: Expression | None
    not_before: Expression | None
    options: Mapping[str, Any]
    examples: tuple[Example, ...]
    counter: tuple[str, ...]

    def takes(self, role: str) -> bool:
        """Whether a match names mentions of this role."""
        return role in self.pattern.compiled.groupindex


@dataclass(frozen=True, slots=True)
class Match:
    """A rule at one place of a layer: the mentions of each role, and the masked positions that it spans."""

    rule: Rule
    roles: Mapping[str, tuple[Mention, ...]]
    start: int
    end: int


FAMILIES = ("careers", "directives", "meetings")  # the files of rules in kg/vi, each with the facts that it states
# What a rule may say beside its form, examples and words; what an option means is said where its family is stated.
OPTIONS = frozenset(("as", "list", "subject", "named", "told", "gift", "kinds", "each", "former"))
_NEEDED = ("name", "pattern", "states", "examples", "counter")
_KNOWN = frozenset((*_NEEDED, "needs", "without", "not_after", "not_before"))

_TOKEN = re.compile(
    r"\{(?P<role>\w+):(?P<kinds>[\w|]+)(?P<list>\*?)\}|<(?P<words>[^>]+)>|\[(?P<optional>[^\]]+)\]"
    r"|(?P<gap>\.{2,3})|(?P<first>\^)|(?P<space>\s+)|(?P<char>.)")
_BLOCK = f"{STOP}\n{MASK['person']}{MASK['office']}"
_GAPS = {"...": f"[^{_BLOCK}]{{0,60}}?", "..": f"[^{_BLOCK}{MASK['body']}]{{0,20}}?"}
_SPACE = r"[^\S\n]*"
_WORD_START = r"(?:(?<![^\W_])|(?=[,;:]))"  # no word goes on here, or a mark stands
_BEFORE = 24  # characters before a match in which `not_after` is looked for
_AND = r"(?:\s*(?:,|;|,?\s+và|,?\s+rồi(?:\s+là)?|,?\s+cùng(?:\s+với)?|\s-|-)\s*(?:các\s+)?(?:đồng chí\s+)?)"


def _words(text: str, lists: Mapping[str, list[str]]) -> str:
    return f"(?:{alternation(phrase.lower() for phrase in _phrases(text, lists))})(?![^\\W_])"


def _phrases(text: str, lists: Mapping[str, list[str]]) -> list[str]:
    return lists.get(text.strip()) or [part.strip() for part in text.split("|")]


def expression(pattern: str, lists: Mapping[str, list[str]], where: str) -> Expression:
    """A pattern in the form above as a regular expression over masked text in lower case. Raises RuleError."""
    tokens = list(_TOKEN.finditer(pattern.strip()))
    _check_roles([token["role"] for token in tokens if token["role"]], where)
    pieces, pending = [], False
    for token in tokens:
        if token["space"]:
            pending = True
            continue
        piece = _piece(token, lists, where)
        if token["gap"] or token["optional"] or token["first"]:
            pieces.append(piece)
        else:
            pieces.append((_SPACE if pieces else "") + piece if pending or token["role"] else piece)
        pending = False
    return Expression("".join(pieces))


def _check_roles(roles: list[str], where: str) -> None:
    """Raises RuleError where one name stands for two mentions."""
    for role in set(roles):
        if roles.count(role) > 1 or not role.isidentifier():
            raise RuleError(where, f'"{role}" names no one mention', "give each mention a name of its own, in letters")


def beginning(pattern: str, lists: Mapping[str, list[str]]) -> Beginning:
    """What a match of a pattern can start with: its first part, and the next one where that may be left out."""
    first: frozenset[str] = frozenset()
    spaced = False
    for token in _TOKEN.finditer(pattern.strip()):
        if token["optional"]:
            first, spaced = first | first_words(_phrases(token["optional"], lists)), True
        elif token["words"] or token["role"]:
            return Beginning(first | _part(token, lists), spaced=spaced)
        elif not token["space"]:
            return Beginning(sentence=bool(token["first"]) and not spaced, anywhere=spaced or not token["first"])
    return Beginning(anywhere=True)


def _part(token: re.Match[str], lists: Mapping[str, list[str]]) -> frozenset[str]:
    """The first words of a part, or the masks of its mentions. Raises ValueError where one starts with a sign."""
    if token["role"]:
        return frozenset(MASK[kind] for kind in token["kinds"].split("|"))
    return first_words(_phrases(token["words"], lists))


def _parts(pattern: str, lists: Mapping[str, list[str]]) -> Iterator[frozenset[str]]:
    """The parts that a match of a pattern must hold, but for those that may start with a sign: mentions come first."""
    tokens = [token for token in _TOKEN.finditer(pattern) if token["role"] or token["words"]]
    for token in sorted(tokens, key=lambda token: not token["role"]):
        with suppress(ValueError):
            yield _part(token, lists)


def _piece(token: re.Match[str], lists: Mapping[str, list[str]], where: str) -> str:
    if token["role"]:
        return _slot(token, where)
    if token["words"]:
        return r"(?<![^\W_])" + _words(token["words"], lists)
    if token["optional"]:
        return rf"(?:{_SPACE}{_words(token['optional'], lists)})?"
    if token["gap"]:
        return _GAPS[token["gap"]]
    if token["first"]:
        return rf"(?:^|(?<=[{STOP}\n])){_SPACE}"
    return re.escape(token["char"].lower())


def _slot(token: re.Match[str], where: str) -> str:
    kinds = token["kinds"].split("|")
    if unknown := [kind for kind in kinds if kind not in MASK]:
        raise RuleError(where, f'unknown kind "{unknown[0]}"', f"kinds are {', '.join(MASK)}")
    one = f"[{''.join(MASK[kind] for kind in kinds)}]"
    return f"(?P<{token['role']}>{one}{f'(?:{_AND}{one}){{0,40}}' if token['list'] else ''})"


def load(entries: Mapping[str, Any], where: str, family: str) -> tuple[Rule, ...]:
    """The rules of one parsed file. Raises RuleError where a rule has no example or no counter-example."""
    lists = entries.get("words", {})
    named = ((f"{where}: {entry.get('name', 'a rule without a name')}", entry) for entry in entries.get("rule", ()))
    return tuple(_rule(entry, lists, at, family) for at, entry in named)


def _rule(entry: Mapping[str, Any], lists: Mapping[str, list[str]], where: str, family: str) -> Rule:
    _check(entry, where)
    options = {key: value for key, value in entry.items() if key in OPTIONS}
    examples = tuple(Example(e["text"], tuple(e["says"])) for e in entry["examples"])
    needs, without = (_held(entry.get(name), lists, "") for name in ("needs", "without"))
    not_after = _held(entry.get("not_after"), lists, r"\s+$")
    not_before = _held(entry.get("not_before"), lists, "", r"\s+")
    pattern = expression(entry["pattern"], lists, where)
    parts = tuple(_parts(entry["pattern"], lists))
    return Rule(entry["name"], family, pattern, beginning(entry["pattern"], lists), parts, entry["states"],
                needs, without, not_after, not_before, options, examples, tuple(entry["counter"]))


def _check(entry: Mapping[str, Any], where: str) -> None:
    """Raises RuleError where a part is missing or unknown."""
    for needed in _NEEDED:
        if not entry.get(needed):
            raise RuleError(where, f"has no {needed}", f"each rule has {', '.join(_NEEDED)}")
    for name in entry.keys() - _KNOWN - OPTIONS:
        near = get_close_matches(name, _KNOWN | OPTIONS, 1)
        parts = f"parts are {', '.join(sorted(_KNOWN | OPTIONS))}"
        raise RuleError(where, f'unknown part "{name}"', f'did you mean "{near[0]}"?' if near else parts)


def _held(text: str | None, lists: Mapping[str, list[str]], end: str,
          start: str = _WORD_START) -> Expression | None:
    return Expression(start + _words(text, lists) + end) if text else None


@cache
def shipped(family: str) -> tuple[Rule, ...]:
    """The rules of `kg/vi/FAMILY.toml`."""
    return load(table(family), f"{family}.toml", family)


def all_shipped() -> tuple[Rule, ...]:
    """The rules of all families that the program brings."""
    return tuple(rule for family in FAMILIES for rule in shipped(family))


def from_folder(folder: Path) -> tuple[Rule, ...]:
    """All rules of a user's folder, file by file. Raises RuleError."""
    import tomllib

    found: list[Rule] = []
    for path in sorted(folder.glob("*.toml")):
        if path.stem not in FAMILIES:
            raise RuleError(path, "is no family of rules", f"name the file after one of {', '.join(FAMILIES)}")
        try:
            found += load(tomllib.loads(path.read_text(encoding="utf-8")), str(path), path.stem)
        except tomllib.TOMLDecodeError as error:
            raise RuleError(path, f"is not TOML: {error}", "mend the line that it names") from None
    if not found:
        raise RuleError(folder, "holds no rule", "put rules in files such as meetings.toml there")
    return tuple(found)


def matches(rule: Rule, layer: Layer) -> Iterable[Match]:
    """Where a rule applies in a layer, from left to right: in the sentences that hold all that it takes."""
    numbers = layer.holding(rule.parts)
    return _matches(rule, layer, numbers) if numbers else ()


def _matches(rule: Rule, layer: Layer, numbers: Set[int]) -> Iterator[Match]:
    position = 0
    for place in _places(rule.begins, layer, numbers):
        found = rule.pattern.compiled.match(layer.lower, place) if place >= position else None
        if found and _fits(rule, found, layer.lower):
            roles = {role: tuple(layer.inside(*found.span(role))) for role, text in found.groupdict().items() if text}
            yield Match(rule, roles, found.start(), found.end())
            position = max(found.end(), found.start() + 1)


def _places(begins: Beginning, layer: Layer, numbers: Set[int]) -> list[int]:
    """The masked positions, in order, at which a match may start in the sentences of these numbers."""
    if begins.sentence or begins.anywhere:
        spans = [(layer.ends[i - 1] + 1 if i else 0, layer.ends[i]) for i in sorted(numbers)]
        return [place for start, end in spans for place in range(start, end + 1 if begins.anywhere else start + 1)]
    places = {place for one in begins.parts for place, number in layer.standing(one) if number in numbers}
    if begins.spaced:
        places |= {place - 1 for place in places if layer.lower[place - 1 : place].isspace()}
    return sorted(places)


def _fits(rule: Rule, found: re.Match[str], lower: str) -> bool:
    """Whether a match, with what stands around it, holds what the rule needs and nothing that it excludes."""
    text, before = found.group(), lower[max(0, found.start() - _BEFORE):found.start()]
    if rule.needs and not rule.needs.compiled.search(text):
        return False
    if rule.not_before and rule.not_before.compiled.match(lower, found.end()):
        return False
    without, not_after = rule.without, rule.not_after
    return not (without and without.compiled.search(text) or not_after and not_after.compiled.search(before))
