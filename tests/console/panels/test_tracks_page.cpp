#include "console/permits/bus_dossier_panel.hpp"
#include "console/tracks/tracks_panel.hpp"
#include "geo/wkt.hpp"
#include "tests/console/conformance/a_trip.hpp"
#include "tests/console/panels/screen.hpp"

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

/// One bus on the road of 10 km; on Friday too fast for a while.
struct TracksPage {
    std::vector<data::TrackPoint> points =
        Trip(day(2026, 11, 20)).begin().drive(3000).drive(6000, 0, 20).drive(10'000).points;
    conformance::TrackSource source{[](data::Timestamp, data::Timestamp) {
                                        return std::vector<data::TrackBlock>{{.registration_number = bus_number}};
                                    },
                                    [this](std::string_view, data::Timestamp, data::Timestamp) {
                                        return data::RecordedTrack{{{.source = 9}}, points};
                                    }};
    tracks::TracksState state;
    permits::BusDossierState dossier;
    Screen screen{[this](const desk::Frame& frame, const shell::Rect& where) {
                      return tracks::draw_tracks_panel(state, frame, where);
                  },
                  [this](const desk::Frame& frame, const shell::Rect& where) {
                      return permits::draw_bus_dossier(dossier, frame, {where, false});
                  }};

    TracksPage()
    {
        auto snapshot = an_empty_snapshot();
        data::Route route;
        route.code = "L1";
        route.name = "老井线";
        route.departs_at = ten_to_seven;
        route.arrives_at = data::TimeOfDay{428};
        route.geometry = geo::wkt_from_geometry(geo::geometry_of(the_road()));
        add_to(*snapshot, a_bus());
        add_to(*snapshot, a_permit());
        add_to(*snapshot, a_plate());
        add_to(*snapshot, a_run());
        add_to(*snapshot, route);
        snapshot->region = screen.derived->snapshot->region;
        screen.derived = desk::derive(snapshot, monday, nullptr, {}, source);
        screen.frames(3);
    }
    [[nodiscard]] const desk::ReadStrip* asked() const
    {
        const auto* any = screen.last<desk::CheckRequest>();
        return any != nullptr ? std::get_if<desk::ReadStrip>(any) : nullptr;
    }
};

TEST_CASE("a driven run is shown as a strip that the pointer and the arrow keys go along", "[panels]")
{
    TracksPage page;
    CHECK(page.screen.shows("超速"));
    REQUIRE(page.asked() != nullptr);
    const desk::DrivenRunKey key = page.asked()->run;
    CHECK(key.date == day(2026, 11, 20));
    const auto made = conformance::run_strip(page.screen.derived->dossiers, page.source,
                                             {key.registration_number, key.date, key.run});
    REQUIRE(made);
    tracks::take_strip(page.state, key, page.screen.derived->snapshot->generation,
                       std::make_shared<const conformance::RunStrip>(*made));
    page.screen.frames(3);
    CHECK(page.screen.count<desk::CheckRequest>() == 1);  // asked once
    CHECK(page.screen.shows("超速 2.8 公里，最高 72（上限 60）"));
    page.screen.click("行驶过程图");
    REQUIRE(page.state.cursor);
    const auto before = *page.state.cursor;
    page.screen.key("Right");
    CHECK(page.state.cursor == before + 1);
    page.screen.key("Home");
    CHECK(page.state.cursor == 0);
}

TEST_CASE("the dossier of a bus leads to the strips of its days", "[panels]")
{
    TracksPage page;
    page.screen.selection = {desk::Selected::bus, bus_number};
    page.screen.frames(3);
    page.screen.scroll_down_beside();
    page.screen.click("最高 72 公里/小时");
    const auto* any = page.screen.last<desk::CheckRequest>();
    REQUIRE(any != nullptr);
    const auto* shown = std::get_if<desk::ShowDriven>(any);
    REQUIRE(shown != nullptr);
    CHECK(shown->run.registration_number == bus_number);
}

}  // namespace
