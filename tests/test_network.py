"""The guard that keeps tests off the network holds, and a build opens no socket at all."""

import socket

import pytest

import kg


def test_the_guard_refuses_a_connection():
    with pytest.raises(AssertionError, match="tried to connect"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_graph_is_built_without_a_socket(monkeypatch, tmp_path):
    class Refused(socket.socket):
        def __init__(self, *_args, **_kwargs):
            raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", Refused)
    page = tmp_path / "a.html"
    page.write_text("<html><title>Tin</title><body><h1>Hội nghị</h1><p>Ngày 9-7-2021, Tỉnh ủy Gia Lai tổ chức hội nghị "
                    "sơ kết công tác 6 tháng đầu năm. Đồng chí Rơ Mah Hải, Bí thư Tỉnh ủy chủ trì hội nghị.</p></body>")
    assert len(kg.build([kg.facts(kg.read(page))])) > 10
