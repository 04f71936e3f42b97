"""The real ground that the invented records stand on: counties, waters, working days, and lines and places on it."""
import csv
import datetime
import json
import math
import pathlib
import sys

REGION = pathlib.Path(__file__).resolve().parent.parent / "region" / "baicheng"
sys.path.insert(0, str(REGION))
sys.dont_write_bytecode = True
import shapes  # noqa: E402  (the region's own geometry)

COUNTIES = {"220802": "洮北区", "220821": "镇赉县", "220822": "通榆县", "220881": "洮南市", "220882": "大安市"}


def features(file):
    return json.loads((REGION / file).read_text(encoding="utf-8"))["features"]


def moved(at, east_m, north_m):
    return (at[0] + east_m / (111320 * math.cos(math.radians(at[1]))), at[1] + north_m / 111190)


def ahead(at, bearing_deg, distance_m):
    b = math.radians(bearing_deg)
    return moved(at, distance_m * math.sin(b), distance_m * math.cos(b))


def segments_cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


class Ground:
    def __init__(self):
        self.border = {f["properties"]["adcode"]: f["geometry"]["coordinates"][0] for f in features("counties.geojson")}
        self.rivers = [(f["properties"]["name_zh"], [tuple(p) for p in f["geometry"]["coordinates"]])
                       for f in features("rivers.geojson")]
        self.lakes = [(f["properties"]["name_zh"], f["properties"]["area_km2"], f["geometry"]["coordinates"])
                      for f in features("lakes.geojson")]
        self.edges = [(a, b) for _, line in self.rivers for a, b in zip(line, line[1:])]
        self.edges += [(a, b) for _, _, rings in self.lakes for ring in rings for a, b in zip(ring, ring[1:])]

    def is_in(self, county, at):
        return shapes.contains(self.border[county], at)

    def in_lake(self, at):
        return any(shapes.contains(rings[0], at) for _, _, rings in self.lakes)

    def near_edges(self, at, reach_deg=0.06):
        return [(a, b) for a, b in self.edges
                if min(a[0], b[0]) - reach_deg < at[0] < max(a[0], b[0]) + reach_deg
                and min(a[1], b[1]) - reach_deg < at[1] < max(a[1], b[1]) + reach_deg]

    def to_water_m(self, at):
        """Metres to the nearest real river or lake, infinity when none is within some 5 km."""
        if self.in_lake(at):
            return 0.0
        return min((shapes.distance_to_line_m(at, a, b) for a, b in self.near_edges(at)), default=math.inf)

    def is_dry(self, a, b):
        """Whether the straight way from a to b crosses no river and no shore."""
        return not any(segments_cross(a, b, c, d) for c, d in self.near_edges(a))


class Calendar:
    """Working days of the region's holiday table."""

    def __init__(self):
        with open(REGION / "holidays.csv", encoding="utf-8", newline="") as source:
            self.kind = {row["date"]: row["kind"] for row in csv.DictReader(source)}

    def is_workday(self, day):
        return self.kind.get(day.isoformat(), "work" if day.weekday() < 5 else "off") == "work"

    def after(self, day, workdays):
        """The day so many working days later; 0 is the day itself or the next working day."""
        while workdays > 0 or not self.is_workday(day):
            day += datetime.timedelta(days=1)
            if self.is_workday(day):
                workdays -= 1
        return day

    def before(self, day, workdays):
        while workdays > 0 or not self.is_workday(day):
            day -= datetime.timedelta(days=1)
            if self.is_workday(day):
                workdays -= 1
        return day


def months_later(day, months):
    """The same day of the target month, else its last day (Civil Code article 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
    return datetime.date(year, month, min(day.day, last))


def village_way(ground, county, school, length_m, random):
    """A bending way of about `length_m` that ends at the school, inside the county and over no water; None if none is found."""
    for _ in range(60):
        heading, way, gone = random.uniform(0, 360), [school], 0.0
        turn, steps_turned = 0.0, 0
        while gone < length_m:
            if steps_turned == 0 and random.random() < 0.22:  # field roads turn at right angles, then back
                turn, steps_turned = random.choice((-75.0, 75.0)), random.randint(1, 2)
            step = random.uniform(350, 1100)
            at = ahead(way[-1], heading + (turn if steps_turned else 0.0) + random.gauss(0, 14), step)
            steps_turned = max(0, steps_turned - 1)
            if not ground.is_in(county, at) or ground.in_lake(at) or not ground.is_dry(way[-1], at):
                break
            way.append(at)
            gone += step
            heading += random.gauss(0, 6)
        if gone >= length_m:
            return [(round(p[0], 6), round(p[1], 6)) for p in way[::-1]]
    return None


def length_m(line):
    return sum(shapes.metres_between(a, b) for a, b in zip(line, line[1:]))


def wkt_line(line):
    return "LINESTRING (" + ", ".join(f"{x:.6f} {y:.6f}" for x, y in line) + ")"


def wkt_polygon(rings):
    return "POLYGON (" + ", ".join("(" + ", ".join(f"{x:.6f} {y:.6f}" for x, y in ring) + ")" for ring in rings) + ")"
