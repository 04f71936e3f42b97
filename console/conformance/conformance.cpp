#include "console/conformance/conformance.hpp"

#include "console/conformance/bus_track.hpp"
#include "console/conformance/expected.hpp"
#include "console/conformance/stop_places.hpp"
#include "console/conformance/waterside.hpp"
#include "data/register/register.hpp"
#include "geo/near.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace xiaoan::conformance {

namespace {

constexpr std::int64_t day_s = 86'400;

data::Date day_of(const data::TrackPoint& point)
{
    return data::Date{std::chrono::days{point.at_s / day_s}};
}

/// Waters of which nobody recorded a barrier.
class OpenWaters {
public:
    explicit OpenWaters(const PlacedWaters& all) : places_(kept_places(all, waters_)), search_(places_) {}

    [[nodiscard]] std::vector<rules::WatersideStretch> beside(const geo::Polyline& line) const
    {
        std::vector<rules::WatersideStretch> stretches;
        if (waters_.empty()) return stretches;
        for (const Beside& each : beside_waters(line, search_, places_))
            stretches.push_back({waters_[each.water]->id, each.length_m, each.along_m});
        std::ranges::stable_sort(stretches, std::ranges::greater{}, &rules::WatersideStretch::length_m);
        return stretches;
    }

private:
    static std::vector<geo::Geometry> kept_places(const PlacedWaters& all, std::vector<const data::Water*>& waters)
    {
        std::vector<geo::Geometry> places;
        for (std::size_t i = 0; i < all.waters.size(); ++i) {
            if (all.waters[i]->fence == data::Answer::yes) continue;
            waters.push_back(all.waters[i]);
            places.push_back(all.geometries[i]);
        }
        return places;
    }
    std::vector<const data::Water*> waters_;
    std::vector<geo::Geometry> places_;
    geo::NearSearch search_;
};

class Look {
public:
    Look(const rules::Dossiers& dossiers, const TrackSource& tracks, const PlacedWaters& waters, const Asked& asked)
        : dossiers_(dossiers),
          tracks_(tracks),
          asked_(asked),
          waters_(waters),
          by_hand_(entered_tracks(dossiers.snapshot())),
          facts_(std::make_shared<rules::DrivenFacts>())
    {
        facts_->from = asked.from;
        facts_->to = asked.to;
    }

    std::shared_ptr<const rules::DrivenFacts> take()
    {
        look_at_routes();
        look_at_buses();
        return facts_;
    }

private:
    void look_at_routes()
    {
        std::map<std::string_view, std::pair<data::RecordId, geo::Polyline>> lines;
        std::map<std::string_view, std::pair<data::RecordId, geo::Polyline>> through_stops;
        for (const data::Route& route : dossiers_.snapshot().all<data::Route>())
            if (route.geometry.empty()) {
                if (auto line = line_through(dossiers_.stops(route.code)))
                    through_stops.emplace(route.code, std::pair{route.id, std::move(*line)});
            } else if (auto line = line_of(route)) {
                if (auto beside = waters_.beside(*line); !beside.empty())
                    facts_->waterside.emplace(route.id, std::move(beside));
                lines.emplace(route.code, std::pair{route.id, std::move(*line)});
            }
        std::set<std::pair<data::RecordId, data::RecordId>> compared;
        // Roads are compared with roads, and straight lines from stop to stop with such lines.
        const auto compare_in = [&](const auto& all, std::string_view run, std::string_view paper) {
            const auto driven = all.find(run), permitted = all.find(paper);
            if (run == paper || driven == all.end() || permitted == all.end()) return;
            const std::pair pair{driven->second.first, permitted->second.first};
            if (!compared.insert(pair).second) return;
            const double off_m =
                longest_off_m(driven->second.second, permitted->second.second, asked_.measures.off_route_m);
            if (off_m > asked_.measures.off_stretch_m) facts_->other_way.emplace(pair, off_m);
        };
        const auto compare = [&](std::string_view run, std::string_view paper) {
            compare_in(lines, run, paper);
            compare_in(through_stops, run, paper);
        };
        if (lines.size() < 2 && through_stops.size() < 2) return;
        for (std::size_t bus = 0; bus < dossiers_.size(); ++bus) {
            const rules::Dossier dossier = dossiers_[bus];
            for (const rules::RunFacts& run : dossier.runs) {
                for (const rules::PlateFacts& plate : dossier.plates)
                    if (plate.route != run.route) compare(dossiers_.record(run).route, dossiers_.record(plate).route);
                for (const rules::PermitFacts& permit : dossier.permits)
                    if (permit.route != run.route) compare(dossiers_.record(run).route, dossiers_.record(permit).route);
            }
        }
    }

