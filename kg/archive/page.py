"""A page on which to judge: one file that needs nothing else, and gives the file of judgements back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from kg.archive.candidates import WORDS, Candidate, Person, Reason
from kg.archive.evidence import Evidence
from kg.archive.judgements import COLUMNS, Judgement, Judgements
from kg.view.island import Json
from kg.view.sealing import embedded, in_one, policy


def page(found: Sequence[Candidate], total: int, known: Judgements, evidence: Evidence, by: str = "") -> str:
    """The page of some of `total` candidates. It adds to `known`, in the name of `by` unless its reader says another.

    Whatever articles say is text in it.
    """
    style = _file("kg.view", "colours.css") + _file("kg.archive", "review.css")
    script = in_one([_file("kg.view", "language.js"), _file("kg.archive", "review.js")])
    cards = [{"name": one.one.label, "why": _words(one.why), "why_not": _words(one.why_not),
              "sides": [_side(person, evidence) for person in (one.one, one.other)]} for one in found]
    data = {"pairs": [[one.one.iri, one.other.iri] for one in found], "known": _plain(known), "columns": COLUMNS}
    return _template().render(cards=cards, total=total, by=by, style=Markup(style), script=Markup(script),
                              policy=policy([script], style), data=embedded(data))


def _words(reasons: Iterable[tuple[Reason, str]]) -> list[dict[str, str]]:
    return [{language: words.format(about) for language, words in WORDS[reason].items()} for reason, about in reasons]


def _side(person: Person, evidence: Evidence) -> dict[str, object]:
    return {"iri": person.iri, "articles": len(person.records), "said": evidence.of(person)}


def _plain(known: Judgements) -> Json:
    rows = [[_cells(judged), comments] for judged, comments in known.rows]
    return {"head": known.head, "rows": rows, "foot": known.foot}


def _cells(judged: Judgement) -> list[str]:
    return [judged.verdict, judged.one, judged.other, judged.by, judged.on.isoformat(), judged.why]


@cache
def _template() -> Template:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        _file("kg.archive", "review.html"))


@cache
def _file(package: str, name: str) -> str:
    return files(package).joinpath("page", name).read_text(encoding="utf-8")
