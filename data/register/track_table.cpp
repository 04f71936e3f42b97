#include "data/register/track_table.hpp"

#include "data/register/change_log.hpp"
#include "data/register/changeset.hpp"
#include "data/register/fault.hpp"
#include "data/register/track_codec.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

namespace xiaoan::data {

namespace {

std::string hash_of(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hexadecimal(digest);
}

void keep_content(const SQLite::Database& db, std::string_view sha256, std::string_view bytes)
{
    Statement there(db, "SELECT 1 FROM track_content WHERE sha256 = ?1");
    there.bind(1, sha256);
    if (there.step()) return;
    const std::string packed = packed_text(bytes);
    Statement insert(db, "INSERT INTO track_content (sha256, packed) VALUES (?1, ?2)");
    insert.bind(1, sha256);
    insert.bind(2, Bytes{reinterpret_cast<const unsigned char*>(packed.data()), packed.size()});
    insert.run();
}

/// What is kept under a hash; empty where nothing is, or where it is not what the hash says.
std::optional<std::string> content(Statement& select, std::string_view sha256)
{
    select.reset();
    select.bind(1, sha256);
    if (!select.step()) return std::nullopt;
    try {
        std::string bytes = unpacked_text(select.blob(0));
        if (hash_of(bytes) != sha256) return std::nullopt;
        return bytes;
    } catch (const SQLite::Exception&) {  // no zstd frame
        return std::nullopt;
    }
}

constexpr std::string_view select_content = "SELECT packed FROM track_content WHERE sha256 = ?1";

/// In the order of time, one a second: of several the one of the block that came last.
void put_in_order(std::vector<TrackPoint>& points)
{
    const auto not_after = [](const TrackPoint& a, const TrackPoint& b) { return a.at_s >= b.at_s; };
    if (std::ranges::adjacent_find(points, not_after) == points.end()) return;
    std::ranges::stable_sort(points, {}, &TrackPoint::at_s);  // blocks stand in the order in which they came
    std::size_t kept = 0;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (i + 1 == points.size() || points[i + 1].at_s != points[i].at_s) points[kept++] = points[i];
    points.resize(kept);
}

TrackBlock block_in(const Statement& row)
{
    return {row.integer(0),
            std::string{row.text(1)},
            timestamp_from_iso(row.text(2)),
            timestamp_from_iso(row.text(3)),
            static_cast<std::size_t>(row.integer(4)),
            std::string{row.text(5)},
            row.integer(6)};
}

}  // namespace

void add_track_blocks(const SQLite::Database& db, IdCounter& ids, std::string_view registration_number,
                      std::span<const TrackPoint> points, std::int64_t source)
{
    Statement insert(db, "INSERT INTO track_block (id, registration_number, first_at, last_at, points, sha256,"
                         " source_file) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    while (!points.empty()) {
        const auto block = points.first(std::min(points.size(), points_a_block));
        points = points.subspan(block.size());
        const std::string bytes = encoded_track(block);
        const std::string sha256 = hash_of(bytes);
        keep_content(db, sha256, bytes);
        const std::string first = iso(block.front().at()), last = iso(block.back().at());
        insert.bind(1, ids.next("track_block"));
        insert.bind(2, registration_number);
        insert.bind(3, std::string_view{first});
        insert.bind(4, std::string_view{last});
        insert.bind(5, static_cast<std::int64_t>(block.size()));
        insert.bind(6, std::string_view{sha256});
        insert.bind(7, source);
        insert.run();
    }
}

std::vector<TrackBlock> read_track_blocks(const SQLite::Database& db, std::string_view number, Timestamp first,
                                          Timestamp last)
{
    std::string sql = "SELECT id, registration_number, first_at, last_at, points, sha256, source_file FROM track_block"
                      " WHERE first_at <= ?1 AND last_at >= ?2";
    if (!number.empty()) sql += " AND registration_number = ?3";
    Statement select(db, sql + " ORDER BY id");
    const std::string from = iso(first), to = iso(last);
    select.bind(1, std::string_view{to});
    select.bind(2, std::string_view{from});
    if (!number.empty()) select.bind(3, number);
    std::vector<TrackBlock> blocks;
    while (select.step()) blocks.push_back(block_in(select));
    return blocks;
}

RecordedTrack read_track(const SQLite::Database& db, const std::string& path, std::string_view number, Timestamp first,
                         Timestamp last)
{
    return read_track(db, path, read_track_blocks(db, number, first, last), first, last);
}

RecordedTrack read_track(const SQLite::Database& db, const std::string& path, std::vector<TrackBlock> blocks,
                         Timestamp first, Timestamp last)
{
    RecordedTrack track{std::move(blocks), {}};
    std::size_t expected = 0;
    for (const TrackBlock& block : track.blocks) expected += block.points;
    track.points.reserve(expected);
    Statement select(db, select_content);
    for (std::size_t i = 0; i < track.blocks.size(); ++i) {
        const auto bytes = content(select, track.blocks[i].sha256);
        if (!bytes || !decode_track(*bytes, static_cast<std::uint16_t>(i), track.points))
            throw StoreFault(FaultKind::damaged, path,
                             fmt::format("the track {} of {} cannot be read", track.blocks[i].sha256,
                                         track.blocks[i].registration_number));
    }
    std::erase_if(track.points, [&](const TrackPoint& point) { return point.at() < first || point.at() > last; });
    put_in_order(track.points);
    return track;
}

void check_track_contents(const SQLite::Database& db,
                          const std::function<void(std::string_view number, std::string_view sha256)>& found)
{
    Statement blocks(db, "SELECT sha256, registration_number, points FROM track_block ORDER BY id");
    Statement select(db, select_content);
    std::vector<TrackPoint> points;
    while (blocks.step()) {
        points.clear();
        const auto bytes = content(select, blocks.text(0));
        const bool sound =
            bytes && decode_track(*bytes, 0, points) && points.size() == static_cast<std::size_t>(blocks.integer(2));
        if (!sound) found(blocks.text(1), blocks.text(0));
    }
}

}  // namespace xiaoan::data
