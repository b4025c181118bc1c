"""`kg build`: what it reads, what it leaves, what it says, and how it ends."""

import gzip
import hashlib
import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph
import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.cli.options import Evidence, Format
from kg.graph import BASE, FORMATS
from kg.graph import Evidence as Levels
from kg.outputs import ENDINGS, file_stem
from tests.cli.test_facts import read_terminal

SEED = Path(__file__).parents[2] / "examples" / "gia-lai.txt"
STORY = ("Ngày {day}-7, Huyện ủy Chư Prông (tỉnh Gia Lai) tổ chức hội nghị sơ kết công tác 6 tháng đầu năm 2021. "
         "Đồng chí Siu Loan-Bí thư Huyện ủy chủ trì hội nghị.\n")


def kg(*arguments, **options):
    return CliRunner().invoke(app, list(map(str, arguments)), **options)


@pytest.fixture
def news(tmp_path):
    folder = tmp_path / "news"
    folder.mkdir()
    for day in (5, 6, 7):
        (folder / f"tin-{day}.txt").write_text(STORY.format(day=day))
    return folder


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_one_graph_of_all_articles(news, tmp_path):
    done = kg("build", news, "-o", tmp_path / "out", "--no-html")
    assert done.exit_code == 0, done.output
    assert names(tmp_path / "out") == ["articles/tin-5.txt", "articles/tin-6.txt", "articles/tin-7.txt", "graph.ttl"]
    assert done.stdout.startswith("3 articles: persons 1, ")
    assert done.stdout.endswith(f"\n  {tmp_path}/out/graph.ttl\n")
    assert done.stderr == ""


def test_a_graph_for_each_article(news, tmp_path):
    done = kg("build", news, "-o", tmp_path / "out", "--each", "--no-html", "--no-keep-text")
    assert (done.exit_code, names(tmp_path / "out")) == (0, ["tin-5.ttl", "tin-6.ttl", "tin-7.ttl"])


