#include "data/export/export_file.hpp"

#include "data/export/export_csv.hpp"
#include "data/export/export_geojson.hpp"
#include "data/export/export_geopackage.hpp"
#include "data/export/export_xlsx.hpp"
#include "data/export/place_of_record.hpp"
#include "data/export/recorded_tracks.hpp"
#include "data/export/written_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace xiaoan::data {

namespace {

constexpr std::array<std::string_view, export_forms.size()> words{"csv", "xlsx", "geojson", "gpkg", "gtfs"};
constexpr std::array<std::string_view, export_forms.size()> endings{".csv", ".xlsx", ".geojson", ".gpkg", ".zip"};

std::unexpected<Rejected> rejected(std::string_view reason, std::string field, std::vector<std::string> arguments = {})
{
    return std::unexpected(Rejected{std::string{reason}, std::move(field), std::move(arguments)});
}

}  // namespace

std::string_view word(ExportForm form)
{
    return words.at(static_cast<std::size_t>(form));
}

std::optional<ExportForm> export_form(std::string_view word)
{
    const auto found = std::ranges::find(words, word);
    return found != words.end() ? std::optional{export_forms.at(static_cast<std::size_t>(found - words.begin()))}
                                : std::nullopt;
}

std::string_view ending_of(ExportForm form)
{
    return endings.at(static_cast<std::size_t>(form));
}

std::string_view export_obstacle(const KindInfo& kind, ExportForm form)
{
    const bool places = form == ExportForm::geojson || form == ExportForm::gpkg;
    if (places && !PlaceFields(kind).any()) return "export_no_places";
    if (form == ExportForm::gtfs && kind.key != "routes") return "export_only_routes";
    return {};
}

Result<PreparedExport> prepare_export(ExportRequest asked, Snapshot held, const Register& from)
{
    const KindInfo* kind = find_kind(asked.kind);
    if (kind == nullptr) return rejected("unknown_kind", "kind", {asked.kind});
    if (const auto obstacle = export_obstacle(*kind, asked.form); !obstacle.empty()) return rejected(obstacle, "form");
    if (asked.unmasked && asked.reason.find_first_not_of(" \t") == std::string::npos)
        return rejected("export_reason_missing", "reason");
    if (kind == &kind_info<Track>) add_recorded_tracks(held, from);
    const std::size_t count = record_count(held, *kind);
    if (asked.form == ExportForm::xlsx && count > xlsx_most_records)
        return rejected("export_too_many", "form", {std::to_string(count), std::to_string(xlsx_most_records)});
    return PreparedExport{std::move(asked), kind, std::move(held), count};
}

void note_unmasked(Register& into, const PreparedExport& prepared, const Actor& actor)
{
    const ExportRequest& asked = prepared.asked;
    if (!asked.unmasked) return;
    into.note(actor, "export_unmasked", fmt::format("{} -> {}: {}", prepared.kind->key, asked.path, asked.reason));
}

ExportReport write_export(const PreparedExport& prepared, bool chinese, Date as_of)
{
    const auto& [asked, kind, records, count] = prepared;
    const ExportOptions options{chinese, asked.unmasked, as_of};
    ExportReport report{count};
    switch (asked.form) {
    case ExportForm::csv: write_file(asked.path, export_csv(records, *kind, options)); break;
    case ExportForm::xlsx: report.left_out = export_xlsx(asked.path, records, *kind, options); break;
    case ExportForm::geojson: write_file(asked.path, export_geojson(records, *kind, options)); break;
    case ExportForm::gpkg: export_geopackage(asked.path, records, *kind, options); break;
    case ExportForm::gtfs: report.timetable = export_gtfs(asked.path, records, as_of); break;
    }
    return report;
}

}  // namespace xiaoan::data
