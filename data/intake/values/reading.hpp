// The answer of every value parser: the value, or the reason why the cell cannot be read.
#pragma once

#include "data/intake/issue.hpp"

#include <expected>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace xiaoan::data {

/// Why a cell cannot be read, or what is doubtful about it; becomes a RowIssue once row and column are known.
struct ValueFault {
    IssueCode code{};
    std::vector<std::string> parameters{};
    friend bool operator==(const ValueFault&, const ValueFault&) = default;
};

template <class T>
using Reading = std::expected<T, ValueFault>;

/// A value that is taken although something about it is doubtful (a check digit that fails).
template <class T>
struct Doubted {
    T value{};
    std::optional<ValueFault> doubt{};
};

[[nodiscard]] inline std::unexpected<ValueFault> unread(IssueCode code, std::vector<std::string> parameters = {})
{
    return std::unexpected(ValueFault{code, std::move(parameters)});
}

}  // namespace xiaoan::data
