#!/usr/bin/env python3
"""Writes the demonstration register's sources into this folder: invented buses on the real ground of Baicheng.

usage: make_sample.py     (Python 3.9 or later, nothing else; the same bytes every time)

Reads ../region/baicheng. What each file is: README.md. The findings that the eleven first rules must give on 2026-11-23
go to expected-findings.csv; they are what states.py planted, and check_sample.py finds them again from the files alone.
"""
import csv
import datetime
import random
import sys
from dataclasses import astuple, fields
from pathlib import Path

sys.dont_write_bytecode = True
import check_sample  # noqa: E402
import tracks  # noqa: E402
import waters  # noqa: E402
from fleet import AS_OF, BUSES, EQUIPMENT, Fleet, Permit, Plate  # noqa: E402
from ground import COUNTIES, REGION, Calendar, Ground, ahead, wkt_line  # noqa: E402
from people import Names, make_operators, make_schools  # noqa: E402
from states import plant  # noqa: E402

HERE = Path(__file__).resolve().parent
SEED = 20261123
PERMIT_HEADERS = ("许可编号,申请日期,受理日期,征求意见日期,通知验车日期,车辆到检日期,公安回复日期,交通回复日期,上报政府日期,延期至,"
                  "决定日期,审批结果,有效期起,有效期止,线路编号,驾驶证号,发车时间,审批机关,注销日期").split(",")
PLATE_HEADERS = "标牌编号,许可编号,驾驶证号,线路编号,发车时间,停靠站点,所有人,发牌单位,领取表日期,发牌日期,有效期止,收回日期,标牌状态".split(",")
BUS_HEADERS = ("号牌号码,车辆识别代号,服务提供者,县区,所有人,车辆用途,使用性质,校车类型,车辆类型,服务学段,核载人数,注册登记日期,出厂日期,"
               "行驶里程,最近检验日期,检验有效期止,交强险有效期止,承运人责任险有效期止,卫星定位,行驶记录仪,灭火器,安全锤,急救箱,标志灯,"
               "停车指示标志,安全设备有效期止,状态").split(",")
WATER_HEADERS = ("水域编号,水域名称,水域类型,县区,乡镇,经度,纬度,几何,水深(米),岸坡,水流,冬季结冰,警示牌,围栏,救生圈,救生绳,救生杆,"
                 "责任人,责任单位,联系电话,最近巡查日期,近五年溺水起数").split(",")


