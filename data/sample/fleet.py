"""150 invented buses in order on the as-of date, each with its way to school, driver, permit, plate and run."""
import datetime
from dataclasses import dataclass, field, replace

import identifiers
from ground import COUNTIES, length_m, months_later, village_way
from people import SERVED_OF, make_driver

AS_OF = datetime.date(2026, 11, 23)
BUSES = {"220802": 38, "220821": 28, "220822": 30, "220881": 28, "220882": 26}
SHORT = {"220802": "洮北", "220821": "镇赉", "220822": "通榆", "220881": "洮南", "220882": "大安"}
STOP_WORDS = ["东屯", "西屯", "南屯", "北屯", "前屯", "后屯", "岗上", "岗下", "林场", "砖厂", "桥头", "路口", "粮库", "供销社",
              "卫生所", "敬老院", "水塔", "大榆树", "三岔口", "打谷场", "老井", "村委会"]
# seats, vehicle type, what it may carry is set by the school
SIZES = [(56, "大型专用校车"), (45, "大型专用校车"), (36, "中型专用校车"), (36, "中型专用校车"), (29, "中型专用校车"),
         (19, "小型专用校车"), (19, "小型专用校车")]
USE_OF = {"幼儿": "幼儿校车", "小学生": "小学生校车", "中小学生": "中小学生校车", "初中生": "初中生校车", "高中生": "其他校车"}
EQUIPMENT = ("satellite_positioning", "recorder", "extinguisher", "hammer", "first_aid", "lamps", "stop_sign")


@dataclass
class Stop:
    name: str
    at: tuple
    time: str
    boarding: int


@dataclass
class Route:
    code: str
    name: str
    school: object
    line: list
    stops: list
    departs_at: str
    arrives_at: str


@dataclass
class Permit:
    number: str = ""
    applied_on: object = ""
    accepted_on: object = ""
    consulted_on: object = ""
    called_on: object = ""
    presented_on: object = ""
    police_replied_on: object = ""
    transport_replied_on: object = ""
    reported_on: object = ""
    extended_to: object = ""
    decided_on: object = ""
    decision: str = ""
    valid_from: object = ""
    valid_to: object = ""
    route: str = ""
    driver: str = ""
    departs_at: str = ""
    authority: str = ""
    revoked_on: object = ""


@dataclass
class Plate:
    number: str = ""
    permit: str = ""
    driver: str = ""
    route: str = ""
    departs_at: str = ""
    stops: str = ""
    owner: str = ""
    issuer: str = ""
    claimed_on: object = ""
    issued_on: object = ""
    valid_to: object = ""
    withdrawn_on: object = ""
    state: str = ""


@dataclass
class Run:
    route: str
    driver: str
    attendant: str
    departs_at: str
    riders: object
    from_on: object
    to_on: object = ""
    weekdays: str = ""


@dataclass
class Bus:
    registration_number: str
    vin: str
    county: str
    operator: object
    school: object
    route: Route
    seats: int
    vehicle_type: str
    served: str
    registered_on: datetime.date
    manufactured_on: datetime.date
    odometer_km: int
    last_inspection_on: object
    inspection_until: object
    compulsory_until: object
    liability_until: object
    equipment_until: object
    driver: object
    owner: str = ""
    service: str = "校车"
    use_code: str = ""
    body: str = "专用校车"
    state: str = "在用"
    equipment: dict = field(default_factory=lambda: {name: "是" for name in EQUIPMENT})
    permits: list = field(default_factory=list)
    plates: list = field(default_factory=list)
    runs: list = field(default_factory=list)
    maintained_on: object = None
    planted: str = ""


def clock(minutes):
    return f"{int(minutes) // 60:02d}:{int(minutes) % 60:02d}"


