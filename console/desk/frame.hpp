// What every panel sees of the product during one frame: read-only, and the same for all of them.
#pragma once

#include "console/desk/bus_filter.hpp"
#include "console/desk/derived.hpp"
#include "console/desk/known_at.hpp"
#include "console/desk/selection.hpp"
#include "console/language/language.hpp"
#include "console/rules/judge.hpp"
#include "console/shell/ui.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::desk {

struct Frame {
    const Derived& derived;
    data::Date as_of;
    data::Date today;
    language::Language language;
    const BusFilter& filter;
    const Selection& selection;
    const shell::Ui& ui;
    bool stale = false;  // the derived rows are of an older date or state; newer ones are on their way
    std::optional<KnownAt> known_at = {};  // an earlier state of the register is shown; empty: that of now

    [[nodiscard]] const data::Snapshot& snapshot() const { return *derived.snapshot; }
    /// Why nothing can be written in this frame; empty where it can.
    [[nodiscard]] std::string_view why_read_only() const
    {
        return known_at ? tr("known_at.read_only") : std::string_view{};
    }
    [[nodiscard]] std::string_view tr(std::string_view key) const { return language::tr(language, key); }
    [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<std::string> arguments) const
    {
        return language::tr(language, key, arguments);
    }
};

}  // namespace xiaoan::desk
