"""Everything that one article mentions, family by family, in the order in which they build on each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.article import Article, Role, Span
from kg.recognition.awards import awards, groups, is_calling
from kg.recognition.bodies import Reader
from kg.recognition.dates import dates, terms
from kg.recognition.document_numbers import numbers
from kg.recognition.documents import documents
from kg.recognition.figures import figures
from kg.recognition.layer import Layer, Mention, reading_order
from kg.recognition.meetings import meetings
from kg.recognition.persons import persons
from kg.recognition.powers import conferring
from kg.recognition.territories import CAPITAL, places
from kg.vi.writing import Writing, normalize

LONGEST = 3_000  # code points of a sentence; the longest in 1,286 official articles has 1,536
_SHORTENED = re.compile(
    r"(?:tp|ths|ts|pgs|gs|bs|st|mr|ms|mrs|dr|đ/c|t\.?ư|tw|q|p|h|tx|tt|kts|ks|ls|cn|ncs|no|vol|v\.v)$", re.IGNORECASE
)
_WORD_END = re.compile(r"[\s.(]")
# It starts with a class, and looks back behind it: so `re` runs to the next sign of the class at once.
_END = re.compile(
    rf"[.!?…\n](?:(?<=\n)|[.!?…]*[\"')]*(?=\s|$)|(?<=[^\W\d_A-Z]{{2}}\.)(?=[{CAPITAL}][^\W\d_]|\"))"
)


class Sentence(NamedTuple):
    """A sentence between two masked positions, by its number."""

    start: int
    end: int
    number: int


@dataclass(slots=True)
class Recognition:
    """What recognition found: `mentions` holds all of them, nested ones too; `layer` has the outermost ones masked."""

    article: Article
    writing: Writing
    mentions: list[Mention]
    layer: Layer
    sentences: list[Sentence] = field(default_factory=list)
    _kinds: dict[str, list[Mention]] = field(default_factory=dict)
    _starts: dict[str, list[int]] = field(default_factory=dict)  # of the mentions of a kind
    _places: list[int] = field(default_factory=list)  # where sentences start
    _spans: dict[int, tuple[int, int]] = field(default_factory=dict)  # of sentences, by number

    def __post_init__(self) -> None:
        for mention in self.mentions:
            self._kinds.setdefault(mention.kind, []).append(mention)
        self._starts = {kind: [mention.start for mention in same] for kind, same in self._kinds.items()}
        self.sentences = list(_sentences(self.layer))
        self._places = [sentence.start for sentence in self.sentences]

    def of(self, kind: str) -> Sequence[Mention]:
        """The mentions of one kind in reading order."""
        return self._kinds.get(kind, ())

    def within(self, kind: str, start: int, end: int) -> Sequence[Mention]:
        """The mentions of one kind that start between two offsets of the working text."""
        starts = self._starts.get(kind, ())
        return self.of(kind)[bisect_left(starts, start) : bisect_left(starts, end)]

    def span(self, start: int, end: int) -> Span:
        """The passage of the article's text between two offsets of the working text."""
        return self.writing.span(start, end)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds an offset of the working text."""
        place = self.layer.place(offset)
        return self.sentences[max(0, bisect_right(self._places, place) - 1)]

    def role(self, sentence: Sentence) -> Role:
        """The role of a sentence's paragraph."""
        start = self.writing.span(offset := self.layer.offset(sentence.start), offset).start
        before = [p for p in self.article.paragraphs if p.span.start <= start + 1]
        return before[-1].role if before else Role.BODY

    def sentence_span(self, sentence: Sentence) -> tuple[int, int]:
        """Offsets of a sentence in the working text, without the spaces around it."""
        if sentence.number not in self._spans:  # asked a dozen times of each
            start, end = self.layer.offset(sentence.start), self.layer.offset(sentence.end)
            text = self.writing.text[start:end]
            self._spans[sentence.number] = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
        return self._spans[sentence.number]


def stops(text: str) -> list[int]:
    """Offsets at which a sentence has ended. One that never ends is no prose: it is cut, and reading stays quick."""
    found: list[int] = []
    for match in _END.finditer(text):
        if match.group() == "." and _is_shortened(text, match.start()):
            continue
        found.append(match.end() - 1 if match.group() == "\n" else match.start())
    return sorted({*found, *_cuts(text, found)})


def _is_shortened(text: str, stop: int) -> bool:
    """Whether a full stop ends an abbreviation or an initial."""
    before = _WORD_END.split(text[max(0, stop - 6) : stop])[-1]
    return bool(_SHORTENED.fullmatch(before)) or len(before) == 1 and before.isupper()


def _cuts(text: str, ends: list[int]) -> Iterator[int]:
    """Where sentences of more than LONGEST code points are cut: at a space if there is one."""
    last = 0
    for end in (*ends, len(text)):
        while end - last > LONGEST:
            space = text.rfind(" ", last + 1, last + LONGEST)
            last = space if space > 0 else last + LONGEST
            yield last
        last = end


