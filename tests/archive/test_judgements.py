"""Judgements are read and written as one plain table, and what they say together is checked."""

from datetime import date

import pytest

from kg.archive.agreement import conflicts, groups
from kg.archive.judgements import COLUMNS, Judgement, JudgementError, Judgements, Verdict, parse, read, write

A, B, C, D = (f"https://w3id.org/vnkg/id/person/{name}" for name in ("châu-ngọc-tuấn/1", "châu-ngọc-tuấn/2", "hạnh", "hanh"))
DAY = date(2026, 3, 1)
HEAD = "\t".join(COLUMNS)
LINE = f"same\t{A}\t{B}\tLan\t2026-03-01\tcùng một tiểu sử"


def same(one, other, by="Lan"):
    return Judgement(Verdict.SAME, one, other, by, DAY)


def different(one, other, by="Lan"):
    return Judgement(Verdict.DIFFERENT, one, other, by, DAY)


def test_what_is_written_is_read_again(tmp_path):
    told = Judgements().added([different(C, D), Judgement(Verdict.SAME, B, A, "Lan", DAY, "cùng một\n tiểu sử\t")])
    write(tmp_path / "judgements.tsv", told)
    assert (tmp_path / "judgements.tsv").read_bytes().decode().splitlines()[:2] == [HEAD, LINE]
    assert read(tmp_path / "judgements.tsv") == told


def test_the_order_of_judging_leaves_no_trace():
    judged = [same(A, B), different(C, D), same(B, A, "Minh"), same(D, A)]
    assert str(Judgements().added(judged)) == str(Judgements().added(reversed(judged)))


def test_comments_stay_with_what_they_are_about():
    text = (f"# Tờ Gia Lai, 2026\n{HEAD}\n# hỏi lại chị Hoa\ndifferent\t{D}\t{C}\tLan\t2026-03-01\t\n\n"
            f"# đã gặp\n{LINE}\n# hết\n")
    found = parse(text, "f")
    assert str(found) == (f"# Tờ Gia Lai, 2026\n{HEAD}\n# đã gặp\n{LINE}\n# hỏi lại chị Hoa\n"
                          f"different\t{D}\t{C}\tLan\t2026-03-01\t\n# hết\n")
    assert str(found.added([same(A, D)]).removed(A, D)) == str(found)
    assert "# đã gặp" not in str(found.removed(B, A))


def test_judging_again_replaces_and_taking_back_leaves_no_trace():
    first = Judgements().added([same(A, B)])
    assert [one.verdict for one in first.added([different(A, B)])] == [Verdict.DIFFERENT]
    both = first.added([different(A, B, "Minh")])
    assert len(list(both)) == 2
    assert str(both.removed(B, A, "Minh")) == str(first)
    assert not list(both.removed(A, B))


def test_spreadsheets_and_merges_leave_their_marks_and_it_is_read_all_the_same(tmp_path):
    (tmp_path / "f.tsv").write_bytes(b"\xef\xbb\xbf" + f"{HEAD}\r\n{LINE}\r\n{LINE}\r\n".encode())
    assert len(list(read(tmp_path / "f.tsv"))) == 1
    assert list(parse("", "f")) == [] == list(parse("# nothing yet\n", "f"))
    assert str(parse("# nothing yet\n", "f")) == f"# nothing yet\n{HEAD}\n"


@pytest.mark.parametrize(("text", "message"), [
    (LINE, "f:1: does not name the columns; begin with: judgement<TAB>one<TAB>other<TAB>by<TAB>on<TAB>why"),
    (f"{HEAD}\nsame\t{A}\t{B}\tLan", "f:2: has 4 columns, not 6; write judgement, one, other, by, on, why with one tab between"),
    (f"# x\n{HEAD}\nSame\t{A}\t{B}\tLan\t2026-03-01\t", "f:3: 'Same' is no judgement; write same, different, unsure"),
    (f"{HEAD}\nsame\t{A}\t{B}\tLan\t1/3/2026\t", "f:2: '1/3/2026' is no day; write it like 2026-03-01"),
    (f"{HEAD}\nsame\t{A}\ttuấn\tLan\t2026-03-01\t", "f:2: 'tuấn' is no IRI; write it like https://w3id.org/vnkg/id/person/…"),
    (f"{HEAD}\nsame\t{A}\t{A}\tLan\t2026-03-01\t", f"f:2: compares {A} with itself; name two things"),
    (f"{HEAD}\nsame\t{A}\t{B}\t \t2026-03-01\t", "f:2: does not say by whom; name who judged"),
    (f"{HEAD}\n{LINE}\nunsure\t{B}\t{A}\tLan\t2026-03-01\t",
     "f:3: Lan judged this pair twice, and not the same; leave one of the two lines"),
])
def test_a_fault_is_told_with_its_line_and_remedy(text, message):
    with pytest.raises(JudgementError) as error:
        parse(text, "f")
    assert str(error.value) == message
    assert error.value.exit_code == 9


def test_a_file_that_is_absent_or_in_another_encoding_is_told(tmp_path):
    with pytest.raises(JudgementError, match="absent.tsv: cannot be read"):
        read(tmp_path / "absent.tsv")
    (tmp_path / "f.tsv").write_bytes(f"{HEAD}\n{LINE}".encode("utf-16-le"))
    with pytest.raises(JudgementError):
        read(tmp_path / "f.tsv")
    (tmp_path / "f.tsv").write_bytes(f"{HEAD}\n".encode() + b"same\t\xff")
    with pytest.raises(JudgementError, match="f.tsv:2: is not in UTF-8; save it as UTF-8"):
        read(tmp_path / "f.tsv")


def test_same_carries_on_and_different_contradicts_it():
    told = [same(A, B), same(B, C), different(A, C), same(C, D, "Minh")]
    [conflict] = conflicts(told)
    assert conflict.different == different(A, C)
    assert conflict.same == (same(A, B), same(B, C)) or set(conflict.same) == {same(A, B), same(B, C)}
    assert groups(told) == []


def test_two_people_who_disagree_are_a_conflict():
    assert [one.same for one in conflicts([same(A, B), different(B, A, "Minh")])] == [(same(A, B),)]


def test_unsure_decides_nothing():
    unsure = Judgement(Verdict.UNSURE, A, B, "Minh", DAY)
    assert conflicts([unsure, different(A, B)]) == []
    assert groups([unsure]) == []
    assert groups([unsure, same(A, B)]) == [tuple(sorted((A, B)))]


def test_groups_do_not_depend_on_the_order_and_leave_conflicts_alone():
    told = [same(A, B), different(A, B, "Minh"), same(C, D)]
    assert groups(told) == groups(reversed(told)) == [tuple(sorted((C, D)))]


def test_a_long_chain_of_judgements_is_followed():
    nodes = [f"https://x.vn/{number:05}" for number in range(5000)]
    told = [same(one, other) for one, other in zip(nodes, nodes[1:], strict=False)]
    assert groups(told) == [tuple(nodes)]
    assert len(conflicts([*told, different(nodes[0], nodes[-1])])[0].same) == 4999
