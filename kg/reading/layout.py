"""What each line of a text is: headline, prose, caption, byline, or no part of the story."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from kg.article import Paragraph, Role, Span
from kg.reading.line import LineRule, composed, plain_signs, rules
from kg.vi.places import provinces
from kg.vi.writing import fold

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_INVISIBLE = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\u200b\u200e\u200f\ufeff"
_TOP, _BOTTOM = 5, 8  # lines in which bylines and stamps stand
_LONGEST_HEADLINE = 160
_SHORT = 50  # what follows a headline is longer
_LONGEST_CAPTION = 350  # of the pictures that some pages put after the byline
_LIST = 3  # so many bare names below each other are a list of people, not of authors

_ENDED = re.compile(r'[.!?…:;,]["”)]*$')
_LINK = re.compile(r"[^.!?…]{1,150}[?…]?")
_DATED = re.compile(r"(?:Rạng )?(?:Ngày|Sáng|Trưa|Chiều|Tối|Đêm|Hôm|Mới đây|Vừa qua)\b.*\d")
_SHOWN = re.compile(  # who stands in a picture and what they do there
    r"(?:Các )?(?:Ông|Bà|[Đđ]ồng chí|Đ/c)\b(?:[^,(-]{3,40}[,(-]|(?: \w+){2,5}$)|Các đại biểu\b"
    r"|.*\bphát biểu (?:tại|khai mạc|chỉ đạo|kết luận)\b")
DATELINE = re.compile(r"\((?P<bracketed>[^()\n]{2,40})\)\s*[-–—:]?|(?P<bare>[\w.&/+ ]{2,24}?)\s*[-–—]\s")


class Line(NamedTuple):
    """A line of a text: its span, without the blanks around it, and its words as the patterns see them."""

    span: Span
    words: str
    role: Role = Role.BODY
    matched: re.Match[str] | None = None


def layout(text: str, title: str | None = None, captions: Container[str] = ()) -> tuple[Line, ...]:
    """The lines of a text that are not blank, each with its role.

    `title` is the headline, where it is known; `captions` are lines that are known to be captions.
    """
    lines = list(_lines(text))
    known = [_as(line, Role.CAPTION) if text[line.span.start:line.span.end] in captions else line for line in lines]
    marked = [_marked(line, i, len(lines)) for i, line in enumerate(known)]
    found = _links([line for line, _ in marked], [bool(rule and rule.heads_links) for _, rule in marked])
    return tuple(_headed(_after_byline(_no_lists(found)), title))


def paragraphs(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line.span, line.role) for line in lines)


def _lines(text: str) -> Iterator[Line]:
    signs = plain_signs(text)
    for match in _LINE.finditer(text):
        printed = match.group()
        start = match.start() + len(printed) - len(printed.lstrip(_INVISIBLE))
        end = match.start() + len(printed.rstrip(_INVISIBLE))
        if start < end:
            short = end - start <= _LONGEST_CAPTION
            yield Line(Span(start, end), composed(signs[start:end]) if short else text[start:end])


def _marked(line: Line, number: int, count: int) -> tuple[Line, LineRule | None]:
    """The line with the role that its first matching rule gives it."""
    for rule in rules() if line.role is Role.BODY else ():
        if rule.at == "anywhere" or (number < _TOP if rule.at == "top" else number >= count - _BOTTOM):
            matched = rule.match(line.words)
            if matched and not (rule.role is Role.BYLINE and line.words.strip(" .") in provinces()):
                return Line(line.span, line.words, rule.role, matched), rule
    return line, None


def _links(lines: list[Line], heads: list[bool]) -> list[Line]:
    """Lines under a heading of links are links, up to the next whole sentence."""
    found, linked = [], False
    for line, head in zip(lines, heads, strict=True):
        linked = head or (linked and bool(_LINK.fullmatch(line.words)))
        found.append(_as(line, Role.STANDING) if linked and line.role is Role.BODY else line)
    return found


def _no_lists(lines: list[Line]) -> list[Line]:
    """Several bylines next to each other are a list of people."""
    bylines = {i for i, line in enumerate(lines) if line.role is Role.BYLINE}
    runs = {i for i in bylines if len(bylines.intersection(range(i - _LIST + 1, i + _LIST))) >= _LIST}
    return [_as(line, Role.BODY) if i in runs else line for i, line in enumerate(lines)]


def _after_byline(lines: list[Line]) -> list[Line]:
    """What follows the last byline of a story are the captions of its pictures."""
    last = max((i for i, line in enumerate(lines) if line.role is Role.BYLINE and i >= _TOP), default=len(lines))
    return [_as(line, Role.CAPTION) if i > last and line.role is Role.BODY and len(line.words) <= _LONGEST_CAPTION
            else line for i, line in enumerate(lines)]


def _headed(lines: list[Line], title: str | None) -> list[Line]:
    prose = [i for i, line in enumerate(lines) if line.role is Role.BODY]
    headline = next((i for i in prose[:2] if _is_title(lines[i].words, title)), None)
    if headline is None and not title and len(prose) > 1 and _looks_like_headline(lines[prose[0]], lines[prose[1]]):
        headline = prose[0]
    return [_as(line, Role.HEADLINE) if i == headline else line for i, line in enumerate(lines)]


def _is_title(words: str, title: str | None) -> bool:
    return bool(title) and len(words) <= _LONGEST_CAPTION and fold(words) == fold(title or "")


def _looks_like_headline(line: Line, following: Line) -> bool:
    words = line.words
    return (len(words) <= _LONGEST_HEADLINE and len(following.words) > _SHORT and not _ENDED.search(words)
            and not (_DATED.match(words) or _SHOWN.match(words) or DATELINE.match(words)))


def _as(line: Line, role: Role) -> Line:
    return Line(line.span, line.words, role, line.matched)
