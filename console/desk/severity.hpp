// Grades of findings and states of buses in the shapes and colours of the window.
#pragma once

#include "console/rules/judge.hpp"
#include "console/shell/theme.hpp"

#include <optional>

namespace xiaoan::desk {

/// Empty for a bus that is not in service: it has no shape.
[[nodiscard]] constexpr std::optional<shell::Severity> shown_severity(rules::BusState state)
{
    switch (state) {
    case rules::BusState::stop: return shell::Severity::stop;
    case rules::BusState::rectify: return shell::Severity::rectify;
    case rules::BusState::notice: return shell::Severity::notice;
    case rules::BusState::in_order: return shell::Severity::in_order;
    case rules::BusState::not_in_service: break;
    }
    return std::nullopt;
}

[[nodiscard]] constexpr shell::Severity shown_severity(rules::Severity severity)
{
    switch (severity) {
    case rules::Severity::stop: return shell::Severity::stop;
    case rules::Severity::rectify: return shell::Severity::rectify;
    case rules::Severity::notice:
    case rules::Severity::data: break;
    }
    return shell::Severity::notice;
}

}  // namespace xiaoan::desk
