#include "data/intake/header.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/kinds/kinds.hpp"

#include <catch2/catch_test_macros.hpp>

#include <map>
#include <string>
#include <vector>

using namespace xiaoan::data;

namespace {

std::string key_of(const char* kind, std::string_view header)
{
    const auto variants = shipped_header_variants();
    const HeaderNames names(*find_kind(kind), variants);
    const auto field = names.field(header);
    return field ? std::string{names.kind().fields[*field].key} : "unknown";
}

}  // namespace

TEST_CASE("every field is known by its key and its Chinese header, alone in its kind", "[data][intake]")
{
    for (const KindInfo* kind : kinds()) {
        const HeaderNames names(*kind, shipped_header_variants());
        std::map<std::string, std::size_t> forms;
        for (std::size_t i = 0; i < kind->fields.size(); ++i) {
            CAPTURE(kind->key, kind->fields[i].key);
            CHECK(names.field(kind->fields[i].key) == i);
            CHECK(names.field(kind->fields[i].header) == i);
            CHECK(forms.emplace(normalised_header(kind->fields[i].header), i).second);
        }
    }
}

TEST_CASE("every shipped variant names a field that exists, and no other one", "[data][intake]")
{
    const auto variants = shipped_header_variants();
    REQUIRE(variants.size() > 100);
    for (const HeaderVariant& variant : variants) {
        CAPTURE(variant.kind, variant.key, variant.header);
        if (variant.kind == "*") continue;
        const KindInfo* kind = find_kind(variant.kind);
        REQUIRE(kind);
        REQUIRE(kind->field(variant.key));
        CHECK(HeaderNames(*kind, variants).field(variant.header) == kind->field(variant.key));
    }
}

TEST_CASE("headers are matched through spaces, brackets, stars, widths and interchangeable parts", "[data][intake]")
{
    for (const auto* header : {"号牌号码", " 号 牌\n号 码 ", "号牌号码*", "＊号牌号码（必填）", "车牌号", "车牌号码",
                               "牌照号", "registration_number", "Registration Number"}) {
        CAPTURE(header);
        CHECK(key_of("buses", header) == "registration_number");
    }
    CHECK(key_of("schools", "学校代码") == "code");
    CHECK(key_of("schools", "标识码") == "code");
    CHECK(key_of("schools", "学校") == "name");
    CHECK(key_of("schools", "名称") == "name");
    for (const auto* header : {"经营企业", "运营单位", "所属公司", "运营企业", "所属企业"})
        CHECK(key_of("buses", header) == "operator");
    for (const auto* header : {"检验有效期止", "检验有效期至", "检验有效期到期日", "检验有效期到期日期"})
        CHECK(key_of("buses", header) == "inspection_until");
    CHECK(key_of("buses", "卫星定位装置") == "satellite_positioning");
    CHECK(key_of("buses", "逃生锤") == "hammer");
    CHECK(key_of("drivers", "司机姓名") == "name");
    CHECK(key_of("waters", "水深（米）") == "depth_m");
    CHECK(key_of("waters", "水深(m)") == "depth_m");
    CHECK(key_of("buses", "心情") == "unknown");
    CHECK(key_of("buses", "") == "unknown");
    CHECK(header_unit("水深（厘米）") == "厘米");
    CHECK(header_unit("水深").empty());
}

TEST_CASE("the kind of a sheet is found from its headers", "[data][intake]")
{
    const auto variants = shipped_header_variants();
    for (const KindInfo* kind : kinds()) {
        std::vector<std::string> chinese, english;
        for (const FieldInfo& field : kind->fields) {
            chinese.emplace_back(field.header);
            english.emplace_back(field.key);
        }
        CAPTURE(kind->key);
        CHECK(kind_of_headers(chinese, variants) == kind);
        CHECK(kind_of_headers(english, variants) == kind);
    }
    CHECK(kind_of_headers(std::vector<std::string>{"a", "b"}, variants) == nullptr);
    CHECK(kind_of_headers({}, variants) == nullptr);
    const std::vector<std::string> without_county{"号牌号码", "车辆识别代号", "核载人数"};
    CHECK(kind_of_headers(without_county, variants) != find_kind("buses"));
    CHECK(kind_of_headers(without_county, variants, true) == find_kind("buses"));
}
