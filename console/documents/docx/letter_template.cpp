#include "console/documents/docx/letter_docx.hpp"
#include "console/documents/page/geometry.hpp"
#include "console/documents/page/typography.hpp"

#include <fmt/format.h>

#include <cmath>

namespace xiaoan::documents {

namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
constexpr std::string_view main_space =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships")";
constexpr std::string_view package_space = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view office_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view content_kind = "application/vnd.openxmlformats-officedocument.wordprocessingml";

int twips(double points)
{
    return static_cast<int>(std::lround(points * 20));
}

std::string content_types()
{
    std::string parts;
    for (const auto& [part, kind] :
         {std::pair{"document", "document.main"}, {"styles", "styles"}, {"footer1", "footer"}})
        parts +=
            fmt::format(R"(<Override PartName="/word/{}.xml" ContentType="{}.{}+xml"/>)", part, content_kind, kind);
    return fmt::format(
        R"({}<Types xmlns="{}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>{}</Types>)",
        declaration, package_space, parts);
}

std::string relationships(std::initializer_list<std::pair<std::string_view, std::string_view>> targets)
{
    std::string all;
    int number = 0;
    for (const auto& [kind, target] : targets)
        all +=
            fmt::format(R"(<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>)", ++number, office_space, kind, target);
    return fmt::format(R"({}<Relationships xmlns="{}/relationships">{}</Relationships>)", declaration, package_space,
                       all);
}

/// A paragraph of one run; both properties as XML.
std::string paragraph(std::string_view properties, std::string_view run_properties, std::string_view text)
{
    return fmt::format(R"(<w:p><w:pPr>{}</w:pPr><w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r></w:p>)",
                       properties, run_properties, text);
}

std::string type(std::string_view font, double size_pt, std::string_view colour = {})
{
    const auto half_points = static_cast<int>(std::lround(size_pt * 2));
    return fmt::format(R"(<w:rFonts w:eastAsia="{}"/>{}<w:sz w:val="{}"/><w:szCs w:val="{}"/>)", font,
                       colour.empty() ? std::string{} : fmt::format(R"(<w:color w:val="{}"/>)", colour), half_points,
                       half_points);
}

/// 28 characters a line by closer type: editors disagree on what a grid of characters means.
std::string styles(const Typography& measures)
{
    const auto half_points = std::lround(measures.body.size_pt * 2);
    const double closer = measures.body.grid ? gb9704::cell - gb9704::size_3 : 0;
    const auto spacing = static_cast<int>(std::floor(closer * 20));  // twentieths of a point; down, so that 28 fit
    return fmt::format(
        R"({}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:spacing w:val="{}"/><w:sz w:val="{}"/><w:szCs w:val="{}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>)"
        R"(<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="{}" w:line="{}" w:lineRule="{}"/><w:jc w:val="both"/></w:pPr></w:style></w:styles>)",
        declaration, main_space, spacing, half_points, half_points, twips(measures.passage_gap_pt),
        twips(measures.pitch_pt), measures.body.grid ? "exact" : "atLeast");
}

/// — 1 —
std::string footer()
{
    const std::string properties = type("宋体", gb9704::size_4);
    const auto piece = [&](std::string_view content) {
        return fmt::format("<w:r><w:rPr>{}</w:rPr>{}</w:r>", properties, content);
    };
    return fmt::format(
        R"({}<w:ftr {}><w:p><w:pPr><w:ind w:left="{}" w:right="{}"/><w:jc w:val="right"/></w:pPr>{}{}{}{}{}</w:p></w:ftr>)",
        declaration, main_space, twips(gb9704::size_4), twips(gb9704::size_4),
        piece(R"(<w:t xml:space="preserve">— </w:t>)"), piece(R"(<w:fldChar w:fldCharType="begin"/>)"),
        piece(R"(<w:instrText xml:space="preserve"> PAGE </w:instrText>)"),
        piece(R"(<w:fldChar w:fldCharType="end"/>)"), piece(R"(<w:t xml:space="preserve"> —</w:t>)"));
}

