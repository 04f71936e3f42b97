"""Tracks of the buses of one invented operator: what their positioning devices would have sent on three mornings.

Every bus drives its route by its timetable, a fix every 20 s. Planted: a way of its own on three days, a stretch too fast, a
halt where there is no stop, a device that falls silent, a late morning. Speeds are those of the way driven.
"""
import csv
import datetime
import math
import random

OPERATOR = "大安市演示客运有限公司"
SEED, EVERY_S, DWELL_S = 17, 20, 30
DAYS = [datetime.date(2026, 11, day) for day in (18, 19, 20)]  # Wednesday to Friday
DETOUR, FAST, HALT, SILENT, LATE = "吉G3Y044", "吉G15984", "吉G4185X", "吉GY8989", "吉G64025"


def rows(folder, name):
    for path in sorted(folder.glob(name)):
        with open(path, encoding="utf-8", newline="") as source:
            yield from csv.DictReader(source)


def seconds(text):
    return int(text[:2]) * 3600 + int(text[3:5]) * 60


class Plane:
    """Metres east and north of a place, within a county."""

    def __init__(self, at):
        self.at, self.east = at, 111320 * math.cos(math.radians(at[1]))

    def of(self, place):
        return (place[0] - self.at[0]) * self.east, (place[1] - self.at[1]) * 111190

    def back(self, point):
        return self.at[0] + point[0] / self.east, self.at[1] + point[1] / 111190


def lengths(points):
    along = [0.0]
    for a, b in zip(points, points[1:]):
        along.append(along[-1] + math.dist(a, b))
    return along


def point_at(points, along, metres):
    for i in range(1, len(points)):
        if metres <= along[i] or i == len(points) - 1:
            part = min(1, max(0, (metres - along[i - 1]) / max(along[i] - along[i - 1], 1e-9)))
            (ax, ay), (bx, by) = points[i - 1], points[i]
            return ax + part * (bx - ax), ay + part * (by - ay)


def along_of(points, along, place):
    """How far along the line a stop lies that is on it."""
    best = min(range(1, len(points)), key=lambda i: distance(place, points[i - 1], points[i])[0])
    return along[best - 1] + distance(place, points[best - 1], points[best])[1]


def distance(p, a, b):
    dx, dy = b[0] - a[0], b[1] - a[1]
    part = min(1, max(0, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / max(dx * dx + dy * dy, 1e-9)))
    return math.dist(p, (a[0] + part * dx, a[1] + part * dy)), part * math.hypot(dx, dy)


class Drive:
    """A line of moments and places; between them the bus moves evenly."""

    def __init__(self, at_s, place):
        self.knots = [(at_s, place)]

    def stand(self, duration_s):
        at, place = self.knots[-1]
        self.knots.append((at + duration_s, place))

    def follow(self, points, until_s):
        """Along these points, arriving at a moment."""
        begin, place = self.knots[-1]
        points = [place, *points]
        along = lengths(points)
        for point, metres in zip(points[1:], along[1:]):
            self.knots.append((begin + (until_s - begin) * metres / max(along[-1], 1e-9), point))

    def now(self):
        return self.knots[-1][0]

    def fixes(self, every_s):
        at = math.ceil(self.knots[0][0] / every_s) * every_s
        k = 1
        while at <= self.knots[-1][0]:
            while self.knots[k][0] < at:
                k += 1
            (a, p), (b, q) = self.knots[k - 1], self.knots[k]
            part = (at - a) / (b - a) if b > a else 1
            speed = math.dist(p, q) / (b - a) * 3.6 if b > a else 0
            yield at, (p[0] + part * (q[0] - p[0]), p[1] + part * (q[1] - p[1])), speed
            at += every_s


def way_between(points, along, begin, end):
    """The corners of the line between two lengths, and its end."""
    return [p for p, metres in zip(points, along) if begin < metres < end] + [point_at(points, along, end)]


