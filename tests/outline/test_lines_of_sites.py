"""What sites print around a job description and within it, a line each: none of it belongs to the job."""

from typing import Any

import pytest

import jdparse
from tests.stages import tasks

ABOVE = ("水电站值班员岗位职责", "岗位名称：值班员", "岗位职责：", "1、监视仪表；", "2、填写记录。")
BELOW = ("任职要求：", "1、中专以上；", "2、有高压证。")

ANYWHERE = """
以上是小编整理的值班员岗位职责，仅供参考。
更多岗位职责请关注本站。
如需下载请点击文末链接
想了解更多请访问笔杆子文库
共2页 当前第1页
[1] [2] 下一页 尾页
第1页/共3页
返回列表页
加载全文 阅读更多
点击展开全文
剩余80%未读，继续阅读
还剩 3 页未读，继续阅读
下载此文档
VIP免费下载
文档评分：4.8 (12人评价)
喜欢这篇文章的人也喜欢
相关热词搜索：值班员 岗位职责
本文地址：http://www.bgz.example/123.html
原文链接：http://www.bgz.example/123.html
分享到：QQ空间 新浪微博 腾讯微博 微信
扫描二维码下载手机版
微信扫码关注公众号
长按识别二维码关注我们
点击下方“阅读原文”查看更多
END
- END -
—END—
【全文完】
（完）
来源 | 水电之家
编辑 | 小水
图片 | 网络
文案 | 小电
排版：小王 校对：小李
供稿：人力资源部
投稿邮箱：tougao@bgz.example
商务合作请加微信 bgz888
查看该公司所有职位
该公司还在招
竞争力分析 立即查看
BOSS 安全提示：招聘方不得收取费用
如发现虚假招聘、收费等行为请立即举报
面试遇到收费请立即报警
平台严禁用人单位和招聘者用户扣押求职者证件
点击查看地图 工作地址：
职位发布者
王女士 · 人事经理 今日活跃
立即沟通 投递简历
收藏 分享 举报
微信登录 手机登录
登录后查看联系方式
下载APP 查看更多职位
请输入验证码
您还没有登录，请登录后再评论
上一条：泵站运行工 下一条：水库管理员
附近职位
热门城市 成都 重庆 乐山
© 2023 笔杆子文库 版权所有
关于我们 联系我们 网站地图 免责声明
隐私政策 用户协议
技术支持：某某网络
建议使用1024×768分辨率浏览
今日访问：123 总访问：45678
打印本页 关闭窗口
返回顶部
TOP
Powered by PHPCMS
文件名称：水电站值班员岗位职责.doc
文件大小：45KB 下载次数：33
文档格式：DOC 页数：2
资料编号：12345
上传时间：2021-01-02 上传者：张三
内容由用户上传，不代表本站观点
若侵犯您的权益请联系客服删除
本文档下载自笔杆子文库
内容来自www.bgz.example转载请标明出处
word文档可编辑
欢迎下载
精品文档
可编辑修改
整理为word格式
1 / 2
- 1 -
第 1 页
Page 1 of 2
学习好资料 欢迎下载
精品资料 值得拥有
最新资料推荐
.. .. ..
DOC格式
(此文档部分内容来源于网络，如有侵权请告知删除，文档可自行编辑修改内容，供参考，感谢您的配合和支持)
""".strip().splitlines()

OVER = """
首页 > 岗位职责 > 水电
您现在的位置：首页 >> 岗位职责
当前位置: 主页 > 人事管理 > 岗位职责
首页-岗位职责-正文
【摘要】本文介绍了水电站值班员的岗位职责，供参考。
导读：以下是小编整理的水电站值班员岗位职责，欢迎阅读。
摘要：水电站值班员岗位职责模板，适用于中小型水电站。
内容提要：水电站值班员职责。
文档简介：水电站值班员岗位职责
简介：本文为水电站值班员岗位职责，共2页。
编者按：以下内容供大家学习参考。
下面是小编收集整理的值班员岗位职责，希望对您有帮助！
无论在工作还是生活中，大家都逐渐认识到岗位职责的重要性，那么岗位职责怎么写才合适呢？以下是小编为大家整理的值班员岗位职责，仅供参考，欢迎大家阅读。
随着社会不断地进步，岗位职责的使用频率逐渐增多，明确岗位职责能让员工知晓和掌握岗位职责。
岗位职责是指一个岗位所需要去完成的工作内容以及应当承担的责任范围。
文档名称：水电站值班员岗位职责
文库 > 专业资料 > 人力资源管理
分类：人力资源
收藏 | 打印 | 字号：大 中 小
大 中 小 打印 收藏
点击下载
下载 打印 收藏 分享
2023-05-06
2023-05-06 10:22
5.0 分 | 1234 人阅读
5星 · 超过95%的资源
15 下载券
¥5.00
VIP
上传者：用户88123
发布人：admin
作者：佚名
来源：网络
字数：1234
第一文库网
欢迎访问笔杆子文库！
欢迎来到笔杆子文库！
登录 注册
您好，请登录 免费注册
加入收藏 设为首页
搜索
热门搜索：岗位职责 工作总结
今日推荐
招聘会 名企 校园招聘
人才网首页 找工作 招人才
本站最新公告：系统维护通知
扫码关注
刷新时间：2小时前
已认证企业
该职位已下线
正在招聘
浏览 123 次
5 人已投递
投递后24小时内反馈
简历处理率 99%
""".strip().splitlines()

