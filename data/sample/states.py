"""What is planted in the fleet: which bus gets which state, and which findings of the eleven rules follow on 2026-11-23.

Each function changes one bus that was in order and returns the findings it plants, as {rule: grade}. Dates around
the as-of date are the boundary days that regulations.md section 8 names: left 0 still holds, left -1 has run out.
"""
import datetime
from dataclasses import replace

import identifiers
from fleet import AS_OF, Permit, Plate, in_turn, permit_until, plate_for
from ground import months_later

DAY = datetime.timedelta(days=1)


def on(left):
    return AS_OF + left * DAY


class Planting:
    def __init__(self, fleet):
        self.fleet, self.calendar = fleet, fleet.calendar
        self.substitutions = []  # (date, bus, driver)

    def application(self, bus, applied):
        """An application that the county has not decided; the steps stop where a slow desk holds them."""
        consulted = self.calendar.after(applied, 2)
        made = Permit("", applied, self.calendar.after(applied, 1), route=bus.route.code, driver=bus.driver.number,
                      departs_at=bus.route.departs_at)
        if consulted <= AS_OF:
            made.consulted_on = consulted
            made.called_on = self.calendar.after(consulted, 1) if self.calendar.after(consulted, 1) <= AS_OF else ""
        return made

    def in_force(self, bus):
        return bus.permits[-1]

    def ends(self, bus, valid_to):
        """The bus's permit, for a term that ends on `valid_to`; its plate, bounded by it."""
        number = self.in_force(bus).number
        permit = permit_until(self.calendar, bus, number, valid_to)
        bus.permits = [permit]
        inspected = min(bus.last_inspection_on, self.calendar.before(valid_to - 40 * DAY, 0))
        bus.plates = [plate_for(self.calendar, replace(bus, last_inspection_on=inspected), permit, bus.plates[-1].number,
                                min(bus.inspection_until, valid_to))]
        return permit

    def inspected_until(self, bus, until):
        bus.inspection_until = until
        bus.last_inspection_on = months_later(until, -6)

    # -- stop ---------------------------------------------------------------------------------------------------------
    def no_permit(self, bus):
        bus.permits, bus.plates = [], []
        return {"PERMIT-NONE": "S"}

    def only_applied(self, bus, applied):
        bus.permits, bus.plates = [self.application(bus, applied)], []
        return {"PERMIT-NONE": "S"}

    def refused(self, bus):
        permit = replace(bus.permits[-1], number="", decision="不予", valid_from="", valid_to="")
        bus.permits, bus.plates = [permit], []
        return {"PERMIT-NONE": "S"}

    def permit_expired(self, bus, valid_to, plate_back, renewal=None):
        self.ends(bus, valid_to)
        if bus.plates[0].valid_to != valid_to:  # the plate was renewed up to the end of the permit
            bus.plates[0].valid_to = valid_to
        if renewal:
            bus.permits.append(self.application(bus, renewal))
        if plate_back:
            bus.plates[0].withdrawn_on, bus.plates[0].state = self.calendar.after(valid_to, 3), "收回"
            return {"PERMIT-EXPIRED": "S"}
        return {"PERMIT-EXPIRED": "S", "PLATE-EXPIRED": "S"}

    def permit_revoked(self, bus, revoked_on, plate_back):
        self.in_force(bus).revoked_on = revoked_on
        bus.permits = bus.permits[-1:]
        if plate_back:
            bus.plates[-1].withdrawn_on, bus.plates[-1].state = self.calendar.after(revoked_on, 2), "收回"
        return {"PERMIT-REVOKED": "S"} if revoked_on <= AS_OF else {}

    def plate_none(self, bus, how):
        permit = self.in_force(bus)
        bus.plates = []
        if how in ("遗失", "作废"):
            bus.plates = [plate_for(self.calendar, bus, permit, self.fleet.next_plate_number(), min(bus.inspection_until, permit.valid_to))]
            bus.plates[0].state = how
        elif how is not None:  # claimed on that day, not issued
            bus.plates = [Plate("", permit.number, permit.driver, permit.route, permit.departs_at, owner=bus.owner, claimed_on=how)]
        return {"PLATE-NONE": "S"}

    def plate_expired(self, bus, valid_to, inspected_since):
        bus.plates = bus.plates[-1:]
        bus.plates[0].valid_to = valid_to
        bus.plates[0].claimed_on = self.calendar.after(self.in_force(bus).decided_on, 2)
        bus.plates[0].issued_on = self.calendar.after(bus.plates[0].claimed_on, 1)
        if inspected_since:
            bus.last_inspection_on = self.calendar.before(valid_to - 2 * DAY, 0)
            bus.inspection_until = months_later(bus.last_inspection_on, 6)
            return {"PLATE-EXPIRED": "S"}
        self.inspected_until(bus, valid_to)
        return {"PLATE-EXPIRED": "S", "INSPECTION-OVERDUE": "S"}

    def inspection_overdue(self, bus, last, until):
        bus.last_inspection_on, bus.inspection_until = last, until
        bus.plates[-1].valid_to = datetime.date(2027, 2, 26)  # planted too: PLATE-BEYOND
        return {"INSPECTION-OVERDUE": "S"}

    def driver_unqualified(self, bus, how):
        driver = bus.driver
        if how == "none":
            driver.qualified_on = "无"
        elif how == "withdrawn today":
            driver.withdrawn_on = AS_OF
        elif how == "licence ran out yesterday":
            driver.licence_until = on(-1)
        elif how == "class":
            driver.licence_class = "B1" if bus.seats >= 20 else "C1"
        return {"DRIVER-UNQUALIFIED": "S"}

    def other_driver(self, bus, unqualified=None):
        other = self.fleet.new_driver(bus.county, bus.operator, bus.seats)
        bus.runs[0].driver = other.number
        if unqualified == "none":
            other.qualified_on = "无"
        elif unqualified == "withdrawn":
            other.withdrawn_on = datetime.date(2026, 10, 9)
        elif unqualified == "not given":
            other.qualified_on = ""
        if unqualified in ("none", "withdrawn"):
            return {"PLATE-MISMATCH-DRIVER": "S", "DRIVER-UNQUALIFIED": "S"}
        return {"PLATE-MISMATCH-DRIVER": "R"}

    # -- rectify and notice -------------------------------------------------------------------------------------------
    def permit_due(self, bus, left, with_inspection, renewal=None):
        valid_to = on(left)
        found = {}
        if with_inspection:
            self.inspected_until(bus, valid_to)
            if left <= 30:
                found["INSPECTION-DUE-30"] = "N"
        self.ends(bus, valid_to)
        bus.plates[0].valid_to = valid_to
        if left <= 30:
            found["PLATE-DUE-30"] = "N"
        if renewal == "applied":
            bus.permits.append(self.application(bus, datetime.date(2026, 11, 9)))
        elif renewal == "granted":
            bus.permits.append(permit_until(self.calendar, bus, self.fleet.next_permit_number(bus.county), valid_to + 365 * DAY))
            bus.permits[-1].valid_from = valid_to + DAY
        elif left <= 30:
            found["PERMIT-DUE-30"] = "R" if left < 30 else "N"
        return found

    def plate_due(self, bus, left):
        self.inspected_until(bus, on(left))
        bus.plates[-1].valid_to = on(left)
        if bus.plates[-1].claimed_on > bus.last_inspection_on:
            permit = self.in_force(bus)
            bus.plates = [plate_for(self.calendar, bus, permit, bus.plates[-1].number, on(left))]
        return {"PLATE-DUE-30": "N", "INSPECTION-DUE-30": "N"} if 0 <= left <= 30 else {}

    def last_inspection_only(self, bus, last):
        """No stated end: it holds for six months, to the month's last day where the day is missing."""
        until = months_later(last, 6)
        bus.last_inspection_on, bus.inspection_until = last, ""
        bus.plates = [plate_for(self.calendar, bus, self.in_force(bus), bus.plates[-1].number, until)]
        return {"PLATE-DUE-30": "N", "INSPECTION-DUE-30": "N"}

    # -- in order, or no finding of these eleven ----------------------------------------------------------------------
    def nothing(self, bus):
        return {}

    def substituted(self, bus):
        """Another driver on the as-of date, filed the same day: silenced."""
        other = self.fleet.new_driver(bus.county, bus.operator, bus.seats)
        bus.runs[0].driver = other.number
        self.substitutions.append((AS_OF, bus, other))
        return {}

    def no_roster(self, bus):
        bus.runs = []
        return {}

    def suspended(self, bus):
        self.ends(bus, datetime.date(2026, 8, 31))
        bus.state = "停用"
        bus.plates[0].withdrawn_on, bus.plates[0].state = datetime.date(2026, 9, 4), "收回"
        return {}

    def deregistered(self, bus):
        bus.state = "注销"
        self.in_force(bus).revoked_on = datetime.date(2026, 10, 12)
        bus.permits, bus.plates = bus.permits[-1:], bus.plates[-1:]  # its plate has not come back: PLATE-NOT-RETURNED
        return {}

    def run_ended(self, bus):
        bus.runs[0].to_on = datetime.date(2026, 10, 30)
        bus.permits, bus.plates = [], []
        return {}

    def bus_line(self, bus):
        bus.service, bus.body, bus.use_code, bus.vehicle_type = "学生公交专线", "", "公交客运", "大型普通客车"
        bus.served, bus.permits, bus.plates = "中小学生", [], []
        return {}

    def no_term(self, bus):
        self.in_force(bus).valid_to = ""
        bus.plates[-1].valid_to = bus.inspection_until
        return {}

    def gap(self, bus, what):
        if what == "inspection":
            bus.last_inspection_on = bus.inspection_until = ""
        elif what == "qualification":
            bus.driver.qualified_on = ""
        elif what == "plate":
            bus.plates = bus.plates[-1:]
            bus.plates[0].valid_to = ""
        elif what == "equipment":
            bus.equipment = {name: "" for name in bus.equipment}
            bus.equipment_until = bus.odometer_km = bus.liability_until = ""
        return {}


