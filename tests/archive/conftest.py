"""Archives in temporary folders, brought up to date in this process."""

from pathlib import Path

import pytest

from kg.archive.archive import Archive
from kg.archive.state import State
from kg.batch import Recipe
from kg.reading import sources
from tests.archive.news import written

RECIPE = Recipe()


def stop(error):
    raise error


def update(folder: Path, rows=(), withdraw=(), judgements=(), recipe=RECIPE, cores=1):
    """What `kg build --archive` does, from rows of JSON Lines: the published graph."""
    folder.mkdir(exist_ok=True)
    inputs = [written(folder.parent / f"{folder.name}.jsonl", rows)] if rows else []
    with State.opened(folder, change=True) as state:
        archive = Archive(state, folder, recipe)
        archive.withdraw(withdraw)
        for made in archive.add(sources(inputs, stop), cores):
            if made.error:
                raise made.error
        return archive.publish(judgements).read_bytes()


@pytest.fixture
def archive(tmp_path):
    """`update` for folders below a temporary one, by name."""
    return lambda name, *given, **options: update(tmp_path / name, *given, **options)
