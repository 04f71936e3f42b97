#include "data/export/export_csv.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// A desk that has imported this, and its export.
std::string exported(std::string_view ledger, const KindInfo& kind, const ExportOptions& options)
{
    ImportDesk desk;
    (void)desk.import_text(ledger);
    return export_csv(desk.snapshot(), kind, options);
}

const std::string agreements = "school,operator,signed_on,filed_on\r\n"
                               "2122000001,91220802MA0Y4X3M93,2026-08-24,\r\n"
                               "2122000002,91220802MA0Y4X3M93,2026-08-25,none\r\n";

}  // namespace

TEST_CASE("an export in keys is the ledger that was imported", "[data][export]")
{
    CHECK(exported(agreements, kind_info<Agreement>, {.chinese = false}) == "\xEF\xBB\xBF" + agreements);
}

TEST_CASE("an export in Chinese has Chinese headers and words, and empty stays empty", "[data][export]")
{
    CHECK(exported(agreements, kind_info<Agreement>, {}) ==
          "\xEF\xBB\xBF学校标识码,统一社会信用代码,签订日期,备案日期\r\n"
          "2122000001,91220802MA0Y4X3M93,2026-08-24,\r\n"
          "2122000002,91220802MA0Y4X3M93,2026-08-25,无\r\n");
}

TEST_CASE("a value is shown as a ledger shows it, or as it is stored", "[data][export]")
{
    const Region region = a_region();
    const auto shown = [&](std::string_view field, const Value& value, bool chinese) {
        const KindInfo& kind = kind_info<Bus>;
        return ledger_text(value, kind.fields[kind.field(field).value()], &region, chinese);
    };
    CHECK(shown("county", text("220881"), true) == "洮南市");
    CHECK(shown("county", text("220881"), false) == "220881");
    CHECK(shown("county", text("110101"), true) == "110101");  // a county of elsewhere
    CHECK(shown("recorder", text("yes"), true) == "是");
    CHECK(shown("recorder", text("no"), true) == "否");
    CHECK(shown("recorder", text("no"), false) == "no");
    CHECK(shown("recorder", Value{}, true).empty());
    CHECK(shown("body", text("dedicated"), true) == "专用校车");
    CHECK(shown("inspection_until", text("none"), true) == "无");
    CHECK(shown("inspection_until", text("2026-12-05"), true) == "2026-12-05");
    CHECK(shown("owner", text("none"), true) == "none");  // a name, not the word for a date
    CHECK(shown("seats", Value{std::int64_t{1036}}, true) == "1036");
    CHECK(shown("odometer_km", Value{198000.5}, true) == "198000.5");
    CHECK(shown("odometer_km", Value{0.1}, true) == "0.1");
}

TEST_CASE("people are masked unless they are asked for", "[data][export]")
{
    const std::string ledger = "驾驶证号,姓名,联系电话\n220802198001010010,赵小伟,13804360001\n";
    const std::string masked = exported(ledger, kind_info<Driver>, {});
    CHECK(masked.find("\r\n220802********0010,赵某某,") != std::string::npos);
    CHECK(masked.find("138****0001") != std::string::npos);
    CHECK(masked.find("赵小伟") == std::string::npos);
    const std::string clear = exported(ledger, kind_info<Driver>, {.unmasked = true});
    CHECK(clear.find("\r\n220802198001010010,赵小伟,") != std::string::npos);
    CHECK(clear.find("13804360001") != std::string::npos);
}

TEST_CASE("records stand in the order in which they were recorded, retired ones are left out", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区\n吉G30003,洮南市\n吉G10001,洮南市\n吉G20002,洮南市\n");
    REQUIRE(desk.bureau.apply(RetireRecord{"buses", "吉G10001", "报废"}, coordinator));
    const Snapshot now = desk.snapshot();
    CHECK(record_count(now, kind_info<Bus>) == 2);
    CHECK(record_count(now, kind_info<School>) == 0);
    const std::string csv = export_csv(now, kind_info<Bus>, {});
    CHECK(csv.find("吉G10001") == std::string::npos);
    CHECK(csv.find("吉G30003") < csv.find("吉G20002"));
}

TEST_CASE("texts that look like formulas come back as they were", "[data][export]")
{
    ImportDesk desk;
    (void)desk.import_text("号牌号码,县区,所有人\n吉G10001,洮南市,\"=1+1\"\n吉G20002,洮南市,'@x\n吉G30003,洮南市,-\n");
    const Snapshot before = desk.snapshot();
    const std::string csv = export_csv(before, kind_info<Bus>, {});
    CHECK(csv.find(",=") == std::string::npos);
    CHECK(csv.find(",@") == std::string::npos);
    const SheetReport again = desk.import_text(csv);
    CAPTURE(csv, issues(again));
    CHECK(counts(again) == "rows 3 unchanged 3");
    CHECK(find_bus(desk.snapshot(), "吉G10001")->owner == find_bus(before, "吉G10001")->owner);
}
