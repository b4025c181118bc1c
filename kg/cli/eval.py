"""`kg eval`: how right the builder is on articles that somebody annotated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.evaluation.tally import Evaluation, Tally


def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR",
            help="A folder of articles STEM.txt, each with its annotation STEM.json.",
            show_default=False,
        ),
    ],
    by_rule: Annotated[bool, typer.Option("--by-rule", help="Also print each rule's precision.")] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Also print every false and every missed fact.")] = False,
    confidence: Annotated[
        Path | None,
        typer.Option(
            "--confidence",
            metavar="FILE",
            help="Write each rule's measured precision to a TOML file.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Compare what the builder says with annotated articles: precision, recall and F1 by family.

    An annotation is JSON with the lists persons, organizations, posts, meetings, participation, documents and awards;
    `python -c "help('kg.evaluation')"` shows its form.
    """
    from kg.evaluation.comparison import compare
    from kg.evaluation.gold import annotated
    from kg.evaluation.tally import Evaluation
    from kg.extraction import extract
    from kg.reading import read

    evaluation = Evaluation()
    for one in annotated(folder):
        compare(evaluation, one, extract(read(one.text)))
    if confidence:
        _write_confidence(confidence, evaluation)
    typer.echo(_as_json(evaluation) if as_json else _table(evaluation))
    if by_rule:
        typer.echo(_rules(evaluation))
    if errors:
        typer.echo("\n".join(_errors(evaluation)))


def _row(name: str, tally: Tally) -> str:
    shares = f"{tally.precision:>8.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}"
    return f"{name:<15}{shares}{tally.right:>7}{len(tally.false):>7}{len(tally.missed):>8}"


def _table(evaluation: Evaluation) -> str:
    head = f"{'family':<15}{'P':>8}{'R':>8}{'F1':>8}{'right':>7}{'false':>7}{'missed':>8}"
    rows = [_row(family, tally) for family, tally in {**evaluation.families, "all facts": evaluation.micro}.items()]
    return "\n".join([head, *rows, f"{evaluation.articles} articles, mean F1 {evaluation.mean_f1:.3f}"])


def _rules(evaluation: Evaluation) -> str:
    rows = sorted(evaluation.rules.items(), key=lambda row: (-row[1].right - len(row[1].false), row[0]))
    return "\n".join(
        [
            f"\n{'rule':<36}{'P':>8}{'right':>7}{'false':>7}",
            *(f"{name:<36}{tally.precision:>8.3f}{tally.right:>7}{len(tally.false):>7}" for name, tally in rows),
        ]
    )


def _errors(evaluation: Evaluation) -> list[str]:
    found = [""]
    for family, tally in evaluation.families.items():
        found += [f"+ {family}: {words}" for words in tally.false] + [f"- {family}: {words}" for words in tally.missed]
    return found


def _as_json(evaluation: Evaluation) -> str:
    import json

    families = {
        name: {
            "precision": round(t.precision, 4),
            "recall": round(t.recall, 4),
            "f1": round(t.f1, 4),
            "right": t.right,
            "false": len(t.false),
            "missed": len(t.missed),
        }
        for name, t in evaluation.families.items()
    }
    rules = {
        name: {"precision": round(t.precision, 4), "right": t.right, "false": len(t.false)}
        for name, t in sorted(evaluation.rules.items())
    }
    return json.dumps(
        {
            "articles": evaluation.articles,
            "mean_f1": round(evaluation.mean_f1, 4),
            "families": families,
            "rules": rules,
        },
        ensure_ascii=False,
        indent=1,
    )


def _write_confidence(path: Path, evaluation: Evaluation) -> None:
    """How many of each rule's comparable statements were right."""
    from kg.files import write

    lines = [
        "# Each rule's statements on annotated articles, and how many were right (kg eval --confidence).",
        "",
        "[rules]",
    ]
    for name, tally in sorted(evaluation.rules.items()):
        lines.append(f'"{name}" = {{right = {tally.right}, stated = {tally.right + len(tally.false)}}}')
    write(path, ("\n".join(lines) + "\n").encode())
