// The rows of recorded tracks in a file, which come by the million: 24 bytes each until they are written.
#pragma once

#include "data/intake/checked_rows.hpp"
#include "data/intake/issue.hpp"
#include "data/register/track.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiaoan::data {

/// Why a row is no point of a track.
struct UnfitPoint {
    std::size_t field = 0;
    IssueCode code{};
    std::vector<std::string> parameters{};
};

class TrackRows {
public:
    /// `kind` is that of tracks.
    explicit TrackRows(const KindInfo& kind);

    /// Keeps a row whose values were found in order; else says which of them makes no point.
    [[nodiscard]] std::optional<UnfitPoint> add(RowPlace place, std::span<const Value> values);

    /// One point of a vehicle; `point.block` is the sheet.
    struct Row {
        std::uint32_t vehicle = 0;
        TrackPoint point;
    };
    /// The rows by vehicle (in the order in which each first came), time, then place in the file. Once all are added.
    [[nodiscard]] std::span<const Row> sorted();
    [[nodiscard]] const std::string& number(std::uint32_t vehicle) const { return *numbers_[vehicle]; }
    [[nodiscard]] std::size_t size() const { return rows_.size(); }
    [[nodiscard]] const KindInfo& kind() const { return *kind_; }

    /// A row as values, one a field of the kind.
    [[nodiscard]] std::vector<Value> values(const Row& row) const;
    /// Some thousand rows from everywhere in the file, for what is told by a part of them.
    [[nodiscard]] CheckedRows sample() const;

private:
    std::uint32_t vehicle_of(const std::string& number);

    const KindInfo* kind_;
    std::size_t number_, at_, lon_, lat_, speed_;
    std::map<std::string, std::uint32_t, std::less<>> vehicles_;
    std::vector<const std::string*> numbers_;
    std::uint32_t last_ = 0;  // rows of one vehicle mostly follow each other
    std::vector<Row> rows_;
};

}  // namespace xiaoan::data
