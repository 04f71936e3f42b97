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

TEST_CASE("UTF-16 without a mark is found by the zeros of its signs and digits", "[data][intake]")
{
    // 南,1 LF 洮,2 LF: U+5357, U+6D2E.
    const std::string little = "\x57\x53,\0"s + "1\0\n\0"s + "\x2E\x6D,\0"s + "2\0\n\0"s;
    const std::string big = "\x53\x57\0,\0"s + "1\0\n"s + "\x6D\x2E\0,\0"s + "2\0\n"s;
    CHECK(decoded_bytes(little)->text == "南,1\n洮,2\n");
    CHECK(decoded_bytes(little)->encoding == "UTF-16LE");
    CHECK(decoded_bytes(big)->text == "南,1\n洮,2\n");
    CHECK(decoded_bytes(big)->encoding == "UTF-16BE");
    // Zeros in every half, and a file cut in the midst of a character, are damage.
    CHECK(fault_of([] { (void)decoded_bytes("a\0\0b\0\0"s); })->code() == FaultCode::nul_byte);
    CHECK(fault_of([&] { (void)decoded_bytes(little.substr(0, little.size() - 1)); }));
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
