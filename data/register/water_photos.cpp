#include "data/register/water_photos.hpp"

#include "data/intake/picture_info.hpp"
#include "data/register/attachment_store.hpp"
#include "data/register/connection.hpp"
#include "data/register/fault.hpp"
#include "data/register/known_at.hpp"
#include "data/register/recorded_change.hpp"
#include "data/register/statement.hpp"

namespace xiaoan::data {

namespace {

std::unexpected<Rejected> rejected(std::string reason, std::string field, std::vector<std::string> arguments = {})
{
    return std::unexpected(Rejected{std::move(reason), std::move(field), std::move(arguments)});
}

LogEntry entry_of(std::string_view command, const Actor& actor, std::string reason)
{
    LogEntry entry;
    entry.at = actor.at;
    entry.actor = actor.name;
    entry.command = command;
    entry.reason = std::move(reason);
    entry.touched = 1;
    return entry;
}

std::vector<WaterPhoto> read_photos(const SQLite::Database& db)
{
    std::vector<WaterPhoto> photos;
    Statement rows(db, "SELECT id, water, name, size, sha256, taken_on, note, added_by, added_at FROM water_photo"
                       " WHERE retired_at IS NULL ORDER BY water, taken_on IS NULL, taken_on DESC, id DESC");
    while (rows.step()) {
        const auto taken_on = date_from_iso(rows.text(5));
        photos.push_back({.id = RecordId{rows.integer(0)},
                          .water = std::string{rows.text(1)},
                          .name = std::string{rows.text(2)},
                          .size = rows.integer(3),
                          .sha256 = std::string{rows.text(4)},
                          .taken_on = taken_on ? DateCell{*taken_on} : DateCell{},
                          .note = std::string{rows.text(6)},
                          .added_by = std::string{rows.text(7)},
                          .added_at = std::string{rows.text(8)}});
    }
    return photos;
}

std::int64_t count(const SQLite::Database& db, std::string_view sql, std::string_view first,
                   std::string_view second = {})
{
    Statement rows(db, sql);
    rows.bind(1, first);
    if (!second.empty()) rows.bind(2, second);
    return rows.step() ? rows.integer(0) : 0;
}

Result<void> obstacle(const SQLite::Database& db, const AddWaterPhoto& asked, const Actor& actor)
{
    if (count(db, "SELECT count(*) FROM water WHERE code = ?1 AND retired_at IS NULL", asked.water) == 0)
        return rejected("unknown_record", {}, {asked.water});
    if (asked.file.name.empty() || asked.file.bytes->empty())
        return rejected("attachment_empty", "photo", {asked.file.name});
    if (asked.file.bytes->size() > largest_attachment)
        return rejected("attachment_too_large", "photo", {asked.file.name, std::to_string(largest_attachment >> 20U)});
    if (!picture_info(*asked.file.bytes)) return rejected("no_picture", "photo", {asked.file.name});
    const auto today = date_from_iso(std::string_view{actor.at}.substr(0, 10));
    if (asked.taken_on.has_date() && today && asked.taken_on.date() > *today)
        return rejected("taken_later", "taken_on", {iso(asked.taken_on.date())});
    if (count(db, "SELECT count(*) FROM water_photo WHERE water = ?1 AND retired_at IS NULL", asked.water) >=
        static_cast<std::int64_t>(most_photos))
        return rejected("too_many_photos", "photo", {std::to_string(most_photos)});
    return {};
}

Result<ChangeId> carry_out(RecordedChange& change, const AddWaterPhoto& asked, const Actor& actor)
{
    const auto& db = change.db();
    if (auto allowed = obstacle(db, asked, actor); !allowed) return std::unexpected(allowed.error());
    const std::string sha256 = keep_attachment(db, *asked.file.bytes);
    if (count(db, "SELECT count(*) FROM water_photo WHERE water = ?1 AND sha256 = ?2 AND retired_at IS NULL",
              asked.water, sha256) > 0)
        return rejected("photo_there", "photo", {asked.file.name});
    {
        Statement insert(db,
                         "INSERT INTO water_photo (id, water, name, size, sha256, taken_on, note, added_by, added_at)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
        const std::string taken_on = asked.taken_on.has_date() ? iso(asked.taken_on.date()) : std::string{};
        insert.bind(1, change.ids().next("water_photo"));
        insert.bind(2, std::string_view{asked.water});
        insert.bind(3, std::string_view{asked.file.name});
        insert.bind(4, static_cast<std::int64_t>(asked.file.bytes->size()));
        insert.bind(5, std::string_view{sha256});
        if (!taken_on.empty()) insert.bind(6, std::string_view{taken_on});
        if (!asked.note.empty()) insert.bind(7, std::string_view{asked.note});
        insert.bind(8, std::string_view{actor.name});
        insert.bind(9, std::string_view{actor.at});
        insert.run();
    }
    return change.commit(entry_of("photo", actor, asked.water + " " + asked.file.name));
}

Result<ChangeId> carry_out(RecordedChange& change, const RetireWaterPhoto& asked, const Actor& actor)
{
    if (asked.reason.empty()) return rejected("missing_field", "reason");
    {
        Statement there(change.db(), "SELECT 1 FROM water_photo WHERE id = ?1 AND retired_at IS NULL");
        there.bind(1, asked.photo.value);
        if (!there.step()) return rejected("unknown_record", {}, {std::to_string(asked.photo.value)});
    }
    {
        Statement retire(change.db(), "UPDATE water_photo SET retired_at = ?2 WHERE id = ?1");
        retire.bind(1, asked.photo.value);
        retire.bind(2, std::string_view{actor.at});
        retire.run();
    }
    return change.commit(entry_of("retire", actor, asked.reason));
}

}  // namespace

std::vector<WaterPhoto> read_water_photos(const std::string& register_path, std::optional<ChangeId> known)
{
    const Store store = open_store(register_path, false);
    return guarded(register_path, [&] {
        const bool earlier = known && *known != newest_change(store.db);
        return earlier ? read_photos(store_as_known(store, *known).db) : read_photos(store.db);
    });
}

Result<ChangeId> apply_photo(const std::string& register_path, const PhotoCommand& command, const Actor& actor)
{
    Store store = open_store(register_path, true);
    return guarded(register_path, [&]() -> Result<ChangeId> {
        RecordedChange change(store);
        return std::visit([&](const auto& asked) { return carry_out(change, asked, actor); }, command);
    });
}

}  // namespace xiaoan::data
