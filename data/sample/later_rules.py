"""The rules beyond the first eleven, worked out a second time for these files: from regulations.md section 8, not from the
program. Grades S, R and N only; gaps and grade D are left out."""
import datetime
from ground import months_later

DAY = datetime.timedelta(days=1)
NO = ("否", "无")
EQUIPMENT = ("灭火器", "安全锤", "急救箱", "标志灯", "停车指示标志")


def day(text):
    return datetime.date.fromisoformat(text) if text[:2] in ("19", "20") else None


def years_later(date, years):
    return months_later(date, 12 * years)


class WorkingDays:
    """Working days after `start`, up to and with `end`; the table covers every date of the sample."""

    def __init__(self, holidays):
        self.off = {day(h["date"]) for h in holidays if h["kind"] == "off"}
        self.work = {day(h["date"]) for h in holidays if h["kind"] == "work"}

    def between(self, start, end):
        days = (start + DAY * n for n in range(1, (end - start).days + 1))
        return sum(1 for d in days if d in self.work or (d.weekday() < 5 and d not in self.off))


def step_late(permit, t, calendar):
    """Whether the step at which an undecided application stands is late."""
    on = {k: day(permit[k]) for k in permit if k.endswith("日期") or k == "延期至"}
    done = lambda key: on[key] is not None and on[key] <= t  # noqa: E731
    used = lambda key: calendar.between(on[key], t)  # noqa: E731
    if done("上报政府日期"):
        limit = 20
        if on["延期至"]:
            limit = max(20, min(30, calendar.between(on["受理日期"], on["延期至"])))
        return used("受理日期") > limit
    if done("公安回复日期") and done("交通回复日期"):
        return calendar.between(max(on["公安回复日期"], on["交通回复日期"]), t) > 5
    if not done("征求意见日期"):
        return used("申请日期") > 3
    late = not done("交通回复日期") and used("征求意见日期") > 3
    if not done("公安回复日期"):
        if done("车辆到检日期"):
            before = calendar.between(on["征求意见日期"], on["通知验车日期"]) if done("通知验车日期") else 0
            late = late or used("车辆到检日期") > 2 or before + used("车辆到检日期") > 3
        elif done("通知验车日期"):
            late = late or calendar.between(on["征求意见日期"], on["通知验车日期"]) > 3
        else:
            late = late or used("征求意见日期") > 1
    return late


def of_papers(found, bus, permits, permit, judged, plates, plate, runs, t, calendar):
    if bus["车辆用途"] == "校车" and any(not p["决定日期"] and not p["审批结果"] and p["申请日期"] and day(p["申请日期"]) <= t
                                         and step_late(p, t, calendar) for p in permits):
        found["PERMIT-STEP-LATE"] = "N"
    if permit and not plate:
        claims = [max(day(p["领取表日期"]), day(permit["决定日期"])) for p in plates
                  if p["领取表日期"] and not p["发牌日期"] and not p["收回日期"] and day(p["领取表日期"]) <= t and p["标牌状态"] in ("", "有效")]
        late = calendar.between(min(claims), t) > 3 if claims else calendar.between(day(permit["决定日期"]), t) > 10
        if late:
            found["PLATE-LATE"] = "R"
    if not plate:
        return
    end, inspected = day(plate["有效期止"]), day(bus["检验有效期止"])
    if inspected is None and bus["最近检验日期"]:
        inspected = months_later(day(bus["最近检验日期"]), 6)
    permitted = day(judged["有效期止"]) if judged else None
    if end and (permitted and end > permitted or inspected and end > inspected):
        found["PLATE-BEYOND"] = "R"
    if plate["所有人"] and bus["所有人"] and plate["所有人"] != bus["所有人"]:
        found["PLATE-MISMATCH-OWNER"] = "R"


def of_runs(found, bus, plate, permit, runs, routes, stops, replaced, t):
    paper = plate or permit
    if not paper or replaced:
        return
    for run in runs:
        printed = set(paper["停靠站点"].split("、")) - {""} if plate else set()
        driven = stops.get(run["线路编号"], set())
        if paper["线路编号"] and run["线路编号"]:
            if paper["线路编号"] == run["线路编号"]:
                differs = bool(printed and driven and printed != driven)
            else:
                permitted = printed or stops.get(paper["线路编号"], set())
                differs = not permitted or permitted != driven
            if differs:
                found["PLATE-MISMATCH-ROUTE"] = "R"
        starts = [x for x in (run["发车时间"] or routes[run["线路编号"]]["发车时间"], (plate and plate["发车时间"]) or (permit and permit["发车时间"])) if x]
        minutes = [int(x.split(":")[0]) * 60 + int(x.split(":")[1]) for x in starts]
        if len(minutes) == 2 and abs(minutes[0] - minutes[1]) > 15:
            found["PLATE-MISMATCH-TIME"] = "R"


