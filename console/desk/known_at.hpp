// The moment as known at which everything is shown, in place of now: the records as the register held them then.
#pragma once

#include "data/register/commands.hpp"

#include <string>

namespace xiaoan::desk {

struct KnownAt {
    data::Timestamp moment;
    data::ChangeId newest;  // the newest change at that moment
};

/// "2026-11-20 23:59:59".
[[nodiscard]] inline std::string shown(data::Timestamp moment)
{
    std::string text = data::iso(moment);
    if (const auto middle = text.find('T'); middle != std::string::npos) text[middle] = ' ';
    return text;
}

}  // namespace xiaoan::desk
