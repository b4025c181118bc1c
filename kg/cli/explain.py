"""`kg explain`: what a graph knows of a thing, and how it knows it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.group import one_line
from kg.cli.validate import quoted

if TYPE_CHECKING:
    from kg.explanation import Explanation, Statement
    from kg.graph.index import Index

_NOTES = 3  # what is said of each of several things that a name may mean


def explain(
    graph: Annotated[Path, typer.Argument(
        metavar="GRAPH", show_default=False, help="An RDF file: .ttl, .nt, .trig, .nq, .jsonld or .rdf (also .gz).")],
    name: Annotated[str | None, typer.Argument(
        metavar="[NAME|IRI]", show_default=False,
        help="A name in the graph, with or without its accents, or an IRI.")] = None,
    fact: Annotated[str | None, typer.Option(
        "--fact", metavar="IRI", show_default=False, help="Explain one fact alone.")] = None,
    as_json: options.AsJson = False,
) -> None:
    """Tell what is known of a thing: each fact with its sentence, the words marked ⟦so⟧, its article, line and column,
    the rule that stated it, and what was inferred from what.

    Lines and columns need the texts that `kg build` keeps beside a graph. A name that several things have is
    answered by their list, with exit code 7.

    Example: kg explain out/graph.ttl "Châu Ngọc Tuấn"
    """
    from kg.errors import QueryError
    from kg.explanation import explain as tell
    from kg.explanation import explain_fact, find
    from kg.graph.file import read
    from kg.graph.index import Index
    from kg.graph.texts import Texts

    index, texts = Index(read(graph)), Texts(graph.parent)
    if fact:
        told = explain_fact(find(fact, index)[0], index, texts)
        _print_json(told) if as_json else typer.echo("\n".join(_statement(told)))
        return
    if not name:
        raise QueryError("kg explain", "no name and no fact is given", "name a thing or use --fact IRI")
    found = find(name, index)
    if len(found) > 1:
        list_things(name, found, index, as_json)
        raise typer.Exit(QueryError.exit_code)
    thing = tell(found[0], index, texts)
    _print_json(thing) if as_json else _print(thing)


def list_things(name: str, found: list[str], index: Index, as_json: bool,
                notes: Mapping[str, list[str]] | None = None) -> None:
    """Say which things a name may mean, and of each what tells it apart."""
    notes = notes or {}
    rows = [{"iri": node, "label": index.label(node), "kinds": kinds(sorted(index.classes(node))),
             **({"offices": notes.get(node, [])} if notes else {})} for node in found]
    if as_json:
        import json

        typer.echo(json.dumps({"ambiguous": name, "things": rows}, ensure_ascii=False))
        return
    typer.echo(one_line(f'"{name}" may be any of {len(found)} things; ask for one by its IRI:'))
    for row in rows:
        typer.echo(one_line(f"{row['label']} ({row['kinds']})  {row['iri']}"))
        for note in notes.get(str(row["iri"]), [])[:_NOTES]:
            typer.echo(f"    {one_line(note)}")


def kinds(classes: list[str], language: str = "en") -> str:
    """The names of classes, those of the ontology."""
    from kg.graph.ontology import labels, term_label

    return ", ".join(dict.fromkeys(term_label(name, language) for name in classes if name in labels()))


def _print(thing: Explanation) -> None:
    itself = thing.itself
    head = [f"{itself.label} ({kinds(list(thing.classes))})", f"<{itself.node}>"]
    if thing.names:
        head.append(f"also: {'; '.join(thing.names)}")
    typer.echo("\n".join(map(one_line, head)))
    typer.echo("\n".join(_details(itself)))
    typer.echo(f"\n{len(thing.facts)} {'fact' if len(thing.facts) == 1 else 'facts'}")
    for number, fact in enumerate(thing.facts, 1):
        typer.echo("\n".join([f"\n{number}. {one_line(fact.label)}", *_statement(fact)[1:]]))


def _statement(fact: Statement) -> list[str]:
    return [one_line(fact.label), *_details(fact), f"   <{one_line(fact.node)}>"]


def _details(fact: Statement) -> list[str]:
    from kg.graph.ontology import term_label

    said = [f"{term_label(name)}: {value}" for name, value in fact.parts]
    for words in fact.quotations:
        said += quoted(words)
    said += [f"rule: {fact.rule}"] if fact.rule else []
    return [f"   {one_line(line)}" for line in (*said, *(f"inferred: {note}" for note in fact.inferred))]


def _print_json(told: Explanation | Statement) -> None:
    import json
    from dataclasses import asdict

    typer.echo(json.dumps(asdict(told), ensure_ascii=False))
