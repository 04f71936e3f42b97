#include "console/permits/reconciliation_rows.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

#include <charconv>

namespace xiaoan::permits {

namespace {

using language::tr;

const data::FieldInfo& field_info(std::size_t field)
{
    return data::kind_info<data::Bus>.fields[field];
}

bool is_of(const ReconciledVehicle& vehicle, data::Adcode county)
{
    const data::Adcode said = county_of(vehicle);
    return !county.given() || !said.given() || said == county;
}

}  // namespace

Listed listed(const ReconciledVehicle& vehicle)
{
    const std::size_t in = vehicle.lists();
    if (in < vehicle.rows.size()) return in == 1 ? Listed::in_one : Listed::in_some;
    return vehicle.agrees() ? Listed::agreeing : Listed::differing;
}

std::vector<std::size_t> filtered(const LaidOut& of, const ListedFilter& filter)
{
    std::vector<std::size_t> through;
    for (std::size_t i = 0; i < of.found.vehicles.size(); ++i) {
        const ReconciledVehicle& vehicle = of.found.vehicles[i];
        if (is_of(vehicle, filter.county) && (!filter.listed || *filter.listed == listed(vehicle)))
            through.push_back(i);
    }
    return through;
}

std::array<std::size_t, listed_kinds> listed_counts(const LaidOut& of, data::Adcode county)
{
    std::array<std::size_t, listed_kinds> counts{};
    for (const ReconciledVehicle& vehicle : of.found.vehicles)
        if (is_of(vehicle, county)) ++counts[static_cast<std::size_t>(listed(vehicle))];
    return counts;
}

data::Adcode county_of(const ReconciledVehicle& vehicle)
{
    static const std::size_t field = *data::kind_info<data::Bus>.field("county");
    for (const ListedVehicle* row : vehicle.rows) {
        if (row == nullptr) continue;
        const std::string text = text_of(row->values[field]);
        std::uint32_t code = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
        if (!text.empty() && error == std::errc{} && end == text.data() + text.size()) return data::Adcode{code};
    }
    return {};
}

std::string listed_value(std::size_t field, const std::string& value, language::Language language)
{
    return value.empty() ? "–" : rules::value_text(fmt::format("bus.{}", field_info(field).key), value, language);
}

std::string differences_text(const ReconciledVehicle& vehicle, language::Language language)
{
    std::string text;
    for (const Difference& difference : vehicle.differences) {
        std::string values;
        for (std::size_t i = 0; i < difference.values.size(); ++i)
            values += (i > 0 ? " / " : "") + listed_value(difference.field, difference.values[i], language);
        const auto name = tr(language, fmt::format("field.bus.{}", field_info(difference.field).key));
        const std::string one = fmt::format("{} {}", name, values);
        text = text.empty() ? one : tr(language, "reconcile.both", {text, one});
    }
    return text;
}

std::string place_text(const ListedVehicle* row, language::Language language)
{
    return row == nullptr ? std::string{tr(language, "reconcile.not_listed")}
                          : tr(language, "reconcile.row", {std::to_string(row->row)});
}

std::string matter_text(const LaidOut& of, const ReconciledVehicle& vehicle, language::Language language)
{
    std::string places;
    for (std::size_t i = 0; i < of.lists.size(); ++i) {
        const std::string one =
            tr(language, "reconcile.in_list", {of.lists[i].name, place_text(vehicle.rows[i], language)});
        places = places.empty() ? one : tr(language, "reconcile.both", {places, one});
    }
    const std::string number = language::shown_registration_number(vehicle.registration_number);
    if (vehicle.agrees()) return tr(language, "reconcile.matter", {number, places});
    return tr(language, "reconcile.matter_differs", {number, places, differences_text(vehicle, language)});
}

std::vector<std::string> listed_heads(const LaidOut& of, language::Language language)
{
    std::vector<std::string> heads{std::string{tr(language, "reconcile.number")}};
    for (const VehicleList& list : of.lists) heads.push_back(list.name);
    heads.emplace_back(tr(language, "reconcile.matched"));
    heads.emplace_back(tr(language, "reconcile.differences"));
    return heads;
}

std::vector<std::string> listed_row(const ReconciledVehicle& vehicle, language::Language language)
{
    std::vector<std::string> row{language::shown_registration_number(vehicle.registration_number)};
    for (const ListedVehicle* in : vehicle.rows) row.push_back(place_text(in, language));
    row.emplace_back(tr(language, "reconcile.by." + std::string{word(vehicle.matched)}));
    row.push_back(differences_text(vehicle, language));
    return row;
}

data::PlainSheet listed_sheet(const LaidOut& of, const std::vector<std::size_t>& vehicles, language::Language language)
{
    data::PlainSheet sheet{std::string{tr(language, "tab.reconciliation")}, listed_heads(of, language), {}};
    for (const std::size_t i : vehicles) {
        const auto texts = listed_row(of.found.vehicles[i], language);
        sheet.rows.emplace_back(texts.begin(), texts.end());
    }
    return sheet;
}

}  // namespace xiaoan::permits