def of_vehicle(found, bus, plate, maintained, t):
    for key, rule in (("承运人责任险有效期止", "INSURANCE-LAPSED-CARRIER"), ("交强险有效期止", "INSURANCE-LAPSED-CTPL")):
        if bus[key] == "无" or bus[key] and day(bus[key]) < t:
            found[rule] = "S"
        elif bus[key] and (day(bus[key]) - t).days <= 30:
            found["INSURANCE-DUE-30"] = "N"
    if bus["卫星定位"] in NO:
        found["GPS-MISSING"] = "R"
    if any(bus[k] in NO for k in EQUIPMENT) or bus["安全设备有效期止"] and day(bus["安全设备有效期止"]) < t:
        found["EQUIPMENT-MISSING"] = "R"
    dedicated = bus["车辆类型"].endswith("专用校车") or bus["校车类型"] == "专用校车"
    registered, made = day(bus["注册登记日期"]), day(bus["出厂日期"])
    if registered and dedicated:
        limit = years_later(made if made and registered > years_later(made, 2) else registered, 15)
        if t >= limit:
            found["VEHICLE-OVERAGE"] = "S"
        elif (limit - t).days <= 365:
            found["VEHICLE-AGE-DUE"] = "N"
    if bus["行驶里程"] and float(bus["行驶里程"]) >= 400_000 and "VEHICLE-OVERAGE" not in found:
        found["VEHICLE-AGE-DUE"] = "N"
    if bus["车辆用途"] == "校车":
        young = bus["服务学段"] in ("幼儿", "小学生", "中小学生")
        uses = {"幼儿": ("幼儿校车",), "小学生": ("小学生校车", "中小学生校车"), "中小学生": ("中小学生校车",)}
        other_use = young and bus["使用性质"] and bus["使用性质"] not in uses[bus["服务学段"]]
        if young and bus["车辆类型"] and "专用校车" not in bus["车辆类型"] or other_use:
            found["VEHICLE-NOT-SCHOOL-BUS"] = "R" if plate else "S"
        if bus["核载人数"] and int(bus["核载人数"]) < 7:
            found["VEHICLE-SEATS"] = "S"
    last = max((d for d in maintained if d <= t), default=None)
    if last and (t - last).days > 90:
        found["MAINTENANCE-GAP"] = "N"


def of_driver(found, driver, t):
    born, issued = day(driver["出生日期"]), day(driver["初次领证日期"])
    if t > years_later(born, 60) or t < years_later(born, 25):
        found["DRIVER-AGE"] = "S"
    years = max(n for n in range(t.year - issued.year + 1) if years_later(issued, n) <= t)
    cycle = years_later(issued, years)
    for entry in driver["违法事故记录"].replace("，", ",").split(","):
        word, _, on = entry.partition(":")
        if word in ("", "无") or day(on) > t:
            continue
        bars = {"points_12": day(on) >= years_later(issued, years - 2),
                "serious_violation": day(on) >= years_later(t, -1)}.get(word, True)
        if bars:
            found["DRIVER-RECORD"] = "S"
    reviewed = day(driver["最近审验日期"])
    if years and (reviewed is None or reviewed < cycle):
        found["DRIVER-REVIEW-OVERDUE" if t > cycle + 30 * DAY else "DRIVER-REVIEW-DUE"] = "S" if t > cycle + 30 * DAY else "N"


def of_operator(found, bus, operators, schools_served, filed, t):
    operator = operators.get(bus["服务提供者"])
    if operator is None:
        return
    until = operator["道路运输经营许可证有效期至"]
    if until and until != "无" and day(until) < t or until == "无" and operator["类型"] in ("公司", "公交企业", "个体"):
        found["OPERATOR-INVALID"] = "S"
    if operator["类型"] != "学校" and any((s, operator["统一社会信用代码"]) not in filed for s in schools_served):
        found["AGREEMENT-NONE"] = "R"


def must_return(judged, permit, plate, bus, t, calendar):
    """Whether a plate held should have gone back: five working days after permit or scrap age ended (a habit)."""
    ends = []
    if judged and not permit:
        ends += [day(judged[k]) for k in ("注销日期", "有效期止") if judged[k] and day(judged[k]) <= t]
    registered, made = day(bus["注册登记日期"]), day(bus["出厂日期"])
    if registered and "专用校车" in bus["车辆类型"]:
        limit = years_later(made if made and registered > years_later(made, 2) else registered, 15)
        ends += [limit] if limit <= t else []
    return bool(plate and ends and calendar.between(min(ends), t) > 5)
