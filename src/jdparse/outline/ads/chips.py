"""Lines of bare values in an ad: `15-25K·14薪 北京 3-5年 本科 全职`, each value told by its type."""

import re
from collections.abc import Sequence

from jdparse.outline import titles
from jdparse.outline.ads import cities
from jdparse.patterns import deferred
from jdparse.tracked import Tracked

# … but not the one of 8000元/月
_BARS = deferred(r"[ \t\u3000]*(?:[|｜]|[/／](?! ?(?:月|年|天|日|小?时|周|次|件)))[ \t\u3000]*|[ \t\u3000]{2,}|\t")
# 青岛 全职 运营线 / 养护部: blanks set the values apart, and the bar is part of one
_BESIDE_BARS = deferred(r"(?<![|｜/／ \t\u3000])[ \t\u3000]+(?![|｜/／ \t\u3000])")
# 杭州 / 3-5年 / 中专/技校: where blanks stand beside the bars, one without is part of a value
_SPACED_BARS = deferred(r"(?<![ \t\u3000])[ \t\u3000]++[|｜/／][ \t\u3000]*+|[|｜/／][ \t\u3000]++")
# A middle dot parts values (北京·3-5年·本科) unless blanks do: 杭州·拱墅区 3-5年
_BLANKS = deferred(
    r"(?<! [-–—])[ \t\u3000]+(?:[·•]+[ \t\u3000]+)?(?![-–—] |(?:起|以上|左右|元[/／][月年天日时]|元)(?:$|[ \t\u3000]))"
)
_DOTS = deferred(r"[·•]+(?!\d{1,2}薪)")
_CURRENCY = r"(?:(?:HK|NT|US)?[$¥￥]|HKD|RMB|MOP|人民币|港币)?\s?"
_PAY = deferred(
    rf"(?:税[前后]|每(?:月|日|天|小时|年)[ ]?(?={_CURRENCY}\d))?{_CURRENCY}(?:\d[\d,.]*(?:[kK千万]|元)?\s*[-–—~～至]\s*{_CURRENCY}\d[\d,.]*\s*(?:[kK千万]|元)?(?:\s?[/／]\s?(?:月|年|天|日|小?时|次|件|单|场|节|课时?|班|晚|夜|趟|台|套|篇))?(?:[·*×]?\d{{1,2}}薪)?|\d+(?:\.\d+)?[kK万](?:·?\d{{1,2}}薪)?(?:[/／](?:月|年))?|\d[\d,.]*\s?元[/／](?:月|年|天|日|小?时|次|件|单|场|节|课时?|班|晚|夜|趟|台|套|篇)|薪资面议|面议)(?:\s*[+＋]\s*[^\W\d_]{{0,3}}?(?:绩效|提成|奖金|佣金|津贴|补贴|补助|餐补|房补|分红|年终|期权|股票|股权|社保|五险|全勤|计件|加班)[^\W\d]{{0,4}}){{0,3}}$"
)
_DEGREE = "(?:初中|中[一二三四五六七]程度|高中|中专|中技|中职|技校|职校|职高|高职|大专|专科|本科|学士|硕士|研究生|博士|学历不限)"
_TYPES = (
    ("compensation.salary", _PAY),
    ("requirements.experience", deferred(r"(?:工作)?(?:经验)?(?:\d{1,2}\s*[-–—~～至]\s*\d{1,2}年|\d{1,2}年(?:及?以上|以下)?|经验不限|(?:无需|不限|无工作|无)经验|应届(?:毕业)?生?|在校/应届|在校生?|一年以内|1年以内)(?:工作)?(?:经验)?$")),
    ("requirements.education", deferred(rf"(?:统招|全日制|学历)?{_DEGREE}(?:[/／、或]{_DEGREE})?(?:或?及?以上|学历|及?以下)*$")),
    ("headcount", deferred(r"招?聘?(?:\d{1,4}|(?<=[招聘])若干)[人名]$")),
    ("", deferred(r"(?i:new|hot)[!！]?$|(?:实名|企业|官方|平台|商家|雇主|身份|营业执照|资质)(?:已?认证|担保|保障)$|(?:急招|急聘|急征|诚征|急寻|热招|诚聘|高薪|置顶|推荐|最新|新|荐|热|急)$|(?:\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}(?:发布|更新|刷新)?$|(?:(?:今日|今天|昨天|刚刚)|\d{1,2} ?(?:分钟|小时|天|日|周|个?月)(?:以?前|内))(?:发布|更新|刷新|活跃)?$|(?:发布|更新|刷新)于?$")),
    ("job_type", deferred(r"(?:全职|兼职|实习|正式|外包|校招|社招|劳务派遣|合同工|临时工|[Ff]ull[- ][Tt]ime|[Pp]art[- ][Tt]ime|[Ii]nternship)$")),
    ("job_family", deferred(r"[^\W\d_]{2,8} [-–—] [^\W\d_]{2,10}$")),
    ("working_hours", deferred(r"(?:每周)?[1-7]天[/／](?:每)?周$|每周[1-7]天(?:以上)?$|\d{1,2}个月(?:以上|起)?$")),
    ("requirements.general", deferred(r"20\d\d届(?:毕业生|应届生)?$")),
    ("requirements.languages", deferred(r"(?:英语|日语|韩语|德语|法语|俄语|西班牙语|普通话|粤语)(?:熟练|良好|精通|流利|一般|优秀|[一二四六八]级|读写|口语)\S{0,4}$|(?:CET|TEM)-?[468]$")),
    ("department", deferred(r"(?:[^\W\d]{2,8}[ ]?[/／-][ ]?)?[^\W\d]{1,8}(?:部|中心|团队|事业群)$")),
)  # fmt: skip
_PLACE = deferred(
    r"[^\W\x00-\x7f]{1,8}[店区县市](?:、[^\W\x00-\x7f]{1,8}[店区县市]){1,3}$|(?:[^\W\x00-\x7f]{2,5}|[^\W\x00-\x7f\d]{4,11}[省市区县镇乡村路街厂店站园馆港矿仓场院])(?:[-·][^\W\x00-\x7f]{2,8}){0,2}$"
)
# Labels between their values, a line each: 部门 客房部 人数 3名
_NO_PLACE = deferred(
    r"(?:人数|名额|编制|性质|类别|类型|学历|专业|经验|年龄|性别|薪资|薪酬|待遇|月薪|地点|地址|城市|时间|日期|要求|职责|职位|岗位|部门)$"
)

