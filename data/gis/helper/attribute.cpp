#include "data/gis/helper/attribute.hpp"

#include <ogr_feature.h>

#include <fmt/format.h>

#include <chrono>

namespace xiaoan::data::gis {

namespace {

constexpr int unknown_zone = 0, local_zone = 1, utc_zone = 100, minutes_a_zone_step = 15;  // OGRField's TZFlag
constexpr int china_minutes = 8 * 60;

FeatureValue whole(std::int64_t value)
{
    constexpr std::int64_t exact_everywhere = 1'000'000'000'000'000;
    if (value > -exact_everywhere && value < exact_everywhere) return value;
    return std::to_string(value);
}

std::string moment(const OGRFeature& feature, int field, bool utc)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone) == 0) return {};
    if (zone == unknown_zone && utc) zone = utc_zone;
    using namespace std::chrono;
    const sys_days date = std::chrono::year{year} / month / day;
    auto at = sys_seconds{date} + hours{hour} + minutes{minute} + seconds{static_cast<int>(second)};
    if (zone != unknown_zone && zone != local_zone)
        at += minutes{china_minutes - (zone - utc_zone) * minutes_a_zone_step};
    const auto at_day = floor<days>(at);
    const year_month_day there{at_day};
    const hh_mm_ss time{at - at_day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(there.year()),
                       static_cast<unsigned>(there.month()), static_cast<unsigned>(there.day()), time.hours().count(),
                       time.minutes().count(), time.seconds().count());
}

std::string date_or_time(const OGRFeature& feature, int field, bool date)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    if (feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone) == 0) return {};
    return date ? fmt::format("{:04}-{:02}-{:02}", year, month, day)
                : fmt::format("{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
}

}  // namespace

FeatureValue attribute(const OGRFeature& feature, int field, bool utc)
{
    if (feature.IsFieldSetAndNotNull(field) == 0) return {};
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    switch (definition.GetType()) {
    case OFTInteger:
        if (definition.GetSubType() == OFSTBoolean) return feature.GetFieldAsInteger(field) != 0;
        return whole(feature.GetFieldAsInteger(field));
    case OFTInteger64: return whole(feature.GetFieldAsInteger64(field));
    case OFTReal: return feature.GetFieldAsDouble(field);
    case OFTDate: return date_or_time(feature, field, true);
    case OFTTime: return date_or_time(feature, field, false);
    case OFTDateTime: return moment(feature, field, utc);
    case OFTBinary: return {};
    default: return std::string{feature.GetFieldAsString(field)};
    }
}

}  // namespace xiaoan::data::gis
