"""The list of the press."""

import pytest

from kg.vi.outlets import outlet_of, outlets, province_of
from kg.vi.places import provinces

NOW = "An Giang, Bắc Ninh, Cà Mau, Cần Thơ, Cao Bằng, Đà Nẵng, Đắk Lắk, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Nội, Hà Tĩnh, " \
      "Hải Phòng, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Lai Châu, Lâm Đồng, Lạng Sơn, Lào Cai, Nghệ An, Ninh Bình, Phú Thọ, " \
      "Quảng Ngãi, Quảng Ninh, Quảng Trị, Sơn La, Tây Ninh, Thái Nguyên, Thanh Hóa, Tuyên Quang, Vĩnh Long".split(", ")


def test_every_province_of_today_and_63_of_before_have_a_paper():
    covered = {outlet.province for outlet in outlets()} - {None}
    assert len(NOW) == 34 and set(NOW) <= covered
    assert covered <= set(provinces().values())
    assert len(covered - {"Huế"}) == 63


def test_no_host_and_no_name_stands_twice():
    hosts = [host for outlet in outlets() for host in outlet.hosts]
    names = [outlet.name for outlet in outlets()]
    assert len(set(hosts)) == len(hosts) and len(set(names)) == len(names)
    assert all(host == host.lower() and "/" not in host for host in hosts)
    assert all(outlet_of(name) is outlet for outlet in outlets() for name in (outlet.name, *outlet.hosts, *outlet.aliases))


@pytest.mark.parametrize(("given", "province"), [
    ("GLO", "Gia Lai"), ("Báo Gia Lai", "Gia Lai"), ("https://baogialai.com.vn/tin-post1.html", "Gia Lai"),
    ("www.baogialai.com.vn", "Gia Lai"), ("https://vhds.baothanhhoa.vn/x", "Thanh Hóa"), ("https://gialai.gov.vn/tin", "Gia Lai"),
    ("stp.gialai.gov.vn", "Gia Lai"), ("https://tinhuyquangtri.vn", "Quảng Trị"), ("Báo Nhân Dân", None), ("https://tuoitre.vn/x", None),
    ("https://baogialai.com.vn.example.com/", "Gia Lai"), ("http://[::1", None), ("", None), ("Gia Lai", None), ("ai đó", None),
])
def test_the_province_of_an_outlet(given, province):
    assert province_of(given) == province
