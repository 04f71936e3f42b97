#include "console/documents/text/figures.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::documents;

TEST_CASE("headings count in Chinese", "[documents]")
{
    CHECK(han_number(1) == "一");
    CHECK(han_number(10) == "十");
    CHECK(han_number(11) == "十一");
    CHECK(han_number(20) == "二十");
    CHECK(han_number(35) == "三十五");
    CHECK(han_number(99) == "九十九");
    CHECK(han_number(100) == "100");
}

TEST_CASE("a date has the full year and no leading zeros", "[documents]")
{
    CHECK(long_date(*data::date_from_iso("2026-11-23")) == "2026年11月23日");
    CHECK(long_date(*data::date_from_iso("2027-01-05")) == "2027年1月5日");  // not 2027年01月05日
}

TEST_CASE("a sentence of the screen becomes one of a document", "[documents]")
{
    CHECK(document_text("校车使用许可有效期至 2026-08-31，已过期 84 天") ==
          "校车使用许可有效期至2026年8月31日，已过期84天");
    CHECK(document_text("驾驶人准驾车型 B2，不能驾驶核载 36 人的车辆") == "驾驶人准驾车型B2，不能驾驶核载36人的车辆");
    CHECK(document_text("有效期起：2026-08-31（洮北区 许可.csv 第 12 行）") ==
          "有效期起：2026年8月31日（洮北区许可.csv第12行）");
}

TEST_CASE("numbers that only look like dates stay as they are", "[documents]")
{
    CHECK(document_text("督办 2026-0012 号") == "督办2026-0012号");
    CHECK(document_text("编号 12026-11-23、2026-11-231、A2026-11-23") == "编号12026-11-23、2026-11-231、A2026-11-23");
    CHECK(document_text("2026-13-40") == "2026-13-40");
    CHECK(document_text("two words") == "two words");
    CHECK(document_text("").empty());
}