def seed_other_rules(planting, groups):
    """States of the rules that are judged later; each sits on a bus whose gravest grade it does not change, `rest` aside."""
    stop, rectify, notice, rest = (groups[name] for name in ("stop", "rectify", "notice", "other"))
    stop[4].liability_until = on(-1)  # INSURANCE-LAPSED-CARRIER
    stop[3].liability_until = "无"
    stop[5].compulsory_until = on(-4)  # INSURANCE-LAPSED-CTPL
    stop[8].registered_on, stop[8].manufactured_on = datetime.date(2011, 11, 23), datetime.date(2011, 9, 5)  # VEHICLE-OVERAGE
    stop[8].vin = identifiers.vin(2011, 7001)
    stop[8].body, stop[8].vehicle_type = "专用校车", "中型专用校车"
    stop[11].runs[0].riders = stop[11].seats + 4  # OVER-CAPACITY
    stop[13].seats, stop[13].vehicle_type = 5, "轻型普通客车"  # VEHICLE-SEATS
    stop[13].runs[0].riders = 3
    stop[14].driver.record = "serious_violation:2026-03-02"  # DRIVER-RECORD
    stop[17].driver.record = "points_12:2025-05-20,drink_driving:2019-08-11"
    stop[22].runs[0].driver = ""  # DRIVER-NONE
    for bus, born in ((stop[25], datetime.date(1966, 11, 22)), (rest[14], datetime.date(1966, 11, 23))):  # DRIVER-AGE: past 60; 60 today
        old = bus.driver
        old.born_on = born
        renamed = identifiers.licence_number(born, 900 + born.day)
        for paper in (*bus.permits, *bus.plates, *bus.runs):
            if paper.driver == old.number:
                paper.driver = renamed
        old.number = renamed
    for bus, review in ((stop[27], datetime.date(2025, 10, 30)), (notice[1], datetime.date(2025, 11, 18))):  # review overdue; due
        bus.driver.licensed_on = bus.driver.licensed_on.replace(month=10, day=23 if bus is stop[27] else 24)
        bus.driver.last_review_on = review
    carrier = planting.fleet.operators[-1]  # OPERATOR-INVALID
    for bus in stop[1:3]:
        bus.operator, bus.owner, bus.driver.operator = carrier, carrier.name, carrier.uscc
        bus.school.operators.add(carrier.uscc)
        for plate in bus.plates:
            plate.owner = carrier.name
    rectify[1].runs[0].attendant = ""  # ATTENDANT-NONE
    rectify[3].runs[0].attendant = ""
    rectify[5].equipment["satellite_positioning"] = "否"  # GPS-MISSING
    rectify[8].equipment["stop_sign"] = "否"  # EQUIPMENT-MISSING
    rectify[12].equipment_until = on(-20)
    rectify[15].plates[-1].owner = "白城市演示客运有限公司（原）"  # PLATE-MISMATCH-OWNER
    rectify[18].body, rectify[18].vehicle_type = "非专用校车", "小型普通客车"  # VEHICLE-NOT-SCHOOL-BUS where pupils are primary
    rectify[20].vin = rectify[21].vin  # DUPLICATE
    rectify[23].vin = identifiers.with_wrong_last(rectify[23].vin)  # ID-CHECK
    notice[4].liability_until, notice[6].compulsory_until = on(18), on(30)  # INSURANCE-DUE-30
    notice[8].registered_on, notice[8].manufactured_on = datetime.date(2012, 6, 1), datetime.date(2012, 3, 9)  # VEHICLE-AGE-DUE
    notice[8].vin = identifiers.vin(2012, 7002)
    notice[9].odometer_km = 412300
    notice[11].maintained_on, notice[13].maintained_on = datetime.date(2026, 8, 3), datetime.date(2026, 7, 10)  # MAINTENANCE-GAP
    # The six rectify-only states stand on buses that the eleven rules find in order.
    alone = groups["alone"]
    alone[0].equipment["hammer"] = "无"
    alone[1].equipment["satellite_positioning"] = "否"
    alone[2].runs[0].attendant = ""
    alone[3].runs[0].departs_at = "06:02"  # PLATE-MISMATCH-TIME
    other = next(b for b in planting.fleet.buses if b.county == alone[4].county and b is not alone[4])
    alone[4].runs[0].route = other.route.code  # PLATE-MISMATCH-ROUTE
    alone[5].equipment_until = on(-1)
    # PLATE-MISMATCH-NUMBER: the plate names the permit of a bus that holds a plate of its own.
    holder = [b for b in stop if b.plates and b.plates[-1].state == "有效" and b.permits[-1].number == b.plates[-1].permit][-1]
    holder.plates[-1].permit = alone[0].permits[-1].number


