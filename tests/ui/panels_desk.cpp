#include "tests/ui/panels_desk.hpp"

#include "tests/support/a_plan.hpp"
#include "tests/support/builders.hpp"

#include <array>

namespace xiaoan::gallery {

namespace {

using namespace test;

std::shared_ptr<const data::Region> region()
{
    auto made = std::make_shared<data::Region>();
    made->code = "220800";
    made->name_zh = "白城市";
    made->name_en = "Baicheng";
    made->counties = {{data::Adcode{220802}, "洮北区", "Taobei"},
                      {data::Adcode{220821}, "镇赉县", "Zhenlai"},
                      {data::Adcode{220822}, "通榆县", "Tongyu"},
                      {data::Adcode{220881}, "洮南市", "Taonan"},
                      {data::Adcode{220882}, "大安市", "Da'an"}};
    return made;
}

data::School a_school(std::string code, std::string name, std::uint32_t county, std::string township, double lon,
                      double lat)
{
    data::School school;
    school.code = std::move(code);
    school.name = std::move(name);
    school.county = data::Adcode{county};
    school.township = std::move(township);
    school.kind = data::SchoolKind::primary;
    school.ownership = data::Ownership::public_school;
    school.pupils = 1592;
    school.riders = 85;
    school.lon = lon;
    school.lat = lat;
    school.origin = {1, 12};
    return school;
}

data::Water a_water(std::string code, std::string name, data::WaterKind kind, std::uint32_t county,
                    std::string township, double lon, double lat)
{
    data::Water water;
    water.code = std::move(code);
    water.name = std::move(name);
    water.kind = kind;
    water.county = data::Adcode{county};
    water.township = std::move(township);
    water.lon = lon;
    water.lat = lat;
    water.origin = {2, 7};
    return water;
}

void give(data::Water& water, std::array<data::Answer, 5> answers, std::string unit, data::DateCell patrol)
{
    water.warning_sign = answers[0];
    water.lifebuoy = answers[1];
    water.rope = answers[2];
    water.pole = answers[3];
    water.fence = answers[4];
    water.duty_unit = std::move(unit);
    water.last_patrol_on = patrol;
}

data::Case a_case(std::string number, std::string subject, std::uint32_t county, std::string department,
                  data::CaseState state, data::DateCell due)
{
    data::Case made;
    made.number = std::move(number);
    made.subject_kind = "bus";
    made.subject_key = std::move(subject);
    made.county = data::Adcode{county};
    made.department = std::move(department);
    made.state = state;
    made.opened_on = day(2026, 11, 2);
    made.due_on = due;
    made.rules = {
        {"PLATE-NONE", "《校车安全管理条例》第十五条", "已有校车使用许可，未领取校车标牌",
         R"([{"field":"permit.valid_from","value":"2026-08-31","source":{"file":"洮北区许可2026秋.csv","sheet":null,"row":12}},)"
         R"({"field":"plate.issued_on","value":null,"source":null}])"}};
    made.events = {
        {"2026-11-02T09:15:02+08:00", "opened", "后勤服务中心 李某", "当日停运，2026-11-05 前书面报告处理结果"}};
    if (state != data::CaseState::open)
        made.events.push_back({"2026-11-09T15:40:00+08:00", "replied", "公安交管 王某",
                               "已通知车主停运，标牌制作中，预计 11 月 20 日领取"});
    if (state == data::CaseState::closed) {
        made.events.push_back({"2026-11-18T10:05:00+08:00", "closed", "后勤服务中心 李某", "标牌已领取，现场核实"});
        made.closed_on = on(2026, 11, 18);
        made.close_reason = "标牌已领取，现场核实";
    }
    return made;
}

std::vector<data::Case> cases()
{
    using enum data::CaseState;
    std::vector<data::Case> all{a_case("2026-0003", "吉G12345", 220802, "police_traffic", open, on(2026, 11, 10)),
                                a_case("2026-0004", "吉G20871", 220822, "education", open, on(2026, 11, 26)),
                                a_case("2026-0005", "吉GD01188", 220882, "government", replied, on(2026, 11, 23)),
                                a_case("2026-0006", "吉G33076", 220881, "police_traffic", open, on(2026, 12, 1)),
                                a_case("2026-0001", "吉G51220", 220821, "police_traffic", closed, on(2026, 11, 5)),
                                a_case("2026-0007", "吉G60915", 220802, "operator", open, {})};
    all[1].rules = {{"PERMIT-NONE", "《校车安全管理条例》第十四条、第四十五条第一款",
                     "车辆在运行，登记簿中没有准予的校车使用许可", "[]"},
                    {"INSPECTION-OVERDUE", "《校车安全管理条例》第二十二条",
                     "机动车安全技术检验有效期至 2026-10-31，已逾期 23 天", "[]"}};
    all[5].rules.clear();
    for (std::size_t i = 0; i < all.size(); ++i) all[i].id = {static_cast<std::int64_t>(i + 1)};
    return all;
}

}  // namespace

std::shared_ptr<const desk::Derived> hand_made_desk()
{
    auto schools = std::array{a_school("2122900001", "洮北区平安镇演示中心小学", 220802, "平安镇", 122.5526, 45.7713),
                              a_school("2122900002", "洮北区平安镇演示初级中学", 220802, "平安镇", 122.5562, 45.7676),
                              a_school("2122900011", "通榆县瞻榆镇演示学校", 220822, "瞻榆镇", 122.8838, 44.5858)};
    using enum data::Answer;
    auto waters =
        std::array{a_water("220802-K01", "平安镇南坑塘", data::WaterKind::pond, 220802, "平安镇", 122.5545, 45.7698),
                   a_water("220802-H02", "洮儿河平安段", data::WaterKind::river, 220802, "平安镇", 122.5600, 45.7640),
                   a_water("220822-K07", "", data::WaterKind::sandpit, 220822, "瞻榆镇", 122.8920, 44.5910),
                   a_water("220822-S01", "向海水库引水渠", data::WaterKind::canal, 220822, "瞻榆镇", 122.8600, 44.5700),
                   a_water("220802-K09", "示例村鱼塘", data::WaterKind::fishpond, 220802, "平安镇", 122.5620, 45.7850)};
    give(waters[0], {yes, no, not_given, yes, no}, "洮北区平安镇人民政府", on(2026, 9, 1));
    give(waters[1], {yes, yes, yes, yes, no}, "洮北区水利局", on(2026, 11, 19));
    give(waters[3], {no, no, no, no, no}, "通榆县水利局", said_to_be_none());
    auto flagged = a_bus("吉G12345");
    auto second = a_bus("吉G20871");
    second.county = data::Adcode{220822};
    second.inspection_until = on(2026, 10, 31);
    auto third = a_bus("吉GD01188");
    auto route = data::Route{};
    route.code = "L1";
    route.school = "2122900001";
    auto permit = a_permit();
    permit.registration_number = flagged.registration_number;
    auto run = a_run();
    run.registration_number = flagged.registration_number;
    auto other_run = a_run();
    other_run.registration_number = second.registration_number;
    auto snapshot = std::make_shared<data::Snapshot>(
        *a_snapshot(schools[0], schools[1], schools[2], waters[0], waters[1], waters[2], waters[3], waters[4], flagged,
                    second, third, route, permit, run, other_run, a_driver()));
    snapshot->region = region();
    snapshot->generation = 1;
    snapshot->last_change = {9};
    snapshot->cases = cases();
    snapshot->sources = {{1, "洮北区学校2026秋.xlsx", "学校", "", "2026-11-20T08:30:00+08:00", "李某", "schools"},
                         {2, "水域-坑塘沟渠.csv", "", "", "2026-11-20T08:31:00+08:00", "李某", "waters"}};
    return desk::derive(snapshot, monday);
}

std::shared_ptr<const desk::Derived> empty_desk()
{
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot());
    snapshot->region = region();
    snapshot->generation = 2;
    return desk::derive(snapshot, monday);
}

