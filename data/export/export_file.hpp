// An export as a person asks for it: a kind, a form, a file, and whether personal texts are written whole.
#pragma once

#include "data/export/export_gtfs.hpp"
#include "data/export/ledger.hpp"
#include "data/register/register.hpp"
#include "data/register/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

enum class ExportForm : std::uint8_t { csv, xlsx, geojson, gpkg, gtfs };
inline constexpr std::array export_forms{ExportForm::csv, ExportForm::xlsx, ExportForm::geojson, ExportForm::gpkg,
                                         ExportForm::gtfs};

/// "csv", "xlsx", "geojson", "gpkg", "gtfs".
[[nodiscard]] std::string_view word(ExportForm form);
[[nodiscard]] std::optional<ExportForm> export_form(std::string_view word);
/// Of its files: ".csv"; ".zip" of a timetable.
[[nodiscard]] std::string_view ending_of(ExportForm form);

struct ExportRequest {
    std::string kind{};  // key, singular or plural
    ExportForm form{};
    std::string path{};
    bool unmasked = false;
    std::string reason{};  // why, where it is unmasked
};

/// Why a kind cannot be written in a form: export_no_places (GeoJSON and GeoPackage need positions),
/// export_only_routes (a timetable). Empty where it can.
[[nodiscard]] std::string_view export_obstacle(const KindInfo& kind, ExportForm form);

/// What is to be written, looked through before anything is.
struct PreparedExport {
    ExportRequest asked;
    const KindInfo* kind = nullptr;
    Snapshot records;
    std::size_t count = 0;
};

/// `held` is of `from`, which recorded tracks are read from. Rejected: unknown_kind, what export_obstacle says,
/// export_reason_missing, export_too_many (a worksheet has fewer rows). Throws StoreFault (damaged).
[[nodiscard]] Result<PreparedExport> prepare_export(ExportRequest asked, Snapshot held, const Register& from);

/// Logs, before a personal text leaves the register, what is written unmasked, where to and why; nothing where it is
/// masked. Throws StoreFault.
void note_unmasked(Register& into, const PreparedExport& prepared, const Actor& actor);

struct ExportReport {
    std::size_t records = 0;
    std::size_t left_out = 0;               // texts that a workbook's cell cannot hold
    std::optional<GtfsReport> timetable{};  // of a timetable alone
};

/// Writes it whole or not at all, in Chinese or with keys as headers. Throws StoreFault: not_written, disk_full.
ExportReport write_export(const PreparedExport& prepared, bool chinese, Date as_of);

}  // namespace xiaoan::data
