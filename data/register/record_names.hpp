// Names records of the log: from the tables where they still are, from the log where they are no more.
#pragma once

#include "data/register/person_store.hpp"
#include "data/register/record_finder.hpp"
#include "data/register/recorded_tables.hpp"
#include "data/register/session.hpp"
#include "data/register/store.hpp"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// A record as the log knows it: its group (recorded_tables.hpp) and id; all of the region is one record.
using RecordRef = std::pair<std::size_t, std::int64_t>;

/// The record that a row of a changeset belongs to.
[[nodiscard]] RecordRef record_of(const ChangesetReader& reader);

/// "buses", "cases", "region", "sources", "people".
[[nodiscard]] std::string_view group_key(std::size_t group);

class RecordNames {
public:
    explicit RecordNames(const Store& store);

    /// The natural key by which people know the record, personal parts masked.
    [[nodiscard]] std::string name(RecordRef record);
    /// Ids of a group's records that bear this key, or bore it once.
    [[nodiscard]] std::set<std::int64_t> bearers(std::size_t group, std::string_view key);
    /// The names of a table's columns in their order.
    [[nodiscard]] const std::vector<std::string>& columns(std::string_view table);
    [[nodiscard]] PersonReader& people() { return people_; }

private:
    RecordFinder& finder(std::size_t group);
    std::optional<std::string> name_in_table(RecordRef record);
    std::optional<std::string> name_of_contested(std::int64_t id);
    std::string name_in_log(RecordRef record);
    std::optional<std::string> key_in(const ChangesetReader& reader, bool in_clear);

    const Store& store_;
    PersonReader people_;
    std::array<std::unique_ptr<RecordFinder>, kind_count> finders_;
    std::map<std::string, std::vector<std::string>, std::less<>> columns_;
    std::map<RecordRef, std::string> gone_;
};

}  // namespace xiaoan::data
