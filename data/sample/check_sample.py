#!/usr/bin/env python3
"""Reads the sample's files again and says what is wrong with them: check digits, places, and the rules' findings.

The rules are written here a second time, from regulations.md section 8 and for these files only, so that nothing is
flagged that states.py did not plant and nothing planted goes missing.
"""
import csv
import datetime
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.dont_write_bytecode = True
import identifiers  # noqa: E402
import later_rules  # noqa: E402
import map_rules  # noqa: E402
from ground import COUNTIES, Ground, months_later  # noqa: E402

T = datetime.date(2026, 11, 23)


def rows(folder, name):
    for path in sorted(folder.glob(name)):
        with open(path, encoding="utf-8", newline="") as source:
            yield from csv.DictReader(source)


def day(text):
    return datetime.date.fromisoformat(text) if text[:2] == "20" else None


def findings_of(bus, permits, plates, runs, drivers, substituted):
    found = {}
    current = [r for r in runs if day(r["生效日期"]) <= T and (not r["截止日期"] or T <= day(r["截止日期"]))]
    if bus["状态"] not in ("", "在用") or (runs and not current):
        return found
    granted = [p for p in permits if p["审批结果"] == "准予" and day(p["决定日期"]) <= T]
    in_force = [p for p in granted if day(p["有效期起"]) <= T and not (p["注销日期"] and day(p["注销日期"]) <= T)
                and (not p["有效期止"] or T <= day(p["有效期止"]))]
    held = [p for p in plates if p["发牌日期"] and day(p["发牌日期"]) <= T and not (p["收回日期"] and day(p["收回日期"]) <= T)
            and p["标牌状态"] in ("", "有效")]
    permit = max(in_force, key=lambda p: p["决定日期"], default=None)
    plate = max(held, key=lambda p: p["发牌日期"], default=None)
    if bus["车辆用途"] == "校车":
        if not granted:
            found["PERMIT-NONE"] = "S"
        elif permit is None:
            judged = max(granted, key=lambda p: p["决定日期"])
            revoked = judged["注销日期"] and day(judged["注销日期"]) <= T
            found["PERMIT-REVOKED" if revoked else "PERMIT-EXPIRED"] = "S"
        elif permit["有效期止"]:
            end = day(permit["有效期止"])
            filed = any(p is not permit and (not p["决定日期"] and p["申请日期"] > permit["决定日期"]
                                             or p in granted and day(p["有效期起"]) <= end + datetime.timedelta(1) and p["有效期止"] > permit["有效期止"])
                        for p in permits)
            if (end - T).days <= 30 and not filed:
                found["PERMIT-DUE-30"] = "N" if (end - T).days == 30 else "R"
        if permit and not plate:
            found["PLATE-NONE"] = "S"
    for rule, text, lapsed in (("PLATE", plate["有效期止"] if plate else "", "PLATE-EXPIRED"),
                               ("INSPECTION", bus["检验有效期止"] or (months_later(day(bus["最近检验日期"]), 6).isoformat() if bus["最近检验日期"] else ""),
                                "INSPECTION-OVERDUE")):
        if text:
            left = (day(text) - T).days
            if left < 0:
                found[lapsed] = "S"
            elif left <= 30:
                found[f"{rule}-DUE-30"] = "N"
    for run in current:
        driver = drivers.get(run["驾驶证号"])
        if driver is None:
            continue
        seats, licence = int(bus["核载人数"]), driver["准驾车型"]
        fits = licence == "A1" if seats >= 20 else licence in ("A1", "A2", "B1") if seats >= 10 else licence[0] in "AB" or licence == "C1"
        unqualified = (driver["校车驾驶资格取得日期"] == "无" or driver["资格注销日期"] and day(driver["资格注销日期"]) <= T
                       or day(driver["驾驶证有效期止"]) < T or not fits)
        if unqualified:
            found["DRIVER-UNQUALIFIED"] = "S"
        named = plate or permit
        if named and named["驾驶证号"] != run["驾驶证号"] and not substituted:
            found["PLATE-MISMATCH-DRIVER"] = "S" if unqualified else "R"
    return found


def school_day(calendar):
    """A working day outside the usual holidays of schools (regulations.md section 6.3)."""
    def asked(on):
        holiday = "07-10" <= on.isoformat()[5:] <= "08-25" or "01-06" <= on.isoformat()[5:] <= "02-28"
        return not holiday and calendar.between(on - datetime.timedelta(1), on) == 1
    return asked


