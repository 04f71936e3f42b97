// The files of the last imports: which are being read, what a dry run found, what was written.
#pragma once

#include "console/imports/acceptance.hpp"
#include "data/intake/import.hpp"
#include "data/register/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::imports {

using ImportResult = std::variant<data::ImportReport, data::IntakeFault, data::StoreFault>;

struct ImportEntry {
    data::ImportRequest request;
    std::shared_ptr<data::JobProgress> progress;  // while it waits or runs
    std::optional<ImportResult> result;
    Acceptance accepted;               // of a dry run that waits for a decision
    std::vector<std::uint32_t> order;  // the rows of its plan as they stand in sheets and rows
    Acceptance earlier;                // of the same file, while it is looked at again

    [[nodiscard]] bool running() const { return progress != nullptr; }
    /// Null where there is none (yet).
    [[nodiscard]] const data::ImportReport* report() const;
    /// The name of the file without folders.
    [[nodiscard]] std::string file() const;
    /// A dry run that found something to write.
    [[nodiscard]] bool can_be_written() const;
    /// What a dry run found; null where there is none.
    [[nodiscard]] const data::PlannedChanges* plan() const;
};

/// What was found of a sheet whose positions are off by the shift of a datum that nobody named (probable_datum); null
/// where there is no such doubt. It waits for a person.
[[nodiscard]] const data::RowIssue* datum_proposal(const data::SheetReport& sheet);

/// Sums over the sheets of one or several reports.
struct ImportSum {
    std::size_t files = 0;
    std::size_t rows = 0;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t refused = 0;
    std::size_t skipped = 0;
    std::size_t warnings = 0;
    friend bool operator==(const ImportSum&, const ImportSum&) = default;
};

class ImportList {
public:
    /// A file begins to be read. It takes the place of an earlier result of the same file; results of other files go
    /// once all of them are written or refused, so that the list speaks of one arrival of files.
    void begin(data::ImportRequest request, std::shared_ptr<data::JobProgress> progress);
    /// The answer; one for a file that was given up is dropped.
    void finish(const data::ImportRequest& request, ImportResult result);

    [[nodiscard]] const std::vector<ImportEntry>& entries() const { return entries_; }
    /// The file that is read now and its place among those still to be read; null where none is.
    [[nodiscard]] const ImportEntry* running() const;
    [[nodiscard]] std::size_t running_count() const;

    /// Which rows of a dry run are accepted; null where nothing waits for it.
    [[nodiscard]] Acceptance* accepting(std::size_t entry);
    /// How many rows of all dry runs are accepted.
    [[nodiscard]] AcceptedRows accepted() const;
    /// The requests that write what was accepted of the dry runs.
    [[nodiscard]] std::vector<data::ImportRequest> to_write() const;
    /// Whether the results are of dry runs that wait for a decision.
    [[nodiscard]] bool awaits_decision() const;
    /// Forgets the dry runs, and all else where nothing is being read.
    void give_up();

    [[nodiscard]] ImportSum sum() const;
    /// How many sheets of the dry runs wait for a person to say their datum.
    [[nodiscard]] std::size_t datums_to_say() const;
    /// Differs after every change of the list.
    [[nodiscard]] std::uint64_t version() const { return version_; }

private:
    std::vector<ImportEntry> entries_;
    std::uint64_t version_ = 1;
};

}  // namespace xiaoan::imports