LONGEST_BENEFIT = 10
_BENEFIT = deferred(
    r"五险|一金|奖金|补贴|补助|年假|体检|双休|餐|班车|弹性|年终|股票|期权|旅游|培训|宿舍|包吃|包住|食宿|保险|假|团建|下午茶|节日|福利|加班|双薪|提成|晋升|住宿|[三五六七]险|[二三]金|津贴|公寓|[月周双单轮]休|激励|路费|报销|包食|[^\W\d_]奖$|分红|公积金|社保|红包|聚餐|零食|健身|底薪|全勤|高温费|班次|医疗|大小周|内购|过节|生日|礼[品金包]|股权|工龄"
)


def read(line: Tracked) -> list[tuple[str, Tracked]]:
    """The values of such a line with the record paths they go to ("" for what belongs nowhere, as 09-12发布); [] when it is no such line.

    At least two values must be of a known type, and all but one; a salary may stand alone. So may benefits, three or more.
    """
    text = line.text
    if len(text) > 80 or text[-1:] in "。；;：:，,":
        return []
    if text[-1:] in _ENDS_ADDRESS and cities.is_address(text):
        return [("location", line)]
    if is_pay(text):
        return [("compensation.salary", line)]
    if _DISTRICT.fullmatch(text):
        return [("location", line)]
    words = _words(line)
    if are_benefits([word.text for word in words]) and not titles.names_job(words[0].text):
        return [("compensation.benefits", word) for word in words]
    return typed(words) or _paid(words) if len(words) > 1 or _SEVERAL.search(text) else []


def _paid(words: Sequence[Tracked]) -> list[tuple[str, Tracked]]:
    """The values beside the pay, what an employer offers among them: 6000-8000元/月 包吃 包住; [] where one has no type."""
    kinds = [(path, word) for word in words if len(word) <= _LONGEST_PAY and (path := kind(word.text)) is not None]
    paid = any(_PAY.match(word.text) for path, word in kinds if path == "compensation.salary")
    return kinds if paid and 1 < len(kinds) == len(words) else []


def is_pay(text: str) -> bool:
    """Whether a text is pay and nothing else: 18-28K·13薪, HK$22,000 - HK$28,000 / 月."""
    return len(text) <= _LONGEST_PAY and _PAY.match(text) is not None


_LONGEST_PAY = 40


