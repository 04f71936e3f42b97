#include "data/intake/track_rows.hpp"

#include <algorithm>
#include <tuple>

namespace xiaoan::data {

TrackRows::TrackRows(const KindInfo& kind)
    : kind_(&kind),
      number_(kind.field("registration_number").value()),
      at_(kind.field("at").value()),
      lon_(kind.field("lon").value()),
      lat_(kind.field("lat").value()),
      speed_(kind.field("speed_kmh").value())
{
}

std::uint32_t TrackRows::vehicle_of(const std::string& number)
{
    if (!numbers_.empty() && *numbers_[last_] == number) return last_;
    const auto [known, is_new] = vehicles_.try_emplace(number, static_cast<std::uint32_t>(numbers_.size()));
    if (is_new) numbers_.push_back(&known->first);
    return last_ = known->second;
}

std::optional<UnfitPoint> TrackRows::add(RowPlace place, std::span<const Value> values)
{
    const auto* number = std::get_if<std::string>(&values[number_]);
    const auto* at = std::get_if<std::string>(&values[at_]);
    const auto* lon = std::get_if<double>(&values[lon_]);
    const auto* lat = std::get_if<double>(&values[lat_]);
    const auto* speed = std::get_if<double>(&values[speed_]);
    if (number == nullptr) return UnfitPoint{number_, IssueCode::missing_required};
    if (at == nullptr) return UnfitPoint{at_, IssueCode::missing_required};
    if (lon == nullptr) return UnfitPoint{lon_, IssueCode::missing_required};
    if (lat == nullptr) return UnfitPoint{lat_, IssueCode::missing_required};
    const Timestamp moment = timestamp_from_iso(*at);
    auto point = track_point(moment, *lon, *lat, speed != nullptr ? std::optional{*speed} : std::nullopt, place.row);
    if (!point && track_point(moment, *lon, *lat, std::nullopt))
        return UnfitPoint{speed_, IssueCode::out_of_range, {"0", "655"}};
    if (!point) return UnfitPoint{at_, IssueCode::out_of_range, {"1970-01-01", "2106-02-07"}};
    point->block = static_cast<std::uint16_t>(place.sheet);
    rows_.push_back({vehicle_of(*number), *point});
    return std::nullopt;
}

std::span<const TrackRows::Row> TrackRows::sorted()
{
    const auto order = [](const Row& row) {
        return std::tuple{row.vehicle, row.point.at_s, row.point.block, row.point.row};
    };
    if (!std::ranges::is_sorted(rows_, {}, order)) std::ranges::sort(rows_, {}, order);
    return rows_;
}

std::vector<Value> TrackRows::values(const Row& row) const
{
    std::vector<Value> values(kind_->fields.size());
    values[number_] = number(row.vehicle);
    values[at_] = iso(row.point.at());
    values[lon_] = row.point.lon();
    values[lat_] = row.point.lat();
    if (const auto speed = row.point.speed_kmh()) values[speed_] = *speed;
    return values;
}

CheckedRows TrackRows::sample() const
{
    constexpr std::size_t enough = 4000;
    CheckedRows some(*kind_);
    const std::size_t step = 1 + rows_.size() / enough;
    for (std::size_t i = 0; i < rows_.size(); i += step)
        (void)some.add({rows_[i].point.block, rows_[i].point.row}, values(rows_[i]));
    return some;
}

}  // namespace xiaoan::data
