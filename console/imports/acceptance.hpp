// Which rows of a dry run a person accepts, one after another or sheet by sheet.
#pragma once

#include "data/intake/import.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace xiaoan::imports {

/// How many rows of a sheet would change the register, and how many of them are accepted.
struct AcceptedRows {
    std::size_t accepted = 0;
    std::size_t all = 0;
    friend bool operator==(const AcceptedRows&, const AcceptedRows&) = default;
};

class Acceptance {
public:
    Acceptance() = default;
    /// Accepts all rows of the plan but those that change what another county's file gave last: whoever wants these
    /// says so for each; and but those of sheets that wait for a person to say their datum (not 0 in `waiting`).
    explicit Acceptance(std::shared_ptr<const data::PlannedChanges> plan, std::vector<char> waiting = {});
    /// Takes over what was accepted of an earlier look at the same file, of rows that are as they were then. That rows
    /// were not accepted because their sheet waited says nothing.
    void take_over(const Acceptance& earlier);

    [[nodiscard]] bool has(std::size_t row) const { return row < accepted_.size() && accepted_[row] != 0; }
    void set(std::size_t row, bool accepted);
    void set_sheet(std::uint32_t sheet, bool accepted);
    [[nodiscard]] AcceptedRows sum() const { return sum_; }
    [[nodiscard]] AcceptedRows of_sheet(std::uint32_t sheet) const;

    /// The request that writes the accepted rows as they were looked at, and nothing else.
    [[nodiscard]] data::ImportRequest request(const data::ImportRequest& looked_at,
                                              const data::ImportReport& report) const;

private:
    [[nodiscard]] bool waits(std::size_t row) const;
    [[nodiscard]] data::RowSelection selection(const data::ImportReport& report) const;

    std::shared_ptr<const data::PlannedChanges> plan_;
    std::vector<char> waiting_;   // of each sheet
    std::vector<char> accepted_;  // of each row of the plan
    std::vector<AcceptedRows> sheets_;
    AcceptedRows sum_;
};

}  // namespace xiaoan::imports
