#include "console/conflicts/similar.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace conflicts;

namespace {

data::Region a_region()
{
    data::Region region;
    region.name_zh = "白城市";
    region.counties = {{data::Adcode{220802}, "洮北区", "Taobei"}, {data::Adcode{220881}, "洮南市", "Taonan"}};
    region.divisions = {{"220802101", "township", data::Adcode{220802}, "平安镇"},
                        {"220802102", "township", data::Adcode{220802}, "青山镇"},
                        {"220881101", "township", data::Adcode{220881}, "瓦房镇"}};
    return region;
}

std::string core(std::string_view name, std::uint32_t county = 220802)
{
    const NameCore parts = school_core(name, a_region(), data::Adcode{county});
    return parts.township + "|" + parts.core;
}

}  // namespace

TEST_CASE("a school's name is its township and what is left of it without places and words that say nothing",
          "[conflicts]")
{
    CHECK(core("平安镇中心小学") == "平安镇|小学");
    CHECK(core("白城市洮北区平安镇中心小学校") == "平安镇|小学");
    CHECK(core("洮北区平安中心小学") == "平安镇|小学");
    CHECK(core("平安镇 中心校") == "平安镇|小学");
    CHECK(core("洮北区第一小学") == "|一小学");
    CHECK(core("第一小学") == core("一小学"));
    CHECK(core("第一小学") != core("第二小学"));
    CHECK(core("平安镇初级中学") == core("平安镇初中"));
    CHECK(core("青山镇中心小学") != core("平安镇中心小学"));
    CHECK(core("瓦房镇小学") == "|瓦房小学");  // no township of this county
    CHECK(core("洮南市瓦房镇小学", 220881) == "瓦房镇|小学");
}

TEST_CASE("a firm's name is compared without its legal form and its county", "[conflicts]")
{
    const auto region = a_region();
    CHECK(firm_core("洮南市示例客运有限责任公司", region) == firm_core("示例客运有限公司", region));
    CHECK(firm_core("白城市洮北区示例校车服务有限公司", region) == "示例校车服务");
    CHECK(firm_core("示例客运一公司", region) != firm_core("示例客运二公司", region));
}

TEST_CASE("what every township has is common", "[conflicts]")
{
    CHECK(is_common("小学"));
    CHECK(is_common("实验小学"));
    CHECK_FALSE(is_common("文化路小学"));
}

TEST_CASE("O and I of a registration number are read as digits behind its first two characters", "[conflicts]")
{
    CHECK(with_digits("吉GO1I34") == "吉G01134");
    CHECK(with_digits("吉O12345") == "吉O12345");
    CHECK(with_digits("吉") == "吉");
}

TEST_CASE("licence numbers are alike where one slip of a hand makes one of the other", "[conflicts]")
{
    CHECK(are_alike("220802198001010010", "220802198001010019"));  // the check character
    CHECK(are_alike("220802198001010010", "220803198001010010"));  // one digit
    CHECK(are_alike("220802198001010010", "220802190801010010"));  // two neighbours swapped
    CHECK(are_alike("220802800101001", "220802198001010010"));     // 15 digits, before 1999
    CHECK(are_alike("220802198001010010", "220802800101001"));
    CHECK_FALSE(are_alike("220802198001010010", "220802198001010010"));
    CHECK_FALSE(are_alike("220802198001010010", "220802198101010013"));
    CHECK_FALSE(are_alike("12345", "12346"));  // too short to say anything
}
