#include "data/intake/encoding.hpp"
#include "tests/data/intake/fault_of.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using namespace std::string_literals;

namespace {

// 洮南 and 校车 in GB 2312-80: rows and cells 6812 3647, 4803 1921, each byte plus A0.
const std::string taonan_gb = "\xE4\xAC\xC4\xCF";
const std::string school_bus_gb = "\xD0\xA3\xB3\xB5";

auto decoded_bytes(const std::string& bytes, const std::optional<std::string>& asked = std::nullopt)
{
    return decoded(source_from_bytes("made.csv", bytes), asked);
}

}  // namespace

TEST_CASE("text is read as UTF-8 with and without a mark", "[data][intake]")
{
    CHECK(decoded_bytes("洮南,1")->text == "洮南,1");
    CHECK(decoded_bytes("\xEF\xBB\xBF洮南,1")->text == "洮南,1");
    CHECK(decoded_bytes("洮南")->encoding == "UTF-8");
}

TEST_CASE("GB18030 is found by content", "[data][intake]")
{
    const auto read = decoded_bytes("name,kind\n" + taonan_gb + "," + school_bus_gb + "\n");
    CHECK(read->text == "name,kind\n洮南,校车\n");
    CHECK(read->encoding == "GB18030");
    CHECK(decoded_bytes(taonan_gb, "gbk")->text == "洮南");
}

TEST_CASE("UTF-16 is read by its mark", "[data][intake]")
{
    CHECK(decoded_bytes("\xFF\xFE\x57\x53,\0"s)->text == "南,");
    CHECK(decoded_bytes("\xFE\xFF\x53\x57\0,"s)->text == "南,");
}

TEST_CASE("invalid text is refused with the row where it stands", "[data][intake]")
{
    const auto bad = fault_of([] { (void)decoded_bytes("校车,a\n洮南,\"x\ny\"\n通榆\xFF,c\n"); });
    REQUIRE(bad);
    CHECK(bad->code() == FaultCode::bad_utf8);
    CHECK(bad->details() == std::vector{"3"s});
    CHECK(fault_of([] { (void)decoded_bytes("a,b\nc,\xE9t\xE9\n"); })->code() == FaultCode::bad_utf8);
    CHECK(fault_of([] { (void)decoded_bytes("a,b\nc,\xFF\n"); })->code() == FaultCode::bad_utf8);
    CHECK(fault_of([] { (void)decoded_bytes("a\xFF", "gb18030"); })->code() == FaultCode::bad_encoding);
    CHECK(fault_of([] { (void)decoded_bytes("a", "ebcdic"); })->code() == FaultCode::unknown_encoding);
}

TEST_CASE("a NUL is refused with its row", "[data][intake]")
{
    const auto nul = fault_of([] { (void)decoded_bytes("a,b\r\nc,d\r\ne\0f,g\r\n"s); });
    REQUIRE(nul);
    CHECK(nul->code() == FaultCode::nul_byte);
    CHECK(nul->details() == std::vector{"3"s});
}
