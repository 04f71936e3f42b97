#include "data/intake/other_county.hpp"

#include "data/intake/sender.hpp"

namespace xiaoan::data {

namespace {

/// By the sheet's name before the file's: a city's workbook may have a sheet for each county.
Adcode county_named(const std::string& sheet, const std::string& file, const Region& region)
{
    const Adcode named = county_in_name(sheet, region.counties);
    return named.given() ? named : county_in_name(file, region.counties);
}

}  // namespace

OtherCountyCheck::OtherCountyCheck(const FileRows& file, const ImportRequest& asked, const Region& region)
    : region_(region)
{
    for (const ReadSheet& sheet : file.sheets) {
        Adcode own = asked.county;
        if (!own.given()) own = sheet.county_if_new;
        if (!own.given()) own = county_named(sheet.report.sheet, sheet.report.file, region);
        own_.push_back(own.given() ? own : county_of_rows(sheet.rows_by_county));
    }
}

const OtherCountyCheck::Sender& OtherCountyCheck::sender(std::int64_t source, const Edit& edit)
{
    const auto [known, is_new] = senders_.try_emplace(source);
    if (!is_new) return known->second;
    if (const auto file = edit.source(source)) {
        known->second.county = county_named(file->sheet, file->file, region_);
        known->second.name = file->sheet.empty() ? file->file : file->file + " " + file->sheet;
    }
    return known->second;
}

std::optional<OtherCounty> OtherCountyCheck::of(std::uint32_t sheet, const PutResult& put, const Edit& edit)
{
    const Adcode own = own_[sheet];
    if (put.outcome != Outcome::changed || put.before.source == 0 || !own.given()) return std::nullopt;
    const Sender& before = sender(put.before.source, edit);
    const Adcode theirs = before.county.given() ? before.county : put.county_before;
    if (!theirs.given() || theirs == own) return std::nullopt;
    return OtherCounty{before.name, put.before.row};
}

}  // namespace xiaoan::data