_DISTRICT = deferred(
    r"[^\W\d_]{2,6}[ ]?[-–—·][ ]?[^\W\d_]{1,8}(?:区|县|市|镇|乡|街道)(?:[ ]?[-–—·][ ]?[^，。；： ]{2,20})?"
)
"""A city, one of its districts and a place there: 昆明 - 官渡区 - 物流港6号库."""
_ENDS_ADDRESS = "号弄栋座楼层室幢库院路街村园厦场港站心城商区铺面内"
# 苏州 吴中区: a place of several words
_SEVERAL = deferred(r"\S\s+\S")


def typed(words: Sequence[Tracked]) -> list[tuple[str, Tracked]]:
    """The values with the record paths that their types name; [] unless all but one have a type. That one must be a place.

    Of several, two must have a type.
    """
    return _told(words, min(2, len(words)))


def offers(line: Tracked) -> list[tuple[str, Tracked]]:
    """As `read`, of a line with nothing but benefits, be they two: what a board has below the name of a job."""
    words = _words(line) if len(line) <= 2 * LONGEST_BENEFIT + 1 else []
    known = len(words) == 2 and all(len(word) <= LONGEST_BENEFIT and is_benefit(word.text) for word in words)
    return [("compensation.benefits", word) for word in words] if known else []


def beside(line: Tracked) -> list[tuple[str, Tracked]]:
    """As `read`, of what stands beside the name of a job, where one value with a type is enough."""
    words = _words(line)
    kinds = [(path, word) for word in words if len(word) <= LONGEST_BENEFIT and (path := kind(word.text)) is not None]
    if 1 < len(words) == len(kinds) and any(path == "compensation.salary" for path, _ in kinds):
        return kinds  # 包吃住 · 5000-6500
    return _told(words, 1) or (_told(words, 1, _BESIDE_NAME) if len(words) > 1 else [])


_BESIDE_NAME = (
    ("department", deferred(r"[^\W\d_]{1,8}(?:厂|车间|科|科室|室|组|队|站|所|处|班|分院|病区|基地|门店)$")),
    ("location", deferred(r"[^\W\d_]{2,4}(?:省|市|县|区|州|盟|旗)[^\W\d_]{1,12}$")),
)
"""What only there is the name of a department or a place: 冷链加工品控主管 加工厂 1名 普陀区展茅."""


def _told(
    words: Sequence[Tracked], fewest: int, more: Sequence[tuple[str, re.Pattern[str]]] = ()
) -> list[tuple[str, Tracked]]:
    found: list[tuple[str, Tracked]] = []
    other: list[Tracked] = []
    known = 0
    for word in words:
        path = next((path for path, pattern in _TYPES if pattern.match(word.text)), None)
        if path is None and _HAN.match(word.text) and _is_place(word.text):
            path = "location"
        known += path is not None
        if path is None:
            path = next((path for path, pattern in more if pattern.match(word.text)), None)
        if path is None:
            if other:
                return []
            other.append(word)
        else:
            found.append((path, _count(word) if path == "headcount" else word))
    if known < fewest:
        return []
    if other:
        place = other[0].text
        if (
            not _PLACE.match(place)
            or _NO_PLACE.search(place)
            or titles.names_job(place)
            or any(path == "location" for path, _ in found)
        ):
            return []
        found.append(("location", other[0]))
    return sorted(found, key=lambda pair: pair[1].start)


def _count(word: Tracked) -> Tracked:
    """How many are sought, without the word for it: 招3人."""
    return word[len(word.text) - len(word.text.lstrip("招聘")) :]


def _is_place(text: str) -> bool:
    """Whether a word names a place, or several cities: 苏州, 长沙、株洲, 湘鄂赣三省可选, 杭州 / 可远程."""
    if (afar := _AFAR.search(text)) is not None:
        return not afar.start() or cities.is_place(text[: afar.start()])
    if len(text) <= _LONGEST_PLACES and ("、" in text or _CHOICE.fullmatch(text)):
        return "、" not in text or all(map(cities.is_city, text.split("、")))
    return cities.is_place(text)


def are_places(text: str) -> bool:
    """Whether a line is nothing but one city or several: 武汉 / 成都."""
    return len(text) <= _LONGEST_PLACES and all(map(cities.is_city, _BETWEEN_PLACES.split(text)))


_BETWEEN_PLACES = deferred(r"\s*[/／、|｜·,，]\s*")
_AFAR = deferred(r"(?:(?<=\S)[ ]?[/／、或及和][ ]?|^)(?:可|支持|接受|全|部分)?(?:远程|居家)(?:办公|工作)?$")
_LONGEST_PLACES = 16
_CHOICE = deferred(
    r"[^\W\d]{0,5}(?:全国|各地|多地|全省|[两三四五多]省|各省|多城|[两三四五]地)[^\W\d]{0,4}(?:可选|任选|均可|都有)?"
)


