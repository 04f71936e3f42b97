// Cases to be written about, and the letter they give.
#pragma once

#include "console/enforcement/notices/notice.hpp"
#include "tests/support/builders.hpp"

#include <string>
#include <utility>
#include <vector>

namespace xiaoan::test {

inline const std::string evidence_of_plate =
    R"([{"field":"plate.number","value":"BP-1","source":{"file":"08-标牌.csv","sheet":null,"row":12}},)"
    R"({"field":"plate.valid_to","value":"2026-11-01","source":{"file":"08-标牌.csv","sheet":null,"row":12}},)"
    R"({"field":"bus.seats","value":"36","source":{"file":"洮北.xlsx","sheet":"校车","row":7}},)"
    R"({"field":"permit","value":null,"source":null}])";

inline data::CaseRule expired_plate()
{
    return {"PLATE-EXPIRED", "《校车安全管理条例》第十六条、第十八条；《机动车登记规定》第六十一条",
            "校车标牌有效期至 2026-11-01，已过期 22 天", evidence_of_plate};
}
inline data::CaseRule mismatched_driver()
{
    return {"PLATE-MISMATCH-DRIVER", "《校车安全管理条例》第十六条", "运行安排的驾驶人与校车标牌载明的驾驶人不一致",
            "[]"};
}

/// Opened on Monday 2026-11-23, for the police traffic office of 洮北区.
inline data::Case a_case(std::string number, const std::string& bus, std::vector<data::CaseRule> found,
                         data::DateCell due_on, std::string department = "police_traffic",
                         std::uint32_t county = 220802)
{
    data::Case opened;
    opened.number = std::move(number);
    opened.state = data::CaseState::open;
    opened.department = std::move(department);
    opened.county = data::Adcode{county};
    opened.subject_kind = "bus";
    opened.subject_key = bus;
    opened.opened_on = monday;
    opened.due_on = due_on;
    opened.rules = std::move(found);
    return opened;
}

/// The register of these cases: 吉G10001 is run by 甲公司 for 平安小学, 吉G10002 by 乙公司.
inline rules::Dossiers dossiers_of(std::vector<data::Case> cases)
{
    auto first = a_bus("吉G10001"), second = a_bus("吉G10002");
    first.run_by = "甲公司";
    second.run_by = "乙公司";
    data::Route route;
    route.code = "L1";
    route.school = "2122000001";
    data::School school;
    school.code = "2122000001";
    school.name = "平安小学";
    auto snapshot = std::make_shared<data::Snapshot>(*a_snapshot(first, second, a_run(), route, school));
    auto region = std::make_shared<data::Region>();
    region->name_zh = "白城市";
    region->name_en = "Baicheng City";
    region->counties = {{data::Adcode{220802}, "洮北区", "Taobei District", 122.9, 45.6},
                        {data::Adcode{220881}, "洮南市", "Taonan City", 122.8, 45.3}};
    region->holidays = {{day(2026, 10, 1), true, "国庆节"}};
    snapshot->region = region;
    snapshot->name = "白城市教育局";
    snapshot->last_change = data::ChangeId{18};
    snapshot->cases = std::move(cases);
    return rules::Dossiers(std::move(snapshot));
}

/// The letter on all cases of the register; the test fails where there is none.
inline documents::Letter letter_on(const rules::Dossiers& dossiers, const enforcement::NoticeWish& wish = {},
                                   enforcement::Office office = {})
{
    std::vector<const data::Case*> cases;
    for (const auto& each : dossiers.snapshot().cases) cases.push_back(&each);
    if (office.name.empty()) office = enforcement::usual_office(dossiers.snapshot());
    return enforcement::notice(dossiers, cases, office, wish, monday, {"0f3c"}).value();
}

/// All that the letter says, one passage a line, annexes too.
inline std::string words_of(const documents::Letter& letter)
{
    std::string all = documents::title_text(letter) + "\n" + letter.addressee + "\n";
    for (const auto& passage : letter.body) all += passage.text() + "\n";
    for (const auto& annex : letter.annexes) {
        all += annex.title + "\n";
        for (const auto& passage : annex.before) all += passage.text() + "\n";
        for (const auto& column : annex.table.columns) all += column.head + "|";
        for (const auto& row : annex.table.rows)
            for (const auto& cell : row.cells) all += cell.text + "|";
        for (const auto& passage : annex.after) all += "\n" + passage.text();
        all += "\n";
    }
    for (const auto& line : letter.witness) all += line + "\n";
    return all + letter.signature + "\n" + letter.date + "\n" + letter.note + "\n" + letter.copies;
}

}  // namespace xiaoan::test
