"""Candidates one after another in the terminal, each with its evidence side by side, and what is judged of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from kg.cli import options
from kg.cli.group import one_line

if TYPE_CHECKING:
    from kg.archive.candidates import Candidate, Person, Reason
    from kg.archive.evidence import Evidence, Said
    from kg.archive.judgements import Judgement, Judgements

_WORDS: Mapping[str, Mapping[str, str]] = {
    "vi": {"ask": "[s] một người  [d] hai người  [u] chưa rõ  [k] bỏ qua  [q] thôi", "why": "Vì sao (có thể bỏ trống)",
           "for": "là một người", "against": "là hai người", "articles": "số bài", "former": "nguyên ",
           "none": "không nêu chức vụ"},
    "en": {"ask": "[s] same  [d] different  [u] unsure  [k] skip  [q] quit", "why": "Why (may be left empty)",
           "for": "for one person", "against": "against it", "articles": "articles", "former": "former ",
           "none": "no office named"},
}
_KEYS = {"s": "same", "d": "different", "u": "unsure"}


def judge_each(found: list[Candidate], evidence: Evidence, known: Judgements, path: Path, judge: tuple[str, date],
               lang: str) -> Judgements:
    """Show each candidate and ask; every answer is written at once. What is judged in the end."""
    from kg.archive.judgements import write

    done = 0
    for number, one in enumerate(found, 1):
        if _follows(one, known):
            continue
        print_candidate(one, evidence, f"{number}/{len(found)}", lang)
        key = _asked(_WORDS[lang]["ask"])
        if key == "q":
            break
        if key in _KEYS:
            known = known.added([_judgement(one, _KEYS[key], _answer(_WORDS[lang]["why"], ""), judge)])
            write(path, known)
            done += 1
    typer.echo(f"{done} judged in {one_line(str(path))}; kg build --archive -o DIR applies them" if done
               else "nothing judged")
    return known


def _follows(one: Candidate, known: Judgements) -> bool:
    """Whether a pair is judged already, by what was judged of others."""
    from kg.archive.agreement import groups

    return any({one.one.iri, one.other.iri} <= set(group) for group in groups(known))


def _asked(words: str) -> str:
    """A key that means something; "q" at the end of the input."""
    while True:
        key = _answer(words, "q").strip().lower()
        if key in (*_KEYS, "k", "q"):
            return key


def _answer(words: str, at_end: str) -> str:
    """A line that is typed; `at_end` where the input has ended."""
    try:
        return str(typer.prompt(words, default="", show_default=False))
    except typer.Abort:
        return at_end


def _judgement(one: Candidate, verdict: str, why: str, judge: tuple[str, date]) -> Judgement:
    from kg.archive.judgements import Judgement, Verdict

    return Judgement(Verdict(verdict), one.one.iri, one.other.iri, judge[0], judge[1], why)


def print_candidate(one: Candidate, evidence: Evidence, number: str, lang: str) -> None:
    """Print a pair: the reasons, then what the articles say, side by side."""
    from kg.cli.table import BESIDE, print_rows

    words = _WORDS[lang]
    typer.echo(one_line(f"{number}  {one.one.label}"))
    for sign, given in (("+", reasons(one.why, lang)), ("-", reasons(one.why_not, lang))):
        for line in given:
            typer.echo(f"  {sign} {words['for' if sign == '+' else 'against']}: {one_line(line)}")
    sides = [list(_cells(person, evidence, lang)) for person in (one.one, one.other)]
    print_rows([f"<{person.iri}> {words['articles']}: {len(person.records)}" for person in (one.one, one.other)],
               zip_longest(*sides, fillvalue=""), BESIDE)


def reasons(given: Iterable[tuple[Reason, str]], lang: str) -> list[str]:
    """Reasons in words."""
    from kg.archive.candidates import WORDS

    return [WORDS[reason][lang].format(about) for reason, about in given]


def _cells(person: Person, evidence: Evidence, lang: str) -> Iterator[str]:
    for said in evidence.of(person):
        yield f"{_office(said, lang)}: {said.before}⟦{said.words}⟧{said.after} – {_source(said)}"


def _office(said: Said, lang: str) -> str:
    words = _WORDS[lang]
    return f"{words['former'] if said.former else ''}{said.office or words['none']}"


def _source(said: Said) -> str:
    return ", ".join(part for part in (said.title, said.outlet, said.day) if part)


def list_candidates(found: list[Candidate], evidence: Evidence, output: options.Tabular, lang: str) -> None:
    """Print candidates one after another, or for programs."""
    from kg.cli.table import print_csv, print_json

    if output is options.Tabular.JSON:
        print_json(_plain(one, evidence) for one in found)
    elif output is options.Tabular.CSV:
        print_csv(("name", "one", "other", "for", "against"), (
            {"name": one.one.label, "one": one.one.iri, "other": one.other.iri,
             "for": "; ".join(reasons(one.why, lang)), "against": "; ".join(reasons(one.why_not, lang))}
            for one in found))
    else:
        for number, one in enumerate(found, 1):
            print_candidate(one, evidence, f"{number}/{len(found)}", lang)


def _plain(one: Candidate, evidence: Evidence) -> dict[str, object]:
    return {"name": one.one.label, "one": _person(one.one, evidence), "other": _person(one.other, evidence),
            "for": dict(one.why), "against": dict(one.why_not)}


def _person(person: Person, evidence: Evidence) -> dict[str, object]:
    from dataclasses import asdict

    return {"iri": person.iri, "articles": len(person.records), "said": [asdict(said) for said in evidence.of(person)]}


def complain_of_conflicts(known: Judgements) -> bool:
    """Say on standard error which judgements contradict each other; whether any do."""
    from kg.archive.agreement import conflicts

    found = conflicts(known)
    for one in found:
        same = ", ".join(f"{judged.one} = {judged.other} ({judged.by}, {judged.on})" for judged in one.same)
        apart = one.different
        typer.echo(one_line(f"kg: judgements contradict each other, and are left out: {same}, but "
                            f"{apart.one} ≠ {apart.other} ({apart.by}, {apart.on}); take one of them back"), err=True)
    return bool(found)
