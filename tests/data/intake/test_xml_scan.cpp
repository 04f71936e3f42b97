#include "data/intake/xml_scan.hpp"
#include "tests/data/intake/fault_of.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

/// "<a x=1>", "text", "</a>" one after another.
std::string tokens(std::string_view xml)
{
    const IntakeLimits limits;
    XmlScan scan("part", xml, limits);
    std::string text;
    for (auto token = scan.next(); token != XmlScan::Token::finished; token = scan.next()) {
        if (token == XmlScan::Token::text) {
            text += scan.text();
            continue;
        }
        text += token == XmlScan::Token::start ? "<" : "</";
        text += scan.name();
        if (token == XmlScan::Token::start)
            for (const auto& [name, raw] : scan.attributes())
                text += " " + std::string{name} + "=" + std::string{scan.get(name)};
        text += ">";
    }
    return text;
}

std::optional<FaultCode> refused(std::string_view xml)
{
    const auto fault = fault_of([&] { (void)tokens(xml); });
    return fault ? std::optional{fault->code()} : std::nullopt;
}

}  // namespace

TEST_CASE("elements, attributes and text come in their order, without prefixes", "[data][intake]")
{
    CHECK(tokens("<?xml version=\"1.0\"?>\n<!-- a > b --><x:a  b = '1' y:c=\"2\" ><d/>t<e>u</e ></x:a>\n") ==
          "<a b=1 c=2><d></d>t<e>u</e></a>");
    CHECK(tokens("<a>x<!-- > --><?p ?>y<![CDATA[<z>&amp;]]></a>") == "<a>xy<z>&amp;</a>");
    CHECK(tokens("<a x='\"'/>") == "<a x=\"></a>");
}

TEST_CASE("the five predefined references and characters by number are resolved, line ends are one", "[data][intake]")
{
    CHECK(tokens("<a x='&lt;&#65;'>&amp;&lt;&gt;&quot;&apos;&#x6D2E;&#21335;</a>") == "<a x=<A>&<>\"'洮南</a>");
    CHECK(tokens("<a>1\r\n2\r3\n4&#13;5</a>") == "<a>1\n2\n3\n4\r5</a>");
    for (const auto* xml :
         {"<a>&b;</a>", "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&#99999999999;</a>", "<a>&</a>",
          "<a>&#;</a>", "<a>&amp</a>", "<a>&#x;</a>", "<a>&#1;</a>"}) {
        CAPTURE(xml);
        CHECK(refused(xml) == FaultCode::damaged_workbook);
    }
}

TEST_CASE("what is not well formed is refused", "[data][intake]")
{
    for (const auto* xml : {"",
                            " ",
                            "<a>",
                            "<a></b>",
                            "</a>",
                            "<a/><b/>",
                            "<a/>x",
                            "x<a/>",
                            "<a",
                            "<a b>",
                            "<a b=1/>",
                            "<a b='1'c='2'/>",
                            "<a b='<'/>",
                            "<a b='1/>",
                            "<a><b></a></b>",
                            "<a></a></a>",
                            "< a/>",
                            "<a><!-- x</a>",
                            "<a><![CDATA[x</a>",
                            "<a/><![CDATA[x]]>",
                            "<!ELEMENT a>",
                            "<a><?x </a>",
                            "<a></a",
                            "<a></a b>"}) {
        CAPTURE(xml);
        CHECK(refused(xml) == FaultCode::damaged_workbook);
    }
    CHECK(refused("<!DOCTYPE a><a/>") == FaultCode::document_type);
    std::string many = "<a";
    for (int i = 0; i < 2000; ++i) many += " b" + std::to_string(i) + "=''";
    CHECK(refused(many + "/>") == FaultCode::damaged_workbook);
}

TEST_CASE("a plain element is read in one step, anything else is left to the tokens", "[data][intake]")
{
    const IntakeLimits limits;
    XmlScan scan("part", "<a><v>1</v><v>&amp;</v><v x=''>2</v><v/><vv>3</vv></a>", limits);
    CHECK(scan.plain_element("v") == std::nullopt);
    REQUIRE(scan.next() == XmlScan::Token::start);
    CHECK(scan.plain_element("v") == "1");
    for (int i = 0; i < 4; ++i) {
        CHECK(scan.plain_element("v") == std::nullopt);
        REQUIRE(scan.next() == XmlScan::Token::start);
        scan.skip_element();
    }
    CHECK(scan.depth() == 1);
    CHECK(scan.next() == XmlScan::Token::end);
    CHECK(scan.next() == XmlScan::Token::finished);
}

TEST_CASE("a part is UTF-8 or UTF-16, and holds the characters that XML knows", "[data][intake]")
{
    const auto text = [](std::string_view bytes) {
        std::string converted;
        return std::string{xml_text("part", bytes, converted)};
    };
    using namespace std::string_view_literals;
    CHECK(text("\xEF\xBB\xBF<a/>") == "<a/>");
    CHECK(text("<?xml version='1.0' encoding='UTF-8'?><a/>").ends_with("<a/>"));
    CHECK(text("\xFF\xFE<\0a\0>\0.m<\0/\0a\0>\0"sv) == "<a>洮</a>");  // 洮 is U+6D2E
    CHECK(text("\xFE\xFF\0<\0a\0/\0>"sv) == "<a/>");
    for (const std::string_view bytes : {"<a>\0</a>"sv, "<a>\x01</a>"sv, "<a>\xFF</a>"sv, "12345678\x1F"sv,
                                         "<?xml version='1.0' encoding='GBK'?><a/>"sv, "\xFF\xFE<"sv})
        CHECK(fault_of([&] { (void)text(bytes); }).has_value());
}
