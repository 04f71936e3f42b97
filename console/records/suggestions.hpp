// What may be meant by what is typed into a field: records that it may name, and words that were used there before.
#pragma once

#include "data/register/record_rows.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::records {

struct Suggestion {
    std::string text;          // what choosing it puts into the field; of a person the masked text
    std::string side;          // what tells it apart: a name
    data::PersonRef person{};  // of a driver: chosen, never typed out
    std::string sought{};      // in lower case, what is typed is looked for in it
};

/// Gathered once for each field of a form, then searched at every key.
class Suggestions {
public:
    /// Whether the field may have any: it names records, or holds free text.
    [[nodiscard]] static bool has(const data::KindInfo& kind, std::size_t field);
    /// Those that hold what is typed, those that begin with it first; at most `most`. Nothing for an exact match alone.
    [[nodiscard]] std::vector<Suggestion> matching(const std::shared_ptr<const data::Snapshot>& snapshot,
                                                   const data::KindInfo& kind, std::size_t field,
                                                   std::string_view typed, std::size_t most);

private:
    void gather(const data::Snapshot& snapshot, const data::KindInfo& kind, std::size_t field);

    std::shared_ptr<const data::Snapshot> snapshot_;
    const data::KindInfo* kind_ = nullptr;
    std::size_t field_ = SIZE_MAX;
    std::vector<Suggestion> all_;
};

}  // namespace xiaoan::records
