#include "data/register/people.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan::data;

TEST_CASE("a masked name keeps the family name only", "[people]")
{
    CHECK(masked_name("赵伟") == "赵某");
    CHECK(masked_name("赵小伟") == "赵某某");
    CHECK(masked_name("赵") == "赵某");
    CHECK(masked_name("赵 伟") == "赵某");
    CHECK(masked_name("𬱖某") == "𬱖某");
    CHECK(masked_name("John Smith") == "J***");
    CHECK(masked_name("") == "");
}

TEST_CASE("a masked licence number keeps the division and the last four", "[people]")
{
    CHECK(masked_licence_number("220802198001010010") == "220802********0010");
    CHECK(masked_licence_number("220802800101001") == "220802*****1001");
    CHECK(masked_licence_number("220000123456") == "********3456");
    CHECK(masked_licence_number("1234") == "****");
    CHECK(masked_licence_number("号码") == "****");
}

TEST_CASE("a masked phone keeps its last four digits, and the first three where it is long", "[people]")
{
    CHECK(masked_phone("13804360001") == "138****0001");
    CHECK(masked_phone("3222110") == "***2110");
    CHECK(masked_phone("0436-3222110") == "043*****2110");
    CHECK(masked_phone("110") == "****");
}

TEST_CASE("what is not personal is not masked", "[people]")
{
    CHECK(masked("吉G12345", FieldType::registration_number) == "吉G12345");
    CHECK(masked("", FieldType::phone).empty());
}
