"""Decoding: every encoding of the field, with and without a mark, whole, damaged and cut."""

import sys
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jdparse.errors import JdparseError, UnreadableInput, UsageError
from jdparse.loaders import likelihood as model
from jdparse.loaders.characters import COMMON, FREQUENT
from jdparse.loaders.decoding import ALLOWED_PLACES, canonical, decode
from jdparse.loaders.normalising import normalise

SIMPLIFIED = (
    "岗位名称：温室种植技术员\n所属部门：蔬果事业部\n一、岗位职责\n"
    "1．按计划完成育苗、定植与整枝，记录每日的温度和湿度；\n2．发现病虫害及时上报，并配合农艺师处理；\n"
    "二、任职要求\n1．园艺相关专业，大专及以上学历；\n2．能适应户外工作，责任心强。\n"
)
TRADITIONAL = (
    "職務名稱：門市副店長\n所屬部門：營業處\n一、工作內容\n"
    "1．協助店長安排班表，督導收銀與陳列；\n2．處理顧客抱怨，每週提出改善報告；\n"
    "二、應徵條件\n1．高中職以上學歷，具兩年以上門市經驗；\n2．可配合輪班及假日出勤。\n"
)
MIXED = "Position: 嵌入式工程师 (Firmware)\n熟悉 C/C++、RTOS 与 CAN 总线；能读 English datasheet。\n薪资 18-26K·13薪\n"

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030", "big5")
PYTHON_NAMES = {"big5": "cp950"}


def encoded(text: str, encoding: str) -> bytes:
    return text.encode(PYTHON_NAMES.get(encoding, encoding))


LONG = [
    (text, encoding)
    for text in (SIMPLIFIED, TRADITIONAL, MIXED, SIMPLIFIED * 200, TRADITIONAL * 200)
    for encoding in ENCODINGS
    if encoding != "big5" or text in (TRADITIONAL, TRADITIONAL * 200)
]
SHORT = [
    *(
        (text, "gb18030")
        for text in ("岗位职责", "任职要求", "工作内容：", "出纳", "说明书", "職務說明書", "直接上级：厂长")
    ),
    *((text, "big5") for text in ("職務說明書", "工作內容", "應徵條件：", "業務助理", "需求人數：二人")),
    *((text, "utf-16-le") for text in ("岗位职责", "職務說明書", "招聘：电工")),
    *((text, "utf-16-be") for text in ("岗位职责", "職務說明書", "招聘：电工")),
]


@pytest.mark.parametrize(("text", "encoding"), LONG + SHORT)
def test_text_without_a_mark(text: str, encoding: str) -> None:
    decoded = decode(encoded(text, encoding))
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, encoding, 0)
    assert decoded.guessed is (encoding != "utf-8")


