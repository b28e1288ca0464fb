"""Names of employers: companies, hospitals, schools, offices."""

from jdparse.patterns import deferred

_ORGANIZATION = deferred(
    r"^[^\W\d_×（）()·*][\w×*（）()·]{1,27}?(?:公司|集团|医院|大学|学院|学校|中学|小学|幼儿园|酒店|宾馆|研究院|研究所|事务所|银行|支行|工厂|委员会|中心|局"
    r"|电厂|水厂|药厂|林场|农场|牧场|[羊猪牛鸡]场|合作社|出版社|报社|旅行社|博物馆|图书馆|卫生院|养老院|福利院|诊所|景区|动物园|植物园|公园|乐园|海洋馆|水族馆|剧院|剧场|影院|体育馆|美术馆|档案馆|管理处|俱乐部|饭店|酒楼|菜馆|饭馆|饭庄|面馆|茶楼|客栈|民宿|影楼|书店|药店|大药房|(?:眼镜|商|车|洋|药|米|金|茶|钟表|家具|灯饰|五金|电器|摩托)行|客运站)(?:（[^（）]{1,12}）|[(][^()]{1,12}[)])?$"
)
NO_NAME = deferred(r"招聘|岗位|职位|职责|说明|首页|我们")
"""What a line speaks of that is no such name."""
_PART = deferred(r"[^市区县镇乡省]{2,4}中心$")
"""A part of an organization, or of a site: 运营中心, 客户服务中心, 帮助中心."""


def is_organization(text: str) -> bool:
    """Whether a line is nothing but the name of an organization."""
    return _ORGANIZATION.match(text) is not None and not NO_NAME.search(text) and not _PART.match(text)
