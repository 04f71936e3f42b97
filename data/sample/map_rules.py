"""What the map and the sightings tell, worked out a second time for these files: from regulations.md sections 7 and 8, by other
means than the program's (a walk in steps of a metre over a plane, no index)."""
import datetime
import math
import re
from collections import defaultdict

REACH_M, LENGTH_M, CROSSING_M = 20, 50, 50
STEP_M = 1


def lines_of(wkt):
    """The lines and rings of a geometry as lists of degrees, and whether they bound an area."""
    parts = [[tuple(map(float, pair.split())) for pair in text.split(",")] for text in re.findall(r"\(([^()]+)\)", wkt)]
    return parts, "POLYGON" in wkt


class Plane:
    """Metres east and north of a place: good to a millimetre over some hundred metres, to metres over kilometres."""

    def __init__(self, lon, lat):
        sine2 = math.sin(math.radians(lat)) ** 2
        w = 1 - 0.00669438002290 * sine2  # GRS 80
        self.at = lon, lat
        self.east = math.radians(1) * 6378137 / math.sqrt(w) * math.cos(math.radians(lat))
        self.north = math.radians(1) * 6378137 * (1 - 0.00669438002290) / w ** 1.5

    def of(self, place):
        return (place[0] - self.at[0]) * self.east, (place[1] - self.at[1]) * self.north


def distance(p, a, b):
    (px, py), (ax, ay), (bx, by) = p, a, b
    dx, dy = bx - ax, by - ay
    along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy) if dx or dy else 0
    along = min(1, max(0, along))
    return math.hypot(px - ax - along * dx, py - ay - along * dy)


def inside(p, rings):
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:]):
            if (ay > p[1]) != (by > p[1]) and p[0] < ax + (p[1] - ay) / (by - ay) * (bx - ax):
                odd = not odd
    return odd


def near_edges(parts, plane, low, high):
    """Edges of the water that may be near a stretch of road between two corners."""
    for part in parts:
        for a, b in zip(part, part[1:]):
            a, b = plane.of(a), plane.of(b)
            if (min(a[0], b[0]) <= high[0] + REACH_M and max(a[0], b[0]) >= low[0] - REACH_M
                    and min(a[1], b[1]) <= high[1] + REACH_M and max(a[1], b[1]) >= low[1] - REACH_M):
                yield a, b


