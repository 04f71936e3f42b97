"""Waters on file: reaches of the real rivers, the real lakes, and invented ponds, pits and canals near the schools."""
import datetime
import math
from dataclasses import dataclass

from fleet import AS_OF
from ground import COUNTIES, ahead, shapes, wkt_line, wkt_polygon

REACH_M = 22000


@dataclass
class Water:
    code: str
    name: str
    kind: str
    county: str
    township: str = ""
    lon: object = ""
    lat: object = ""
    geometry: str = ""
    depth_m: object = ""
    bank: str = ""
    current: str = ""
    freezes: str = "是"
    warning_sign: str = ""
    fence: str = ""
    lifebuoy: str = ""
    rope: str = ""
    pole: str = ""
    duty_holder: str = ""
    duty_unit: str = ""
    phone: str = ""
    last_patrol_on: object = ""
    incidents_5y: object = ""


def county_at(ground, at):
    return next((c for c in COUNTIES if ground.is_in(c, at)), None)


def nearest_county(ground, line):
    """The county with most of the line's points; where the border runs along the river, the one whose border is nearer."""
    inside = [c for c in (county_at(ground, p) for p in line) if c]
    if inside:
        return max(sorted(set(inside)), key=inside.count)
    middle = line[len(line) // 2]
    distance = {c: min(shapes.metres_between(middle, p) for p in ground.border[c]) for c in COUNTIES}
    best = min(distance, key=distance.get)
    return best if distance[best] < 2500 else None


def nearest_school(schools, county, points):
    here = [s for s in schools if s.county == county]
    return min(((min(shapes.metres_between(s.at, p) for p in points), s.code, s) for s in here), default=(math.inf, "", None))


def outfit(water, names, random, kept):
    """Who answers for it and what stands there. `kept` from 0 (nothing) to 1 (all four of 四个一)."""
    def has():
        return "是" if random.random() < kept else "否"

    water.warning_sign, water.lifebuoy, water.rope, water.pole = has(), has(), has(), has()
    water.fence = "是" if random.random() < kept * 0.4 else "否"
    if random.random() < 0.25 + kept * 0.7:
        water.duty_holder, water.phone = names.name(), names.phone() if random.random() < 0.9 else ""
        water.last_patrol_on = AS_OF - datetime.timedelta(days=random.randint(1, 60))
    return water


def parts_at_the_city(ground, line):
    """The parts of a river that lie in a county or within 2.5 km of one."""
    parts, part = [], []
    for p in line:
        if county_at(ground, p) or nearest_county(ground, [p]):
            part.append(p)
        elif part:
            parts.append(part)
            part = []
    return [part for part in (*parts, part) if len(part) > 1]


def river_reaches(ground, schools, names, random):
    made, count = [], {}
    for name, line in ((name, part) for name, line in ground.rivers for part in parts_at_the_city(ground, line)):
        reach, gone = [line[0]], 0.0
        for a, b in zip(line, line[1:]):
            reach.append(b)
            gone += shapes.metres_between(a, b)
            if gone < REACH_M and b != line[-1]:
                continue
            county = nearest_county(ground, reach)
            if county and len(reach) > 1 and name in ("洮儿河", "嫩江"):
                count[county] = count.get(county, 0) + 1
                _, _, school = nearest_school(schools, county, reach)
                water = Water(f"{county}-H{count[county]:02d}", f"{name}{COUNTIES[county][:2]}第{count[county]}段", "河流", county,
                              school.township, geometry=wkt_line(shapes.simplified(reach, 60)), bank=random.choice(("缓", "陡")),
                              depth_m=round(random.uniform(1.6, 4.5), 1), current="急" if name == "嫩江" else "缓",
                              duty_unit=f"{COUNTIES[county]}水利局", incidents_5y=random.choice((0, 0, 0, 1)))
                made.append(outfit(water, names, random, 0.7))
            reach, gone = [b], 0.0
    return made


def lakes(ground, schools, names, random):
    made, count = [], {}
    for name, area_km2, rings in ground.lakes:
        county = nearest_county(ground, rings[0]) if any(county_at(ground, p) for p in rings[0]) else None
        if not county:
            continue
        count[county] = count.get(county, 0) + 1
        distance, _, school = nearest_school(schools, county, rings[0])
        kind = "水库" if name and "水库" in name else "湖泊"
        water = Water(f"{county}-L{count[county]:02d}", name or f"{school.township}方向无名泡{count[county]}", kind, county, school.township,
                      geometry=wkt_polygon(rings), depth_m=round(random.uniform(0.6, 3.2), 1), bank="缓" if area_km2 > 2 else "陡",
                      current="静", duty_unit=f"{COUNTIES[county]}水利局", incidents_5y=1 if distance < 700 else 0)
        made.append(outfit(water, names, random, 0.6))
    return made


def blob(at, radius_m, random):
    """An irregular closed ring, counter-clockwise."""
    ring = []
    for k in range(10):
        p = ahead(at, 360 - k * 36, radius_m * random.uniform(0.7, 1.15))
        ring.append((round(p[0], 6), round(p[1], 6)))
    return ring + [ring[0]]


KINDS = [  # kind, word, radius in metres, deepest, bank, current, how well kept
    ("坑塘", "坑塘", (18, 60), 2.4, "陡", "静", 0.35), ("坑塘", "村西泡子", (30, 120), 1.6, "缓", "静", 0.5),
    ("沙坑", "取土坑", (25, 70), 3.8, "垂直", "静", 0.2), ("沙坑", "沙坑", (20, 55), 4.2, "陡", "静", 0.15),
    ("鱼塘", "鱼塘", (35, 90), 2.2, "陡", "静", 0.65), ("灌渠", "灌渠", None, 1.8, "垂直", "急", 0.4),
    ("沟渠", "排水沟", None, 0.8, "陡", "缓", 0.3),
]


def invented(ground, schools, names, random):
    made, count = [], {}
    for k, school in enumerate(schools):
        for _ in range((1, 0, 2, 1, 0)[k % 5]):
            kind, word, radius, deepest, bank, current, kept = random.choice(KINDS)
            away = random.choice((140, 260, 420, 700, 1100, 1900, 2800)) * random.uniform(0.8, 1.1)
            at = ahead(school.at, random.uniform(0, 360), away + (radius[1] if radius else 0))
            if not ground.is_in(school.county, at) or ground.in_lake(at):
                continue
            count[school.county] = n = count.get(school.county, 0) + 1
            water = Water(f"{school.county}-Y{n:02d}", f"{school.township}演示{word}{n}", kind, school.county, school.township,
                          depth_m=round(random.uniform(0.5, deepest), 1), bank=bank, current=current,
                          duty_unit=f"{school.township}{'政府' if not school.township.endswith('街道') else '办事处'}",
                          incidents_5y=1 if random.random() < 0.06 else 0)
            if radius is None:  # a straight ditch with one bend
                heading = random.uniform(0, 360)
                line = [ahead(at, heading, random.uniform(300, 1500)), at, ahead(at, heading + 180 + random.uniform(-30, 30), 600)]
                water.geometry = wkt_line(line)
            elif n % 4 == 0:  # some counties give a point only
                water.lon, water.lat = f"{at[0]:.6f}", f"{at[1]:.6f}"
            else:
                water.geometry = wkt_polygon([blob(at, random.uniform(*radius), random)])
            outfit(water, names, random, kept)
            if n % 9 == 0:  # not looked at yet: empty means not given
                water.depth_m = water.bank = water.warning_sign = water.lifebuoy = water.rope = water.pole = water.fence = ""
            made.append(water)
    return made