@pytest.mark.parametrize(
    ("codec", "encoding"),
    [
        ("utf-8-sig", "utf-8"),
        ("utf-16", f"utf-16-{sys.byteorder[0]}e"),
        ("utf-32", f"utf-32-{sys.byteorder[0]}e"),
    ],
)
def test_a_mark_decides(codec: str, encoding: str) -> None:
    decoded = decode(SIMPLIFIED.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (SIMPLIFIED, encoding, False)


def test_the_mark_of_gb18030() -> None:
    decoded = decode(b"\x84\x31\x95\x33" + "會計".encode("gb18030"))
    assert (decoded.text, decoded.encoding, decoded.guessed) == ("會計", "gb18030", False)


def test_a_mark_that_lies_is_not_believed() -> None:
    decoded = decode(b"\xef\xbb\xbf" + SIMPLIFIED.encode("gbk"))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (SIMPLIFIED, "gb18030", True)


@pytest.mark.parametrize("data", [b"", b"Senior Buyer\r\n", "Café ± 5 °C · résumé".encode(), "Москва".encode()])
def test_ascii_and_utf_8_are_not_guesses(data: bytes) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (normalise(data.decode()), "utf-8", False)


def test_pairs_that_are_valid_utf_8_by_chance() -> None:
    data = "谢谢".encode("gbk")
    assert data.decode("utf-8") == "лл"
    assert (decode(data).text, decode(data).guessed) == ("谢谢", True)


@pytest.mark.parametrize("text", ["1½ years", "A·B", "±5 °C"])
def test_a_lone_sign_in_utf_8_is_no_pair(text: str) -> None:
    """`½` in UTF-8 is 陆 in GBK, a common character."""
    assert (decode(text.encode()).text, decode(text.encode()).guessed) == (text, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_english_in_utf_16(encoding: str) -> None:
    decoded = decode("Senior Buyer\r\n3 years".encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == ("Senior Buyer\n3 years", encoding, True)


def test_traditional_text_in_gbk_and_simplified_in_hong_kong_big5() -> None:
    assert decode(TRADITIONAL.encode("gbk")).encoding == "gb18030"
    text = "負責門店運營，與業主溝通裝修方案，𨋢機維修由物業處安排。\n" * 3
    decoded = decode(text.encode("big5hkscs"))
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, "big5-hkscs", 0)


def test_characters_of_four_bytes() -> None:
    text = SIMPLIFIED + "负责人：㐂田、𠮷野\n"
    assert {len(c.encode("gb18030")) for c in text} == {1, 2, 4}
    assert decode(text.encode("gb18030")).text == text


DAMAGE = [
    ("utf-8", 30, b"\xff"),
    ("utf-8", 30, b""),
    ("gb18030", 20, b"\xff"),  # a first byte
    ("gb18030", 21, b"\xff"),  # a second one
    ("gb18030", 27, b"?"),
    ("big5", 22, b"\xff"),
]


@pytest.mark.parametrize(("encoding", "place", "instead"), DAMAGE)
def test_a_damaged_byte_costs_one_place(encoding: str, place: int, instead: bytes) -> None:
    text = TRADITIONAL if encoding == "big5" else SIMPLIFIED
    data = encoded(text, encoding)
    decoded = decode(data[:place] + instead + data[place + 1 :])
    assert (decoded.encoding, decoded.guessed) == (encoding, True)
    assert decoded.replaced == 1
    assert decoded.text.count("\ufffd") == decoded.replaced
    assert decoded.text[-60:] == text[-60:]
    assert decoded.text[:6] == text[:6]


@pytest.mark.parametrize("lost", range(12, 40))
def test_pairs_after_a_lost_byte_are_read_in_step(lost: int) -> None:
    """The run has no ASCII to fall into step at; the character that lost a byte is gone, and at most one beside it."""
    text = "负责区域内经销商的开发与维护，完成公司下达的年度销售指标"
    data = text.encode("gbk")
    decoded = decode(data[:lost] + data[lost + 1 :])
    assert decoded.replaced == 1
    place = decoded.text.index("\ufffd")
    assert len(decoded.text) == len(text)
    assert abs(place - lost // 2) <= 1
    assert sum(a != b for a, b in zip(decoded.text, text, strict=True)) <= 2


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le"])
def test_text_cut_within_a_character(encoding: str) -> None:
    text = SIMPLIFIED.rstrip() + "职"
    decoded = decode(encoded(text, encoding)[:-1])
    assert (decoded.encoding, decoded.replaced) == (encoding, 1)
    assert decoded.text == text[:-1] + "\ufffd"


def test_the_limits_on_damage() -> None:
    lines = ("负责仓库收发" + "\n") * 200
    few = lines.replace("收", "\ue000", ALLOWED_PLACES).encode().replace("\ue000".encode(), b"\xff")
    assert decode(few).replaced == ALLOWED_PLACES
    many = lines.encode().replace("收".encode(), b"\xff")
    for encoding in (None, "utf-8"):
        with pytest.raises(UnreadableInput):
            decode(many, encoding)
    some = lines.encode().replace("收".encode(), b"\xff", 70)  # 5 %: borne only where the encoding was named
    assert decode(some, "utf-8").replaced == 70
    with pytest.raises(UnreadableInput):
        decode(some)


@pytest.mark.parametrize(
    "data",
    [
        "営業部の業務内容を説明し、契約書を作成する仕事です。".encode("shift_jis") * 3,
        "Обязанности: ведение документации и отчётности".encode("cp1251") * 3,
        bytes(range(256)) * 20,
        b"\xff" * 400,
    ],
)
def test_what_is_not_chinese_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        decode(data)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *((name, "gb18030") for name in ("GB18030", "gbk", "gb2312", "GB_2312-80", "x-gbk", "cp936")),
        *((name, "big5") for name in ("Big5", "cp950", "big5-tw")),
        ("Big5_HKSCS", "big5-hkscs"),
        (" UTF8 ", "utf-8"),
        ("utf_16", "utf-16"),
        ("shift_jis", "shift-jis"),
    ],
)
def test_names_that_a_caller_may_use(name: str, expected: str) -> None:
    assert canonical(name) == expected


@pytest.mark.parametrize("name", ["", "klingon", "base64", "rot13", "idna", "unicode_escape", "\0", "编码", "a" * 999])
def test_names_that_are_no_encoding(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        decode(b"x", name)
    assert len(str(caught.value).splitlines()) == 1
    assert len(str(caught.value)) < 90


def test_a_named_encoding_is_obeyed() -> None:
    data = SIMPLIFIED.encode("gbk")
    assert decode(data, "gb2312") == decode(data, "GBK")
    assert decode(data, "gbk").guessed is False
    assert decode("café".encode("latin-1"), "latin-1").text == "café"
    assert decode(TRADITIONAL.encode("utf-16-be"), "utf-16").encoding == "utf-16-be"
    assert decode("𨋢".encode("big5hkscs"), "big5").encoding == "big5-hkscs"
    with pytest.raises(UnreadableInput, match="not utf-8"):
        decode(data, "utf-8")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("甲\r\n乙\r丙\n", "甲\n乙\n丙\n"),
        ("甲\v乙\f丙\x85丁\u2028戊\u2029", "甲\n乙\n丙\n丁\n戊\n"),
        ("甲\0\x07\x1c乙\x7f\x90\t丙", "甲乙\t丙"),
        ("\ufeff甲\ufeff乙\u200b\u200c\u2060丙\xad", "甲乙丙"),
        ("甲\u200d乙", "甲乙"),
        ("👩\u200d🏫老师", "👩\u200d🏫老师"),
        ("甲\ud800乙", "甲\ufffd乙"),
        ("　全角　空格\xa0", "　全角　空格\xa0"),
    ],
)
def test_line_breaks_and_invisible_characters(raw: str, text: str) -> None:
    assert normalise(raw) == text
    assert normalise(text) == text


