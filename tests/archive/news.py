"""Small articles in the manner of the genre, made from parts: few names and few bodies, so that they meet often."""

import json
import random
from datetime import date, timedelta

NAMES = ["Nguyễn Văn Hùng", "Trần Thị Hạnh", "Trần Thị Hanh", "Rah Lan Chung", "Lê Minh Đức"]
PROVINCES = ["Gia Lai", "Bình Định", "Kon Tum"]
OFFICES = ["Bí thư Tỉnh ủy {p}", "Chủ tịch UBND tỉnh {p}", "Giám đốc Sở Y tế tỉnh {p}", "Trưởng Ban Tổ chức Trung ương",
           "Phó Chủ tịch HĐND tỉnh {p}", "Chủ tịch UBND xã Ia Dêr, huyện Ia Grai, tỉnh {p}", "Thứ trưởng Bộ Nội vụ"]
OUTLETS = ["Báo Gia Lai", "Báo Bình Định", "TTXVN", ""]
SENTENCES = [
    "Ngày {d}, đồng chí {n}, {o} chủ trì hội nghị sơ kết công tác 6 tháng đầu năm.",
    "Đồng chí {n}-{o} phát biểu tại hội nghị.",
    "Dự buổi lễ có đồng chí {n}, {o}; {m}, {q}.",
    "{o} {n} cho biết sẽ triển khai Chỉ thị số 05-CT/TW của Bộ Chính trị.",
    "Cùng dự có bà Nguyễn Thị Lan, nguyên {o}.",
]


def article(id, rng):
    """One article as an object of JSON Lines."""
    day = date(2021, 6, 1) + timedelta(days=rng.choice([0, 1, 30, 1600]))

    def office():
        return rng.choice(OFFICES).format(p=rng.choice(PROVINCES))

    lines = [rng.choice(SENTENCES).format(d=f"{day.day}/{day.month}", n=rng.choice(NAMES), o=office(),
                                          m=rng.choice(NAMES), q=office()) for _ in range(rng.randint(1, 3))]
    text = "\n".join([f"Tin {rng.randint(1, 9)}", *lines]) + "\n"
    return row(id, text, day, rng.choice(OUTLETS))


def row(id, text, day="", outlet=""):
    return {"id": id, "text": text, **({"date": str(day)} if day else {}), **({"publisher": outlet} if outlet else {})}


def written(path, rows):
    """The articles as a file of JSON Lines."""
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in rows), encoding="utf-8")
    return path


def many(number, seed):
    rng = random.Random(seed)
    return [article(f"bài {i:05d}", rng) for i in range(number)]
