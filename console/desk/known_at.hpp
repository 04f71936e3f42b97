// The moment as known at which everything is shown, in place of now: the records as the register held them then.
#pragma once

#include "data/register/commands.hpp"

namespace xiaoan::desk {

struct KnownAt {
    data::Timestamp moment;
    data::ChangeId newest;  // the newest change at that moment
};

}  // namespace xiaoan::desk