def later_findings(folder):
    """What the rules after the eleven find; `later_rules.py` says how."""
    calendar = later_rules.WorkingDays(list(rows(folder.parent / "region" / "baicheng", "holidays.csv")))
    by_bus = {name: defaultdict(list) for name in ("07-使用许可.csv", "08-标牌.csv", "09-运行安排.csv", "12-维修保养.csv")}
    for name, into in by_bus.items():
        for row in rows(folder, name):
            into[row["号牌号码"]].append(row)
    permit_of_number = {p["许可编号"]: p["号牌号码"] for p in rows(folder, "07-使用许可.csv") if p["许可编号"]}
    permits_of, plates_of, runs_of, maintenance_of = by_bus.values()
    drivers = {d["驾驶证号"]: d for d in rows(folder, "03-驾驶人.csv")}
    operators = {o[key]: o for o in rows(folder, "02-服务提供者.csv") for key in ("统一社会信用代码", "名称")}
    routes = {r["线路编号"]: r for r in rows(folder, "04-线路.csv")}
    stops = defaultdict(set)
    for s in rows(folder, "05-站点.csv"):
        stops[s["线路编号"]].add(s["站点名称"])
    substitutions = [s for s in rows(folder, "10-临时替换.csv") if s["日期"] == T.isoformat() and s["备案日期"] != "无"]
    replaced = {s["原车号牌"] for s in substitutions if s["替换车号牌"]} | {s["替换车号牌"] for s in substitutions} - {""}
    filed = {(a["学校标识码"], a["统一社会信用代码"]) for a in rows(folder, "11-安全管理责任书.csv") if a["备案日期"] not in ("", "无") and day(a["备案日期"]) <= T}
    by_water = map_rules.routes_by_open_water(list(routes.values()), list(rows(folder, "13-*.csv")))
    result = {}
    for bus in rows(folder, "06-校车-*.csv"):
        number, found = bus["号牌号码"], {}
        permits, plates, runs = permits_of[number], plates_of[number], runs_of[number]
        current = [r for r in runs if day(r["生效日期"]) <= T and (not r["截止日期"] or T <= day(r["截止日期"]))]
        granted = [p for p in permits if p["审批结果"] == "准予" and day(p["决定日期"]) <= T]
        begun = [p for p in granted if not p["有效期起"] or day(p["有效期起"]) <= T or p["注销日期"] and day(p["注销日期"]) <= T]
        in_force = [p for p in begun if not (p["注销日期"] and day(p["注销日期"]) <= T) and (not p["有效期止"] or T <= day(p["有效期止"]))]
        held = [p for p in plates if p["发牌日期"] and day(p["发牌日期"]) <= T and not (p["收回日期"] and day(p["收回日期"]) <= T)
                and p["标牌状态"] in ("", "有效")]
        permit = max(in_force, key=lambda p: p["决定日期"], default=None)
        judged = permit or max(begun, key=lambda p: p["决定日期"], default=None)
        plate = max(held, key=lambda p: p["发牌日期"], default=None)
        if later_rules.must_return(judged, permit, plate, bus, T, calendar):
            found["PLATE-NOT-RETURNED"] = "R"
        if bus["状态"] in ("", "在用") and (not runs or current):
            later_rules.of_papers(found, bus, permits, permit, judged, plates, plate, current, T, calendar)
            if plate and permit_of_number.get(plate["许可编号"], number) != number:
                found["PLATE-MISMATCH-NUMBER"] = "S"
            later_rules.of_runs(found, bus, plate, permit, current, routes, stops, number in replaced, T)
            later_rules.of_vehicle(found, bus, plate, [day(m["日期"]) for m in maintenance_of[number]], T)
            paper = plate or permit
            allowed = paper or (current[0] if current else None)
            if allowed and allowed["线路编号"] in by_water:
                found["ROUTE-WATERSIDE"] = "N"
            codes = [r["线路编号"] for r in current] or ([paper["线路编号"]] if paper and not runs else [])
            later_rules.of_operator(found, bus, operators, [routes[c]["学校标识码"] for c in codes if c in routes], filed, T)
            for run in current:
                if not run["驾驶证号"]:
                    found["DRIVER-NONE"] = "S"
                elif run["驾驶证号"] in drivers:
                    later_rules.of_driver(found, drivers[run["驾驶证号"]], T)
                if not run["随车照管人员"]:
                    found["ATTENDANT-NONE"] = "R"
                if run["实际乘坐人数"] and bus["核载人数"] and int(run["实际乘坐人数"]) + 1 + bool(run["随车照管人员"]) > int(bus["核载人数"]):
                    found["OVER-CAPACITY"] = "S"
        result[number] = found
    lines = {code: [tuple(map(float, pair.split())) for pair in r["线路几何"].split("(")[1].rstrip(") ").split(",")] for code, r in routes.items() if r["线路几何"]}
    places = [(float(s["经度"]), float(s["纬度"])) for s in rows(folder, "05-站点.csv")] + [end for line in lines.values() for end in (line[0], line[-1])]
    counties = {b["号牌号码"]: b["县区"] for b in rows(folder, "06-校车-*.csv")}
    line_of = {r["号牌号码"]: lines[r["线路编号"]] for r in rows(folder, "09-运行安排.csv") if r["线路编号"] in lines}
    for number, more in map_rules.driven(list(rows(folder, "17-*.csv")), counties, line_of, places, school_day(calendar)).items():
        result[number].update(more)
    boarding = [s["学校名称"] for s in rows(folder, "01-学校.csv") if int(s["寄宿生数"] or 0) > 0]
    for number in map_rules.strangers(list(rows(folder, "16-sightings.csv")), set(result), boarding, school_day(calendar), T):
        result[number] = {"SUSPECT-CARRIAGE": "R"}
    return result


