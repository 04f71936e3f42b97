// The clock and the environment: read here and in the shell, nowhere below.
#pragma once

#include "data/kinds/cell.hpp"

#include <string>

namespace xiaoan::cli {

/// Today in Asia/Shanghai (UTC+8, no summer time).
[[nodiscard]] data::Date today();
/// Now as ISO 8601 with offset: 2026-11-23T09:15:02+08:00.
[[nodiscard]] std::string now();
/// $XIAOAN_REGISTER, else xiaoan/register.xiaoan under the XDG data directory.
[[nodiscard]] std::string default_register();
/// The home folder of the user; empty where the system names none.
[[nodiscard]] std::string home_folder();
/// The name of the user as the system knows it.
[[nodiscard]] std::string user_name();
/// The folder with region/ and sample/: beside the installed program, or the checkout it was built from.
[[nodiscard]] std::string data_folder();

}  // namespace xiaoan::cli
