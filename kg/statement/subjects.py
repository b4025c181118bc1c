"""Whom a clause is about: the bodies that do what its verb says (`kg/vi/subjects.toml`).

Vietnamese puts the subject first: at the start of the sentence, behind a comma or a word of saying, behind a word of
time. A body behind any other word is an object ("phối hợp với ...", "của ..."). Where that is not plain, nobody is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from kg.recognition.awards import is_calling
from kg.recognition.layer import MASK, STOP, Layer, Mention
from kg.recognition.recognition import Recognition
from kg.vi.lexicon import phrases

_BODY, _WHO = MASK["body"], "".join(MASK[kind] for kind in ("body", "person", "office", "meeting"))
_ACTORS = re.compile(rf"[{_WHO}](?:\s*(?:,|và|cùng|-|\()\s*[{_WHO}]\)?)*")
_CALLING = "_"
_BACK = 4  # sentences through which a report goes on about the same body
_LONGEST = 1500  # characters of a sentence that are read before a verb: one that goes on for longer is a list
_NEAR = 40  # characters before a group of actors in which a word that leads to it is looked for
_REACH = 260  # characters between a subject and its verb


@cache
def _word(name: str, before: str = r"(?<![^\W_])", after: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}{phrases('subjects', name)}{after}")


@cache
def _stands() -> re.Pattern[str]:
    """What ends right before a subject: the start or a comma, then only days and words of the list."""
    day, word = rf"[{MASK['date']}{MASK['term']}]", rf"(?<![^\W_]){phrases('subjects', 'before')}"
    return re.compile(rf"(?:^|[,;:\"“(–-])\s*(?:(?:{day}|{word})\s*){{0,4}}$")


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?!{phrases('subjects', 'except')}){phrases('subjects', 'says')}\s*,?")


@cache
def _other() -> re.Pattern[str]:
    return re.compile(rf"[,;]\s*(?:và\s+)?{phrases('subjects', 'others')}")


@cache
def _without() -> re.Pattern[str]:
    exempt = phrases("subjects", "except")
    return re.compile(rf"(?<![^\W_])(?!{exempt})(?:{phrases('subjects', 'hedges')}|{phrases('subjects', 'asks')})")


def subjects(recognition: Recognition, place: int) -> tuple[Mention, ...]:
    """The bodies that do what the verb at a place of the layer says; none where it is asked for, planned or denied."""
    layer = recognition.layer
    sentence = recognition.sentence_at(layer.offset(place))
    start = _clause(layer, max(sentence.start, place - _LONGEST), place)
    text = _read(layer, start, place)
    led: tuple[Mention, ...] = ()
    for group in reversed(list(_ACTORS.finditer(text))):
        near = max(0, group.start() - _NEAR)
        if _word("asks", after=r"\s*,?\s*$").search(text, near, group.start()):
            return ()
        found = _standing(text, group)
        if found is not None:
            return (*led, *_bodies(layer, start, text, found)) if _does(text, *found) else ()
        if _word("leads", after=r"\s+$").search(text, near, group.start()):
            led = (*_bodies(layer, start, text, group.span()), *led)
    return ()


def topic(recognition: Recognition, place: int) -> tuple[Mention, ...]:
    """The bodies that a report goes on about at a place of the layer: subjects of the last sentence that has one."""
    layer, sentences = recognition.layer, recognition.sentences
    at = max(0, bisect_right(sentences, place, key=lambda sentence: sentence.start) - 1)
    ends = [place, *(sentence.end for sentence in reversed(sentences[max(0, at - _BACK) : at]))]
    starts = [sentence.start for sentence in reversed(sentences[max(0, at - _BACK) : at + 1])]
    for start, end in zip(starts, ends, strict=True):
        text = _read(layer, start, end).lstrip(f"{STOP} \n")
        for group in _ACTORS.finditer(text):
            if set(group.group()) & set(_WHO) != {_BODY} or _stands().search(text[: group.start()]):
                told = start != starts[0] and not _without().search(text)
                return _bodies(layer, end - len(text), text, group.span()) if told else ()
    return ()


def _read(layer: Layer, start: int, end: int) -> str:
    """A stretch of the layer in which callings ("đảng viên", "cán bộ") are no actors."""
    text = layer.lower[start:end]
    for found in re.finditer(MASK["office"], text):
        if is_calling(layer.at[start + found.start()]):
            text = text[: found.start()] + _CALLING + text[found.end() :]
    return text


def _clause(layer: Layer, start: int, place: int) -> int:
    """Where the clause of a verb begins: its sentence, or behind the last word of saying before it."""
    ends = [found.end() for found in _said().finditer(layer.lower, start, place)]
    return max([end for end in ends if _ACTORS.search(layer.lower, end, place)], default=start)


def _standing(text: str, group: re.Match[str]) -> tuple[int, int] | None:
    """The part of a row of actors that is a subject: all of it, or what a comma parts from an opening phrase."""
    if _stands().search(text[: group.start()]):
        return group.span()
    opened = _word("adverbials", before=r"^[\s\"“-]*(?:\w+\s+)?").match(text)
    last = group.group().rpartition(",")[2].lstrip()
    if not opened or "," not in group.group() or "," in text[: group.start()] or re.search(r"và|-", last):
        return None
    return group.end() - len(last), group.end()


def _does(text: str, start: int, end: int) -> bool:
    """Whether a body from `start` to `end` of a clause is what its verb, at the end of the clause, is said of."""
    between = text[end:]
    if set(text[start:end]) & set(_WHO) != {_BODY} or len(between) > _REACH:
        return False
    opening = text[max(text.rfind(",", 0, start), text.rfind(";", 0, start)) + 1 : start]
    return not (_without().search(between) or _without().search(opening) or _other().search(between))


def _bodies(layer: Layer, start: int, text: str, part: tuple[int, int]) -> tuple[Mention, ...]:
    """The mentions of a part of a clause, where all are bodies."""
    found = tuple(layer.inside(start + part[0], start + part[1]))
    return found if all(m.kind == "body" for m in found) else ()