def check(folder, ground):
    wrong = []
    by_bus = {name: defaultdict(list) for name in ("07-使用许可.csv", "08-标牌.csv", "09-运行安排.csv")}
    for name, into in by_bus.items():
        for row in rows(folder, name):
            into[row["号牌号码"]].append(row)
    drivers = {d["驾驶证号"]: d for d in rows(folder, "03-驾驶人.csv")}
    substituted = {s["原车号牌"] for s in rows(folder, "10-临时替换.csv") if s["日期"] == T.isoformat()}
    buses = list(rows(folder, "06-校车-*.csv"))
    found = {(b["号牌号码"], rule, grade) for b in buses
             for rule, grade in findings_of(b, *(by_bus[n][b["号牌号码"]] for n in by_bus), drivers, b["号牌号码"] in substituted).items()}
    found |= {(number, rule, grade) for number, each in later_findings(folder).items() for rule, grade in each.items()}
    expected = {tuple(r.values()) for r in rows(folder, "expected-findings.csv")}
    wrong += [f"planted, not found: {x}" for x in sorted(expected - found)] + [f"found, not planted: {x}" for x in sorted(found - expected)]

    faults = [d for d in drivers if identifiers.identity_check(d[:17]) != d[17]]
    faults += [b["车辆识别代号"] for b in buses if identifiers.vin_check(b["车辆识别代号"]) != b["车辆识别代号"][8]]
    faults += [o["统一社会信用代码"] for o in rows(folder, "02-服务提供者.csv") if identifiers.uscc_check(o["统一社会信用代码"][:17]) != o["统一社会信用代码"][17]]
    if len(faults) != 2:
        wrong.append(f"check digits: 2 faults were planted (a VIN, a credit code), {len(faults)} found: {faults}")
    for d in drivers.values():
        if d["驾驶证号"][6:14] != d["出生日期"].replace("-", ""):
            wrong.append(f"birth date of a driver: {d['驾驶证号']}")

    codes = {name: code for code, name in COUNTIES.items()}
    county_of_route = {r["线路编号"]: codes[r["县区"]] for r in rows(folder, "04-线路.csv")}
    for s in rows(folder, "01-学校.csv"):
        if not ground.is_in(codes[s["县区"]], (float(s["经度"]), float(s["纬度"]))):
            wrong.append(f"school outside its county: {s['学校名称']}")
    for s in rows(folder, "05-站点.csv"):
        at = (float(s["经度"]), float(s["纬度"]))
        if not ground.is_in(county_of_route[s["线路编号"]], at) or ground.in_lake(at):
            wrong.append(f"stop outside its county or in a lake: {s['线路编号']} {s['站点名称']}")
    for p in rows(folder, "07-使用许可.csv"):
        steps = [p[k] for k in ("申请日期", "受理日期", "征求意见日期", "公安回复日期", "上报政府日期", "决定日期") if p[k]]
        if steps != sorted(steps) or (p["有效期起"] and p["有效期起"] < p["决定日期"]):
            wrong.append(f"permit steps out of order: {p['号牌号码']} {steps}")
    for p in rows(folder, "08-标牌.csv"):
        if p["发牌日期"] and not p["领取表日期"] <= p["发牌日期"] <= T.isoformat():
            wrong.append(f"plate issued before it was claimed, or after the as-of date: {p['标牌编号']}")

    grades = Counter(min((g for n, _, g in found if n == b["号牌号码"]), key="SRN".index, default="-") for b in buses)
    print(f"{len(buses)} buses: {grades['S']} stop, {grades['R']} rectify, {grades['N']} notice, {grades['-']} none; "
          f"{len(list(rows(folder, '01-学校.csv')))} schools, {len(county_of_route)} routes, {len(list(rows(folder, '05-站点.csv')))} stops, "
          f"{len(list(rows(folder, '13-*.csv')))} waters")
    print(", ".join(f"{rule} {n}" for rule, n in sorted(Counter(rule for _, rule, _ in found).items())))
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    check(Path(__file__).resolve().parent, Ground())
