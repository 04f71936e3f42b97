// Where the parts of a JSON document stand, found without holding the document as a tree.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace xiaoan::data {

/// Where a text is no JSON, or is nested deeper than 64.
struct JsonSpanFault {
    std::size_t offset = 0;
    std::string_view what;
};

/// Calls `use(key, value)` for each member of the object that `text` is, in its order; both are views of it, the key as
/// it stands between its quotes, the value with its quotes or brackets. What is inside a value is only counted for
/// brackets and quotes. Ends early where `use` answers false. Throws JsonSpanFault.
void for_each_member(std::string_view text, const std::function<bool(std::string_view, std::string_view)>& use);

/// The elements of an array, one after another.
class ArrayElements {
public:
    /// `text` is an array. Throws JsonSpanFault.
    explicit ArrayElements(std::string_view text);
    /// The next element; false after the last. Throws JsonSpanFault.
    [[nodiscard]] bool next(std::string_view& element);

private:
    std::string_view text_;
    std::size_t at_ = 0;
    bool first_ = true, ended_ = false;
};

}  // namespace xiaoan::data
