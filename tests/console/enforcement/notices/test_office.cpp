#include "console/enforcement/notices/office.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using namespace xiaoan::enforcement;
using documents::HeadForm;
using documents::HeadInk;

namespace {

Office an_office()
{
    return {.name = "白城市教育局", .name_en = {}, .code = {}, .contact = {}, .phone = {}, .address = {}, .copies = {}};
}

}  // namespace

TEST_CASE("the office's file says who writes, and how the head is printed", "[notices]")
{
    const auto read =
        office_of("\xEF\xBB\xBF# 说明\n机关名称 = 洮南市教育局\n机关代字=洮教\r\n红头 = 预印\n公文格式 = 文件\n"
                  "联系人 = 李某\n联系电话 = 0436-3224567\n",
                  an_office());
    CHECK(read.office.name == "洮南市教育局");
    CHECK(read.office.code == "洮教");
    CHECK(read.office.ink == HeadInk::preprinted);
    CHECK(read.office.form == HeadForm::document);
    CHECK(read.office.contact == "李某");
    CHECK(read.office.phone == "0436-3224567");
    CHECK(read.unknown.empty());
}

TEST_CASE("what is left empty stays as it was", "[notices]")
{
    const auto read = office_of("机关名称 =\n红头 = \n", an_office());
    CHECK(read.office.name == "白城市教育局");
    CHECK(read.office.ink == HeadInk::red);
    CHECK(read.unknown.empty());
}

TEST_CASE("a line that says nothing known is told", "[notices]")
{
    const auto read = office_of("机关名 = 甲\n红头 = 绿色\n随便写的\n联系人 = 李某\n", an_office());
    CHECK(read.unknown == std::vector<std::string>{"机关名 = 甲", "红头 = 绿色", "随便写的"});
    CHECK(read.office.contact == "李某");
}

TEST_CASE("the file to begin with reads back as the office it was made from", "[notices]")
{
    auto office = an_office();
    office.code = "白教";
    office.ink = HeadInk::black;
    for (const auto language : {language::Language::zh, language::Language::en}) {
        const auto read = office_of(office_text(office, language), an_office());
        CHECK(read.unknown.empty());
        CHECK(read.office.code == "白教");
        CHECK(read.office.ink == HeadInk::black);
        CHECK(read.office.form == HeadForm::letter);
    }
}