def aside(points, along, begin, end, offset_m):
    """Another way between two lengths of the line, so far to its side."""
    a, b = point_at(points, along, begin), point_at(points, along, end)
    length = math.dist(a, b)
    east, north = -(b[1] - a[1]) / length * offset_m, (b[0] - a[0]) / length * offset_m
    return [a, (a[0] + east, a[1] + north), (b[0] + east, b[1] + north), b]


def morning(points, along, stops, late_s, planted):
    """The drive along the stops: (length, moment of the timetable)."""
    first = stops[0][1] + late_s
    drive = Drive(first - 180, point_at(points, along, stops[0][0]))
    drive.stand(180)
    longest = max(range(1, len(stops)), key=lambda i: stops[i][0] - stops[i - 1][0])
    for i in range(1, len(stops)):
        (begin, _), (end, due) = stops[i - 1], stops[i]
        until, length = due + late_s, end - begin
        way = way_between(points, along, begin, end)
        if planted and i == longest:
            if planted == "detour":
                low, high = begin + 0.15 * length, begin + 0.85 * length
                way = way_between(points, along, begin, low) + aside(points, along, low, high, 700) + way_between(points, along, high, end)
                until += 120
            elif planted == "fast":  # the middle of the way in a hurry, the rest at leisure
                low, high = begin + 0.2 * length, begin + 0.8 * length
                slow = (until - drive.now() - (high - low) / (76 / 3.6)) / 2
                drive.follow(way_between(points, along, begin, low), drive.now() + slow)
                drive.follow(way_between(points, along, low, high), drive.now() + (high - low) / (76 / 3.6))
                way = way_between(points, along, high, end)
            elif planted == "halt":
                middle = begin + length / 2
                drive.follow(way_between(points, along, begin, middle), drive.now() + (until - drive.now() - 110) / 2)
                drive.stand(110)
                way = way_between(points, along, middle, end)
        drive.follow(way, max(until, drive.now() + 60))
        drive.stand(DWELL_S if i + 1 < len(stops) else 120)
    return drive


def make_tracks(folder):
    """Rows of the file: number, moment, longitude, latitude, km/h; by number, then moment."""
    rng = random.Random(SEED)
    numbers = sorted(b["号牌号码"] for b in rows(folder, "06-校车-*.csv") if b["服务提供者"] == OPERATOR)
    routes = {r["线路编号"]: r for r in rows(folder, "04-线路.csv")}
    made = []
    for run in sorted(rows(folder, "09-运行安排.csv"), key=lambda r: r["号牌号码"]):
        number = run["号牌号码"]
        if number not in numbers:
            continue
        route = routes[run["线路编号"]]
        line = [tuple(map(float, pair.split())) for pair in route["线路几何"].split("(")[1].rstrip(") ").split(",")]
        plane = Plane(line[0])
        points = [plane.of(p) for p in line]
        along = lengths(points)
        moved_s = seconds(run["发车时间"]) - seconds(route["发车时间"])
        stops = [(along_of(points, along, plane.of((float(s["经度"]), float(s["纬度"])))), seconds(s["到站时间"]) + moved_s)
                 for s in sorted((s for s in rows(folder, "05-站点.csv") if s["线路编号"] == run["线路编号"]), key=lambda s: int(s["顺序"]))]
        for day in DAYS:
            if number == SILENT and day != DAYS[0]:
                continue
            planted = {DETOUR: "detour", FAST: "fast", HALT: "halt"}.get(number) if number == DETOUR or day != DAYS[0] else None
            late_s = 9 * 60 if number == LATE and day == DAYS[-1] else rng.randint(0, 45)
            for at, place, speed in morning(points, along, stops, late_s, planted).fixes(EVERY_S):
                lon, lat = plane.back((place[0] + rng.gauss(0, 2), place[1] + rng.gauss(0, 2)))
                noisy = max(0, speed + rng.gauss(0, 0.6)) if speed > 1 else 0
                made.append((number, f"{day} {at // 3600:02d}:{at // 60 % 60:02d}:{at % 60:02d}", f"{lon:.6f}", f"{lat:.6f}", f"{noisy:.0f}"))
    return made
