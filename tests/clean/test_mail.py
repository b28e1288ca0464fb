"""Mails that carry a job description."""

import pytest

import jdparse

HEAD = ("发件人: 梁溪 <liang@huoshan.example>", "发送时间: 2024年5月6日 9:30", "收件人: 人力资源部", "主题: 冷链调度员")
JOB = (
    "岗位名称：冷链调度员",
    "岗位职责：",
    "1、排车；",
    "2、跟踪在途温度。",
    "任职要求：",
    "1、大专；",
    "2、熟悉冷藏车。",
    "福利：六险一金、餐补、年度旅游、生日礼金、带薪年假、高温补贴",
)
FOOT = ("祝好", "", "--", "梁溪", "火山物流 | 运营部", "本邮件及附件含有保密信息，仅供指定收件人使用。")


def _read(*lines: str) -> tuple[list[str], list[tuple[str, str]]]:
    record = jdparse.parse("\n".join(lines).encode()).record
    (job,) = record.jobs
    assert job.requirements.general == ("大专", "熟悉冷藏车")
    return list(job.compensation.benefits), [(part.reason, part.text) for part in record.removed]


def test_a_mail_around_a_job() -> None:
    benefits, removed = _read(*HEAD, "", *JOB, "", *FOOT)
    assert benefits == ["六险一金、餐补、年度旅游、生日礼金、带薪年假、高温补贴"]
    assert [text for _, text in removed] == [
        "发件人： 梁溪 <liang@huoshan.example>", "发送时间： 2024年5月6日 9:30", "收件人： 人力资源部",
        "祝好", "--", "梁溪", "火山物流 | 运营部", "本邮件及附件含有保密信息，仅供指定收件人使用。",
    ]  # fmt: skip
    assert removed[-1][0] == "site_notice"


def test_a_head_in_english() -> None:
    _, removed = _read("From: a@b.example", "To: c@d.example", "Subject: JD", "", *JOB)
    assert [text for _, text in removed] == ["From: a@b.example", "To: c@d.example"]


def test_a_head_of_a_name_and_an_address() -> None:
    _, removed = _read("From: Liang", "Date: 2024-05-06", *JOB)
    assert removed == []
    _, removed = _read("From: liang@huoshan.example", "To: 各位同事", "", *JOB)
    assert [text for _, text in removed] == ["From: liang@huoshan.example", "To： 各位同事"]


def test_a_blank_line_ends_a_pair() -> None:
    benefits, _ = _read(*JOB, "", "公司在工业园区设有班车接送点，员工凭工牌乘坐即可")
    assert benefits[0] == "六险一金、餐补、年度旅游、生日礼金、带薪年假、高温补贴"


@pytest.mark.parametrize("lines", [("发件人：行政部",), ("日期：2024年5月6日", "时间：9:30", "附件：报名表")])
def test_lines_that_are_no_head(lines: tuple[str, ...]) -> None:
    _, removed = _read(*lines, *JOB)
    assert removed == []


def test_a_long_text_below_dashes_is_no_signature() -> None:
    _, removed = _read(
        *JOB,
        "--",
        "公司位于工业园区，设有班车接送点，员工凭工牌乘坐，食堂供应三餐，宿舍四人一间，并配有洗衣房和健身房。",
    )
    assert removed == []


@pytest.mark.parametrize("sign", ["____________________", "======", "——", "祝好", "此致"])
def test_other_signs_over_a_signature(sign: str) -> None:
    benefits, removed = _read(*HEAD, "", *JOB, "", sign, "梁溪  运营部", "火山物流有限公司", "电话：0571-5550126")
    assert benefits == ["六险一金、餐补、年度旅游、生日礼金、带薪年假、高温补贴"]
    assert [text for _, text in removed][-4:] == [sign, "梁溪  运营部", "火山物流有限公司", "电话：0571-5550126"]


def test_a_rule_between_sections_is_over_no_signature() -> None:
    benefits, _ = _read(*HEAD, "", *JOB[:4], "----", *JOB[4:])
    assert benefits == ["六险一金、餐补、年度旅游、生日礼金、带薪年假、高温补贴"]


def test_a_rule_at_the_end_of_no_mail_is_over_no_signature() -> None:
    benefits, _ = _read(*JOB, "----", "员工宿舍")
    assert "员工宿舍" in benefits
