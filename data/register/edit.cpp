#include "data/register/edit.hpp"

#include "data/register/conflict_table.hpp"
#include "data/register/edit_state.hpp"
#include "data/register/fault.hpp"
#include "data/register/track_table.hpp"

#include <algorithm>

namespace xiaoan::data {

std::size_t index_of(const KindInfo& kind)
{
    const auto all = kinds();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == &kind) return i;
    const auto found = std::ranges::find(all, kind.key, [](const KindInfo* each) { return each->key; });
    return static_cast<std::size_t>(found - all.begin());
}

RecordTable& Edit::State::table(const KindInfo& kind)
{
    const std::size_t index = index_of(kind);
    auto& table = tables.at(index);
    if (!table)
        table = std::make_unique<RecordTable>(change.db(), *kinds()[index], people, change.ids(), change.recording());
    return *table;
}

void Edit::State::count(const KindInfo& kind, const PutResult& result)
{
    static constexpr int kind_bits = 5;
    if (result.outcome == Outcome::unchanged) return;
    const std::size_t index = index_of(kind);
    auto& first = first_added.at(index);  // ids ascend: from here on all records are new ones
    if (result.outcome == Outcome::added) {
        if (first == 0) first = result.id.value;
        ++touched;
        return;
    }
    const std::int64_t record = result.id.value << kind_bits | static_cast<std::int64_t>(index);
    const bool counted_as_added = first != 0 && result.id.value >= first;
    if (!counted_as_added && changed.insert(record).second) ++touched;
}

std::int64_t insert_source(RecordedChange& change, const NewSource& source, const Actor& actor)
{
    Statement insert(change.db(), "INSERT INTO source_file (id, file, sheet, sha256, imported_at, imported_by, kind)"
                                  " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    const std::int64_t id = change.ids().next("source_file");
    insert.bind(1, id);
    insert.bind(2, std::string_view{source.file});
    if (source.sheet.empty())
        insert.bind_null(3);
    else
        insert.bind(3, std::string_view{source.sheet});
    insert.bind(4, std::string_view{source.sha256});
    insert.bind(5, std::string_view{actor.at});
    insert.bind(6, std::string_view{actor.name});
    insert.bind(7, std::string_view{source.kind});
    insert.run();
    return id;
}

Edit::Edit(std::unique_ptr<State> state) : state_(std::move(state)) {}
Edit::Edit(Edit&&) noexcept = default;
Edit::~Edit() = default;

Result<PutResult> Edit::put(const KindInfo& kind, std::span<const Value> values, Origin origin, bool replace_vehicle)
{
    return guarded(state_->change.store().path, [&] {
        std::int64_t replaced = 0;
        auto result = state_->table(kind).put(values, origin, replace_vehicle, replaced);
        if (result) state_->count(kind, *result);
        if (replaced != 0) {
            if (result) result->replaces = true;
            state_->replaced.emplace_back(&kind, replaced);
            state_->count(kind, {Outcome::changed, RecordId{replaced}, {}});
        }
        return result;
    });
}

std::int64_t Edit::add_source(const NewSource& source, const Actor& actor)
{
    return guarded(state_->change.store().path, [&] {
        const std::int64_t id = insert_source(state_->change, source, actor);
        if (std::ranges::find(state_->files, source.file) == state_->files.end()) state_->files.push_back(source.file);
        return id;
    });
}

std::optional<NewSource> Edit::source(std::int64_t id) const
{
    return guarded(state_->change.store().path, [&]() -> std::optional<NewSource> {
        Statement select(state_->change.db(), "SELECT file, sheet, sha256, kind FROM source_file WHERE id = ?1");
        select.bind(1, id);
        if (!select.step()) return std::nullopt;
        return NewSource{std::string{select.text(0)}, std::string{select.text(1)}, std::string{select.text(2)},
                         std::string{select.text(3)}};
    });
}

bool Edit::is_new(const KindInfo& kind, std::span<const Value> values) const
{
    return guarded(state_->change.store().path, [&] {
        RecordFinder& finder = state_->table(kind).finder();
        const bool found = finder.find(values) != nullptr;
        finder.done();
        return !found;
    });
}

void Edit::contest(const KindInfo& kind, const PutResult& changed, Origin by)
{
    guarded(state_->change.store().path, [&] { add_contested(*state_, kind, changed, by); });
}

void Edit::add_track(std::string_view registration_number, std::span<const TrackPoint> points, std::int64_t source)
{
    guarded(state_->change.store().path, [&] {
        add_track_blocks(state_->change.db(), state_->change.ids(), registration_number, points, source);
        state_->touched += points.size();
    });
}

RecordedTrack Edit::track(std::string_view registration_number, Timestamp first, Timestamp last) const
{
    const std::string& path = state_->change.store().path;
    return guarded(path, [&] { return read_track(state_->change.db(), path, registration_number, first, last); });
}

bool Edit::has_referred(const KindInfo& kind, std::string_view reference) const
{
    return guarded(state_->change.store().path, [&] {
        RecordFinder& finder = state_->table(kind).finder();
        const bool found = finder.find_referred(reference) != nullptr;
        finder.done();
        return found;
    });
}

std::vector<bool> Edit::have_referred(const KindInfo& kind, std::span<const std::string_view> references) const
{
    return guarded(state_->change.store().path, [&] { return state_->table(kind).finder().referred(references); });
}

std::optional<ChangeId> Edit::State::commit(const Actor& actor, std::string_view command, std::string_view reason)
{
    if (touched == 0) return std::nullopt;
    for (const auto& [kind, id] : replaced) table(*kind).retire(id, actor.at, "vehicle_replaced");
    LogEntry entry;
    entry.at = actor.at;
    entry.actor = actor.name;
    entry.command = command;
    entry.reason = reason;
    entry.touched = static_cast<std::int64_t>(touched);
    for (const std::string& file : files) entry.file += (entry.file.empty() ? "" : ", ") + file;
    return change.commit(std::move(entry));
}

std::optional<ChangeId> Edit::commit(const Actor& actor, std::string_view command, std::string_view reason)
{
    const auto state = std::move(state_);  // over, whichever way it ends
    return guarded(state->change.store().path, [&] { return state->commit(actor, command, reason); });
}

}  // namespace xiaoan::data
