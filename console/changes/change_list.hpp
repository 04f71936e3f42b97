// What has been read of the log of changes, and the rows it makes: each change, and under an open one its records and
// fields.
#pragma once

#include "data/register/change.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace xiaoan::changes {

/// How many changes are read at a time, and how many records of one that is opened.
inline constexpr std::size_t changes_a_page = 200;
inline constexpr std::size_t records_a_change = 200;

/// A record whose changes alone are shown.
struct OfRecord {
    std::string kind;
    std::string key;
    friend bool operator==(const OfRecord&, const OfRecord&) = default;
};

/// One row of the list. `record` and `field` count within the change that is open.
struct Row {
    enum class What : std::uint8_t { change, reading, record, field, more_records, no_records };
    What what = What::change;
    std::uint32_t change = 0;
    std::uint32_t record = 0;
    std::uint32_t field = 0;
    friend bool operator==(const Row&, const Row&) = default;
};

class ChangeList {
public:
    /// What is to be read next, if anything: newer changes, the records of an opened change, older changes where
    /// `older_wanted`. Nothing while an answer is awaited. `newest` is the last change of the snapshot shown.
    [[nodiscard]] std::optional<data::HistoryRequest> wanted(data::ChangeId newest, bool older_wanted) const;
    /// Says that a request was sent.
    void asked(const data::HistoryRequest& request, data::ChangeId newest);
    /// Takes the answer to a request; one that was not awaited is dropped.
    void take(const data::HistoryRequest& request, std::vector<data::Change> answer);
    /// The request could not be answered; it may be asked again when something changes.
    void failed(const data::HistoryRequest& request);

    /// Starts anew with the changes of one record, or of all.
    void show_only(std::optional<OfRecord> of);
    [[nodiscard]] const std::optional<OfRecord>& only() const { return only_; }

    void open(data::ChangeId change, bool on);
    [[nodiscard]] bool is_open(data::ChangeId change) const { return open_.contains(change.value); }

    /// Newest first, without their records.
    [[nodiscard]] const std::vector<data::Change>& changes() const { return changes_; }
    /// The change with its records; null until they are read.
    [[nodiscard]] const data::Change* details(data::ChangeId change) const;
    /// The change that undid this one, among those read.
    [[nodiscard]] std::optional<data::ChangeId> undone_by(data::ChangeId change) const;
    /// The rows, kept until something changes.
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] bool complete() const { return complete_; }
    [[nodiscard]] bool reading() const { return awaited_.has_value(); }
    /// Whether the first answer has come.
    [[nodiscard]] bool read() const { return read_; }

private:
    void merge(std::vector<data::Change> answer);
    void make_rows();
    void add_record_rows(std::uint32_t index, const data::Change& details);

    std::optional<OfRecord> only_;
    std::vector<data::Change> changes_;
    std::map<std::int64_t, data::Change> details_;
    std::set<std::int64_t> open_;
    std::set<std::int64_t> failed_;  // changes whose records could not be read
    std::vector<Row> rows_;
    std::optional<data::HistoryRequest> awaited_;
    data::ChangeId asked_up_to_{-1};
    bool complete_ = false;  // the oldest change has been read
    bool read_ = false;
};

[[nodiscard]] bool same(const data::HistoryRequest& one, const data::HistoryRequest& other);

}  // namespace xiaoan::changes
