#include "console/imports/datum_choice.hpp"

#include "console/imports/wide_choice.hpp"
#include "console/shell/widgets/button.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace xiaoan::imports {

namespace {

using desk::DossierColumn;
using desk::Frame;

struct Named {
    data::Datum datum;
    std::string_view word;  // of --datum
};
constexpr std::array datums{Named{data::Datum::cgcs2000, "cgcs2000"}, Named{data::Datum::wgs84, "wgs84"},
                            Named{data::Datum::gcj02, "gcj02"}, Named{data::Datum::bd09, "bd09"}};

/// "GCJ-02（高德、腾讯）".
std::string name_of(const Frame& frame, std::string_view word)
{
    return std::string{frame.tr(fmt::format("review.datum.{}", word))};
}

std::string_view left_to_file(const Frame& frame, const data::SheetReport& sheet)
{
    return frame.tr(sheet.crs.empty() ? "review.datum.not_said" : "review.datum.of_file");
}

}  // namespace

bool has_places(const data::SheetReport& sheet)
{
    return std::ranges::any_of(sheet.columns, [](const data::ColumnReport& column) {
        return column.field == "lon" || column.field == "lat" || column.field == "geometry";
    });
}

std::optional<SaidDatum> draw_datum_question(const Frame& frame, DossierColumn& column, const data::SheetReport& sheet)
{
    const data::RowIssue* proposal = datum_proposal(sheet);
    if (proposal == nullptr || proposal->parameters.size() < 5) return std::nullopt;
    const auto& said = proposal->parameters;
    const std::string name = name_of(frame, said[0]);
    const std::vector<std::string> lines{
        frame.tr("review.datum.evidence", {said[2], said[1]}),
        frame.tr("review.datum.distances", {said[3], name, said[4]}),
        std::string{frame.tr("review.datum.not_converted")},
    };
    (void)column.card(
        {.severity = shell::Severity::rectify, .title = frame.tr("review.datum.probable", {name}), .lines = lines});
    const auto& ui = frame.ui;
    std::optional<SaidDatum> answer;
    const auto answers = [&](const char* id, const std::string& label, bool primary, data::Datum datum) {
        const auto at = column.at();
        const auto where = shell::rect_at(at.x, at.y, column.width(), ui.px(shell::button_height_px));
        if (shell::button(ui, id, label, where, {.primary = primary, .enabled = !frame.known_at}))
            answer = SaidDatum{datum};
        column.gap(shell::button_height_px + 6);
    };
    const auto proposed = std::ranges::find(datums, said[0], &Named::word);
    if (proposed != datums.end())
        answers("datum proposed", frame.tr("review.datum.read_in", {name}), true, proposed->datum);
    answers("datum as given", std::string{frame.tr("review.datum.keep")}, false, data::Datum::cgcs2000);
    column.gap(6);
    return answer;
}

std::optional<SaidDatum> draw_datum_choice(const Frame& frame, DossierColumn& column, const ImportEntry& entry,
                                           const data::SheetReport& sheet)
{
    if (!has_places(sheet)) return std::nullopt;
    auto answer = draw_datum_question(frame, column, sheet);
    const bool unnamed =
        std::ranges::find(sheet.issues, data::IssueCode::no_crs, &data::RowIssue::code) != sheet.issues.end();
    if (!sheet.crs.empty())
        column.fact(frame.tr("review.datum.file_says"), sheet.crs);
    else if (unnamed)
        column.missing(frame.tr("review.datum.file_says"), frame.tr("review.datum.nothing"));
    if (!sheet.crs.empty() || unnamed) column.gap(6);
    std::vector<shell::MenuRow> rows{
        {.label = std::string{left_to_file(frame, sheet)}, .chosen = !entry.request.datum.has_value()}};
    for (const Named& each : datums)
        rows.push_back({.label = name_of(frame, each.word),
                        .chosen = entry.request.datum == each.datum,
                        .rule_above = each.datum == data::Datum::cgcs2000});
    const auto picked = wide_choice(frame.ui, column, "datum", frame.tr("review.datum"), rows);
    if (picked) answer = *picked == 0 ? SaidDatum{} : SaidDatum{datums.at(*picked - 1).datum};
    return answer;
}

}  // namespace xiaoan::imports
