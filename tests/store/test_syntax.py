"""Files are read strictly: nothing that one store would take and another not."""

import gzip
import unicodedata

import pytest

from kg.errors import ReadingError
from kg.store.syntax import quads

GOOD = "<http://x/s> <http://x/p> <http://x/ô> , 1 , \"a\"@vi .\n"


def _file(tmp_path, name, text):
    path = tmp_path / name
    path.write_bytes(gzip.compress(text.encode()) if name.endswith(".gz") else text.encode())
    return path


@pytest.mark.parametrize("name", ["a.ttl", "a.TTL", "a.ttl.gz", "a.trig"])
def test_good_files(tmp_path, name):
    assert len(list(quads(_file(tmp_path, name, GOOD)))) == 3


@pytest.mark.parametrize(("name", "text", "message"), [
    ("a.ttl", GOOD + "<http://x/s> <http://x/p>\n", "not valid RDF"),
    ("a.ttl", "[] <http://x/p> 1 .", "give it an IRI: with blank nodes a graph grows each time it is loaded"),
    ("a.ttl", unicodedata.normalize("NFD", GOOD), "is not in Unicode's form NFC"),
    ("a.ttl", '<http://x/a b> <http://x/p> 1 .', "not valid RDF"),
    ("a.txt", GOOD, "is no file of RDF by its name; name it .ttl"),
    ("a.ttl.gz.txt", GOOD, "is no file of RDF by its name"),
])
def test_bad_files_say_where_and_why(tmp_path, name, text, message):
    with pytest.raises(ReadingError, match=message):
        list(quads(_file(tmp_path, name, text)))


def test_a_syntax_error_has_its_line(tmp_path):
    with pytest.raises(ReadingError) as caught:
        list(quads(_file(tmp_path, "a.nt", "<http://x/s> <http://x/p> <http://x/o> .\nnonsense\n")))
    assert caught.value.where.endswith("a.nt:2")


def test_a_file_cut_off_is_an_error(tmp_path):
    path = tmp_path / "a.ttl.gz"
    path.write_bytes(gzip.compress(GOOD.encode() * 1000)[:-20])
    with pytest.raises(ReadingError, match="cannot be read"):
        list(quads(path))


def test_datatypes_that_stores_alter_are_told(tmp_path):
    altered = set()
    text = '<http://x/s> <http://x/p> "1"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .'
    list(quads(_file(tmp_path, "a.ttl", text), None, altered))
    assert altered == {"http://www.w3.org/2001/XMLSchema#nonNegativeInteger"}