def recognize(article: Article) -> Recognition:
    """All mentions of an article's prose; paragraphs that state nothing are passed over."""
    writing = normalize(article.text)
    silent = _silent(article, writing)
    ends = stops(writing.text)
    found = sorted(_told(_simple(writing), silent), key=reading_order)
    layer = Layer(writing, (), ends)
    for family, hidden in _FAMILIES:
        seen = [m for m in found if not hidden(m)]
        layer = layer if layer.given == seen else Layer(writing, seen, ends)
        if further := _told(family(layer), silent):
            found = sorted([*found, *further], key=reading_order)
    return Recognition(article, writing, found, Layer(writing, [m for m in found if m.kind != "place"], ends))


# The families that build on others, each with the mentions that it reads through: an order may bear a person's or a
# place's name and stand in the name of a meeting or a document; "12 đảng viên" is a group, not an office.
_FAMILIES: tuple[tuple[Callable[[Layer], Iterator[Mention]], Callable[[Mention], bool]], ...] = (
    (awards, lambda m: m.kind == "place"),
    (persons, lambda m: False),
    (documents, lambda m: m.kind == "award"),
    (meetings, lambda m: m.kind == "award"),
    (groups, lambda m: m.kind in ("meeting", "place") or is_calling(m)),
    (figures, lambda m: False),
)


def _simple(writing: Writing) -> list[Mention]:
    """Numbers of documents, bodies, places, dates, terms: what needs no other mention."""
    found = list(numbers(writing.text, writing.lower))
    inside = {offset for m in found for offset in range(m.start, m.end)}
    territories = list(places(writing.text, writing.lower))
    bodies = [
        Mention("body", b.start, b.end, {"body": b}, "body.name")
        for b in Reader(writing.text, writing.lower, [(p.start, p.end) for p in territories]).bodies()
        if b.start not in inside
    ]
    bodies = _shortened(writing, bodies) + conferring(writing.text, writing.lower)
    bodies.sort(key=lambda m: m.start)
    taken = [(m.start, m.end) for m in bodies]
    for mention in (*dates(writing.lower), *terms(writing.lower)):
        if mention.start not in inside:
            found.append(mention)
    free = [p for p in territories if not any(a < p.end and p.start < b for a, b in taken)]
    return [*found, *bodies, *(Mention("place", p.start, p.end, {"territory": p}, "place.name") for p in free)]


_DEFINED = re.compile(
    r"\s*\((?:(?:sau đây )?(?:gọi|viết) tắt(?: là)?:?|tên viết tắt(?: là)?|gọi là)?\s*"
    rf"[\"']?([{CAPITAL}][{CAPITAL}&-]{{1,11}}\d?)[\"']?\)"
)


def _shortened(writing: Writing, bodies: list[Mention]) -> list[Mention]:
    """The mentions, with those by an abbreviation that the article defines: "Công ty X (PVC)", "Tổng công ty PVC"."""
    names = {name: mention for mention in reversed(bodies) if (name := _short_name(writing, mention))}
    if not names:
        return bodies
    found: list[Mention] = []
    for match in re.finditer(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])", writing.text
    ):
        around = next((m for m in bodies if m.start <= match.start() < m.end), None)
        if around is None or (around.start, around.end) == match.span():
            parts = {"body": names[match.group()].parts["body"], "short": match.group()}
            found.append(Mention("body", *match.span(), parts, "body.abbreviation"))
    taken = {m.start for m in found}
    return [*(m for m in bodies if m.start not in taken), *found]


def _short_name(writing: Writing, mention: Mention) -> str:
    """The abbreviation that stands for a body: in brackets after its name, or all of its own name; "" for none."""
    body = mention.parts["body"]
    if defined := _DEFINED.match(writing.text, mention.end):
        return defined[1] if not body.head.committee or body.head.frame != "closed" else ""
    return (
        body.name
        if body.head.frame == "named" and re.fullmatch(rf"[{CAPITAL}]{{3,}}", body.name) and not body.territory
        else ""
    )


def _silent(article: Article, writing: Writing) -> list[tuple[int, int]]:
    """The stretches of the working text in which nothing is stated."""
    standing = [p.span for p in article.paragraphs if p.role is Role.STANDING]
    return [(writing.offset(span.start), writing.offset(span.end)) for span in standing]


def _told(mentions: Iterable[Mention], silent: list[tuple[int, int]]) -> list[Mention]:
    """The mentions that start outside of the silent stretches."""
    if not silent:
        return list(mentions)
    return [m for m in mentions if not any(start <= m.start < end for start, end in silent)]


def _sentences(layer: Layer) -> Iterator[Sentence]:
    last = 0
    for number, end in enumerate(layer.ends):
        if end > last or number == 0:
            yield Sentence(last, end, number)
        last = end + 1