def stretches(route, parts, is_area):
    """The stretches of a route within reach of a water, in metres along it; what is near a crossing left out."""
    near, crossings, begin = [], [], 0
    for a, b in zip(route, route[1:]):
        plane = Plane((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        pa, pb = plane.of(a), plane.of(b)
        length = math.hypot(pb[0] - pa[0], pb[1] - pa[1])
        low, high = tuple(map(min, pa, pb)), tuple(map(max, pa, pb))
        edges = list(near_edges(parts, plane, low, high))
        rings = [[plane.of(p) for p in part] for part in parts] if is_area else []
        touches = rings and not (max(x for r in rings for x, _ in r) < low[0] or min(x for r in rings for x, _ in r) > high[0]
                                 or max(y for r in rings for _, y in r) < low[1] or min(y for r in rings for _, y in r) > high[1])
        if edges or touches:
            for k in range(int(length / STEP_M)):
                part = k * STEP_M / length
                p = pa[0] + part * (pb[0] - pa[0]), pa[1] + part * (pb[1] - pa[1])
                within = touches and inside(p, rings)
                least = min((distance(p, *edge) for edge in edges), default=math.inf)
                if within or least <= STEP_M:
                    crossings.append(begin + k * STEP_M)
                elif least <= REACH_M:
                    near.append(begin + k * STEP_M)
        begin += length
    kept = [s for s in near if all(abs(s - c) > CROSSING_M for c in crossings)]
    found, first = [], 0
    for i, at in enumerate(kept):
        if i + 1 == len(kept) or kept[i + 1] - at > 2 * STEP_M:
            found.append(at - kept[first])
            first = i + 1
    return found


def routes_by_open_water(routes, waters):
    """Codes of the routes that run for more than 50 m within 20 m of a water said to have no fence."""
    shapes = [lines_of(w["几何"]) for w in waters if w["几何"] and w["围栏"] == "否"]
    boxes = [(min(x for p in parts for x, _ in p) - 0.001, min(y for p in parts for _, y in p) - 0.001,
              max(x for p in parts for x, _ in p) + 0.001, max(y for p in parts for _, y in p) + 0.001) for parts, _ in shapes]
    found = {}
    for route in routes:
        if not route["线路几何"]:
            continue
        (line,), _ = lines_of(route["线路几何"])
        for (parts, is_area), (west, south, east, north) in zip(shapes, boxes):
            if (max(x for x, _ in line) >= west and min(x for x, _ in line) <= east
                    and max(y for _, y in line) >= south and min(y for _, y in line) <= north):
                longest = max(stretches(line, parts, is_area), default=0)
                if longest > LENGTH_M:
                    found[route["线路编号"]] = max(longest, found.get(route["线路编号"], 0))
    return found


def strangers(sightings, registered, boarding, school_day, t):
    """Numbers in no register with two signs of section 7 or more: on three school days or more near a gate at school times, or
    where boarders go home or come back (from noon on the last day before, and the last day of, days without school); on two
    such days of boarders; a kind of vehicle, seats or films that the notes name. All places of these sightings are gates;
    `boarding` are the names of the schools with boarders."""
    seen = defaultdict(list)
    for s in sightings:
        if s["registration_number"] not in registered and s["seen_at"][:10] <= t.isoformat():
            seen[s["registration_number"]].append(s)
    found = set()
    for number, each in seen.items():
        days, travel, notes = set(), set(), ""
        for s in each:
            on, minute = datetime.date.fromisoformat(s["seen_at"][:10]), s["seen_at"][11:16]
            turns = school_day(on) != school_day(on + datetime.timedelta(1))
            returns = turns and minute >= "12:00" and any(s["place"].startswith(name) for name in boarding)
            at_school = school_day(on) and ("05:00" <= minute <= "08:00" or "15:00" <= minute <= "18:30")
            if returns:
                travel.add(on)
            if returns or at_school:
                notes += s["note"]
                if school_day(on):
                    days.add(on)
        signs = [len(days) >= 3, len(travel) >= 2, "面包车" in notes, "座椅" in notes or "贴膜" in notes]
        if sum(signs) >= 2:
            found.add(number)
    return found


def longest_stay_off(points, line, reach_m):
    """Metres of the longest stretch of fixes in a row that lie farther from a line."""
    longest = length = 0
    before = None
    for p in points:
        off = min(distance(p, a, b) for a, b in zip(line, line[1:])) > reach_m
        length = length + math.dist(before, p) if off and before else 0
        longest, before = max(longest, length), p if off else None
    return longest


def halts(fixes, approved):
    """Whether the bus stood for a minute or longer farther than 50 m from every place where it may."""
    first = 0
    for i, (at, p, speed) in enumerate(fixes):
        if speed > 3 or math.dist(p, fixes[first][1]) > 30 or fixes[first][2] > 3:
            first = i
        elif at - fixes[first][0] >= 60 and min(math.dist(fixes[first][1], a) for a in approved) > 50:
            return True
    return False


def driven(tracks, bus_of, line_of, places, school_day, limit_kmh=66):
    """What tracks speak for, by bus: `bus_of` gives county and days with runs of each bus that is in service, `line_of` the line
    of its permitted route, `places` are those of all stops and the ends of all lines. For tracks without gaps, told in order."""
    moments = defaultdict(lambda: defaultdict(list))
    for t in tracks:
        at = datetime.datetime.fromisoformat(t["时间"])
        moments[t["号牌号码"]][at.date()].append((at.timestamp(), (float(t["经度"]), float(t["纬度"])), float(t["速度"])))
    found = defaultdict(dict)
    for number, days in moments.items():
        plane = Plane(*line_of[number][0])
        line, approved = [plane.of(p) for p in line_of[number]], [plane.of(p) for p in places]
        off = set()
        for day, told in days.items():
            fixes = [(at, plane.of(p), speed) for at, p, speed in told]
            if longest_stay_off([p for _, p, _ in fixes], line, 200) > 500:
                off.add(day)
            if any(min(a[2], b[2]) > limit_kmh for a, b in zip(fixes, fixes[1:])):
                found[number]["SPEED-OVER"] = "N"
            if halts(fixes, approved):
                found[number]["STOP-UNAPPROVED"] = "N"
        if len(off) >= 3:
            found[number]["PLATE-MISMATCH-ROUTE"] = "R"
        county = bus_of[number]
        sent = {day for other, of in moments.items() if bus_of[other] == county for day in of}
        if len({day for day in sent - set(days) if school_day(day)}) >= 2:
            found[number]["GPS-SILENT"] = "N"
    return found
