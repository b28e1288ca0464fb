"""Quoted mails."""

from tests.stages import record, tasks

MAIL = """发件人: 周倩 <zhou@example.com>
发送时间: 2024年5月21日 17:42
收件人: 唐一鸣
主题: 转发: 修片师

> 招聘岗位：修片师
>
> 工作内容：
> 1、完成调色、液化和修瑕，婚纱套系 30 张以内的三个工作日内交付；
> 2、整理归档原片。
>
> > 学历再确认一下。
"""


def test_a_quoted_description_is_read_without_its_signs() -> None:
    found = record(MAIL)
    (job,) = found["jobs"]
    assert job["title"] == "修片师"
    assert tasks(job) == ["完成调色、液化和修瑕，婚纱套系 30 张以内的三个工作日内交付", "整理归档原片"]
    assert {"reason": "comments", "text": "学历再确认一下。", "line": 12} in found["removed"]


def test_a_few_signs_are_text() -> None:
    found = record("岗位名称：电工\n岗位职责：\n1、检修；\n> 停电时先验电；\n2、值班。\n")
    assert "> 停电时先验电" in str(found["jobs"])
