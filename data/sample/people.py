"""Invented people, firms and schools. Every person's middle character is 示 (示例): nobody on file is real."""
import datetime
from dataclasses import dataclass, field

import identifiers
from ground import COUNTIES, ahead, moved

SURNAMES = "赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹"
LAST = "安平宁康泰和顺利新春华明亮江河林森海山岩石松柏梅兰竹菊春秋雨雪云霞峰"


class Names:
    def __init__(self, random):
        self.pool = [f"{s}示{c}" for s in SURNAMES for c in dict.fromkeys(LAST)]
        random.shuffle(self.pool)
        self.phone_count = 0

    def name(self):
        return self.pool.pop()

    def phone(self):
        self.phone_count += 1
        return f"0436-0000{self.phone_count:04d}"  # no subscriber number begins with 0


@dataclass
class Operator:
    uscc: str
    name: str
    kind: str
    county: str
    licence: str = ""
    licence_until: str = ""
    purchased: str = "否"
    contact: str = ""
    phone: str = ""


# name, kind, county, licence valid to, purchased by the government
OPERATORS = [
    ("示例校车服务有限公司", "公司", "220802", "2029-06-30", "是"),
    ("白城市演示客运有限公司", "公司", "220802", "2028-12-31", "否"),
    ("镇赉县演示校车运营中心", "校车运营单位", "220821", "2029-03-31", "是"),
    ("镇赉县演示运输有限公司", "公司", "220821", "2028-05-31", "否"),
    ("通榆县演示公交有限公司", "公交企业", "220822", "2029-09-30", "是"),
    ("通榆县演示客运有限责任公司", "公司", "220822", "2029-02-28", "否"),
    ("洮南市演示校车服务有限公司", "公司", "220881", "2029-01-31", "是"),
    ("洮南市演示运输有限公司", "公司", "220881", "2028-08-31", "否"),
    ("大安市演示校车服务有限公司", "公司", "220882", "2028-11-30", "是"),
    ("大安市演示客运有限公司", "公司", "220882", "2029-04-30", "否"),  # planted: wrong check digit of its credit code
    ("通榆县演示旅游客运有限公司", "公司", "220822", "2026-10-31", "否"),  # planted: OPERATOR-INVALID, licence run out
]


def make_operators(names):
    made = []
    for i, (name, kind, county, until, purchased) in enumerate(OPERATORS, 1):
        prefix = "12" if kind == "校车运营单位" else "91"
        code = identifiers.uscc(prefix, county, i)
        if name == "大安市演示客运有限公司":
            code = identifiers.with_wrong_last(code)
        licence = f"演示{county}{i:06d}"
        made.append(Operator(code, name, kind, county, licence, until, purchased, names.name(), names.phone()))
    return made


# Townships are real; where they stand here is known to about 10 km only, and no school below exists.
# county: (township, longitude, latitude, kinds of school); w = moved close to a real river or lake
TOWNSHIPS = {
    "220802": [
        ("平安镇", 122.55, 45.75, "小学 初中"), ("青山镇", 122.90, 45.70, "小学 幼儿园"), ("林海镇", 122.72, 45.52, "小学w"),
        ("洮河镇", 122.78, 45.42, "小学w 初中w"), ("平台镇", 122.66, 45.72, "九年一贯制"), ("到保镇", 123.17, 45.60, "小学 九年一贯制w"),
        ("岭下镇", 122.42, 45.84, "小学w"), ("东风乡", 122.88, 45.57, "小学"), ("三合乡", 123.00, 45.52, "教学点"),
        ("德顺蒙古族乡", 122.52, 45.62, "小学w"), ("新立街道", 122.84, 45.63, "幼儿园"),
    ],
    "220821": [
        ("镇赉镇", 123.21, 45.86, "小学 幼儿园w"), ("坦途镇", 123.10, 46.10, "九年一贯制"), ("东屏镇", 123.28, 46.09, "小学w"),
        ("大屯镇", 123.55, 45.88, "小学"), ("沿江镇", 123.98, 45.92, "小学w"), ("五棵树镇", 122.98, 46.00, "小学"),
        ("黑鱼泡镇", 123.36, 45.92, "初中"), ("莫莫格蒙古族乡", 123.80, 45.95, "九年一贯制"), ("建平乡", 123.60, 46.05, "小学"),
        ("嘎什根乡", 123.85, 46.15, "小学w"),
    ],
    "220822": [
        ("开通镇", 123.07, 44.81, "小学 初中 幼儿园"), ("瞻榆镇", 122.55, 44.60, "九年一贯制"), ("兴隆山镇", 122.43, 44.83, "小学w"),
        ("边昭镇", 123.20, 44.62, "小学"), ("鸿兴镇", 123.18, 44.98, "小学"),
        ("乌兰花镇", 122.90, 45.05, "初中"), ("向海蒙古族乡", 122.30, 45.02, "九年一贯制w"), ("包拉温都蒙古族乡", 122.30, 44.48, "小学"),
        ("团结乡", 122.32, 44.60, "小学w"), ("八面乡", 123.30, 45.12, "教学点"),
    ],
    "220881": [
        ("洮府街道", 122.79, 45.34, "小学w 高中"), ("瓦房镇", 122.34, 45.69, "小学w 幼儿园"), ("万宝镇", 121.95, 45.80, "九年一贯制"),
        ("黑水镇", 122.82, 45.21, "小学"), ("那金镇", 122.10, 45.70, "小学w"), ("安定镇", 122.61, 45.18, "小学"),
        ("聚宝乡", 122.25, 45.52, "初中"), ("大通乡", 122.33, 45.32, "小学w"),
        ("二龙乡", 123.05, 45.22, "小学"),
    ],
    "220882": [
        ("锦华街道", 124.26, 45.49, "小学 特殊教育"), ("月亮泡镇", 123.88, 45.65, "小学w 初中w"), ("安广镇", 123.80, 45.48, "九年一贯制"),
        ("舍力镇", 123.36, 45.56, "小学"), ("叉干镇", 123.40, 45.44, "小学"), ("大岗子镇", 123.36, 45.28, "小学w"),
        ("新平安镇", 123.70, 45.35, "小学"), ("太山镇", 124.00, 45.60, "幼儿园w"), ("海坨乡", 123.92, 45.38, "小学"),
    ],
}
CODE_OF = {"幼儿园": 11, "小学": 21, "教学点": 21, "初中": 31, "九年一贯制": 31, "高中": 34, "特殊教育": 51}
SERVED_OF = {"幼儿园": "幼儿", "小学": "小学生", "教学点": "小学生", "初中": "初中生", "九年一贯制": "中小学生",
             "高中": "高中生", "特殊教育": "小学生"}