std::shared_ptr<const desk::Derived> desk_of_conflicts()
{
    auto first = a_bus("吉G1234S5"), second = a_bus("吉G12345"), third = a_bus("吉G20871");
    first.vin = second.vin = "LDEMXXTE0FD000100";
    first.origin = {1, 7};
    second.origin = {2, 12};
    second.seats = 35;
    second.run_by = "示例校车服务有限公司";
    third.origin = {2, 30};
    auto old_plate = a_plate(), new_plate = a_plate();
    old_plate.registration_number = new_plate.registration_number = "吉G20871";
    old_plate.number = "白校牌0031";
    new_plate.number = "白校牌0112";
    new_plate.issued_on = on(2026, 10, 12);
    old_plate.origin = {1, 40};
    new_plate.origin = {2, 41};
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(first, second, third, old_plate, new_plate));
    snapshot->region = region();
    snapshot->generation = 3;
    snapshot->sources = {{1, "洮北区校车2026秋.xlsx", "校车", "", "2026-11-18T08:30:00+08:00", "李某", "buses"},
                         {2, "洮南市校车2026秋.xlsx", "校车", "", "2026-11-20T08:31:00+08:00", "李某", "buses"}};
    snapshot->contested = {{data::RecordId{1},
                            "bus",
                            data::RecordId{3},
                            {1, 21},
                            {2, 30},
                            {{"seats", std::int64_t{19}, {}},
                             {"inspection_until", std::string{"2026-11-30"}, {}},
                             {"county", std::string{"220881"}, {}}}}};
    return desk::derive(snapshot, monday);
}

