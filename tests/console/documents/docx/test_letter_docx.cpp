#include "console/documents/docx/letter_docx.hpp"

#include <catch2/catch_test_macros.hpp>
#include <pugixml.hpp>

#include <algorithm>

using namespace xiaoan;
using namespace xiaoan::documents;
using xiaoan::language::Language;

namespace {

std::string docx_of(const Letter& letter, std::string_view docx_template)
{
    static const Fonts fonts;
    return documents::docx_of(letter, docx_template, fonts);
}

constexpr auto space = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

std::string a_template(const std::string& body, const std::string& header = {})
{
    std::vector<Part> parts{
        {"word/document.xml", std::string{"<w:document "} + space + "><w:body>" + body + "</w:body></w:document>"}};
    if (!header.empty())
        parts.push_back({"word/header1.xml", std::string{"<w:hdr "} + space + ">" + header + "</w:hdr>"});
    return package_of(parts);
}

std::string a_paragraph(const std::string& text)
{
    return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

pugi::xml_document part_of(const std::string& docx, std::string_view name)
{
    pugi::xml_document xml;
    for (const Part& part : text_parts(docx))
        if (part.name == name) REQUIRE(xml.load_buffer(part.content.data(), part.content.size(), pugi::parse_full));
    return xml;
}

std::string part_of_package(const std::string& docx, const std::string& name)
{
    const auto part = documents::part_of(docx, name);
    REQUIRE(part.has_value());
    return *part;
}

std::string text_of(pugi::xml_node node)
{
    std::string all;
    for (const auto& text : node.select_nodes(".//w:t")) all += text.node().text().get();
    return all;
}

/// The texts of the paragraphs in the document's body, tables left out.
std::vector<std::string> paragraphs_of(const std::string& docx)
{
    const auto xml = part_of(docx, "word/document.xml");
    std::vector<std::string> all;
    for (const auto paragraph : xml.child("w:document").child("w:body").children("w:p"))
        all.push_back(text_of(paragraph));
    return all;
}

std::vector<TemplateProblem> problems_of(const std::string& docx_template)
{
    try {
        (void)docx_of(Letter{}, docx_template);
    } catch (const TemplateFault& fault) {
        return fault.problems();
    }
    return {};
}

Letter a_short_letter()
{
    Letter letter;
    letter.head.number = "白教函〔2026〕12号";
    letter.title = {"关于吉G·12345号校车", "问题的督办函"};
    letter.addressee = "洮南市公安局：";
    letter.body = {a_heading(Level::one, "一、有关问题"), a_text("第一段。"), a_text("第二段。")};
    letter.signature = "白城市教育局";
    letter.date = "2026年11月23日";
    return letter;
}

}  // namespace

TEST_CASE("a placeholder that an editor split into runs is joined, in the form of its first run", "[docx]")
{
    const std::string split = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>发文：{{发文</w:t></w:r><w:r><w:t>字</w:t></w:r>"
                              "<w:r><w:rPr><w:i/></w:rPr><w:t>号}}。</w:t></w:r></w:p>";
    const std::string docx = docx_of(a_short_letter(), a_template(split + a_paragraph("{{正文}}")));
    CHECK(paragraphs_of(docx).front() == "发文：白教函〔2026〕12号。");
    const auto xml = part_of(docx, "word/document.xml");
    const auto first = xml.select_node("//w:r[w:rPr/w:b]").node();
    CHECK(text_of(first) == "发文：白教函〔2026〕12号");
}

TEST_CASE("each passage of the text becomes a paragraph in the form of the template's", "[docx]")
{
    const std::string form = R"(<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr>)"
                             R"(<w:t>{{ 正文 }}</w:t></w:r></w:p>)";
    const std::string docx = docx_of(a_short_letter(), a_template(a_paragraph("{{标题}}") + form + a_paragraph("完")));
    CHECK(paragraphs_of(docx) ==
          std::vector<std::string>{"关于吉G·12345号校车问题的督办函", "一、有关问题", "第一段。", "第二段。", "完"});
    const auto xml = part_of(docx, "word/document.xml");
    CHECK(xml.select_nodes("//w:p[w:pPr/w:ind/@w:firstLine='640']").size() == 3);
    const auto heading = xml.select_node("//w:p[w:pPr/w:keepNext]").node();
    CHECK(text_of(heading) == "一、有关问题");
    CHECK(heading.select_node(".//w:rFonts/@w:eastAsia").attribute().value() == std::string{"黑体"});
}

TEST_CASE("everything that is wrong with a template is named at once", "[docx]")
{
    CHECK(problems_of(a_template(a_paragraph("{{标提}}") + a_paragraph("甲{{附件}}") + a_paragraph("{{主送"))) ==
          std::vector<TemplateProblem>{
              {"unknown", "标提"}, {"not_alone", "附件"}, {"not_closed", "{{主送"}, {"missing", "正文"}});
    CHECK(problems_of("PK and then nothing") == std::vector<TemplateProblem>{{"not_a_docx", ""}});
    CHECK(problems_of(package_of({{"xl/workbook.xml", "<workbook/>"}})) ==
          std::vector<TemplateProblem>{{"not_a_docx", ""}});
    CHECK(problems_of(package_of({{"word/document.xml", "<w:document><w:body>"}})) ==
          std::vector<TemplateProblem>{{"damaged", "word/document.xml"}});
    CHECK(problems_of(package_of({{"word/document.xml", std::string(33U << 20U, ' ')}})) ==
          std::vector<TemplateProblem>{{"too_large", "word/document.xml"}});
}

TEST_CASE("a paragraph of empty placeholders is left out; one with words of its own stays", "[docx]")
{
    const std::string docx =
        docx_of(a_short_letter(),
                a_template(a_paragraph("{{抄送}}{{印发}}") + a_paragraph("抄送：{{抄送}}") + a_paragraph("{{正文}}")));
    CHECK(paragraphs_of(docx) == std::vector<std::string>{"抄送：", "一、有关问题", "第一段。", "第二段。"});
}

TEST_CASE("headers are filled, and what they say of the demonstration is not said twice", "[docx]")
{
    Letter letter = a_short_letter();
    letter.demonstration = "演示数据";
    letter.witness = {"登记簿 甲", "哈希 乙"};
    const std::string in_header =
        docx_of(letter, a_template(a_paragraph("{{正文}}"), a_paragraph("{{演示}} {{机关}}")));
    CHECK(text_of(part_of(in_header, "word/header1.xml")) == "演示数据 ");
    CHECK(paragraphs_of(in_header) ==
          std::vector<std::string>{"一、有关问题", "第一段。", "第二段。", "登记簿 甲哈希 乙"});
}

TEST_CASE("invented records are said to be so at the head where a template has no place for it", "[docx]")
{
    Letter letter = a_short_letter();
    letter.demonstration = "演示数据";
    CHECK(paragraphs_of(docx_of(letter, a_template(a_paragraph("{{正文}}")))).front() == "演示数据");
}

TEST_CASE("an annex begins on a page of its own, its table as wide as the text area", "[docx]")
{
    Letter letter = a_short_letter();
    Annex annex;
    annex.title = "问题清单";
    annex.table.columns = {{"序号", 26}, {"问题", 130}};
    annex.table.rows = {{.cells = {{.text = "1"}, {.text = "无校车标牌\n第十五条"}}},
                        {.cells = {{.text = "合计", .columns = 2}}}};
    letter.annexes = {annex};
    const std::string docx =
        docx_of(letter, a_template(a_paragraph("{{正文}}") + a_paragraph("{{附件说明}}") + a_paragraph("{{附件}}")));
    CHECK(paragraphs_of(docx) ==
          std::vector<std::string>{"一、有关问题", "第一段。", "第二段。", "附件：问题清单", "附件", "问题清单", ""});
    const auto xml = part_of(docx, "word/document.xml");
    CHECK(text_of(xml.select_node("//w:p[w:pPr/w:pageBreakBefore]").node()) == "附件");
    // 156 mm are 8844 twentieths of a point; 26 of them a sixth.
    const auto columns = xml.select_nodes("//w:gridCol/@w:w");
    REQUIRE(columns.size() == 2);
    CHECK(columns[0].attribute().as_int() == 1474);
    CHECK(columns[1].attribute().as_int() == 7370);
    CHECK(xml.select_nodes("//w:tr[w:trPr/w:tblHeader]").size() == 1);
    CHECK(xml.select_nodes("//w:tc[w:tcPr/w:gridSpan/@w:val='2']").size() == 1);
    CHECK(xml.select_nodes("//w:tc//w:br").size() == 1);
}

TEST_CASE("a map stands in an annex as a picture as large as on the page", "[docx]")
{
    Letter letter = a_short_letter();
    Annex annex;
    annex.title = "示意图";
    Block block;
    block.on_new_page = true;
    block.passages = {a_text("图例。")};
    block.figures = {empty_frame(144, 72, "照片")};  // 2 by 1 inches
    annex.blocks = {block};
    letter.annexes = {annex};
    const std::string docx = docx_of(letter, a_template(a_paragraph("{{正文}}") + a_paragraph("{{附件}}")));
    const auto xml = part_of(docx, "word/document.xml");
    const auto extent = xml.select_node("//wp:inline/wp:extent").node();
    CHECK(extent.attribute("cx").as_int() == 1'828'800);  // 914,400 an inch: ISO/IEC 29500-1, 20.1.2.1
    CHECK(extent.attribute("cy").as_int() == 914'400);
    CHECK(xml.select_nodes("//w:p[w:pPr/w:pageBreakBefore]").size() == 2);
    const std::string id = xml.select_node("//a:blip/@r:embed").attribute().value();
    pugi::xml_document links;
    REQUIRE(links.load_string(part_of_package(docx, "word/_rels/document.xml.rels").c_str()));
    const auto link = links.child("Relationships").find_child_by_attribute("Id", id.c_str());
    const std::string png = part_of_package(docx, std::string{"word/"} + link.attribute("Target").value());
    CHECK(png.starts_with("\x89PNG"));
    CHECK(part_of_package(docx, "[Content_Types].xml").find("image/png") != std::string::npos);
}

TEST_CASE("a text box in a paragraph that gives way goes with it", "[docx]")
{
    const std::string box =
        "<w:r><w:pict><w:txbxContent>" + a_paragraph("{{标题}}") + "</w:txbxContent></w:pict></w:r>";
    const std::string body = "<w:p><w:r><w:t>{{正文}}</w:t></w:r>" + box + "</w:p>" + a_paragraph("{{主送}}");
    Letter letter = a_short_letter();
    letter.body.clear();
    const auto made = docx_of(letter, a_template(body));
    CHECK(paragraphs_of(made) == std::vector<std::string>{letter.addressee});
}

TEST_CASE("a template that is nested deeper than any document is refused", "[docx]")
{
    std::string deep, ends;
    for (int i = 0; i < 200'000; ++i) {
        deep += "<a>";
        ends += "</a>";
    }
    CHECK(problems_of(a_template(a_paragraph("{{正文}}") + deep + ends)) ==
          std::vector<TemplateProblem>{{"damaged", "word/document.xml"}});
}

TEST_CASE("the program's own template takes a whole letter, the same bytes each time", "[docx]")
{
    Letter letter = a_short_letter();
    letter.demonstration = "演示数据 <&>";
    letter.copies = "抄送：市公安局。";
    for (const auto form : {HeadForm::letter, HeadForm::document, HeadForm::none}) {
        letter.head.form = form;
        letter.head.name = form == HeadForm::none ? "" : "白城市教育局";
        const std::string own = letter_template(letter.head, Language::zh);
        const std::string docx = docx_of(letter, own);
        CHECK(docx == docx_of(letter, letter_template(letter.head, Language::zh)));
        const auto paragraphs = paragraphs_of(docx);
        CHECK(std::ranges::find(paragraphs, "洮南市公安局：") != paragraphs.end());
        CHECK(std::ranges::find(paragraphs, "抄送：市公安局。") != paragraphs.end());
        CHECK(paragraphs.front() == "演示数据 <&>");
        // At the head; without one, the signature behind mark, title, addressee and three passages.
        const auto office = std::ranges::find(paragraphs, "白城市教育局");
        CHECK(office - paragraphs.begin() == (form == HeadForm::none ? 6 : 1));
        for (const auto& text : paragraphs) CHECK(text.find("{{") == std::string::npos);
    }
}