BEHIND = """
关键词：值班员；岗位职责；水电站
0 条评论
相关职位：检修工 安全员 调度员
推荐公司
友情链接：笔杆子 文库网
京公网安备 11000000000000号
增值电信业务经营许可证：京B2-20000000
主办单位：云岭县人民政府办公室 联系电话：0833-000000
网站标识码：5100000000
优质参考文档
以上就是水电站值班员岗位职责的全部内容，希望对你有所帮助。
看完的人还看了：变电站值班员岗位职责
本文链接：https://www.bgz.example/a/1.html
标签：值班员 岗位职责 水电
版权声明：本文内容由互联网用户自发贡献，如有侵权请联系删除。
赞 12 踩 0 收藏 分享
文档下载：水电站值班员岗位职责.doc
下载文档 收藏 分享 举报
投递简历请点击下方按钮
本职位已被浏览 233 次，5 人申请
举报该职位 扫码分享 微信扫一扫
职位编号：8821733  刷新时间：今天
客服热线：400-800-0000 工作时间 9:00-18:00
更多精彩，关注公众号“水电人之家”
声明：该职位由用户自行发布，平台不承担责任
(责任编辑：admin)
------分隔线----------------------------
第 1 页 共 1 页
本文来源于网络，仅供参考学习
附件：水电站值班员岗位说明书.docx
【打印】【关闭】【返回顶部】
温馨提示：求职请警惕收费陷阱
本网站所有信息均来自于用户发布 ICP备12000000号
Copyright 2021 bgz.example All Rights Reserved
转载请注明出处
来自：https://www.bgz.example
TAG：岗位职责
""".strip().splitlines()

BLOCKS = (
    "【水电站值班员岗位职责】相关文章：\n1.水电站站长岗位职责 04-01\n2.变电站值班员岗位职责",
    "推荐阅读\n水库管理员岗位职责\n泵站运行工岗位职责",
    "上一篇：泵站运行工岗位职责\n下一篇：水库管理员岗位职责",
    "猜你喜欢\n调度员岗位职责 10-11\n电工岗位职责 09-12",
    "相关推荐\n电站检修工岗位说明书 3页\n电站安全员岗位说明书 2页",
    "发表评论\n昵称：\n验证码：\n提交",
    "网友评论\n张三 2022-01-01\n写得不错",
    "公司其他职位\n检修工 5-7K 乐山\n安全员 4-6K 乐山",
)


def _job(lines: tuple[str, ...], *, page: bool) -> dict[str, Any]:
    text = "\n".join(lines)
    if page:
        title = ABOVE[0]
        body = "".join(f"<p>{line}</p>" for line in text.splitlines()).replace(
            f"<p>{title}</p>", f"<h1>{title}</h1>", 1
        )
        text = f"<meta charset=utf-8><title>{title}_笔杆子</title><div class=c>{body}</div>"
    (job,) = jdparse.parse(text.encode(), "x.html" if page else "x.txt").data["jobs"]
    found: dict[str, Any] = job
    return found


def _is_clean(job: dict[str, Any]) -> bool:
    others = (job["extra_fields"], job["extra_sections"], job["remarks"], *job["application"].values())
    values = (*job["compensation"].values(), *job["dates"].values(), *job["people"].values())
    wanted = job["requirements"]["general"] == ["中专以上", "有高压证"]
    return wanted and tasks(job) == ["监视仪表", "填写记录"] and not any((*others, *values))


@pytest.mark.parametrize("page", [False, True], ids=["text", "page"])
@pytest.mark.parametrize("line", [*ANYWHERE, *BEHIND, *BLOCKS])
def test_behind_a_job(line: str, page: bool) -> None:
    assert _is_clean(_job((*ABOVE, *BELOW, line), page=page))


@pytest.mark.parametrize("page", [False, True], ids=["text", "page"])
@pytest.mark.parametrize("line", ANYWHERE)
def test_within_a_job(line: str, page: bool) -> None:
    assert _is_clean(_job((*ABOVE, line, *BELOW), page=page))


@pytest.mark.parametrize("page", [False, True], ids=["text", "page"])
@pytest.mark.parametrize("at", [0, 1], ids=["over the title", "below it"])
@pytest.mark.parametrize("line", OVER)
def test_over_a_job(line: str, at: int, page: bool) -> None:
    lines = [*ABOVE, *BELOW]
    lines.insert(at, line)
    assert _is_clean(_job(tuple(lines), page=page))