def plan(planting):
    """[(group, county or None, function)] for the first 100 or so buses; the rest stays in order."""
    p = planting
    date = datetime.date
    stop = [lambda b: p.no_permit(b), lambda b: p.no_permit(b), lambda b: p.no_permit(b),
            lambda b: p.only_applied(b, date(2026, 10, 12)), lambda b: p.only_applied(b, date(2026, 11, 18)), lambda b: p.refused(b),
            lambda b: p.permit_expired(b, on(-1), False), lambda b: p.permit_expired(b, date(2026, 8, 31), True),
            lambda b: p.permit_expired(b, date(2026, 10, 15), False), lambda b: p.permit_expired(b, date(2026, 8, 31), False, date(2026, 9, 7)),
            lambda b: p.permit_expired(b, date(2026, 11, 6), True),
            lambda b: p.permit_revoked(b, AS_OF, False), lambda b: p.permit_revoked(b, date(2026, 9, 18), True),
            lambda b: p.permit_revoked(b, date(2026, 10, 26), False), lambda b: p.permit_revoked(b, date(2026, 11, 13), True),
            lambda b: p.plate_none(b, None), lambda b: p.plate_none(b, None), lambda b: p.plate_none(b, date(2026, 11, 20)),
            lambda b: p.plate_none(b, date(2026, 11, 18)), lambda b: p.plate_none(b, date(2026, 9, 9)),
            lambda b: p.plate_none(b, "遗失"), lambda b: p.plate_none(b, "作废"),
            lambda b: p.plate_expired(b, on(-1), False), lambda b: p.plate_expired(b, date(2026, 10, 31), False),
            lambda b: p.plate_expired(b, on(-1), True), lambda b: p.plate_expired(b, date(2026, 9, 30), True),
            lambda b: p.inspection_overdue(b, date(2026, 5, 22), ""), lambda b: p.inspection_overdue(b, date(2026, 5, 22), on(-1)),
            lambda b: p.driver_unqualified(b, "none"), lambda b: p.driver_unqualified(b, "withdrawn today"),
            lambda b: p.driver_unqualified(b, "licence ran out yesterday"), lambda b: p.driver_unqualified(b, "class"),
            lambda b: p.other_driver(b, "none"), lambda b: p.other_driver(b, "withdrawn")]
    rectify = [lambda b, left=left, i=i: p.permit_due(b, left, i % 2 == 0)
               for i, left in enumerate((29, 0, 1, 5, 8, 9, 12, 14, 17, 19, 21, 22, 24, 26, 28, 29))]
    rectify += [lambda b: p.other_driver(b)] * 18 + [lambda b: p.other_driver(b, "not given")]
    notice = [lambda b: p.permit_due(b, 30, True), lambda b: p.permit_due(b, 30, False),
              lambda b: p.permit_due(b, 10, True, "applied"), lambda b: p.permit_due(b, 0, False, "granted")]
    notice += [lambda b, left=left: p.plate_due(b, left) for left in (30, 0, 1, 3, 7, 7, 12, 15, 18, 20, 23, 25, 27, 29)]
    notice += [lambda b: p.last_inspection_only(b, date(2026, 5, 31)), lambda b: p.last_inspection_only(b, date(2026, 5, 23))]
    other = [lambda b: p.permit_due(b, 31, True), lambda b: p.plate_due(b, 31), p.nothing, p.substituted,
             lambda b: p.permit_revoked(b, on(1), False), p.suspended, p.suspended, p.deregistered, p.run_ended]
    planted = [("stop", None, f) for f in stop] + [("rectify", None, f) for f in rectify]
    planted += [("notice", None, f) for f in notice] + [("other", None, f) for f in other]
    planted += [("alone", None, p.nothing)] * 6
    tongyu = [lambda b: {**p.no_permit(b), **p.no_roster(b)}, lambda b: {**p.permit_expired(b, date(2026, 9, 30), True), **p.no_roster(b)},
              lambda b: {**p.inspection_overdue(b, date(2026, 4, 30), date(2026, 10, 30)), **p.no_roster(b)}]
    planted += [("stop", "220822", f) for f in tongyu]
    planted += [("rectify", "220822", lambda b: {**p.permit_due(b, 16, True), **p.no_roster(b)})]
    planted += [("other", "220822", f) for f in (p.no_roster, p.no_roster, p.bus_line, p.bus_line, p.no_term, p.no_term, p.no_term)]
    planted += [("other", "220821", lambda b, w=w: p.gap(b, w)) for w in ("inspection", "qualification", "plate", "equipment", "equipment")]
    return planted