def make_route(ground, school, code, riders, random):
    way = None
    while way is None:
        reach = random.uniform(5200, 9000) if school.kind in ("幼儿园", "教学点") else random.uniform(7000, 21000)
        way = village_way(ground, school.county, school.at, reach, random)
    count = min(random.randint(3, 7), len(way) - 1, max(3, riders // 3))
    picks = sorted({0, *random.sample(range(1, len(way) - 1), count - 1)})
    words = random.sample(STOP_WORDS, len(picks))
    arrives = random.randint(440, 462)  # 07:20 to 07:42
    minutes_to_school = [length_m(way[i:]) / 1000 / 32 * 60 + 1.5 * (len(picks) - k) for k, i in enumerate(picks)]
    share = [1 + random.random() for _ in picks]
    boarding = [max(1, int(riders * s / sum(share))) for s in share]
    boarding[-1] += riders - sum(boarding)
    stops = [Stop(f"{school.township}{word}站", way[i], clock(arrives - m), n)
             for word, i, m, n in zip(words, picks, minutes_to_school, boarding)]
    stops.append(Stop(f"{school.name}门口", way[-1], clock(arrives), 0))
    return Route(code, f"{stops[0].name[:-1]}—{school.name.removeprefix(COUNTIES[school.county])}", school, way, stops,
                 stops[0].time, clock(arrives))


def in_turn(calendar, county, number, applied, route, driver, valid_from, valid_to):
    """A granted permit whose steps keep every statutory limit."""
    consulted = calendar.after(applied, 2)
    called = calendar.after(consulted, 1)
    presented = calendar.after(called, 1)
    police = calendar.after(presented, 1)
    transport = calendar.after(consulted, 3)
    reported = calendar.after(max(police, transport), 4)
    decided = calendar.after(reported, 5)
    return Permit(number, applied, calendar.after(applied, 1), consulted, called, presented, police, transport, reported, "",
                  decided, "准予", valid_from, valid_to, route.code, driver.number, route.departs_at,
                  f"{COUNTIES[county]}人民政府")


def permit_until(calendar, bus, number, valid_to, term_days=364):
    """A permit whose term ends on `valid_to`, applied for 40 days or so before it began."""
    valid_from = valid_to - datetime.timedelta(days=term_days)
    applied = calendar.before(valid_from, 28)
    return in_turn(calendar, bus.county, number, applied, bus.route, bus.driver, valid_from, valid_to)


def plate_for(calendar, bus, permit, number, valid_to):
    """The plate that goes with the permit: claimed two working days after the decision, or on the last inspection day."""
    claimed = calendar.after(permit.decided_on, 2)
    if bus.last_inspection_on and bus.last_inspection_on > claimed:
        claimed = calendar.after(bus.last_inspection_on, 0)
    return Plate(number, permit.number, permit.driver, permit.route, permit.departs_at,
                 "、".join(s.name for s in bus.route.stops), bus.owner, f"{COUNTIES[bus.county]}公安局交通管理大队", claimed,
                 calendar.after(claimed, 1), valid_to, "", "有效")


def registration_number(i, random):
    if i == 0:
        return "吉G12345"
    if i % 19 == 7:
        return f"吉G{random.randint(1000, 99999):05d}{random.choice('ADF')}"  # large, new energy
    tail = f"{random.randint(0, 9999):04d}"
    return random.choice((f"吉GY{tail}", f"吉G{tail}X", f"吉G{random.randint(10000, 99999)}", f"吉G{tail[0]}Y{tail[1:]}"))


class Fleet:
    def __init__(self, ground, calendar, names, operators, schools, random):
        self.calendar, self.names, self.random = calendar, names, random
        self.operators, self.schools = operators, schools
        self.drivers, self.routes, self.buses = [], [], []
        self.permit_count = {county: 11 for county in BUSES}
        self.plate_count = 0
        taken = set()
        for county, count in BUSES.items():
            here = [s for s in schools if s.county == county]
            carriers = [o for o in operators if o.county == county]
            for k in range(count):
                school = here[k % len(here)]
                first = not self.buses
                if first:
                    school = next(s for s in here if "示例" in s.name)
                plate_text = registration_number(len(self.buses), random)
                while plate_text in taken:
                    plate_text = registration_number(len(self.buses), random)
                taken.add(plate_text)
                operator = carriers[0] if first or random.random() < 0.62 else carriers[1]
                self.buses.append(self.bus_in_order(ground, plate_text, county, operator, school, first, k))

    def next_permit_number(self, county, year=2026):
        self.permit_count[county] += 1
        return f"{SHORT[county]}校许〔{year}〕{self.permit_count[county]}号"

    def next_plate_number(self, year=2026):
        self.plate_count += 1
        return f"吉校牌{year}{self.plate_count:04d}"

    def new_driver(self, county, operator, seats):
        driver = make_driver(self.names, self.calendar, self.random, county, operator.uscc, seats, 100 + len(self.drivers), AS_OF)
        self.drivers.append(driver)
        return driver

    def bus_in_order(self, ground, plate_text, county, operator, school, first, k):
        random = self.random
        seats, vehicle_type = (36, "中型专用校车") if first else random.choice(SIZES[4:] if school.kind in ("幼儿园", "教学点") else SIZES)
        riders = 33 if first else random.randint(int(seats * 0.55), seats - 3)
        route = make_route(ground, school, f"{SHORT[county]}{k + 1:02d}路", riders, random)
        self.routes.append(route)
        registered = datetime.date(random.randint(2015, 2025), random.randint(1, 12), random.randint(1, 28))
        last = self.calendar.before(AS_OF - datetime.timedelta(days=random.randint(9, 140)), 0)
        bus = Bus(plate_text, identifiers.vin(registered.year, 100 + len(self.buses)), county, operator, school, route, seats,
                  vehicle_type, SERVED_OF[school.kind], registered, registered - datetime.timedelta(days=random.randint(25, 110)),
                  random.randint(9, 26) * 1000 * max(1, 2026 - registered.year), last, months_later(last, 6),
                  datetime.date(2027, random.randint(1, 10), random.randint(5, 28)),
                  datetime.date(2027, random.randint(1, 10), random.randint(5, 28)),
                  datetime.date(2027, random.randint(3, 12), 28), self.new_driver(county, operator, seats), owner=operator.name)
        bus.use_code = USE_OF[bus.served]
        if bus.served == "初中生" and random.random() < 0.5:
            bus.body, bus.vehicle_type = "非专用校车", "中型普通客车" if seats > 19 else "小型普通客车"
        permit = in_turn(self.calendar, county, self.next_permit_number(county), datetime.date(2026, 7, random.randint(6, 20)),
                         route, bus.driver, datetime.date(2026, 9, 1), datetime.date(2027, 8, 31))
        if county == "220821" and k % 3 == 0:  # Zhenlai grants some for half a year
            permit.valid_to = datetime.date(2027, 2, 28)
        bus.permits = [permit]
        plate = plate_for(self.calendar, bus, permit, self.next_plate_number(), min(bus.inspection_until, permit.valid_to))
        bus.plates = [plate]
        if bus.inspection_until > permit.valid_to:  # keep inspection and plate together: examined with the application
            bus.inspection_until = permit.valid_to
            bus.last_inspection_on = self.calendar.before(months_later(permit.valid_to, -6), 0)
            bus.plates = [plate_for(self.calendar, bus, permit, plate.number, permit.valid_to)]
        bus.plates = self.with_the_one_before(bus)
        bus.runs = [Run(route.code, bus.driver.number, self.names.name(), route.departs_at, riders, datetime.date(2026, 9, 1),
                        "", "1-5")]
        bus.maintained_on = self.calendar.before(AS_OF - datetime.timedelta(days=random.randint(4, 75)), 0)
        if k % 3 != 2 and registered.year < 2025:  # last year's papers, for the history
            self.add_last_year(bus)
        school.riders += riders
        school.operators.add(operator.uscc)
        return bus

    def with_the_one_before(self, bus):
        """A plate issued at an inspection in term replaced the one that came with the permit."""
        plate, permit = bus.plates[0], bus.permits[0]
        came_with_permit = self.calendar.after(permit.decided_on, 2)
        if plate.claimed_on <= came_with_permit:
            return [plate]
        until = bus.last_inspection_on + datetime.timedelta(days=self.random.randint(1, 12))
        before = replace(plate, number=self.next_plate_number(), claimed_on=came_with_permit,
                         issued_on=self.calendar.after(came_with_permit, 1), valid_to=until, withdrawn_on=plate.issued_on,
                         state="")
        return [before, plate]

    def add_last_year(self, bus):
        before = in_turn(self.calendar, bus.county, self.next_permit_number(bus.county, 2025), datetime.date(2025, 7, 14),
                         bus.route, bus.driver, datetime.date(2025, 9, 1), datetime.date(2026, 8, 31))
        old = plate_for(self.calendar, replace(bus, last_inspection_on=None), before, self.next_plate_number(2025),
                        datetime.date(2026, 2, 28))
        old.withdrawn_on, old.state = datetime.date(2026, 2, 27), ""
        bus.permits.insert(0, before)
        bus.plates.insert(0, old)
