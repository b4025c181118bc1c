"""What an archive knows, in one SQLite file: its articles' fragments, and its persons with their canonical keys.

Everything is written in transactions: a run that is killed leaves what it had done, and the next one goes on there.

    article   one row for each article: its fragment, and what it was made from and by
    person    one row for each person of each article: the record and the canonical key, as JSON
    changed   the names whose persons are to be identified again
    setting   `base` of the IRIs; `judgements` of persons applied last; `published`, the digest of the judgements that
              the graph was published with, "" once the state has changed since
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kg.archive.errors import ArchiveError
from kg.archive.fragment import Fragment
from kg.archive.identity import Place
from kg.archive.packing import Packed, as_json, as_key, as_record, unpack, unpacked
from kg.archive.record import Key, Record

NAME = "archive.sqlite"
VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, source BLOB NOT NULL, method TEXT NOT NULL, sha256 TEXT NOT NULL, wording TEXT NOT NULL,
    day TEXT NOT NULL, outlet TEXT NOT NULL, rows BLOB NOT NULL, facts BLOB NOT NULL, links BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS article_source ON article (source);
CREATE TABLE IF NOT EXISTS person (
    name TEXT NOT NULL, article TEXT NOT NULL, key TEXT NOT NULL, record TEXT NOT NULL, canonical TEXT NOT NULL,
    PRIMARY KEY (name, article, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS person_article ON person (article);
CREATE TABLE IF NOT EXISTS changed (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class State:
    """An open archive. One process at a time may change it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection

    @classmethod
    @contextmanager
    def opened(cls, folder: Path, *, change: bool = False, patience: float = 5) -> Iterator[State]:
        """The archive in a folder; with `change` it is made if need be, and kept from others until the end.

        `patience` is how many seconds to wait for another process. Raises ArchiveError where there is none, another
        process holds it, or it is damaged.
        """
        path = folder / NAME
        if not (change or path.is_file()):
            raise ArchiveError(folder, "holds no archive", "make one: kg build INPUT --archive -o DIR")
        try:
            connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
            try:
                _prepare(connection, folder, change)
                yield cls(connection)
            finally:
                connection.close()
        except sqlite3.Error as error:
            raise _failure(path, error) from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All changes of the block, or none."""
        self._sql.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._sql.execute("ROLLBACK")
            raise
        self._sql.execute("COMMIT")

    # ------------------------------------------------------------ settings

    def setting(self, name: str) -> str:
        """A setting, "" where it has none."""
        row = self._sql.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    @property
    def base(self) -> str:
        """What all IRIs begin with."""
        return self.setting("base")

    def set(self, name: str, value: str) -> None:
        self._sql.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    # ------------------------------------------------------------ articles

    def given(self, article: str, where: str) -> str:
        """Where this run first met an article: `where`, unless it has been met before."""
        place = where.encode("utf-8", "surrogatepass")  # any bytes can name a file
        self._sql.execute("INSERT OR IGNORE INTO temp.given VALUES (?, ?)", (article, place))
        row = self._sql.execute("SELECT place FROM temp.given WHERE article = ?", (article,)).fetchone()
        return bytes(row[0]).decode("utf-8", "surrogatepass")

    def current(self, source: bytes, method: str) -> str | None:
        """The article that was made of this source by this method, if there is one."""
        row = self._sql.execute("SELECT id FROM article WHERE source = ? AND method = ?", (source, method)).fetchone()
        return str(row[0]) if row else None

    def put(self, one: Packed, source: bytes, method: str) -> None:
        """Add an article, or put it in the place of the one with its identifier."""
        self.remove(one.article)
        self._sql.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          (one.article, source, method, *one.values))
        self._sql.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?)", one.persons)
        self.change(person[0] for person in one.persons)

    def remove(self, article: str) -> bool:
        """Take an article out; whether it was there."""
        self._sql.execute("INSERT OR IGNORE INTO changed SELECT name FROM person WHERE article = ?", (article,))
        self._sql.execute("DELETE FROM person WHERE article = ?", (article,))
        self.set("published", "")
        return self._sql.execute("DELETE FROM article WHERE id = ?", (article,)).rowcount > 0

    def fragments(self) -> Iterator[tuple[Fragment, dict[Key, Key]]]:
        """Every article's fragment, in the order of identifiers, with the canonical keys of its persons.

        The fragments have no text, and their persons only keys.
        """
        base = self.setting("base")
        rows = self._sql.execute("SELECT id, sha256, wording, day, outlet, rows, facts, links FROM article ORDER BY id")
        for id, *values in rows:
            keys = {as_key(key): as_key(canonical) for key, canonical in self._sql.execute(
                "SELECT key, canonical FROM person WHERE article = ? ORDER BY key", (id,))}
            yield unpack(id, values, base, keys), keys

    def count(self, what: str) -> int:
        """How many there are: "articles", "persons" across articles, or "outlets"."""
        return int(self._sql.execute(_COUNTS[what]).fetchone()[0])

    def outdated(self, method: str) -> int:
        """How many articles were made by another method."""
        return int(self._sql.execute("SELECT count(*) FROM article WHERE method <> ?", (method,)).fetchone()[0])

    # ------------------------------------------------------------ persons

    def change(self, names: Iterable[str]) -> None:
        """Have the persons of these names identified again."""
        self._sql.executemany("INSERT OR IGNORE INTO changed VALUES (?)", ((name,) for name in names))

    def changed(self, most: int) -> list[str]:
        """Some of the names that are to be identified again."""
        return [row[0] for row in self._sql.execute("SELECT name FROM changed ORDER BY name LIMIT ?", (most,))]

    def settled(self, names: Iterable[str], keys: Mapping[Place, Key]) -> None:
        """Note the canonical keys of persons; their names need no more work."""
        names = list(names)
        self._sql.executemany("DELETE FROM changed WHERE name = ?", ((name,) for name in names))
        self._sql.executemany("UPDATE person SET canonical = ? WHERE name = ? AND article = ? AND key = ?", (
            (as_json(canonical), key[0], article, as_json(key)) for (article, key), canonical in keys.items()))
        self.set("published", "")

    def names(self) -> Iterator[str]:
        """The names that persons of more than one article bear, in order."""
        rows = self._sql.execute("SELECT name FROM person GROUP BY name HAVING count(*) > 1 ORDER BY name")
        return (row[0] for row in rows)

    def records(self, name: str) -> list[Record]:
        """What the articles say of the persons of a name."""
        query = "SELECT article, key, record FROM person WHERE name = ? ORDER BY article, key"
        return [as_record(*row) for row in self._sql.execute(query, (name,))]

    def persons(self, name: str) -> dict[Key, list[Record]]:
        """The persons of a name by their canonical keys, each with the records of its articles."""
        found: dict[Key, list[Record]] = {}
        query = "SELECT canonical, article, key, record FROM person WHERE name = ? ORDER BY canonical, article, key"
        for canonical, *row in self._sql.execute(query, (name,)):
            found.setdefault(as_key(canonical), []).append(as_record(*row))
        return found

    def rows(self, article: str) -> str:
        """An article's triples as its fragment has them, "" where it is not in the archive."""
        row = self._sql.execute("SELECT rows FROM article WHERE id = ?", (article,)).fetchone()
        return unpacked(row[0]) if row else ""

    def canonical_keys(self) -> Iterator[tuple[Key, Key]]:
        """(key in an article, canonical key) of all persons, each pair once, sorted by name and key."""
        rows = self._sql.execute("SELECT DISTINCT name, key, canonical FROM person ORDER BY name, key, canonical")
        return ((as_key(key), as_key(canonical)) for _, key, canonical in rows)

    def canonical(self, key: Key) -> Key:
        """The canonical key of the earliest record that has this key, or of the record that alone has it; else ()."""
        found = [(one.age, one.own_key) for one in self.records(key[0]) if key in (one.key, one.own_key)]
        if not found:
            return ()
        *own, article = min(found)[1]
        row = self._sql.execute("SELECT canonical FROM person WHERE name = ? AND article = ? AND key = ?",
                                (key[0], article, as_json(tuple(own)))).fetchone()
        return as_key(row[0])


_COUNTS = {
    "articles": "SELECT count(*) FROM article",
    "persons": "SELECT count(DISTINCT canonical) FROM person",
    "outlets": "SELECT count(DISTINCT outlet) FROM article WHERE outlet <> ''",
}


def _prepare(connection: sqlite3.Connection, folder: Path, change: bool) -> None:
    if change:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("COMMIT")
        connection.execute("CREATE TEMP TABLE given (article TEXT PRIMARY KEY, place BLOB NOT NULL) WITHOUT ROWID")
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version not in (0, VERSION):
        raise ArchiveError(folder, f"holds an archive of another version ({version}, not {VERSION})",
                           "build it again in another folder")
    if change and not version:
        connection.executescript(f"{_SCHEMA} PRAGMA user_version = {VERSION};")


def _failure(path: Path, error: sqlite3.Error) -> ArchiveError:
    if "locked" in str(error):
        return ArchiveError(path, "is in use", "wait until the other build has ended")
    return ArchiveError(path, f"cannot be used ({error})", "check the disk, or build the archive again")
