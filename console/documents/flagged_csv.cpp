#include "console/documents/flagged_csv.hpp"

#include "data/export/csv_cell.hpp"

#include <initializer_list>

namespace xiaoan::documents {

namespace {

void add_line(std::string& csv, std::initializer_list<std::string_view> cells)
{
    bool first = true;
    for (const auto cell : cells) {
        if (!first) csv += ',';
        first = false;
        data::append_csv_cell(csv, cell);
    }
    csv += "\r\n";
}

}  // namespace

std::string flagged_list_csv(const FlaggedList& list)
{
    std::string csv = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < list.headers.size(); ++i) {
        if (i > 0) csv += ',';
        data::append_csv_cell(csv, list.headers[i]);
    }
    csv += "\r\n";
    for (std::size_t i = 0; i < list.rows.size(); ++i) {
        const auto& row = list.rows[i];
        add_line(csv, {std::to_string(i + 1), row.registration_number, row.county, row.run_by, row.problem, row.since,
                       row.due, row.department, row.basis, row.evidence});
    }
    return csv;
}

}  // namespace xiaoan::documents