def plant(fleet):
    """Changes the fleet; returns {registration number: {rule: grade}}."""
    planting = Planting(fleet)
    first = fleet.buses[0]
    expected = {first.registration_number: first_bus(planting, first)}
    groups = {"stop": [first], "rectify": [], "notice": [], "other": [], "alone": []}
    free = {county: [b for b in fleet.buses[1:] if b.county == county] for county in ("220802", "220881", "220822", "220882", "220821")}
    for buses in free.values():
        fleet.random.shuffle(buses)
    listed = plan(planting)
    named, anywhere = [x for x in listed if x[1]], [x for x in listed if not x[1]]
    for i, (group, county, change) in enumerate(named + anywhere):
        county = county or max(free, key=lambda c: len(free[c]) / len([b for b in fleet.buses if b.county == c]))
        at = next(k for k, b in enumerate(free[county]) if suits(b, change))
        bus = free[county].pop(at)
        bus.planted = group
        expected[bus.registration_number] = change(bus)
        groups[group].append(bus)
    seed_other_rules(planting, groups)
    # An earlier day's substitution does not help today.
    mismatched = groups["rectify"][25]
    planting.substitutions.append((datetime.date(2026, 11, 20), mismatched, fleet.drivers[-1]))
    return {number: found for number, found in expected.items() if found}, groups, planting.substitutions


def suits(bus, change):
    """The class of a driver is too low for 10 seats and more only where there are as many, which is everywhere here."""
    return bus.seats >= 10


def first_bus(planting, bus):
    """The bus of the console's first picture: granted, no plate; another driver; inspection ends in 12 days."""
    planting.inspected_until(bus, on(12))
    found = planting.plate_none(bus, None)
    bus.permits[-1] = in_turn(planting.calendar, bus.county, "洮北校许〔2026〕131号", datetime.date(2026, 8, 6), bus.route, bus.driver,
                              datetime.date(2026, 8, 31), datetime.date(2027, 8, 30))
    found |= planting.other_driver(bus, "not given")
    driver = planting.fleet.drivers[-1]  # review overdue by 9 days
    driver.licensed_on, driver.last_review_on = driver.licensed_on.replace(month=10, day=15), datetime.date(2025, 10, 28)
    bus.compulsory_until = datetime.date(2027, 2, 14)
    return found | {"INSPECTION-DUE-30": "N"}
