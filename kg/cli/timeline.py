"""`kg timeline`: what many articles say of one thing, in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import options
from kg.cli.explain import kinds, list_things
from kg.cli.group import one_line
from kg.cli.query import STORE

if TYPE_CHECKING:
    from kg.history.timeline import Line
    from kg.store.question import Question

_UNSHOWN = ("day", "source", "start", "end", "fact")  # what a table leaves to the other forms


def timeline(
    name: Annotated[str, typer.Argument(
        metavar="NAME|IRI", show_default=False,
        help="A person, an office, a body or a document, with or without its accents, or its IRI.")],
    where: options.Graph = STORE,
    lang: options.Lang = options.Language.VI,
    output: options.Rows = options.Tabular.TABLE,
) -> None:
    """Tell in the order of time which offices a person held, who held an office, which numbered meetings a body held,
    or who issued, carries out, discusses or mentions a document: a line for each article, with its words.

    Each line says how it is known: attested on the article's day, a start or end that the article states, or a day
    inferred from the decision that made the appointment or, where an article prints no day, from the meeting that the
    holder took part in. What has no day comes last. A name that several things have
    is answered by their list, with exit code 7.

    Example: kg timeline "Châu Ngọc Tuấn" --in out
    """
    from kg.errors import QueryError
    from kg.history.lookup import look_up, offices
    from kg.history.timeline import question_about
    from kg.history.timeline import timeline as lines_of
    from kg.store.source import asking

    with asking(where) as ask:
        found, index = look_up(name, ask)
        if len(found) > 1:
            list_things(name, found, index, output is options.Tabular.JSON, offices(found, ask))
            raise typer.Exit(QueryError.exit_code)
        node, asked = found[0], question_about(found[0], index)
        lines = lines_of(node, index, ask, lang.value)
        if output is options.Tabular.TABLE:
            typer.echo(one_line(f"{index.label(node)} ({kinds(sorted(index.classes(node)), lang.value)})"))
            typer.echo(one_line(f"<{node}>"))
    _write(lines, asked, lang.value, output)
    if not lines:
        typer.echo(f"kg: nothing to put in the order of time in {one_line(where)}", err=True)


def _write(lines: list[Line], asked: Question, lang: str, output: options.Tabular) -> None:
    from kg.cli.table import print_csv, print_json, print_rows

    if output is options.Tabular.JSON:
        print_json(lines)
    elif output is options.Tabular.CSV:
        print_csv(asked.columns, lines)
    else:
        shown = [name for name in asked.columns if name not in _UNSHOWN and any(line[name] for line in lines)]
        print_rows([asked.columns[name][lang] for name in shown], ([line[name] for name in shown] for line in lines))
