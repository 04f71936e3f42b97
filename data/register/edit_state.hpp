// What an Edit holds: the recorded transaction and the tables that it writes.
#pragma once

#include "data/register/edit.hpp"
#include "data/register/record_table.hpp"
#include "data/register/recorded_change.hpp"

#include <array>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace xiaoan::data {

struct Edit::State {
    explicit State(Store& store) : change(store), people(change.db(), *store.secret, change.ids(), change.recording())
    {
    }

    /// The table of a kind, made when it is first asked for.
    [[nodiscard]] RecordTable& table(const KindInfo& kind);
    /// Counts a record once, however often it is put.
    void count(const KindInfo& kind, const PutResult& result);
    /// As Edit::commit; nothing may be asked of the state afterwards.
    std::optional<ChangeId> commit(const Actor& actor, std::string_view command, std::string_view reason);

    RecordedChange change;
    PersonStore people;
    std::array<std::unique_ptr<RecordTable>, kind_count> tables;
    std::size_t touched = 0;
    std::unordered_set<std::int64_t> changed;  // id and kind in one number
    std::array<std::int64_t, kind_count> first_added{};
    std::vector<std::pair<const KindInfo*, std::int64_t>> replaced;
    std::vector<std::string> files;
};

/// Records a file as the source of rows; its id.
std::int64_t insert_source(RecordedChange& change, const NewSource& source, const Actor& actor);

/// Where a kind stands in kinds().
[[nodiscard]] std::size_t index_of(const KindInfo& kind);

}  // namespace xiaoan::data
