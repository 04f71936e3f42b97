#include "console/records/record_list.hpp"
#include "console/records/suggestions.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace records;
using language::Language;

namespace {

struct Desk : data::test::ImportDesk {
    Desk()
    {
        (void)import_text("统一社会信用代码,名称\n91220802MA0Y4X3M93,示例客运有限公司\n");
        (void)import_text(
            "号牌号码,县区,服务提供者,核载人数,车辆类型\n吉G12345,洮南市,示例客运有限公司,36,大型专用校车\n"
            "吉G20001,洮北区,示例客运有限公司,19,小型专用校车\n吉G30001,洮南市,,9,大型专用校车\n");
        (void)import_text("驾驶证号,姓名\n220802198001010010,赵示伟\n");
        shown = std::make_shared<const data::Snapshot>(snapshot());
    }
    std::shared_ptr<const data::Snapshot> shown;

    [[nodiscard]] std::vector<std::string> listed(RecordFilter filter) const
    {
        if (filter.kind == nullptr) filter.kind = data::find_kind("buses");
        RecordList list;
        list.look_at(shown, filter, Language::zh);
        while (!list.complete()) list.work();
        std::vector<std::string> keys;
        for (const std::size_t row : list.rows()) keys.push_back(list.records().shown_key(row));
        return keys;
    }
    [[nodiscard]] std::vector<std::string> suggested(std::string_view kind, std::string_view field,
                                                     std::string_view typed) const
    {
        Suggestions suggestions;
        const data::KindInfo& info = *data::find_kind(kind);
        std::vector<std::string> texts;
        for (const Suggestion& each : suggestions.matching(shown, info, info.field(field).value(), typed, 8))
            texts.push_back(each.text + "|" + each.side);
        return texts;
    }
};

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("records are narrowed by county and by words in any column shown", "[records]")
{
    const Desk desk;
    CHECK(desk.listed({}) == Keys{"吉G12345", "吉G20001", "吉G30001"});
    CHECK(desk.listed({.county = data::Adcode{220881}}) == Keys{"吉G12345", "吉G30001"});
    CHECK(desk.listed({.text = "吉g·12345"}) == Keys{"吉G12345"});
    CHECK(desk.listed({.text = "洮北 示例"}) == Keys{"吉G20001"});
    CHECK(desk.listed({.text = "示例 36"}) == Keys{"吉G12345"});
    CHECK(desk.listed({.text = "无此"}).empty());
    CHECK(desk.listed({.kind = data::find_kind("plates"), .county = data::Adcode{220881}}).empty());
}

TEST_CASE("records are sorted by a column, numbers as numbers", "[records]")
{
    const Desk desk;
    const auto seats = data::find_kind("buses")->field("seats");
    CHECK(desk.listed({.sort = seats}) == Keys{"吉G30001", "吉G20001", "吉G12345"});
    CHECK(desk.listed({.sort = seats, .descending = true}) == Keys{"吉G12345", "吉G20001", "吉G30001"});
}

TEST_CASE("a person is listed masked, and not found by what is hidden", "[records]")
{
    const Desk desk;
    const RecordFilter drivers{.kind = data::find_kind("drivers")};
    CHECK(desk.listed(drivers) == Keys{"220802********0010"});
    CHECK(desk.listed({.kind = drivers.kind, .text = "赵示伟"}).empty());
    CHECK(desk.listed({.kind = drivers.kind, .text = "赵某某"}).size() == 1);
}

TEST_CASE("records that a field may name are suggested by key and name", "[records]")
{
    const Desk desk;
    CHECK(desk.suggested("permits", "registration_number", "吉G") ==
          Keys{"吉G12345|示例客运有限公司", "吉G20001|示例客运有限公司", "吉G30001|"});
    CHECK(desk.suggested("permits", "registration_number", "0001").size() == 2);
    CHECK(desk.suggested("buses", "operator", "示例") == Keys{"91220802MA0Y4X3M93|示例客运有限公司"});
    CHECK(desk.suggested("permits", "driver", "赵") == Keys{"220802********0010|赵某某"});
    CHECK(desk.suggested("permits", "driver", "赵示").empty());
}

TEST_CASE("words that were used before are suggested, the most used first, and not the one that stands there",
          "[records]")
{
    const Desk desk;
    CHECK(desk.suggested("buses", "vehicle_type", "") == Keys{"大型专用校车|", "小型专用校车|"});
    CHECK(desk.suggested("buses", "vehicle_type", "小") == Keys{"小型专用校车|"});
    CHECK(desk.suggested("buses", "vehicle_type", "小型专用校车").empty());
    CHECK(desk.suggested("buses", "seats", "3").empty());
    CHECK(desk.suggested("schools", "name", "平").empty());  // a name is its own
}
