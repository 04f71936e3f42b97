// Personal texts: names, phones and licence numbers, opened one at a time and masked for whoever has no reason to see
// them.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/kinds/field.hpp"
#include "data/register/table.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace xiaoan::data {

class Secret;

/// One personal text as it lies in the register.
struct SealedText {
    RecordId id;         // of table person
    std::string packed;  // its wrapped key (empty ones are erased), digest and box: people.cpp alone takes it apart
};

/// The sealed personal texts of a snapshot. Opening costs about two microseconds; nothing is kept in clear.
class People {
public:
    People() = default;
    People(std::shared_ptr<const Secret> secret, Table<SealedText> sealed)
        : secret_(std::move(secret)), sealed_(std::move(sealed))
    {
    }

    /// The text in clear; empty where it was erased or is unknown. Only for export with a reason, and for comparing.
    [[nodiscard]] std::optional<std::string> text(PersonRef person) const;
    /// The text as anyone may see it: empty where none is given, *** where it was erased.
    [[nodiscard]] std::string masked(PersonRef person, FieldType type) const;
    [[nodiscard]] std::size_t size() const { return sealed_.size(); }
    [[nodiscard]] const Table<SealedText>& sealed() const { return sealed_; }

private:
    std::shared_ptr<const Secret> secret_;
    Table<SealedText> sealed_;
};

/// 赵伟 -> 赵某, 赵小伟 -> 赵某某; a Latin name keeps its first letter.
[[nodiscard]] std::string masked_name(std::string_view name);
/// 220802198001010010 -> 220802********0010; shorter ones keep their last four.
[[nodiscard]] std::string masked_licence_number(std::string_view number);
/// 13804360001 -> 138****0001.
[[nodiscard]] std::string masked_phone(std::string_view phone);
/// By the type of the field it stands in.
[[nodiscard]] std::string masked(std::string_view text, FieldType type);

}  // namespace xiaoan::data
