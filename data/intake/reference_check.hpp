// References of rows to other records, looked up once all rows of a file are in.
#pragma once

#include "data/intake/checked_rows.hpp"
#include "data/kinds/field.hpp"
#include "data/register/edit.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// The kind of record that a field names: that of a reference, buses by their registration number, drivers by their
/// licence number. Null for all other fields, and for vehicles that were only seen: they may be in no register.
[[nodiscard]] const KindInfo* referred_kind(const KindInfo& kind, std::size_t field);

/// A reference that points at nothing, yet.
struct UnresolvedReference {
    RowPlace place;
    const KindInfo* kind = nullptr;  // of the row
    std::size_t field = 0;
    const KindInfo* to = nullptr;
    std::string value;
};

class ReferenceCheck {
public:
    /// Remembers the references of a row.
    void add(const KindInfo& kind, RowPlace place, std::span<const Value> values);
    /// Those that name no record in use, with all that `edit` holds by now.
    [[nodiscard]] std::vector<UnresolvedReference> unresolved(const Edit& edit) const;

private:
    struct Use {
        RowPlace place;
        std::uint32_t value = 0;  // its number among the distinct ones
        std::uint8_t field = 0;
    };
    /// Of one kind of rows to one kind that is meant: each distinct value once, in the order of arrival.
    struct Uses {
        std::unordered_map<std::string, std::uint32_t> number_of;
        std::vector<std::string_view> values;  // views of the keys above, which stay where they are
        std::vector<Use> uses;
    };
    struct Field {
        std::uint8_t field = 0;
        const KindInfo* to = nullptr;
    };
    [[nodiscard]] const std::vector<Field>& fields_of(const KindInfo& kind);

    std::map<std::pair<const KindInfo*, const KindInfo*>, Uses> uses_;
    std::map<const KindInfo*, std::vector<Field>> fields_;
};

}  // namespace xiaoan::data
