// What the rules of conflicts share: the rows of each kind, and pairs made of two of them. Not for other folders.
#pragma once

#include "console/conflicts/conflict.hpp"
#include "data/register/record_rows.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::conflicts {

class ConflictSearch {
public:
    ConflictSearch(const data::Snapshot& snapshot, data::Date as_of) : snapshot_(snapshot), as_of_(as_of) {}

    [[nodiscard]] const data::Snapshot& snapshot() const { return snapshot_; }
    [[nodiscard]] data::Date as_of() const { return as_of_; }

    /// Two records of one kind. `telling` are the fields that the rule compared: the decision about a pair holds while
    /// these stay as they are. A pair that was found by another rule already is not found again.
    void add_pair(ConflictRule rule, const data::KindInfo& kind, data::RecordId first, data::RecordId second,
                  std::span<const std::string_view> telling, Proposal proposal);
    /// Records of two kinds that disagree in one field.
    void add_across(ConflictRule rule, const data::KindInfo& kind, data::RecordId record, std::string_view field,
                    const data::KindInfo& other, data::RecordId other_record, std::string_view other_field,
                    Proposal proposal);
    /// A record as it was before another county's file changed it, beside what it is now.
    void add_contested(const data::Contested& contested);

    [[nodiscard]] std::vector<Conflict> take() { return std::move(found_); }

private:
    struct Row {
        const data::RecordRows* rows = nullptr;
        std::size_t index = 0;
    };
    [[nodiscard]] Row row(const data::KindInfo& kind, data::RecordId id);
    [[nodiscard]] static ConflictSide side(const Row& row);
    [[nodiscard]] data::Adcode county(const Row& row) const;

    const data::Snapshot& snapshot_;
    data::Date as_of_;
    std::map<const data::KindInfo*, data::RecordRows> rows_;
    std::set<std::pair<std::string, std::string>> pairs_;
    std::vector<Conflict> found_;
};

// The rules, each group in its file.
void find_overwritten(ConflictSearch& search);
void find_buses_twice(ConflictSearch& search);
void find_papers_twice(ConflictSearch& search);
void find_drivers_twice(ConflictSearch& search);
void find_places_twice(ConflictSearch& search);

}  // namespace xiaoan::conflicts
