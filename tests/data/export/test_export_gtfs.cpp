// The feed, against the GTFS Schedule Reference (gtfs.org/documentation/schedule/reference).
#include "data/export/export_gtfs.hpp"

#include "data/intake/zip_archive.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

constexpr Date monday = std::chrono::year{2026} / 11 / 23;

/// A desk with one route to one school.
class RouteDesk : public ImportDesk {
public:
    RouteDesk()
    {
        (void)import_text("code,name,county,lon,lat,officer\n2122000001,平安小学,220881,122.8,45.6,赵示伟\n");
        (void)import_text("code,name,school,direction,departs_at,arrives_at,geometry\n"
                          "L1,\"老井,西\",2122000001,to_school,06:43,07:27,\"LINESTRING (122.7 45.5, 122.8 45.6)\"\n");
        (void)import_text("route,sequence,name,lon,lat,time\nL1,1,=老井,122.7,45.5,06:43\nL1,2,桥头,122.78,45.58,\n");
    }
};

std::string file_of(const std::vector<std::pair<std::string, std::string>>& files, std::string_view name)
{
    const auto found = std::ranges::find(files, name, [](const auto& each) { return std::string_view{each.first}; });
    return found != files.end() ? found->second : std::string{};
}

}  // namespace

TEST_CASE("the files of a feed are those of the reference", "[data][export]")
{
    const RouteDesk desk;
    const auto files = gtfs_files(timetable_of(desk.snapshot(), monday), monday);
    CHECK(file_of(files, "agency.txt") == "agency_id,agency_name,agency_url,agency_timezone,agency_lang\r\n"
                                          "bureau,白城市教育局,https://example.org,Asia/Shanghai,zh\r\n");
    CHECK(file_of(files, "stops.txt") == "stop_id,stop_name,stop_lat,stop_lon\r\n"
                                         "L1-1,'=老井,45.5,122.7\r\nL1-2,桥头,45.58,122.78\r\n"
                                         "school-2122000001,平安小学,45.6,122.8\r\n");
    CHECK(file_of(files, "routes.txt") == "route_id,agency_id,route_short_name,route_long_name,route_type\r\n"
                                          "L1,bureau,L1,\"老井,西\",3\r\n");
    CHECK(file_of(files, "trips.txt") ==
          "route_id,service_id,trip_id,trip_headsign,trip_short_name,direction_id,shape_id\r\n"
          "L1,school-days-20260901-20261231,L1.0643,平安小学,,1,L1\r\n");
    CHECK(file_of(files, "stop_times.txt") ==
          "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,timepoint\r\n"
          "L1.0643,06:43:00,06:43:00,L1-1,1,0,1,1\r\n"
          "L1.0643,,,L1-2,2,0,1,0\r\n"
          "L1.0643,07:27:00,07:27:00,school-2122000001,3,1,0,1\r\n");
    CHECK(file_of(files, "calendar.txt") ==
          "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\r\n"
          "school-days-20260901-20261231,1,1,1,1,1,0,0,20260901,20261231\r\n");
    CHECK(file_of(files, "calendar_dates.txt") == "service_id,date,exception_type\r\n"
                                                  "school-days-20260901-20261231,20261001,2\r\n");
    CHECK(file_of(files, "shapes.txt") == "shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence\r\n"
                                          "L1,45.5,122.7,1\r\nL1,45.6,122.8,2\r\n");
    CHECK(file_of(files, "feed_info.txt") ==
          "feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date,feed_version\r\n"
          "白城市教育局,https://example.org,zh,20260901,20261231,2026-11-23\r\n");
    for (const auto& [name, text] : files) CHECK(text.find("赵示伟") == std::string::npos);
}

TEST_CASE("a feed is a zip file whose bytes repeat, and says what it left out", "[data][export]")
{
    RouteDesk desk;
    (void)desk.import_text("code,departs_at\nL2,07:00\n");
    const std::string first = desk.folder.file("1.zip"), second = desk.folder.file("2.zip");
    const GtfsReport report = export_gtfs(first, desk.snapshot(), monday);
    CHECK(report.routes == 2);
    CHECK(report.trips == 1);
    CHECK(report.omissions == std::vector{Omission{"L2", OmissionReason::few_stops}});
    (void)export_gtfs(second, desk.snapshot(), monday);
    const IntakeLimits limits;
    const auto bytes = read_source_file(first, limits);
    CHECK(bytes->bytes == read_source_file(second, limits)->bytes);
    CHECK(ZipArchive(bytes, limits).names() ==
          std::vector<std::string>{"agency.txt", "stops.txt", "routes.txt", "trips.txt", "stop_times.txt",
                                   "calendar.txt", "calendar_dates.txt", "shapes.txt", "feed_info.txt"});
}

TEST_CASE("a feed that cannot be written leaves nothing behind", "[data][export]")
{
    const RouteDesk desk;
    CHECK_THROWS(export_gtfs(desk.folder.file("no/such.zip"), desk.snapshot(), monday));
    std::filesystem::create_directory(desk.folder.file("folder.zip"));
    CHECK_THROWS(export_gtfs(desk.folder.file("folder.zip"), desk.snapshot(), monday));
    CHECK_FALSE(std::filesystem::exists(desk.folder.file("folder.zip.part")));
}
