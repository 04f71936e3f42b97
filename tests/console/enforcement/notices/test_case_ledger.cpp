#include "console/enforcement/notices/case_ledger.hpp"

#include "tests/console/enforcement/notices/a_notice.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;
using namespace std::chrono_literals;

data::CaseEvent step(data::CaseStep what, data::DateCell on, std::string document = {})
{
    data::CaseEvent event;
    event.what = data::word(what);
    event.on = on;
    event.document = std::move(document);
    return event;
}

data::Case opened_on(std::string number, data::Date opened_day, data::DateCell due, std::vector<data::CaseEvent> steps)
{
    data::Case opened = a_case(std::move(number), "吉G10001", {expired_plate()}, due);
    opened.opened_on = opened_day;
    opened.events = std::move(steps);
    return opened;
}

documents::ListDocument ledger_of(std::vector<data::Case> cases, std::chrono::year_month month, data::Date as_of)
{
    const auto dossiers = dossiers_of(std::move(cases));
    std::vector<enforcement::CaseRow> rows;
    for (const auto& each : dossiers.snapshot().cases) rows.push_back({&each});
    return enforcement::case_ledger(dossiers.snapshot(), rows, month, as_of, language::Language::zh);
}

std::vector<std::string> column(const documents::ListDocument& list, std::size_t at)
{
    std::vector<std::string> texts;
    for (const auto& row : list.table.rows) texts.push_back(row.cells.at(at).text);
    return texts;
}

constexpr auto november = 2026y / std::chrono::November;

}  // namespace

TEST_CASE("a month's ledger has the cases alive in it, whenever they were opened", "[notices]")
{
    using enum data::CaseStep;
    const auto list =
        ledger_of({opened_on("2026-0001", day(2026, 10, 8), on(2026, 10, 20), {step(closed, on(2026, 10, 31))}),
                   opened_on("2026-0002", day(2026, 10, 8), on(2026, 10, 20), {step(closed, on(2026, 11, 1))}),
                   opened_on("2026-0003", day(2026, 11, 30), on(2026, 12, 7), {}),
                   opened_on("2026-0004", day(2026, 12, 1), on(2026, 12, 7), {}),
                   opened_on("2026-0005", day(2026, 9, 1), on(2026, 9, 8),
                             {step(closed, on(2026, 9, 9)), step(reopened, on(2026, 11, 2))})},
                  november, day(2026, 12, 3));
    CHECK(column(list, 1) == std::vector<std::string>{"2026-0002", "2026-0003", "2026-0005"});
    CHECK(list.facts.back() == "本月在册 3 件：新立 1 件，办结 1 件，撤办 0 件，在办 2 件，其中逾期 1 件");
}

TEST_CASE("what happened after the day that the ledger is of is not told", "[notices]")
{
    using enum data::CaseStep;
    auto extended_later = step(extended, on(2026, 11, 25));
    extended_later.due_on = on(2026, 12, 10);
    auto first = step(opened, on(2026, 11, 2));
    first.due_on = on(2026, 11, 20);
    const std::vector<data::Case> cases{
        opened_on("2026-0001", day(2026, 11, 2), on(2026, 12, 10),
                  {first, step(sent, on(2026, 11, 3), "白教函〔2026〕12号"), step(replied, on(2026, 11, 24)),
                   extended_later, step(closed, on(2026, 11, 28))})};
    const auto before = ledger_of(cases, november, day(2026, 11, 23));
    REQUIRE(before.table.rows.size() == 1);
    CHECK(column(before, 7) == std::vector<std::string>{"2026-11-03\n白教函〔2026〕12号"});
    CHECK(column(before, 8) == std::vector<std::string>{"2026-11-20"});
    CHECK(column(before, 9) == std::vector<std::string>{""});
    CHECK(column(before, 10) == std::vector<std::string>{"在办，逾期 3 天"});
    const auto after = ledger_of(cases, november, day(2026, 12, 31));
    CHECK(column(after, 8) == std::vector<std::string>{"2026-12-10"});
    CHECK(column(after, 9) == std::vector<std::string>{"2026-11-24"});
    CHECK(column(after, 10) == std::vector<std::string>{"已办结\n2026-11-28"});
    CHECK(after.facts.front() == "白城市教育局　截至2026年11月30日");
}

TEST_CASE("cases stand by county and number; the deadline's own day is not overdue", "[notices]")
{
    auto far = opened_on("2026-0001", day(2026, 11, 2), on(2026, 11, 23), {});
    far.county = data::Adcode{220881};
    const auto list =
        ledger_of({far, opened_on("2026-0002", day(2026, 11, 2), on(2026, 11, 22), {})}, november, day(2026, 11, 23));
    CHECK(column(list, 3) == std::vector<std::string>{"洮北区", "洮南市"});
    CHECK(column(list, 10) == std::vector<std::string>{"在办，逾期 1 天", "在办"});
    CHECK(ledger_of({}, november, day(2026, 11, 23)).table.rows.empty());
}