    void look_at_buses()
    {
        const data::Timestamp first = begin_of(asked_.from), last = end_of(asked_.to);
        std::set<std::string> sending;
        if (tracks_.blocks)
            for (data::TrackBlock& block : tracks_.blocks(first, last))
                sending.insert(std::move(block.registration_number));
        if (tracks_.blocks)
            for (data::TrackBlock& block : tracks_.blocks(data::Timestamp{0}, last))
                sent_before_.insert(std::move(block.registration_number));
        if (sending.empty() && by_hand_.empty()) return;  // nobody looked
        facts_->buses.resize(dossiers_.size());
        ends_.resize(dossiers_.size());
        const StopPlaces approved(dossiers_.snapshot());
        Driving driving(asked_.measures, approved);
        Expectations expectations(dossiers_, asked_.measures);
        std::set<std::pair<data::Adcode, data::Date>> came;
        std::map<data::Adcode, data::Timestamp> newest_of;  // the newest fix; what ends after it has not come yet
        std::vector<std::set<data::Date>> heard(dossiers_.size());
        std::set<const data::Operator*> operators;
        for (std::size_t bus = 0; bus < dossiers_.size(); ++bus) {
            const data::Bus& record = dossiers_.bus(bus);
            data::RecordedTrack track;
            if (sending.contains(record.registration_number))
                track = tracks_.track(record.registration_number, first, last);
            add_entered(by_hand_, record.registration_number, first, last, track);
            for (const data::TrackPoint& point : track.points)
                if (heard[bus].empty() || *heard[bus].rbegin() != day_of(point)) heard[bus].insert(day_of(point));
            for (const data::Date day : heard[bus]) came.emplace(record.county, day);
            facts_->buses[bus].last_fix =
                track.points.empty() ? last_fix_before(record.registration_number) : track.points.back().at();
            if (!track.points.empty()) {
                newest_of[record.county] = std::max(newest_of[record.county], track.points.back().at());
                operators.insert(dossiers_.run_by(bus));
            }
            if (is_asked_for(record)) look_at(bus, track, driving, expectations);
        }
        for (std::size_t bus = 0; bus < dossiers_.size(); ++bus) {
            rules::DrivenBusFacts& facts = facts_->buses[bus];
            const auto* run_by = dossiers_.run_by(bus);
            const data::Adcode county = dossiers_.bus(bus).county;
            facts.others_send = run_by != nullptr ? operators.contains(run_by) : newest_of.contains(county);
            for (std::size_t i = 0; i < facts.runs.size(); ++i)
                facts.runs[i].silent = rules::is_school_day(dossiers_.school_days(), facts.runs[i].date) &&
                                       !heard[bus].contains(facts.runs[i].date) &&
                                       came.contains({county, facts.runs[i].date}) &&
                                       ends_[bus][i] < newest_of[county].seconds;
        }
    }

    /// The newest fix of a vehicle that has none on the days looked at.
    [[nodiscard]] data::Timestamp last_fix_before(const std::string& number) const
    {
        data::Timestamp newest;
        const data::Timestamp first = begin_of(asked_.from);
        if (tracks_.blocks && tracks_.track && sent_before_.contains(number))
            if (const auto track = tracks_.track(number, data::Timestamp{0}, end_of(asked_.to)); !track.points.empty())
                newest = track.points.back().at();
        if (const auto entered = by_hand_.find(number); entered != by_hand_.end())
            for (const data::Track* each : entered->second)
                if (each->at.given() && each->at < first && (!newest.given() || newest < each->at)) newest = each->at;
        return newest;
    }

    [[nodiscard]] bool is_asked_for(const data::Bus& bus) const
    {
        return (asked_.bus.empty() || bus.registration_number == asked_.bus) &&
               (!asked_.county.given() || bus.county == asked_.county);
    }

    void look_at(std::size_t bus, const data::RecordedTrack& track, Driving& driving, Expectations& expectations)
    {
        for (data::Date day = asked_.from; day <= asked_.to; day += std::chrono::days{1})
            for (const Expected& expected : expectations.of(bus, day)) {
                rules::DrivenRunFacts facts = facts_of(driving.judge(track.points, expected.run), track);
                facts.date = day;
                facts.stands_in = expected.stands_in;
                ends_[bus].push_back(expected.run.arrives_s);
                facts.run = expected.rostered;
                facts.route = expected.route;
                facts_->buses[bus].runs.push_back(std::move(facts));
            }
    }

    static rules::TrackMoment moment(const data::RecordedTrack& track, std::size_t fix)
    {
        const data::TrackPoint& point = track.points[fix];
        return {point.at(),
                point.lon(),
                point.lat(),
                {track.blocks[point.block].source, static_cast<std::int32_t>(point.row)}};
    }