std::vector<data::Change> hand_made_history(const data::HistoryRequest& asked)
{
    const auto change = [](std::int64_t id, std::string at, std::string command, std::string reason, std::string file,
                           std::size_t touched) {
        data::Change made;
        made.id = {id};
        made.at = std::move(at);
        made.actor = "后勤服务中心 李某";
        made.command = std::move(command);
        made.reason = std::move(reason);
        made.file = std::move(file);
        made.touched = touched;
        return made;
    };
    std::vector<data::Change> all{
        change(9, "2026-11-23T09:15:02+08:00", "undo", "第 8 号变更", "", 1),
        change(8, "2026-11-23T09:12:40+08:00", "put", "buses/吉G12345 inspection_until", "", 1),
        change(7, "2026-11-20T16:02:11+08:00", "close_case", "2026-0001", "", 1),
        change(6, "2026-11-20T10:40:00+08:00", "import", "洮北区校车台账2026秋.xlsx: +132 ~17",
               "洮北区校车台账2026秋.xlsx", 149),
        change(5, "2026-11-20T08:31:00+08:00", "import", "水域-坑塘沟渠.csv: +5", "水域-坑塘沟渠.csv", 5),
        change(4, "2026-11-20T08:30:00+08:00", "import", "洮北区学校2026秋.xlsx: +3", "洮北区学校2026秋.xlsx", 3),
        change(3, "2026-11-02T09:15:02+08:00", "open_cases", "2026-0003, 2026-0004", "", 2),
        change(2, "2026-09-01T08:00:00+08:00", "import", "通榆县校车.csv: +41", "通榆县校车.csv", 41),
        change(1, "2026-08-30T08:00:00+08:00", "init", "白城市教育局", "", 44)};
    all[0].undoes = data::ChangeId{8};
    using What = data::RecordChange::What;
    all[3].records = {{"buses",
                       "吉G12345",
                       What::changed,
                       {{"inspection_until", std::string{"2026-11-30"}, std::string{"2027-11-30"}},
                        {"seats", std::int64_t{36}, std::int64_t{35}},
                        {"state", {}, std::string{"in_use"}}}},
                      {"buses", "吉G20871", What::changed, {{"county", std::string{"220821"}, std::string{"220822"}}}},
                      {"buses", "吉G33076", What::added, {}}};
    all[1].records = {{"buses",
                       "吉G12345",
                       What::changed,
                       {{"inspection_until", std::string{"2027-11-30"}, std::string{"2026-10-30"}}}}};
    std::erase_if(all, [&](const data::Change& each) { return asked.before && each.id >= *asked.before; });
    if (asked.most > 0 && all.size() > asked.most) all.resize(asked.most);
    return all;
}