def _separator(text: str) -> re.Pattern[str]:
    if len(_SPACED_DOTS.findall(text)) > 1:
        return _SPACED_DOTS  # 杭州 / 可远程 · 全职 · 28-42K·14薪
    if len(_SPACED_BARS.findall(text)) > 1:
        return _SPACED_BARS
    if _BARS.search(text):
        return _BESIDE_BARS if len(_BESIDE_BARS.findall(text)) > 1 else _BARS
    return _BLANKS if _BLANKS.search(text) else _DOTS


_SPACED_DOTS = deferred(r"[ \u3000]+[·•][ \u3000]+")


def kind(word: str) -> str | None:
    """The record path of one value by its type: 计件6000左右, 大专, 45岁以下, 包住; None where it has none."""
    if _AMOUNT.match(word):
        return "compensation.salary"
    if _AGE.match(word):
        return "requirements.age"
    if _GENDER.match(word):
        return "requirements.gender"
    path = next((path for path, pattern in _TYPES if path and pattern.match(word)), None)
    return path or ("compensation.benefits" if is_benefit(word) else None)


_AGE = deferred(r"年?龄?\d{2}周?岁?(?:[-–—~～至到]\d{2})?周?岁(?:及?以[上下])?$")
_GENDER = deferred(r"(?:限?[男女]性?|男女|性别)(?:不限|均可|皆可|优先)?$")
_AMOUNT = deferred(
    r"(?:税[前后]|综合|计件|月入|到手|底薪|保底|月薪|工资|薪资|日薪|日结|时薪|年薪|约)?(?:\d{4,6}|\d{2,6}(?=元|块)|\d+(?:\.\d+)?(?=[kKwW万千]))"
    r"(?:[元块kKwW万千])*(?:[-–—~～至](?:\d[\d.]*)[元块kKwW万千]*)?(?:[ ]?(?:以上|左右|起)|加提成|\+提成|/[月天年小时]+)?$|无薪$"
)


def are_benefits(words: Sequence[str]) -> bool:
    """Whether short texts side by side or below each other are what an employer offers: 五险一金, 年底双薪, 免费班车."""
    return (
        len(words) >= 3
        and all(len(word) <= LONGEST_BENEFIT for word in words)
        and 3 * sum(map(is_benefit, words)) >= 2 * len(words)
    )


def below_benefits(line: Tracked) -> list[Tracked]:
    """The benefits side by side on a line below their heading, of which one may be longer than a board's: 六险二金 免费单身公寓（两人间）."""
    words = _words(line) if not _SENTENCE.search(line.text) else []
    known = len(words) >= 3 and all(2 <= len(word) <= 2 * LONGEST_BENEFIT for word in words)
    return words if known and 2 * sum(is_benefit(word.text) for word in words) >= len(words) else []


_SENTENCE = deferred(r"[。；：;:]")


def is_benefit(word: str) -> bool:
    """Whether a short text names something that employers offer."""
    return _BENEFIT.search(word) is not None


# What every separator has of: most lines have none.
_SEPARATING = frozenset(" \t\u3000|｜/／·•")


def _words(line: Tracked) -> list[Tracked]:
    if _SEPARATING.isdisjoint(line.text):
        word = line.strip()
        return [word] if word else []
    spans: list[tuple[int, int]] = []
    start = 0
    for end, after in [*(m.span() for m in _separator(line.text).finditer(line.text)), (len(line), len(line))]:
        if line.text[start:end].strip():
            spans.append((start, end))
        start = after
    return [line[start:end].strip() for start, end in _with_places(line.text, spans)]


def _with_places(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges of the words with those of a place as one: 苏州 吴中区."""
    words = [text[start:end].strip() for start, end in spans]
    out: list[tuple[int, int]] = []
    index = 0
    while index < len(spans):
        end = max(cities.place(words, index), index + 1) if _HAN.match(words[index]) else index + 1
        if end == index + 1 < len(spans) and text[spans[index][1] : spans[end][0]] == "·":
            end += cities.is_city(words[index]) and _is_part(words[end])  # 舟山·嵊泗
        out.append((spans[index][0], spans[end - 1][1]))
        index = end
    return out


def _is_part(word: str) -> bool:
    """Whether a word behind a city may name a part of it, being no value of its own: 嵊泗, but not 本科."""
    return _PLACE.fullmatch(word) is not None and not any(pattern.match(word) for _, pattern in _TYPES)


_HAN = deferred(r"[^\W\x00-\x7f\d]{2}")
