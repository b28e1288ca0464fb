"""The words of a site's controls: what a visitor may do with a page, and where else in the site he may go.

As a line's only text such words are furniture where the line is a link; `收藏` alone in a list of duties is not.
"""

from jdparse.patterns import deferred

# A control is a verb, of what and of whom: 我要收藏该职位, 取消关注TA, 查看全部, ＋ 关注, 复制链接.
_BEFORE = r"(?:点击|立即|立刻|马上|我要|我想|在线|一键|快速|现在|免费|继续|取消|已|去)?"
_APPLY = r"投递?|发送|应聘|应征|报名|申请|沟通|直聊|内推|预约面试"
_ACT = (
    r"关注|推荐|收藏|喜欢|点赞|[点]?赞|分享|转发|转寄|转载|举报|投诉|纠错|反馈|评论|回复|引用|留言|打赏|订阅|打印|复制|下载|打开|安装|保存|储存|编辑|删除|刷新|关闭|私信|聊一聊|聊聊|打招呼|发消息|加好友|"
    r"感兴趣|不感兴趣|不合适|登录|登陆|注册|扫码|搜索|切换|更换|换|返回|回到|查看|展开|显示|收起|隐藏|阅读|了解|进入|放大|定位|导航"
)
_OF = r"(?:到|该|此|本|这个|个|当前|一[个批换])?"
_WHAT = (
    r"(?:简历|职位|岗位|招聘广告|招聘信息|工作|(?:公司|企业)(?:主页|详情|信息)?|主页|职缺|页面|网页|文章|帖子|窗口|页|链接|地址|网址|更多|全部|详情|全文|原文|大图|原图|(?:职位|公司|工作|门店)?(?:地图|位置)|路线|[^，。；]{0,8}(?:平均(?:工资|薪资)|薪[酬资水](?:行情|水平|统计|分析|对比))|其他|城市|首页|列表|顶部|上一页|上页|账号|信息|"
    r"微信|微博|朋友圈|QQ|好友|朋友|公众号|APP|App|客户端|TA|他|她|我们|作者|楼主|楼层)"
)
_ENDS = r"(?:[（(][^（()）]{1,16}[)）])?(?:到微信|给好友|一下|按钮)?\s*[»›>→↗↓↑▾▼]*"
_PLACES = (
    r"(?:更多|详情|地图|详细|顶端|在看)(?:链接|地址|职位|岗位)?|(?:上|下)一[页张个条篇](?:职位|岗位|文章)?|(?:上|下)一(?:职位|岗位)|"
    r"(?:公司|企业|雇主)(?:主页|首页|详情|官网)|查?看(?:公司|企业|雇主)(?:详细)?介绍|(?:同|本)?(?:公司|企业)(?:其[他它]|更多|全部|在招)?(?:职位|岗位)|(?:其[他它]|更多|全部|所有|相似|类似|附近)(?:职位|岗位|公司)|"
    r"(?:投递|浏览|收藏|沟通)记录|(?:招聘)?进度查询|(?:个人|用户|会员|帮助|客服|消息)中心|我的(?:简历|投递|收藏|申请|消息)|(?:意见|用户|问题)反馈|(?:在线|联系|人工)客服|(?:微信|微博|QQ)分享|职位(?:搜索|收藏)|搜索职位|[用按]?地图找(?:工作|职位|岗位)|[看查](?:地图|路线|通勤|位置|公交)|投个?简历|先?聊聊|我也?要(?:问|提问)|(?:马上|立即|去)完善|(?:在|从|用)?(?:百度|高德|腾讯)?地图(?:中|上|里)?(?:打开|查看|导航)"
)
_ENGLISH = (
    r"(?i:apply(?: now| for this job)?|save(?: job)?|saved|share|report(?: job)?|follow|following|print|login|log in|sign in|sign up|register|home|search|menu|close|next|previous|prev|back(?: to \w+)?|top|"
    r"more|view all|view more|show more|read more|learn more|download|job alerts?|subscribe|contact us|about us)"
)
_CONTROL = deferred(
    rf"[+＋♡♥❤☆★]?\s*(?:{_BEFORE}(?:(?:{_APPLY}){_OF}{_WHAT}?|(?:{_ACT}){_OF}{_WHAT}?)|{_PLACES}|{_ENGLISH}){_ENDS}|[<>«»‹›…\d\s]+",
)


_TWICE = deferred(r"(?P<english>[A-Za-z][A-Za-z ]{2,24}?)[ ·/|]*(?P<chinese>[^\W\x00-\x7f]{2,8})")
"""The words of a control in two languages: Apply now 立即申请"""
_AROUND = "【】〖〗[]〔〕「」"


def is_control(text: str) -> bool:
    """Whether the text is nothing but the words of a control: 收藏职位, 立即沟通 ›, ＋关注, Apply now, page numbers."""
    text = text.strip(_AROUND)
    twice = _TWICE.fullmatch(text)
    said = (text,) if twice is None else twice.group("english", "chinese")
    return all(_CONTROL.fullmatch(words) is not None for words in said)


def are_controls(text: str) -> bool:
    """Whether a line is several controls side by side: 投个简历 先聊聊."""
    parts = text.split()
    return 1 < len(parts) <= _MOST and all(map(is_control, parts))


_MOST = 8