@dataclass
class School:
    code: str
    name: str
    county: str
    township: str
    kind: str
    at: tuple
    pupils: int
    boarders: int
    officer: str
    phone: str
    ownership: str = "公办"
    supervised_by: str = "县区"
    riders: int = 0
    operators: set = field(default_factory=set)


def school_name(county, township, kind):
    place = COUNTIES[county] + township
    return place + {"幼儿园": "演示幼儿园", "小学": "演示中心小学", "教学点": "演示教学点", "初中": "演示初级中学",
                    "九年一贯制": "演示九年一贯制学校", "高中": "演示高级中学", "特殊教育": "演示特殊教育学校"}[kind]


def school_place(ground, county, anchor, near_water, random):
    """Dry ground in the county; near_water: the nearest real shore is 90 to 1,500 m away, if one is within 9 km."""
    best = None
    for _ in range(4000 if near_water else 400):
        reach = 9000 if near_water else 2500
        at = ahead(anchor, random.uniform(0, 360), random.uniform(0, reach))
        if not ground.is_in(county, at):
            continue
        shore_m = ground.to_water_m(at)
        if near_water and 90 < shore_m < 1500:
            return at
        if shore_m > 250 and best is None:
            best = at
            if not near_water:
                return at
    return best


def make_schools(ground, names, random):
    made = []
    for county, townships in TOWNSHIPS.items():
        for township, lon, lat, kinds in townships:
            for word in kinds.split():
                near_water, kind = word.endswith("w"), word.rstrip("w")
                at = school_place(ground, county, (lon, lat), near_water, random)
                pupils = {"幼儿园": (60, 180), "教学点": (18, 45), "高中": (1200, 1800), "特殊教育": (40, 90)}.get(kind, (180, 760))
                count = random.randint(*pupils)
                boarders = int(count * random.uniform(0.1, 0.4)) if kind in ("初中", "九年一贯制", "高中") else 0
                code = identifiers.school_code(CODE_OF[kind], len(made) + 1)
                ownership = "民办" if kind == "幼儿园" else "公办"
                made.append(School(code, school_name(county, township, kind), county, township, kind,
                                   (round(at[0], 6), round(at[1], 6)), count, boarders, names.name(), names.phone(), ownership,
                                   "市直" if kind in ("高中", "特殊教育") else "县区"))
    # The school of the console's first picture: a stop of its line lies close to the Tao'er.
    first = next(s for s in made if s.county == "220802" and s.township == "洮河镇" and s.kind == "小学")
    first.name = "洮北区洮河镇示例中心小学"
    return made


@dataclass
class Driver:
    number: str
    name: str
    county: str
    operator: str
    licence_class: str
    licensed_on: datetime.date
    licence_until: datetime.date
    qualified_on: object
    born_on: datetime.date
    last_review_on: object
    withdrawn_on: object = ""
    record: str = "无"
    phone: str = ""


def make_driver(names, calendar, random, county, operator, seats, number, as_of):
    """A driver in order on `as_of`: class fits the seats, reviewed within the 30 days after the last anniversary."""
    born = datetime.date(random.randint(1969, 1993), random.randint(1, 12), random.randint(1, 28))
    first = datetime.date(max(born.year + 22, 1998) + random.randint(0, 5), random.choice((1, 2, 3, 4, 5, 6, 7, 8, 9)),
                          random.randint(1, 28))
    qualified = calendar.after(datetime.date(max(first.year + 4, random.randint(2014, 2024)), random.choice((3, 4, 7, 8)), 10), 0)
    anniversary = first.replace(year=as_of.year)
    review = calendar.after(anniversary + datetime.timedelta(days=random.randint(3, 20)), 0)
    until = datetime.date(random.randint(2028, 2035), first.month, first.day)
    licence = "A1" if seats >= 20 else random.choice(("A1", "A2", "B1")) if seats >= 10 else random.choice(("B1", "C1"))
    return Driver(identifiers.licence_number(born, number), names.name(), county, operator, licence, first, until, qualified,
                  born, review, phone=names.phone())