def write(file, header, rows):
    with open(HERE / file, "w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([header, *rows])
    return len(rows)


def values(record, skip=()):
    return [getattr(record, f.name) for f in fields(record) if f.name not in skip]


def write_places(schools, operators, water_files):
    write("01-学校.csv", "学校标识码,学校名称,县区,乡镇,办学性质,隶属,办学类型,地址,经度,纬度,在校生数,寄宿生数,乘校车学生数,安全负责人,联系电话".split(","),
          [(s.code, s.name, COUNTIES[s.county], s.township, s.ownership, s.supervised_by, s.kind, f"{COUNTIES[s.county]}{s.township}（演示）",
            f"{s.at[0]:.6f}", f"{s.at[1]:.6f}", s.pupils, s.boarders, s.riders, s.officer, s.phone) for s in schools])
    write("02-服务提供者.csv", "统一社会信用代码,名称,类型,县区,道路运输经营许可证号,道路运输经营许可证有效期至,政府购买服务,联系人,联系电话".split(","),
          [(o.uscc, o.name, o.kind, COUNTIES[o.county], o.licence, o.licence_until, o.purchased, o.contact, o.phone) for o in operators])
    for file, found in water_files:
        write(file, WATER_HEADERS, [[COUNTIES[w.county] if f.name == "county" else getattr(w, f.name) for f in fields(w)] for w in found])


def write_fleet(fleet):
    write("03-驾驶人.csv", "驾驶证号,姓名,县区,服务提供者,准驾车型,初次领证日期,驾驶证有效期止,校车驾驶资格取得日期,资格注销日期,最近审验日期,出生日期,联系电话,违法事故记录".split(","),
          [(d.number, d.name, COUNTIES[d.county], d.operator, d.licence_class, d.licensed_on, d.licence_until, d.qualified_on,
            d.withdrawn_on, d.last_review_on, d.born_on, d.phone, d.record) for d in fleet.drivers])
    write("04-线路.csv", "线路编号,线路名称,学校标识码,县区,方向,发车时间,到达时间,线路几何".split(","),
          [(r.code, r.name, r.school.code, COUNTIES[r.school.county], "上学", r.departs_at, r.arrives_at, wkt_line(r.line))
           for r in fleet.routes])
    write("05-站点.csv", "线路编号,顺序,站点名称,经度,纬度,到站时间,上车人数".split(","),
          [(r.code, i, s.name, f"{s.at[0]:.6f}", f"{s.at[1]:.6f}", s.time, s.boarding)
           for r in fleet.routes for i, s in enumerate(r.stops, 1)])
    for county, name in COUNTIES.items():
        write(f"06-校车-{name}.csv", BUS_HEADERS,
              [(b.registration_number, b.vin, b.operator.name, name, b.owner, b.service, b.use_code, b.body, b.vehicle_type, b.served,
                b.seats, b.registered_on, b.manufactured_on, b.odometer_km, b.last_inspection_on, b.inspection_until,
                b.compulsory_until, b.liability_until, *[b.equipment[e] for e in EQUIPMENT], b.equipment_until, b.state)
               for b in fleet.buses if b.county == county])
    write("07-使用许可.csv", [PERMIT_HEADERS[0], "号牌号码", "县区", *PERMIT_HEADERS[1:]],
          [(p.number, b.registration_number, COUNTIES[b.county], *values(p, {"number"})) for b in fleet.buses for p in b.permits])
    write("08-标牌.csv", [*PLATE_HEADERS[:2], "号牌号码", *PLATE_HEADERS[2:]],
          [(p.number, p.permit, b.registration_number, *values(p, {"number", "permit"})) for b in fleet.buses for p in b.plates])
    write("09-运行安排.csv", "号牌号码,线路编号,驾驶证号,随车照管人员,发车时间,运行日,实际乘坐人数,生效日期,截止日期".split(","),
          [(b.registration_number, r.route, r.driver, r.attendant, r.departs_at, r.weekdays, r.riders, r.from_on, r.to_on)
           for b in fleet.buses for r in b.runs])


def write_duties(fleet, schools, substitutions, flagged, calendar, rng):
    write("10-临时替换.csv", "日期,原车号牌,替换车号牌,替换驾驶证号,备案日期".split(","),
          [(day, bus.registration_number, "", driver.number, day) for day, bus, driver in substitutions])
    rows, left_out = [], 0
    for k, (school, operator) in enumerate((s, o) for s in schools for o in sorted(s.operators)):
        signed = datetime.date(2026, 8, 24 + k % 6)
        served = [b for b in fleet.buses if b.school is school and b.operator.uscc == operator]
        # planted: AGREEMENT-NONE where every bus concerned is flagged anyway: three not on file, one never filed
        plant_here = served and left_out < 4 and all(b.registration_number in flagged for b in served)
        left_out += 1 if plant_here else 0
        if served and not (plant_here and left_out < 4):
            rows.append((school.code, operator, signed, "无" if plant_here else calendar.after(signed, 3)))
    write("11-安全管理责任书.csv", "学校标识码,统一社会信用代码,签订日期,备案日期".split(","), rows)
    write("12-维修保养.csv", "号牌号码,日期,单位,内容".split(","),
          [(b.registration_number, b.maintained_on, f"{COUNTIES[b.county]}演示汽车维修厂", rng.choice(("制动系统检查", "更换机油", "轮胎换位", "秋季二级维护")))
           for b in fleet.buses])
    lessons = []
    for k, s in enumerate(schools):
        lessons.append((s.code, "lesson", datetime.date(2026, 9, 2 + k % 20), s.pupils - rng.randint(0, 6), s.pupils))
        lessons.append((s.code, "letter", datetime.date(2026, 11, 6), s.pupils, s.pupils))
        if k % 4:
            lessons.append((s.code, "receipt", datetime.date(2026, 11, 13), int(s.pupils * rng.uniform(0.7, 1.0)), s.pupils))
        if k % 3 == 0:
            lessons.append((s.code, "drill", datetime.date(2026, 10, 14), min(s.riders, s.pupils), s.riders))
    write("14-education.csv", ("school", "kind", "on", "count", "of"), lessons)
    with open(REGION / "plan.csv", encoding="utf-8", newline="") as source:
        plan = list(csv.DictReader(source))
    progress = []
    for entry in plan:
        for county in COUNTIES:
            late = rng.random() < 0.07
            done = entry["due_on"] and entry["due_on"] < AS_OF.isoformat()
            if not done:
                progress.append((entry["item"], COUNTIES[county], "进行中" if entry["due_on"] else "长期坚持", "", ""))
            elif late or entry["item"] == "23.2":
                progress.append((entry["item"], COUNTIES[county], "进行中", "", "演示：仍有校车未领标牌" if entry["item"] == "23.2" else ""))
            else:
                day = datetime.date.fromisoformat(entry["due_on"]) - datetime.timedelta(days=rng.randint(5, 60))
                progress.append((entry["item"], COUNTIES[county], "长期坚持" if entry["lasting"] == "yes" else "已完成", day, ""))
    write("15-任务进展.csv", "序号,县区,进度,完成日期,说明".split(","), progress)


def write_sightings(fleet, schools, calendar, rng):
    """Three vehicles that are in no register keep carrying pupils; some known buses pass the same places."""
    rows = []
    strangers = [("吉G9Z017", "黄色中巴，车窗贴膜", 6), ("吉G8X552", "面包车，加装座椅", 5), ("蒙F0Y318", "面包车", 3), ("吉G7W204", "轿车", 1)]
    gates = rng.sample([s for s in schools if s.kind != "高中"], len(strangers))
    for (plate, note, days), school in zip(strangers, gates):
        day = datetime.date(2026, 11, 2)
        for k in range(days):
            day = calendar.after(day, 1 + k % 3)
            place = ahead(school.at, 40 * k, 220)
            for at, way in ((rng.randint(395, 440), "进校"), (rng.randint(930, 990), "离校")):
                rows.append((f"{day} {at // 60:02d}:{at % 60:02d}", f"{school.name}门前路口", f"{place[0]:.6f}", f"{place[1]:.6f}", plate,
                             "路口卡口", way, "是", note))
    for bus in rng.sample(fleet.buses, 12):
        place = bus.route.stops[-1].at
        rows.append((f"2026-11-20 {bus.route.arrives_at}", f"{bus.school.name}门前路口", f"{place[0]:.6f}", f"{place[1]:.6f}",
                     bus.registration_number, "路口卡口", "进校", "是", ""))
    write("16-sightings.csv", ("seen_at", "place", "lon", "lat", "registration_number", "source", "direction", "riders_seen", "note"), sorted(rows))


def main():
    rng = random.Random(SEED)
    ground, calendar = Ground(), Calendar()
    names = Names(rng)
    operators = make_operators(names)
    schools = make_schools(ground, names, rng)
    fleet = Fleet(ground, calendar, names, operators, schools, rng)
    expected, groups, substitutions = plant(fleet)
    water_files = [("13-水域-河流.csv", waters.river_reaches(ground, schools, names, rng)),
                   ("13-水域-湖泊（ODbL）.csv", waters.lakes(ground, schools, names, rng)),
                   ("13-水域-坑塘沟渠（演示）.csv", waters.invented(ground, schools, names, rng))]
    write_places(schools, operators, water_files)
    write_fleet(fleet)
    write_duties(fleet, schools, substitutions, {n for n, found in expected.items() if {'S', 'R'} & set(found.values())}, calendar, rng)
    write_sightings(fleet, schools, calendar, rng)
    write("17-行驶轨迹（演示）.csv", "号牌号码,时间,经度,纬度,速度".split(","), tracks.make_tracks(HERE))
    later = check_sample.later_findings(HERE)
    write("expected-findings.csv", ("registration_number", "rule", "grade"),
          sorted((number, rule, grade) for number in expected.keys() | later.keys()
                 for rule, grade in (expected.get(number, {}) | later.get(number, {})).items()))
    check_sample.check(HERE, ground)


if __name__ == "__main__":
    main()
