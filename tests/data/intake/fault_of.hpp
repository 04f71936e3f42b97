// The reason for which an action refuses a file.
#pragma once

#include "data/intake/fault.hpp"

#include <optional>

namespace xiaoan::data::test {

/// Empty where the action does not throw an IntakeFault.
template <class Action>
[[nodiscard]] std::optional<IntakeFault> fault_of(Action action)
{
    try {
        action();
    } catch (const IntakeFault& fault) {
        return fault;
    }
    return std::nullopt;
}

}  // namespace xiaoan::data::test
