#include "data/export/export_gtfs.hpp"

#include "data/export/csv_cell.hpp"
#include "data/export/written_file.hpp"
#include "data/register/result.hpp"
#include "geo/number_text.hpp"

#include <zip.h>

#include <fmt/format.h>

#include <initializer_list>

namespace xiaoan::data {

namespace {

constexpr std::string_view nobodys_url = "https://example.org";  // RFC 2606: belongs to nobody
constexpr std::string_view time_zone = "Asia/Shanghai", feed_language = "zh";
constexpr std::string_view bus = "3";  // route_type

/// One file of the feed, row by row.
class Table {
public:
    explicit Table(std::initializer_list<std::string_view> columns) { add(columns); }
    void add(std::initializer_list<std::string_view> cells)
    {
        bool first = true;
        for (const std::string_view cell : cells) {
            if (!std::exchange(first, false)) text_ += ',';
            append_csv_cell(text_, cell);
        }
        text_ += "\r\n";
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string compact(Date date)
{
    std::string text = iso(date);
    std::erase(text, '-');
    return text;
}

std::string degrees(double value)
{
    std::string text;
    geo::add_number(text, value);
    return text;
}

std::string_view flag(bool is_so)
{
    return is_so ? "1" : "0";
}

std::string agencies(const Timetable& timetable)
{
    Table table{"agency_id", "agency_name", "agency_url", "agency_timezone", "agency_lang"};
    for (const TimetableAgency& agency : timetable.agencies)
        table.add({agency.id, agency.name, nobodys_url, time_zone, feed_language});
    return table.text();
}

std::string stops(const Timetable& timetable)
{
    Table table{"stop_id", "stop_name", "stop_lat", "stop_lon"};
    for (const TimetableStop& stop : timetable.stops)
        table.add({stop.id, stop.name, degrees(stop.place.lat), degrees(stop.place.lon)});
    return table.text();
}

std::string routes(const Timetable& timetable)
{
    Table table{"route_id", "agency_id", "route_short_name", "route_long_name", "route_type"};
    for (const TimetableRoute& route : timetable.routes)
        table.add({route.code, route.agency, route.code, route.name != route.code ? route.name : "", bus});
    return table.text();
}

std::string_view direction_id(Direction direction)
{
    if (direction == Direction::from_school) return "0";
    return direction == Direction::to_school ? "1" : "";
}

std::string trips(const Timetable& timetable)
{
    Table table{"route_id", "service_id", "trip_id", "trip_headsign", "trip_short_name", "direction_id", "shape_id"};
    for (const TimetableTrip& trip : timetable.trips) {
        const auto route = std::ranges::find(timetable.routes, trip.route, &TimetableRoute::code);
        const bool has_shape = route != timetable.routes.end() && !route->course.empty();
        table.add({trip.route, trip.service, trip.id, trip.towards, trip.name, direction_id(trip.direction),
                   has_shape ? std::string_view{trip.route} : std::string_view{}});
    }
    return table.text();
}

std::string stop_times(const Timetable& timetable)
{
    constexpr std::string_view regular = "0", none = "1";
    Table table{"trip_id",       "arrival_time", "departure_time", "stop_id",
                "stop_sequence", "pickup_type",  "drop_off_type",  "timepoint"};
    for (const TimetableTrip& trip : timetable.trips)
        for (std::size_t i = 0; i < trip.calls.size(); ++i) {
            const TimetableCall& call = trip.calls[i];
            const std::string time = call.time.given() ? hh_mm(call.time) + ":00" : std::string{};
            table.add({trip.id, time, time, call.stop, std::to_string(i + 1), call.boards ? regular : none,
                       call.alights ? regular : none, flag(call.time.given())});
        }
    return table.text();
}

std::string calendar(const Timetable& timetable)
{
    Table table{"service_id", "monday",   "tuesday", "wednesday",  "thursday",
                "friday",     "saturday", "sunday",  "start_date", "end_date"};
    for (const TimetableService& service : timetable.services) {
        const auto& on = service.weekdays;
        table.add({service.id, flag(on[0]), flag(on[1]), flag(on[2]), flag(on[3]), flag(on[4]), flag(on[5]),
                   flag(on[6]), compact(service.from), compact(service.to)});
    }
    return table.text();
}

std::string calendar_dates(const Timetable& timetable)
{
    constexpr std::string_view added = "1", removed = "2";
    Table table{"service_id", "date", "exception_type"};
    for (const TimetableService& service : timetable.services) {
        for (const Date date : service.added) table.add({service.id, compact(date), added});
        for (const Date date : service.removed) table.add({service.id, compact(date), removed});
    }
    return table.text();
}

std::string shapes(const Timetable& timetable)
{
    Table table{"shape_id", "shape_pt_lat", "shape_pt_lon", "shape_pt_sequence"};
    for (const TimetableRoute& route : timetable.routes)
        for (std::size_t i = 0; i < route.course.size(); ++i)
            table.add({route.code, degrees(route.course[i].lat), degrees(route.course[i].lon), std::to_string(i + 1)});
    return table.text();
}

std::string feed_info(const Timetable& timetable, Date as_of)
{
    Table table{"feed_publisher_name", "feed_publisher_url", "feed_lang",
                "feed_start_date",     "feed_end_date",      "feed_version"};
    table.add(
        {timetable.publisher, nobodys_url, feed_language, compact(timetable.from), compact(timetable.to), iso(as_of)});
    return table.text();
}

}  // namespace

std::vector<std::pair<std::string, std::string>> gtfs_files(const Timetable& timetable, Date as_of)
{
    return {{"agency.txt", agencies(timetable)},
            {"stops.txt", stops(timetable)},
            {"routes.txt", routes(timetable)},
            {"trips.txt", trips(timetable)},
            {"stop_times.txt", stop_times(timetable)},
            {"calendar.txt", calendar(timetable)},
            {"calendar_dates.txt", calendar_dates(timetable)},
            {"shapes.txt", shapes(timetable)},
            {"feed_info.txt", feed_info(timetable, as_of)}};
}

GtfsReport export_gtfs(const std::string& path, const Snapshot& snapshot, Date as_of)
{
    constexpr zip_uint16_t midnight = 0, first_of_1980 = 0x21;
    const Timetable timetable = timetable_of(snapshot, as_of);
    const auto files = gtfs_files(timetable, as_of);  // must outlive zip_close
    FileInMaking made(path);
    int error = 0;
    zip_t* archive = zip_open(made.made_at().c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw StoreFault(FaultKind::not_written, path, "zip");
    for (const auto& [name, text] : files) {
        zip_source_t* bytes = zip_source_buffer(archive, text.data(), text.size(), 0);
        const auto index = zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
        if (index < 0) zip_source_free(bytes);
        if (index >= 0) zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), midnight, first_of_1980, 0);
    }
    if (zip_close(archive) != 0) {
        const std::string why = zip_strerror(archive);
        zip_discard(archive);
        throw StoreFault(FaultKind::not_written, path, why);
    }
    made.finish();
    return {timetable.routes.size(), timetable.trips.size(), timetable.omissions};
}

}  // namespace xiaoan::data
