#include "data/intake/track_writer.hpp"

#include <algorithm>
#include <map>

namespace xiaoan::data {

namespace {

constexpr std::size_t most_listed = 20'000;  // a plan is for people to read

class TrackWriter {
public:
    explicit TrackWriter(const TrackWriting& writing) : to_(writing), rows_(*writing.file.tracks) {}

    bool write()
    {
        const auto all = rows_.sorted();
        for (auto first = all.begin(); first != all.end();) {
            const auto last = std::ranges::find_if(
                first, all.end(), [&](const TrackRows::Row& row) { return row.vehicle != first->vehicle; });
            write_vehicle({first, last});
            to_.progress.done += static_cast<std::size_t>(last - first);
            if (to_.progress.stop_requested()) return false;
            first = last;
        }
        return true;
    }

private:
    using Rows = std::span<const TrackRows::Row>;

    void write_vehicle(Rows rows)
    {
        const std::string& number = rows_.number(rows.front().vehicle);
        const RecordedTrack recorded = to_.edit.track(number, rows.front().point.at(), rows.back().point.at());
        auto known = recorded.points.begin();
        for (std::size_t i = 0; i < rows.size();) {
            TrackRows::Row row = rows[i];
            for (++i; i < rows.size() && rows[i].point.at_s == row.point.at_s; ++i) row = later_of(row, rows[i]);
            while (known != recorded.points.end() && known->at_s < row.point.at_s) ++known;
            const bool is_known = known != recorded.points.end() && known->at_s == row.point.at_s;
            put(row, is_known ? &*known : nullptr, recorded);
        }
        for (auto& [sheet, points] : fresh_) {
            if (!points.empty()) to_.edit.add_track(number, points, to_.source_of(sheet));
            points.clear();
        }
    }

    /// What two rows of one second say together.
    TrackRows::Row later_of(const TrackRows::Row& earlier, TrackRows::Row later)
    {
        const TrackPoint& before = earlier.point;
        ++report(before.block).unchanged;
        const bool both_speeds =
            before.speed_ckmh != TrackPoint::no_speed && later.point.speed_ckmh != TrackPoint::no_speed;
        const bool differ = before.lon_e7 != later.point.lon_e7 || before.lat_e7 != later.point.lat_e7 ||
                            (both_speeds && before.speed_ckmh != later.point.speed_ckmh);
        if (differ) say_duplicate(earlier, later);
        if (later.point.speed_ckmh == TrackPoint::no_speed) later.point.speed_ckmh = before.speed_ckmh;
        return later;
    }

    void put(TrackRows::Row row, const TrackPoint* known, const RecordedTrack& recorded)
    {
        SheetReport& counts = report(row.point.block);
        if (!is_wanted(row.point, known == nullptr)) {
            ++counts.left_out;
            return;
        }
        if (known != nullptr && row.point.speed_ckmh == TrackPoint::no_speed) row.point.speed_ckmh = known->speed_ckmh;
        if (known != nullptr && known->same_as(row.point)) {
            ++counts.unchanged;
            return;
        }
        ++(known == nullptr ? counts.added : counts.changed);
        fresh_[row.point.block].push_back(row.point);
        if (to_.plan != nullptr) plan(row, known, recorded);
    }

    [[nodiscard]] bool is_wanted(const TrackPoint& point, bool is_new)
    {
        const auto& only = to_.asked.only;
        if (!only || (only->added && only->changed)) return true;
        return only->names(report(point.block).sheet, point.row) || (only->asks_outcome() && is_new == only->added);
    }

    void plan(const TrackRows::Row& row, const TrackPoint* known, const RecordedTrack& recorded)
    {
        const RowPlace place{row.point.block, row.point.row};
        const std::vector<Value> values = rows_.values(row);
        PutResult put;
        put.outcome = known == nullptr ? Outcome::added : Outcome::changed;
        if (known != nullptr) {
            put.before = {recorded.blocks[known->block].source, static_cast<std::int32_t>(known->row)};
            const std::vector<Value> before = rows_.values({row.vehicle, *known});
            for (std::size_t field = 0; field < values.size(); ++field)
                if (values[field] != before[field]) put.changes.push_back({field, before[field], values[field]});
        }
        packed_.clear();
        for (const Value& value : values) pack(packed_, value);
        if (to_.plan->size() < most_listed)
            to_.plan->add(rows_.kind(), place, put, values, packed_);
        else
            to_.plan->add_unlisted(place, put.outcome, packed_);
    }

    void say_duplicate(const TrackRows::Row& earlier, const TrackRows::Row& later)
    {
        ReadSheet& sheet = to_.file.sheets[later.point.block];
        std::string at = std::to_string(earlier.point.row);
        if (earlier.point.block != later.point.block) at = to_.file.sheets[earlier.point.block].report.sheet + " " + at;
        sheet.report.issues.push_back(
            issue_at(sheet, later.point.row, rows_.kind().keys.front().front(), IssueCode::duplicate_in_file,
                     rows_.number(later.vehicle) + "/" + iso(later.point.at()), {std::move(at)}));
    }

    SheetReport& report(std::uint16_t sheet) { return to_.file.sheets[sheet].report; }

    const TrackWriting& to_;
    TrackRows& rows_;
    std::map<std::uint16_t, std::vector<TrackPoint>> fresh_;  // by sheet, of the vehicle at hand
    std::string packed_;
};

}  // namespace

bool write_tracks(const TrackWriting& writing)
{
    return TrackWriter(writing).write();
}

}  // namespace xiaoan::data
