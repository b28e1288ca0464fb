"""What the command line says of damaged documents: where they come from, and what is missing in them."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

Run = Callable[..., CompletedProcess[str]]

JOB = "所属部门\n设备部\n岗位职责\n1、巡检现场仪表，发现异常及时处理；\n2、校验压力变送器并做好记录；\n"
WHOLE = "岗位名称：仪表维修工\n岗位职责：\n1、巡检现场仪表；\n2、校验压力变送器。\n"


def record(jdparse: Run, tmp_path: Path, data: str | bytes, name: str = "in.txt") -> dict[str, Any]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    done = jdparse(path)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def notes(record: dict[str, Any], name: str) -> list[str]:
    return [note["message"].partition(": ")[2] for note in record["diagnostics"] if note["name"] == name]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            "首页 > 资料库 > 岗位说明\n仪表维修工岗位说明书.doc\n上传人：星河办公  上传时间：2021-04-17  格式：DOC  页数：3  大小：46.5KB\n0 人已阅读\n",
            {"file_name": "仪表维修工岗位说明书.doc", "published": "2021-04-17", "file_format": "DOC", "pages": "3"}
            | {"file_size": "46.5KB", "uploader": "星河办公"},
        ),
        (
            "文件名：仪表维修工岗位说明书.pdf\n文件格式：PDF\n文件大小：210KB\n文档页数：4\n贡献者：workman88\n所属分类：管理文献\n",
            {"file_name": "仪表维修工岗位说明书.pdf", "file_format": "PDF", "file_size": "210KB", "pages": "4"}
            | {"uploader": "workman88"},
        ),
        (
            "仪表维修工岗位说明书_百问文库\n来源网站:百问文库 2018-11-26 17:24:20\nhttps://doc.example/v/1 原文链接：https://doc.example/v/1\n",
            {"site": "百问文库", "published": "2018-11-26 17:24:20"},
        ),
    ],
)
def test_what_a_page_says_of_the_document(jdparse: Run, tmp_path: Path, page: str, expected: dict[str, str]) -> None:
    source = record(jdparse, tmp_path, page + JOB)["source"]
    assert {key: source[key] for key in expected} == expected


def test_a_title_from_the_name_of_the_file(jdparse: Run, tmp_path: Path) -> None:
    found = record(jdparse, tmp_path, JOB, "03_恒泰公司-仪表维修工岗位职责（2020版）.txt")
    assert found["jobs"][0]["title"] == "仪表维修工"
    assert notes(found, "title-from-file-name") == ["仪表维修工"]


def test_a_list_and_the_name_of_the_file_are_a_job(jdparse: Run, tmp_path: Path) -> None:
    text = "1、按配方称量原料；\n2、清洁称量器具；\n3、填写批记录。\n任职要求：\n1、初中以上；\n2、能适应倒班。\n"
    (job,) = record(jdparse, tmp_path, text, "配料工岗位职责.txt")["jobs"]
    assert job["title"] == "配料工"
    assert job["duties"][0]["tasks"] == ["按配方称量原料", "清洁称量器具", "填写批记录"]
    assert job["requirements"]["general"] == ["初中以上", "能适应倒班"]


def test_each_mask_is_named(jdparse: Run, tmp_path: Path) -> None:
    found = record(jdparse, tmp_path, WHOLE + "备注：与供应商张***对账\n联系人：李××\n电话：0551-6288****\n")
    assert notes(found, "masked-text") == ["备注：与供应商张***对账", "联系人：李××", "电话：0551-6288****"]


def test_two_stars_are_a_mask_where_they_are_no_pair(jdparse: Run, tmp_path: Path) -> None:
    assert notes(record(jdparse, tmp_path, WHOLE + "直接上级：李**主管\n"), "masked-text") == ["直接上级：李**主管"]
    assert notes(record(jdparse, tmp_path, WHOLE + "备注：**重点**岗位\n"), "masked-text") == []


def test_a_comma_at_the_end(jdparse: Run, tmp_path: Path) -> None:
    assert notes(record(jdparse, tmp_path, WHOLE + "3、培训新员工，"), "truncated") == ["培训新员工，"]
    commas = WHOLE.replace("；", "，").replace("校验压力变送器。", "校验压力变送器，")
    assert notes(record(jdparse, tmp_path, commas), "truncated") == []


def test_lost_characters_are_named(jdparse: Run, tmp_path: Path) -> None:
    found = record(jdparse, tmp_path, WHOLE.encode().replace("校验".encode(), "校".encode() + "验".encode()[:2]))
    assert found["jobs"][0]["duties"][0]["tasks"][1] == "校\ufffd压力变送器"
    assert len(notes(found, "damaged-text")) == 1


def test_an_end_that_was_cut_off(jdparse: Run, tmp_path: Path) -> None:
    found = record(
        jdparse,
        tmp_path,
        "文档名称:\n仪表维修工岗位说明书.docx\n格式:docx   大小:48KB   页数:12页\n" + WHOLE + "所需记录文档",
    )
    assert notes(found, "truncated") == ["所需记录文档"]
    assert notes(record(jdparse, tmp_path, WHOLE), "truncated") == []


def test_page_numbers_break_no_sentence(jdparse: Run, tmp_path: Path) -> None:
    text = "岗位名称：水电工\n职责范围：\n1、保养水电设备；\n2、巡查公共区域照明，发现损坏及时更\n1\n换；\n3、协助消防检查。\n2\n任职条件：\n持有电工证。\n"
    found = record(jdparse, tmp_path, text)
    assert found["jobs"][0]["duties"][0]["tasks"][1] == "巡查公共区域照明，发现损坏及时更换"
    assert [(entry["reason"], entry["text"]) for entry in found["removed"]] == [
        ("page_number", "1"),
        ("page_number", "2"),
    ]


def test_page_numbers_beside_the_heads_of_pages(jdparse: Run, tmp_path: Path) -> None:
    text = "岗位名称：水电工\n职责范围：\n1、保养水电设备；\n2、巡查公共区域照明，发现损坏及时更换\n物业管理手册选编  ·  46\n任职条件：\n1、持有电工证\n2、能吃苦\n47\n备注：无\n"
    found = record(jdparse, tmp_path, text)
    assert found["jobs"][0]["duties"][0]["tasks"][1] == "巡查公共区域照明，发现损坏及时更换"
    assert found["jobs"][0]["requirements"]["general"] == ["持有电工证", "能吃苦"]
    assert [entry["reason"] for entry in found["removed"]] == ["page_number", "page_number"]


def test_a_page_number_behind_a_value(jdparse: Run, tmp_path: Path) -> None:
    text = "岗位名称：水电工　　生效日期：2022.9.1　　第1页 共3页\n职责范围：\n1、按第3页 共5页的清单巡查；\n2、保养水电设备。\n"
    found = record(jdparse, tmp_path, text)
    assert found["jobs"][0]["dates"]["effective"] == "2022.9.1"
    assert found["jobs"][0]["duties"][0]["tasks"][0] == "按第3页 共5页的清单巡查"
    assert [entry["text"] for entry in found["removed"]] == ["第1页 共3页"]


def test_numbers_that_do_not_count_on_are_no_page_numbers(jdparse: Run, tmp_path: Path) -> None:
    text = "岗位名称：水电工\n工作内容：\n保养水电设备 | 2\n巡查公共区域照明 | 5\n"
    assert record(jdparse, tmp_path, text)["removed"] == []


def test_bare_numbers_are_no_page_numbers(jdparse: Run, tmp_path: Path) -> None:
    text = "岗位名称\n水电工\n岗位定员\n1\n直接下级人数\n2\n职责范围：\n1、保养水电设备；\n2、巡查公共区域照明。\n"
    found = record(jdparse, tmp_path, text)
    assert found["removed"] == []
    assert (found["jobs"][0]["headcount"], found["jobs"][0]["span_of_control"]) == ("1", "2")