def test_only_articles_are_read_in_a_folder(news, tmp_path):
    (news / "tin-5.json").write_text("{}")
    (news / "bai.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "a/b", "text": STORY.format(day=8)}).encode()))
    kg("build", news, "-o", tmp_path / "out", "--each", "--no-html", "--no-keep-text")
    assert names(tmp_path / "out") == ["a~2f~b.ttl", "tin-5.ttl", "tin-6.ttl", "tin-7.ttl"]


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_read_back(news, tmp_path, format):
    assert kg("build", news, "-o", tmp_path / "out", "--format", format, "--no-html").exit_code == 0
    path = tmp_path / "out" / f"graph{ENDINGS[format]}"
    formats = {"turtle": "TURTLE", "nt": "N_TRIPLES", "nquads": "N_QUADS", "trig": "TRIG", "jsonld": "JSON_LD", "xml": "RDF_XML"}
    rows = list(pyoxigraph.parse(path=path, format=getattr(pyoxigraph.RdfFormat, formats[format])))
    assert len(rows) > 100
    graphs = {row.graph_name for row in rows if isinstance(row.graph_name, pyoxigraph.NamedNode)}
    assert len(graphs) == (3 if format in ("nquads", "trig", "jsonld") else 0)


def test_the_options_name_what_the_graph_knows():
    assert [one.value for one in Format] == list(FORMATS)
    assert [one.value for one in Evidence] == [one.value for one in Levels]
    assert set(ENDINGS) == set(FORMATS)
    assert BASE in kg("build", "--help", env={"COLUMNS": "300"}).stdout


def test_the_texts_that_offsets_count_are_kept_unchanged(tmp_path):
    source = tmp_path / "a.txt"
    source.write_bytes(b"\xef\xbb\xbf" + STORY.format(day=9).replace("\n", "\r\n").encode())
    kg("build", source, "-o", tmp_path / "out", "--no-html")
    kept = (tmp_path / "out" / "articles" / "a.txt").read_bytes()
    assert kept == STORY.format(day=9).replace("\n", "\r\n").encode()
    assert hashlib.sha256(kept).hexdigest() in (tmp_path / "out" / "graph.ttl").read_text()


def test_the_same_input_gives_the_same_bytes_in_any_order_and_process(news, tmp_path):
    for name, order, seed in (("a", [5, 6, 7], "1"), ("b", [7, 5, 6], "2")):
        paths = [news / f"tin-{day}.txt" for day in order]
        subprocess.run([sys.executable, "-m", "kg", "build", *paths, "-q", "-o", tmp_path / name], check=True,
                       env={**os.environ, "PYTHONHASHSEED": seed})
    assert names(tmp_path / "a") == names(tmp_path / "b")
    assert all((tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes() for name in names(tmp_path / "a"))


def test_several_cores_give_the_same_bytes_as_one(tmp_path):
    from kg.batch import Recipe, build_all
    from kg.reading import sources

    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": STORY.format(day=day % 30 + 1)}) for day in range(40)))
    recipe = Recipe(each=True)
    one, two = ([built.graph for built in build_all(sources([path], print), recipe, cores)] for cores in (1, 2))
    assert one == two and len(one) == 40 and all(one)


def test_an_article_given_twice_counts_once(news, tmp_path):
    done = kg("build", news / "tin-5.txt", news / "tin-5.txt", "-o", tmp_path / "out", "--no-html")
    assert done.exit_code == 0 and done.stdout.startswith("1 article:")


def test_two_articles_of_one_name_are_reported(news, tmp_path):
    other = tmp_path / "tin-5.txt"
    other.write_text(STORY.format(day=20))
    done = kg("build", news / "tin-5.txt", other, "-o", tmp_path / "out", "--no-html")
    assert done.exit_code == 3
    assert done.stderr.splitlines()[0] == f'kg: {other}: is called "tin-5", as {news}/tin-5.txt is; rename one of them'


def test_bad_articles_are_reported_and_the_others_built(news, tmp_path):
    (news / "a.txt").write_bytes(b"\x89PNG\r\n")
    (news / "b.txt").write_text("  ")
    done = kg("build", news, tmp_path / "no.txt", "-o", tmp_path / "out", "--no-html")
    assert done.exit_code == 3
    assert done.stdout.startswith("3 articles: ")
    *problems, last = done.stderr.splitlines()
    assert sorted(problems) == [
        f"kg: {news}/a.txt: is an image, not text; save its text as a .txt or .html file in UTF-8",
        f"kg: {news}/b.txt: is empty; give an article's text",
        f"kg: {tmp_path}/no.txt: does not exist; check the path"]
    assert last == "kg: 3 articles left out, see above"


def test_strict_stops_at_the_first_bad_article(news, tmp_path):
    (news / "tin-6.txt").write_bytes(b"%PDF-1.4")
    done = kg("build", news, "--each", "--strict", "-o", tmp_path / "out", "--no-html", "--no-keep-text")
    assert done.exit_code == 3
    assert names(tmp_path / "out") == ["tin-5.ttl"]  # what was written stays
    assert done.stderr.splitlines() == [
        f"kg: {news}/tin-6.txt: is a PDF document, not text; save its text as a .txt or .html file in UTF-8"]


def test_a_summary_for_programs(news, tmp_path):
    (news / "x.txt").write_text("")
    summary = json.loads(kg("build", news, "-o", tmp_path / "out", "--no-html", "--json").stdout)
    assert summary["articles"] == 3 and summary["found"]["persons"] == 1
    assert summary["files"] == [str(tmp_path / "out" / "graph.ttl")]
    assert summary["errors"] == [{"where": f"{news}/x.txt", "what": "is empty", "remedy": "give an article's text", "code": 3}]


def test_quiet_prints_nothing(news, tmp_path):
    done = kg("build", news, "-o", tmp_path / "out", "--no-html", "--quiet")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "")


def test_standard_input(tmp_path):
    done = kg("build", "-", "-o", tmp_path / "out", "--no-html", input=STORY.format(day=9))
    assert done.exit_code == 0
    assert names(tmp_path / "out") == ["articles/article.txt", "graph.ttl"]


def test_a_base_and_a_date_of_ones_own(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Ngày 9-7, Huyện ủy Chư Prông tổ chức hội nghị.")
    kg("build", path, "-o", tmp_path / "out", "--no-html", "--base", "https://data.example.vn/", "--date", "2021-07-10")
    graph = (tmp_path / "out" / "graph.ttl").read_text()
    assert "@base <https://data.example.vn/> ." in graph
    assert 'schema:datePublished "2021-07-10"^^xsd:date' in graph and "w3id.org/vnkg/id" not in graph


def test_only_a_stamp_brings_a_clock_into_the_graph(tmp_path):
    for name, more in (("a", []), ("b", ["--stamp"])):
        kg("build", SEED, "-o", tmp_path / name, "--no-html", *more)
    assert "generatedAtTime" not in (tmp_path / "a" / "graph.ttl").read_text()
    assert (tmp_path / "b" / "graph.ttl").read_text().count("generatedAtTime") == 1


@pytest.mark.parametrize(("arguments", "code", "message"), [
    (["build", "-o", "OUT"], 2, "Missing argument 'INPUT'"),
    (["build", SEED], 2, "Missing option '-o'"),
    (["build", SEED, "-o", "OUT", "--withdraw", "x"], 2, "--withdraw and --judgements are for --archive"),
    (["build", SEED, "-o", "OUT", "--archive", "--each"], 2, "it takes no --each"),
    (["build", "-o", "OUT", "--archive", "--withdraw", "x"], 10, "kg: x: is not in the archive"),
    (["build", SEED, "-o", "OUT", "--format", "rdfa"], 2, "Invalid value for '--format'"),
    (["build", SEED, "-o", "OUT", "--date", "9/7/2021"], 2, "Invalid value for '--date'"),
    (["build", SEED, "-o", "OUT", "--base", "vnkg"], 4, 'kg: vnkg: cannot be the base of IRIs; give an absolute IRI that ends with "/"'),
    (["build", SEED, "-o", "FILE/out"], 5, "something else is in the way; choose another place or move it"),
    (["build", SEED, "-o", "/proc/kg"], 5, "cannot be written"),
    (["build", "no.txt", "-o", "OUT"], 3, "kg: no.txt: does not exist; check the path"),
    (["bulid"], 2, "No such command 'bulid'"),
])
def test_wrong_use_ends_with_a_message_and_a_code(tmp_path, arguments, code, message):
    (tmp_path / "FILE").write_text("")
    done = kg(*[str(one).replace("OUT", str(tmp_path / "out")).replace("FILE", str(tmp_path / "FILE")) for one in arguments],
              env={"COLUMNS": "200"})
    assert (done.exit_code, "Traceback" in done.output) == (code, False)
    assert message in done.stderr
    assert not (tmp_path / "out" / "graph.ttl").exists()


def test_a_name_cannot_reach_the_terminal_or_leave_the_folder(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": id, "text": STORY.format(day=9)}) for id in
                              ["../../etc/x", "\x1b[31mđỏ", "a\nb", "..", "/", ".x", "x" * 500, "\ud800"]))
    done = kg("build", path, tmp_path / "\x1b[2Jno.txt", "-o", tmp_path / "out", "--each", "--no-html", "--no-keep-text")
    assert all(Path(name).name == name and not name.startswith(".") for name in names(tmp_path / "out"))
    assert len(names(tmp_path / "out")) >= 7
    assert "\x1b" not in done.output


@pytest.mark.parametrize(("id", "name"), [
    ("gia-lai", "gia-lai"), ("tin_1.b", "tin_1.b"), ("a/b", "a~2f~b"), ("a~2f~b", "a~7e~2f~7e~b"), (".a", "~2e~a"), ("-a", "~2d~a"),
    ("Hội nghị", "Hội~20~nghị"), ("a\x00b", "a~0~b")])
def test_file_names(id, name):
    assert file_stem(id) == name


def test_long_names_stay_apart():
    first, second = file_stem("x" * 300), file_stem("x" * 301)
    assert first != second and max(len(first), len(second)) <= 100


def test_a_defect_in_one_article_does_not_cost_the_others(news, tmp_path, monkeypatch):
    import kg.batch

    extract = kg.batch.extract

    def defective(article):
        if article.id == "tin-6":
            raise RuntimeError("boom")
        return extract(article)

    monkeypatch.setattr(kg.batch, "extract", defective)
    done = CliRunner().invoke(app, ["build", str(news), "-o", str(tmp_path / "out"), "--no-html"])
    assert done.exit_code == 1
    assert "tin-6.txt: brings out a defect (RuntimeError at test_build.py:" in done.stderr
    assert done.stdout.startswith("2 articles")


def test_a_failed_write_leaves_the_old_file_whole(tmp_path, monkeypatch):
    out = tmp_path / "out"
    kg("build", SEED, "-o", out, "--no-html")
    before = (out / "graph.ttl").read_bytes()

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = kg("build", SEED, "-o", out, "--no-html", "--evidence", "none")
    assert done.exit_code == 5
    assert "cannot be written (No space left on device); check the disk's space and the path" in done.stderr
    assert (out / "graph.ttl").read_bytes() == before
    assert names(out) == ["articles/gia-lai.txt", "graph.ttl"]


def test_an_interrupt_leaves_whole_files(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"text": STORY.format(day=9) * 20}) for _ in range(3_000)))
    out = tmp_path / "out"
    running = subprocess.Popen([sys.executable, "-m", "kg", "build", path, "-o", out, "--each", "--no-html"],
                               stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True)
    while not list(out.glob("*.ttl")) and running.poll() is None:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to all processes of the run
    _, errors = running.communicate(timeout=30)
    assert running.returncode == 130 and "Traceback" not in errors
    assert not list(out.rglob("*.part"))
    assert all(path.read_bytes().endswith(b".\n") for path in out.glob("*.ttl"))


def test_a_terminal_is_told_how_far_a_long_run_has_come(tmp_path):
    rows = tmp_path / "a.jsonl"
    rows.write_text("".join(json.dumps({"id": str(n), "text": SEED.read_text("utf-8")}) + "\n" for n in range(60)))
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "kg", "build", rows, "--no-html", "-o", tmp_path / "out"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=follower, env={**os.environ, "COLUMNS": "120", "TERM": "xterm"})
    os.close(follower)
    shown = b"".join(read_terminal(leader)).decode("utf-8", "ignore")
    assert process.wait() == 0
    assert " of 60 articles" in shown and "a second" in shown and "left" in shown
