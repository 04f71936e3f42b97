#include "console/documents/draw/pdf.hpp"
#include "console/documents/flagged_list.hpp"
#include "console/documents/page/list_pages.hpp"
#include "console/language/wording.hpp"

#include <array>

namespace xiaoan::documents {

namespace {

constexpr TableStyle table_style{.size_pt = 9, .line_pt = 13, .below_pt = 7.5, .grid = false, .boxed = false};
// Number, registration number, county, operator, problem, since, due, department, basis.
constexpr std::array column_mm{9.0, 25.0, 17.0, 44.0, 47.0, 22.0, 22.0, 22.0, 59.0};

Mark mark_of(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::stop: return {Mark::Shape::triangle, Ink::stop};
    case rules::Severity::rectify: return {Mark::Shape::diamond, Ink::rectify};
    case rules::Severity::notice: return {Mark::Shape::disc, Ink::notice};
    case rules::Severity::data: break;
    }
    return {Mark::Shape::ring, Ink::data};
}

TableRow table_row(const FlaggedList::Row& row, std::size_t number)
{
    return {.cells = {{std::to_string(number)},
                      {language::shown_registration_number(row.registration_number)},
                      {row.county},
                      {row.run_by},
                      {.text = row.problem, .mark = mark_of(row.severity)},
                      {row.since},
                      {row.due},
                      {row.department},
                      {row.basis}},
            .below = row.evidence};
}

Table table_of(const FlaggedList& list)
{
    Table table;
    for (std::size_t i = 0; i < column_mm.size(); ++i) table.columns.push_back({list.headers.at(i), column_mm[i]});
    for (std::size_t i = 0; i < list.rows.size(); ++i) table.rows.push_back(table_row(list.rows[i], i + 1));
    return table;
}

ListDocument document_of(const FlaggedList& list)
{
    return {.title = list.title,
            .facts = list.facts,
            .table = table_of(list),
            .empty_text = list.empty_text,
            .foot = list.foot,
            .page_of = list.page_of,
            .demonstration = list.demonstration,
            .info = {list.title, list.author, list.as_of}};
}

}  // namespace

std::vector<Page> flagged_list_pages(const FlaggedList& list, const Metrics& metrics)
{
    return list_pages(document_of(list), table_style, metrics);
}

std::string flagged_list_pdf(const FlaggedList& list)
{
    const Fonts fonts;
    return pdf_of(flagged_list_pages(list, fonts), {list.title, list.author, list.as_of}, fonts);
}

}  // namespace xiaoan::documents
