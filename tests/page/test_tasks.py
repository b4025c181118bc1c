"""What a newcomer wants to know, in at most three actions each."""

import pytest

pytestmark = pytest.mark.browser


class Actions:
    def __init__(self, reader):
        self.reader, self.count = reader, 0

    def ask(self, words):
        self.count += 1
        self.reader.ask(words)

    def click(self, what):
        self.count += 1
        self.reader.page.click(what)


def test_who_is_chau_ngoc_tuan_and_how_do_we_know(reader, seed):
    does = Actions(reader.open(seed))
    does.ask("chau ngoc tuan")
    assert "giữ chức Phó Bí thư Thường trực Tỉnh ủy Gia Lai" in reader.panel()
    assert "Đồng chí Châu Ngọc Tuấn-Phó Bí thư Thường trực Tỉnh ủy dự hội nghị." in reader.panel()
    assert does.count <= 3


def test_which_awards_did_the_people_s_committee_give(reader, seed):
    does = Actions(reader.open(seed))
    does.ask("ubnd tinh")
    assert "tặng Bằng khen cho 3 tập thể và 4 cá nhân" in reader.panel()
    assert does.count <= 3


def test_what_does_the_bloc_s_committee_carry_out(reader, seed):
    does = Actions(reader.open(seed))
    does.ask("dang uy khoi")
    for document in ("Chỉ thị 05-CT/TW", "Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"):
        assert f"thực hiện {document}" in reader.panel()
    assert does.count <= 3


def test_how_are_two_people_connected(reader, pair):
    does = Actions(reader.open(pair))
    does.ask("chau ngoc tuan")
    does.click("#panel button:text-is('Đường tới…')")
    does.ask("hà minh thư")
    assert reader.page.locator(".path > li").count() == 2
    assert does.count <= 3


def test_keep_the_picture(reader, seed):
    assert reader.open(seed).saved("png")  # the menu, then the format: two actions
