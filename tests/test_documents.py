"""The documents for measuring: each gives its gold record, whole."""

import json
from pathlib import Path

import pytest

import jdparse
from tests.scoring import compare

FOLDERS = sorted(path.parent for path in (Path(__file__).parent / "documents").glob("*/gold.json"))

# Documents that fall short, with the misses and extras that are let pass. It only ever shrinks.
SHORT: dict[str, set[str]] = {
    "e132-text-markdown-tutoring-head": {
        "extra  in a job: 教务中心维护，需要修改请先在文档库提交说明",
        "extra  job 0: extra_sections.items = 教务中心维护，需要修改请先在文档库提交说明",
    },
    "e133-text-mail-quoted-photo-retoucher": {
        "extra  job 0: application.instructions = 摄影部",
        "extra  job 0: application.instructions = 韩磊",
    },
    "w193-contract-annex-lifeguard": {
        "extra  in a job: 1.4米以下儿童",
        "extra  in a job: 石英砂过滤缸",
        "extra  job 0: blank_fields = dates.prepared",
        "extra  job 0: document_no = BW-2025-016",
    },
    "b05-courier-station-wechat": {
        "extra  in a job: 有的，接着发",
        "extra  job 1: compensation.benefits = 有的，接着发👇",
    },
    "c07-cabin-crew-airline-notice": {
        "extra  job 0: extra_sections.items = 云汉航空股份有限公司总部设在榕川国际机场，运营客机31架，国内外航线87条。因机队扩充，现面向社会及应届毕业生招聘空中乘务员",
    },
    "c10-school-counsellor-hardwrap-gbk": {
        "extra  job 0: remarks = 晴川区实验中学校长办公室",
    },
    "c13-annotator-wiki-markdown": {
        "extra  job 0: extra_sections.heading = 岗位说明",
    },
    "d07-tabgrid-tea": {
        "missed job 0: document_no = R-HR-0031-A",
    },
    "e04-publishing-textbook-appendix": {
        "extra  job 2: blank_fields = people.prepared_by",
        "missed job 2: blank_fields = headcount",
    },
    "p367-forum-bike-mechanic": {
        "extra  in a job: 另外楼主那个叉子要是阻尼也坏了，就别修了",
        "extra  job 0: extra_sections.items = 另外楼主那个叉子要是阻尼也坏了，就别修了，我这有个二手的空气叉，八成新，六百给你",
    },
    "p297-forum-paragraph-ad": {
        "extra  job 0: extra_sections.items = 扯远了。其实我是想问问，有没有人知道新开的河西夜市摊位费是多少？听说要交半年押一季，是不是真的？还有油烟净化器是不是必须装？知道的跟帖说一声，谢谢各位老铁",
        "extra  job 0: extra_sections.items = 人间烟火气，最抚凡人心",
        "extra  job 0: extra_sections.heading = 签名",
        "extra  in a job: 其实我是想问问，有没有人知道新开的河西夜市摊位费是多少",
    },
    "p300-classified-swimming-pool": {
        "extra  job 0: duties.tasks = 劝阻池边追逐、深水区跳水等行为。本信息来自七八城",
        "missed job 0: duties.tasks = 劝阻池边追逐、深水区跳水等行为",
        "extra  in a job: 本信息来自七八城",
    },
    "w09-nested-tables-hotel-kitchen": {
        "extra  job 0: people.approved_by = 总经理 陶景行 日期：2022年12月5日",
        "missed job 0: dates.approved = 2022年12月5日",
        "missed job 0: people.approved_by = {'any': ['总经理\\u3000陶景行', '陶景行']}",
    },
    "w34-seed-zhize-template": {
        "missed job 0: job_type = 技术",
    },
}


def test_there_are_documents() -> None:
    assert len(FOLDERS) >= 14
    assert set(SHORT) <= {folder.name for folder in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_document(folder: Path) -> None:
    (source,) = folder.glob("input.*")
    record = jdparse.parse(source.read_bytes(), source.name).data
    score = compare(json.loads((folder / "gold.json").read_text(encoding="utf-8")), record)
    wrong = {*(f"missed {line}" for line in score.missed), *(f"extra  {line}" for line in score.extra)}
    assert wrong == SHORT.get(folder.name, set())


MOST_UNSAID = 3
"""Letters in a row that no value, label or removed line needs to hold: 内部 and 外部 over contacts."""


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_text_of_a_document_is_lost(folder: Path) -> None:
    (source,) = folder.glob("input.*")
    found = jdparse.parse(source.read_bytes(), source.name)
    ledger = found.source_map()
    said = bytearray(len(found.document.text))
    for value in ledger["values"].values():
        for start, end in value["spans"]:
            said[start:end] = b"1" * (end - start)
    unsaid = [
        run
        for start, end, name in ledger["classes"]
        if name == "unclassified"
        for run in "".join(
            c if not said[start + i] else " " for i, c in enumerate(found.document.text[start:end])
        ).split()
    ]
    assert [run for run in unsaid if len(run) > MOST_UNSAID] == []
