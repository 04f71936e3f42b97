#include "data/intake/values/check_digits.hpp"
#include "data/intake/values/registration_number.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <string>

using namespace xiaoan::data;

TEST_CASE("a registration number is kept in one form however it was written", "[data][intake]")
{
    const auto text = GENERATE(as<std::string>{}, "吉G12345", "吉G·12345", "吉G-12345", "吉g12345", "吉Ｇ１２３４５",
                               " 吉G 12345 ", "吉G.12345", "吉G•12345", "吉Ｇ．１２３４５", "吉G—12345",
                               "吉G12345（黄牌）", "吉G·12345 (校)", "\"吉G12345\"", "吉G：12345");
    CAPTURE(text);
    CHECK(parse_registration_number(text) == "吉G12345");
}

TEST_CASE("registration numbers follow GA 36-2018", "[data][intake]")
{
    for (const auto* valid : {"吉G12345", "吉GA1B2C", "吉G1234学", "吉G1234挂", "吉GD12345", "吉GDF1234", "吉G12345F",
                              "京A12345", "粤Z1234港"}) {
        CAPTURE(valid);
        CHECK(is_national_registration_number(valid));
    }
    for (const auto* invalid : {"吉G1234", "吉GI2345", "吉GO2345", "吉I12345", "吉G123456", "G12345", "吉林G12345",
                                "吉GL12345", "", "吉", "12345", "吉G1234校", "吉GDI1234"}) {
        CAPTURE(invalid);
        CHECK_FALSE(is_national_registration_number(invalid));
    }
}

TEST_CASE("O and I in a registration number are proposed as 0 and 1 and never put there", "[data][intake]")
{
    CHECK(parse_registration_number("吉GO234I") == unread(IssueCode::bad_registration_number, {"吉G02341"}));
    CHECK(parse_registration_number("吉G1234（黄牌）") == unread(IssueCode::bad_registration_number, {""}));
    CHECK(parse_registration_number("吉G12345（黄牌）学") == unread(IssueCode::bad_registration_number, {""}));
    CHECK(parse_registration_number("吉林G12345") == unread(IssueCode::bad_registration_number, {""}));
}

TEST_CASE("social credit codes carry the check character of GB 32100", "[data][intake]")
{
    for (const auto* valid : {"91350100M000100Y43", "122208000137654321", "91220802MA0Y4X3M93", "52220881MJY123458P"}) {
        CAPTURE(valid);
        const auto read = parse_uscc(valid);
        REQUIRE(read);
        CHECK_FALSE(read->doubt);
    }
    CHECK(parse_uscc(" 91220802ma0y4x3m93 ")->value == "91220802MA0Y4X3M93");
    CHECK(parse_uscc("122208000137654327")->doubt == ValueFault{IssueCode::check_digit, {"1"}});
    CHECK(parse_uscc("91220802MA0Y4X3M39")->doubt == ValueFault{IssueCode::check_digit, {"G"}});
    for (const auto* bad : {"", "9122080", "91220802MA0Y4X3M933", "9122080IMA0Y4X3M93", "洮南公司"}) {
        CAPTURE(bad);
        CHECK(parse_uscc(bad).error().code == IssueCode::bad_uscc);
    }
}

TEST_CASE("a VIN with a wrong check digit is kept with a doubt", "[data][intake]")
{
    CHECK_FALSE(parse_vin("1M8GDM9AXKP042788")->doubt);  // ISO 3779, the usual published example
    CHECK_FALSE(parse_vin("lzytdte69d1012345")->doubt);
    CHECK(parse_vin("LZYTDTE60D1012345")->doubt == ValueFault{IssueCode::check_digit, {"9"}});
    CHECK(parse_vin("LZYTDTE60D101234").error().code == IssueCode::bad_vin);
    CHECK(parse_vin("LZYTDTE6OD1012345").error().code == IssueCode::bad_vin);
}

TEST_CASE("an identity number as a licence number shows its check character and birth date", "[data][intake]")
{
    for (const auto* valid : {"11010519491231002X", "11010519491231002x", "220802198001010010", "220881197506301236"})
        CHECK_FALSE(parse_licence_number(valid)->doubt);
    CHECK(parse_licence_number("220802198001010012")->doubt == ValueFault{IssueCode::check_digit, {"0"}});
    CHECK(parse_licence_number("220802198013010012")->doubt == ValueFault{IssueCode::check_digit, {""}});
    CHECK_FALSE(parse_licence_number("220801234567")->doubt);  // a licence number of another make
    CHECK(parse_licence_number("张三").error().code == IssueCode::bad_licence_number);
    CHECK(birth_date_of_identity("11010519491231002X") == date_from_iso("1949-12-31"));
    CHECK_FALSE(birth_date_of_identity("220801234567"));
}

TEST_CASE("school codes outside the national scheme are kept with a doubt", "[data][intake]")
{
    CHECK_FALSE(parse_school_code("2122000123").doubt);
    CHECK(parse_school_code(" ２１２２０００１２３ ").value == "2122000123");
    CHECK(parse_school_code("XQ-01").value == "XQ-01");
    for (const auto* other : {"XQ-01", "212200012", "9922000123", "2199000123"})
        CHECK(parse_school_code(other).doubt == ValueFault{IssueCode::unusual_school_code, {}});
}
