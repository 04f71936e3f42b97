// Texts by which records name each other, as numbers that compare in one step.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace xiaoan::rules {

/// 64 bits of a text: equal texts have equal keys, and two that differ have equal ones by a chance of 1 in 10^19.
using TextKey = std::uint64_t;
/// Nothing is given.
inline constexpr TextKey no_text = 0;

[[nodiscard]] TextKey text_key(std::string_view text);
/// The same without regard to blanks, to the width of letters, figures and brackets, and to Latin capitals, as of names
/// that people typed.
[[nodiscard]] TextKey name_key(std::string_view name);

/// Gathers names into the key of their set: neither order nor doubles count, blanks inside a name neither.
class NameSet {
public:
    void add(std::string_view name);
    /// no_text where no name was added. Empties the set.
    [[nodiscard]] TextKey take();

private:
    std::vector<TextKey> names_;
};

/// The set of the names in a printed list: 平安站、东门站, apart by 、 or by commas and semicolons of either width.
[[nodiscard]] TextKey printed_names_key(std::string_view list);
/// How many people a cell names: apart by 、 / or by commas and semicolons of either width; "2人" says it itself.
[[nodiscard]] int people_named(std::string_view list);

}  // namespace xiaoan::rules
