// Finding a bus, school, water, case or command by any part of its name, number or pinyin initials.
#pragma once

#include "console/desk/derived.hpp"
#include "console/desk/selection.hpp"
#include "console/language/language.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::app {

/// One thing that can be found.
struct SearchEntry {
    desk::Selection selection;  // what is selected then; nothing: a command
    int command = -1;
    std::string name;    // shown
    std::string side;    // shown beside it: county, kind
    std::string sought;  // lower case: name, key and initials, with blanks between
};

/// The initials of the pinyin of a Chinese text, in lower case; other characters as they are. Empty where unknown.
using Initials = std::string (*)(std::string_view text);

/// All buses, schools, waters and cases of a register. `initials` may be null.
[[nodiscard]] std::vector<SearchEntry> search_entries(const desk::Derived& derived, language::Language language,
                                                      Initials initials);

/// Indices of the entries that contain every word of `typed`, those that begin with it first, then by name; at most
/// `most`. Letter case, the dot of a registration number and full-width forms do not matter.
[[nodiscard]] std::vector<std::size_t> found(const std::vector<SearchEntry>& entries, std::string_view typed,
                                             std::size_t most);

/// Text as it is compared: lower case, without ·, - and blanks around.
[[nodiscard]] std::string folded(std::string_view text);

}  // namespace xiaoan::app