    [[nodiscard]] rules::DrivenRunFacts facts_of(const DrivenRun& run, const data::RecordedTrack& track) const
    {
        rules::DrivenRunFacts facts;
        facts.fixes = run.fixes;
        facts.off_route_m = run.off_route_m;
        facts.late_min = run.late_min;
        facts.max_kmh = run.max_kmh;
        if (run.max_kmh) facts.fastest = moment(track, run.fastest);
        for (const UnapprovedStop& stop : run.stops) {
            rules::UnapprovedStay stay{moment(track, stop.fix), stop.seconds};
            stay.lon = stop.place.lon;
            stay.lat = stop.place.lat;
            facts.stops.push_back(stay);
        }
        for (const OffStretch& off : run.off) {
            if (off.length_m > waterside_length_m)
                for (const auto& beside : waters_.beside(line_between(track, off)))
                    facts.waterside_m += beside.length_m;
            if (off.length_m <= facts.longest_off_m) continue;
            facts.longest_off_m = off.length_m;
            facts.off = moment(track, off.first);
        }
        return facts;
    }

    static geo::Polyline line_between(const data::RecordedTrack& track, const OffStretch& off)
    {
        geo::Polyline line;
        for (std::size_t i = off.first; i <= off.last; ++i)
            line.points.push_back({track.points[i].lon(), track.points[i].lat()});
        return line;
    }

    const rules::Dossiers& dossiers_;
    const TrackSource& tracks_;
    const Asked& asked_;
    OpenWaters waters_;
    EnteredTracks by_hand_;
    std::shared_ptr<rules::DrivenFacts> facts_;
    std::set<std::string> sent_before_;            // vehicles of which anything was recorded up to the last day
    std::vector<std::vector<std::int64_t>> ends_;  // one a run of the facts: when it was to end
};

}  // namespace

namespace {

template <class Record>
bool is_same(const data::Snapshot& a, const data::Snapshot& b)
{
    return std::ranges::equal(a.all<Record>().chunks(), b.all<Record>().chunks());
}

/// Whether all that the facts are made of is the same: chunks that no change touched are shared.
bool are_same(const data::Snapshot& a, const data::Snapshot& b)
{
    return is_same<data::Bus>(a, b) && is_same<data::Operator>(a, b) && is_same<data::Route>(a, b) &&
           is_same<data::Stop>(a, b) && is_same<data::Permit>(a, b) && is_same<data::Plate>(a, b) &&
           is_same<data::Run>(a, b) && is_same<data::Substitution>(a, b) && is_same<data::Water>(a, b) &&
           is_same<data::Track>(a, b);
}

}  // namespace

TrackSource tracks_of(const data::Register& from)
{
    return {[&from](data::Timestamp first, data::Timestamp last) { return from.track_blocks(first, last); },
            [&from](std::string_view number, data::Timestamp first, data::Timestamp last) {
                return from.track(number, first, last);
            }};
}

std::shared_ptr<const rules::DrivenFacts> driven_facts(const rules::Dossiers& dossiers, const TrackSource& tracks,
                                                       const PlacedWaters& waters, const Asked& asked)
{
    return Look(dossiers, tracks, waters, asked).take();
}

LookedAt look_at(const rules::Dossiers& dossiers, const std::shared_ptr<const data::Snapshot>& snapshot,
                 const TrackSource& tracks, const PlacedWaters& waters, data::Date as_of, const LookedAt* before)
{
    const Asked asked{.from = as_of - std::chrono::days{dossiers.params().track_days}, .to = as_of};
    LookedAt looked{
        .snapshot = snapshot, .params = dossiers.params(), .school_holidays = dossiers.school_days().holidays};
    bool any_lately = false;
    if (tracks.blocks)
        for (const data::TrackBlock& block : tracks.blocks(data::Timestamp{0}, end_of(asked.to))) {
            ++looked.blocks;
            any_lately |= block.last >= begin_of(asked.from);
            looked.newest_block = std::max(looked.newest_block, block.id);
        }
    const bool same = before != nullptr && before->facts && before->params == looked.params &&
                      before->school_holidays == looked.school_holidays && before->blocks == looked.blocks &&
                      before->newest_block == looked.newest_block && are_same(*before->snapshot, *snapshot);
    if (same && ((before->facts->buses.empty() && !any_lately) || before->facts->to == as_of))
        looked.facts = before->facts;
    else
        looked.facts = driven_facts(dossiers, tracks, waters, asked);
    return looked;
}

}  // namespace xiaoan::conformance
