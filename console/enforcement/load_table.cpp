#include "console/enforcement/cases_panel.hpp"
#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

namespace xiaoan::enforcement {

namespace {

using desk::Frame;
using shell::Align;
using supervision::CaseLoad;

/// The rows: each department in each county, each county, all.
std::vector<const CaseLoad*> lines(const supervision::CaseReport& report)
{
    std::vector<const CaseLoad*> all;
    for (const CaseLoad& load : report.loads) all.push_back(&load);
    for (const CaseLoad& load : report.counties) all.push_back(&load);
    all.push_back(&report.total);
    return all;
}

std::string count(std::size_t number)
{
    return number == 0 ? "–" : language::grouped(number);
}

std::string cell(const Frame& frame, const supervision::CaseReport& report, const CaseLoad& load, std::size_t column)
{
    const bool sum = load.department.empty();
    switch (column) {
    case 0: return std::string{sum ? frame.tr("cases.load.all") : frame.tr("department." + load.department)};
    case 1:
        if (&load == &report.total) return std::string{frame.tr("cases.load.all")};
        return load.county.given() ? rules::county_name(frame.snapshot(), load.county, frame.language)
                                   : std::string{frame.tr("cases.matter.whole_city")};
    case 2: return count(load.living);
    case 3: return count(load.bureau);
    case 4: return count(load.overdue);
    case 5: return count(load.urged);
    case 6: return count(load.escalated);
    case 7: return count(load.opened);
    case 8: return count(load.closed);
    default: break;
    }
    const auto median = load.median_days();
    return median ? fmt::format("{:g}", *median) : "–";
}

}  // namespace

void draw_load_table(CasesState& state, const Frame& frame, const shell::Rect& where)
{
    static constexpr std::array ids{"department", "county",    "living", "bureau", "overdue",
                                    "urged",      "escalated", "opened", "closed", "median"};
    std::vector<shell::TableColumn> columns;
    for (std::size_t i = 0; i < ids.size(); ++i)
        columns.push_back({.id = ids[i],
                           .head = std::string{frame.tr(std::string{"cases.load."} + ids[i])},
                           .width = i < 2 ? 130.0F : 96.0F,
                           .grows = i == 0,
                           .sorts = false,
                           .align = i < 2 ? Align::left : Align::right});
    const auto all = lines(state.report);
    shell::TableRows rows;
    rows.count = state.report.loads.empty() ? 0 : all.size();
    rows.text = [&](std::size_t row, std::size_t column) { return cell(frame, state.report, *all[row], column); };
    rows.ground = [&](std::size_t row) {
        return all[row]->department.empty() ? frame.ui.theme.field : shell::Color{0};
    };
    rows.empty = frame.tr("cases.load.none");
    rows.faded = frame.stale;
    (void)shell::table(frame.ui, "load", where, columns, state.load_table, rows);
}

}  // namespace xiaoan::enforcement