@given(st.text())
def test_normalising_twice_is_normalising_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert not set(once) & set("\r\v\f\x85\u2028\u2029\0\ufeff")


CHARACTERS = sorted(set(FREQUENT + COMMON))


@settings(deadline=None)
@given(st.lists(st.sampled_from(CHARACTERS), min_size=40, max_size=300, unique=True), st.sampled_from(ENCODINGS))
def test_common_characters_in_any_encoding(characters: list[str], encoding: str) -> None:
    codec = PYTHON_NAMES.get(encoding, encoding)
    text = "".join(c for c in characters if c.encode(codec, "ignore"))
    if len(text) >= 40:
        decoded = decode(text.encode(codec))
        assert (decoded.text, decoded.encoding) == (text, encoding)


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from([None, "gbk", "big5", "utf-16", "utf-32", "utf-8", "utf-7", "hz"]))
def test_any_bytes_give_a_text_or_an_error_of_ours(data: bytes, encoding: str | None) -> None:
    try:
        decoded = decode(data, encoding)
    except JdparseError:
        return
    assert decoded.text == normalise(decoded.text)
    assert decode(data, encoding) == decoded


@pytest.mark.parametrize("unit", [SIMPLIFIED.encode("gbk"), b"\xb0", b"\xb0\xa1\xff", b"\xe5\xb2", bytes(2)])
def test_work_does_not_outgrow_the_input(unit: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counts the characters that are weighed: four times the bytes may cost at most about four times the work."""

    def work(data: bytes) -> int:
        counted = 0
        plain = model.likelihood

        def counting(text: str) -> int:
            nonlocal counted
            counted += len(text)
            return plain(text)

        with monkeypatch.context() as patch:
            patch.setattr("jdparse.loaders.decoding.likelihood", counting)
            with suppress(UnreadableInput):
                decode(data)
        return counted

    size = 40_000
    small, large = (work((unit * (n // len(unit) + 1))[:n]) for n in (size, 4 * size))
    assert small > 0
    assert large <= 5 * small
