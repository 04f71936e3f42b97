// What every panel sees of the product during one frame: read-only, and the same for all of them.
#pragma once

#include "console/desk/bus_filter.hpp"
#include "console/desk/derived.hpp"
#include "console/desk/selection.hpp"
#include "console/language/language.hpp"
#include "console/rules/judge.hpp"
#include "console/shell/ui.hpp"

#include <memory>
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

    [[nodiscard]] const data::Snapshot& snapshot() const { return *derived.snapshot; }
    [[nodiscard]] std::string_view tr(std::string_view key) const { return language::tr(language, key); }
    [[nodiscard]] std::string tr(std::string_view key, std::initializer_list<std::string> arguments) const
    {
        return language::tr(language, key, arguments);
    }
};

}  // namespace xiaoan::desk