/// Sender's name over a rule and the number of the letter; 7.2 and 10.1.
std::string head_of(const Head& head)
{
    if (head.form == HeadForm::none) return {};
    const bool letter = head.form == HeadForm::letter;
    const std::string_view colour = head.ink == HeadInk::black ? "000000" : "FF0000";
    const std::string rule =
        fmt::format(R"(<w:pBdr><w:bottom w:val="{}" w:sz="{}" w:space="{}" w:color="{}"/></w:pBdr>)",
                    letter ? "thickThinSmallGap" : "single", letter ? 24 : 12, letter ? 11 : 6, colour);
    const std::string loose = R"(<w:spacing w:line="240" w:lineRule="auto"/>)";
    const std::string name_type = type("方正小标宋简体", 36, colour);
    if (letter)
        return paragraph(rule + loose + R"(<w:jc w:val="center"/>)", name_type, "{{机关}}") +
               paragraph(R"(<w:jc w:val="right"/>)", "", "{{发文字号}}");
    return paragraph(loose + R"(<w:jc w:val="center"/>)", name_type, "{{机关}}") +
           paragraph(rule + R"(<w:spacing w:before="580"/><w:jc w:val="center"/>)", "", "{{发文字号}}");
}

std::string document(const Head& head, const Typography& measures, language::Language language)
{
    const bool chinese = language == language::Language::zh;
    const int em = twips(measures.body.em());
    const std::string indent =
        fmt::format(R"(<w:ind w:firstLine="{}"/>)", static_cast<int>(std::lround(measures.indent_em * em)));
    const auto ending = [&](int before, int ems) {
        return fmt::format(R"(<w:keepNext/><w:spacing w:before="{}"/><w:ind w:right="{}"/><w:jc w:val="right"/>)",
                           before, chinese ? ems * em : 0);
    };
    const std::string loose = R"(<w:spacing w:before="580" w:after="290" w:line="240" w:lineRule="auto"/>)";
    std::string body = paragraph(R"(<w:jc w:val="right"/>)", type("黑体", 12, "808080"), "{{演示}}");
    body += head_of(head);
    body += paragraph(loose + R"(<w:jc w:val="center"/>)", type("方正小标宋简体", measures.title_pt), "{{标题}}");
    body += paragraph("", "", "{{主送}}");
    body += paragraph(indent, "", "{{正文}}");
    body += paragraph(R"(<w:spacing w:before="580"/>)" + indent + R"(<w:jc w:val="left"/>)", "", "{{附件说明}}");
    body += paragraph(ending(1160, 3), "", "{{署名}}");
    body += paragraph(ending(0, 4), "", "{{成文日期}}");
    body += paragraph(indent, "", "{{附注}}");
    body += paragraph(indent, "", "{{附件}}");
    for (const char* end : {"{{抄送}}", "{{印发}}"})
        body += paragraph(R"(<w:spacing w:before="290"/>)", type("仿宋_GB2312", gb9704::size_4), end);
    body += paragraph(R"(<w:spacing w:before="290" w:line="170" w:lineRule="exact"/><w:jc w:val="center"/>)",
                      type("宋体", 6.5, "808080"), "{{存证}}");
    const std::string grid =
        chinese ? fmt::format(R"(<w:docGrid w:type="lines" w:linePitch="{}"/>)", twips(gb9704::pitch)) : std::string{};
    const std::string section = fmt::format(
        R"(<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" w:header="851" w:footer="{}" w:gutter="0"/>{}</w:sectPr>)",
        twips(a4_width), twips(a4_height), twips(gb9704::top), twips(a4_width - gb9704::right),
        twips(a4_height - gb9704::bottom), twips(gb9704::left),
        twips(a4_height - gb9704::bottom - gb9704::number_below_text - gb9704::size_4), grid);
    return fmt::format("{}<w:document {}><w:body>{}{}</w:body></w:document>", declaration, main_space, body, section);
}

}  // namespace

std::string letter_template(const Head& head, language::Language language)
{
    const Typography measures = typography(language);
    return package_of(
        {{"[Content_Types].xml", content_types()},
         {"_rels/.rels", relationships({{"officeDocument", "word/document.xml"}})},
         {"word/document.xml", document(head, measures, language)},
         {"word/_rels/document.xml.rels", relationships({{"styles", "styles.xml"}, {"footer", "footer1.xml"}})},
         {"word/styles.xml", styles(measures)},
         {"word/footer1.xml", footer()}});
}

}  // namespace xiaoan::documents