namespace {

std::shared_ptr<const data::PlannedChanges> planned_buses()
{
    auto plan = std::make_shared<data::PlannedChanges>();
    const auto bus = [](std::string_view number) { return NamedValue{"registration_number", said(number)}; };
    plan_changed(*plan, "buses", {0, 5}, {bus("吉G12345")},
                 {{"seats", std::int64_t{36}, std::int64_t{35}},
                  {"inspection_until", said("2026-11-30"), said("2027-05-31")},
                  {"operator", said("示例校车服务有限公司"), said("洮南市示例客运有限责任公司")}});
    plan_changed(*plan, "buses", {0, 6}, {bus("吉G20871")}, {{"county", said("220822"), said("220881")}}, {2, 41},
                 true);
    plan_changed(*plan, "buses", {0, 8}, {bus("吉GD01188")}, {{"recorder", {}, said("yes")}});
    for (std::uint32_t row = 9; row < 24; ++row)
        plan_added(*plan, "buses", {0, row},
                   {bus("吉G4" + std::to_string(1000 + row * 37)),
                    {"county", said("220881")},
                    {"seats", std::int64_t{19}},
                    {"operator", said("洮南市示例客运有限责任公司")},
                    {"inspection_until", said("2027-05-31")}});
    for (std::uint32_t row = 2; row < 14; ++row)
        plan_added(*plan, "permits", {1, row},
                   {{"number", said("洮南校许〔2026〕" + std::to_string(row) + "号")},
                    {"registration_number", said("吉G4" + std::to_string(1000 + row * 37))},
                    {"decision", said("granted")}});
    return plan;
}

std::shared_ptr<const data::PlannedChanges> planned_drivers()
{
    auto plan = std::make_shared<data::PlannedChanges>();
    plan_added(
        *plan, "drivers", {0, 4},
        {{"licence_number", said("220802198001010010")}, {"name", said("赵小伟")}, {"licence_class", said("A1")}});
    return plan;
}

}  // namespace

void fill_imports(imports::ImportList& list)
{
    data::ImportRequest first;
    first.path = "/home/li/台账/洮南市校车台账2026秋.xlsx";
    first.dry_run = true;
    data::ImportRequest second = first, third = first;
    second.path = "/home/li/台账/驾驶人.csv";
    third.path = "/home/li/台账/旧表.xls";
    for (const auto& request : {first, second, third}) list.begin(request, std::make_shared<data::JobProgress>());
    data::ImportReport report;
    report.dry_run = true;
    using enum data::IssueCode;
    const auto issue = [](std::uint32_t row, std::string column, data::IssueCode code, std::string value,
                          std::vector<std::string> parameters = {}) {
        return data::RowIssue{
            row, std::move(column), code, data::usual_severity(code), std::move(value), std::move(parameters)};
    };
    report.sheets = {{"洮南市校车台账2026秋.xlsx",
                      "校车",
                      "buses",
                      1353,
                      132,
                      17,
                      1198,
                      4,
                      2,
                      {issue(7, "检验有效期止", bad_date, "2026-13-40"),
                       issue(12, "号牌号码", bad_registration_number, "吉G1234", {"吉G12345"}),
                       issue(31, "核载人数", bad_count, "三十六"),
                       issue(40, "服务提供者", unresolved_reference, "洮南市示例客运", {"operators"}),
                       issue(88, "号牌号码", missing_required, "")}},
                     {"洮南市校车台账2026秋.xlsx", "使用许可", "permits", 96, 12, 0, 84, 0, 0, {}}};
    const auto column = [](std::uint32_t at, std::string header, std::string field,
                           std::optional<data::UnreadColumn::Why> unread = {}) {
        return data::ColumnReport{at, std::move(header), std::move(field), unread};
    };
    using Why = data::UnreadColumn::Why;
    report.sheets[0].header_row = 3;
    report.sheets[0].columns = {column(0, "序号", "", Why::unknown),  column(1, "号牌号码", "registration_number"),
                                column(2, "县区", "county"),          column(3, "核载人数", "seats"),
                                column(4, "荷载", "", Why::repeated), column(5, "检验有效期止", "inspection_until"),
                                column(6, "服务提供者", "operator"),  column(7, "车身颜色（备注）", "", Why::unknown)};
    report.sheets[1].header_row = 1;
    report.sheets[1].columns = {column(0, "许可编号", "number"), column(1, "号牌号码", "registration_number")};
    report.plan = planned_buses();
    list.finish(first, report);
    report.sheets = {{"驾驶人.csv",
                      "",
                      "drivers",
                      210,
                      3,
                      0,
                      206,
                      1,
                      0,
                      {issue(5, "驾驶证号", check_digit, "220802198001010010", {"X"}),
                       issue(9, "驾驶证号", bad_licence_number, "22080219800101")}}};
    report.sheets[0].header_row = 1;
    report.sheets[0].columns = {column(0, "驾驶证号", "licence_number"), column(1, "姓名", "name")};
    report.plan = planned_drivers();
    list.finish(second, report);
    list.finish(third, data::IntakeFault(data::FaultCode::old_xls));
}

}  // namespace xiaoan::gallery
