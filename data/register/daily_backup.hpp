// A copy of the register as it was before the first write of a day, and the rule by which such copies are kept.
#pragma once

#include "data/register/register.hpp"

#include <optional>
#include <string>
#include <vector>

namespace xiaoan::data {

struct DailyBackup {
    Date day{};
    std::string path{};  // a register of its own, its secret beside it
    friend bool operator==(const DailyBackup&, const DailyBackup&) = default;
};

/// The folder of the daily copies of a register: its name with ".backups" behind it.
[[nodiscard]] std::string daily_backups_folder(const std::string& register_path);

/// The daily copies that lie there, ascending by day. None where there is no such folder.
[[nodiscard]] std::vector<DailyBackup> daily_backups(const std::string& register_path);

/// Which days' copies the rule gives up: kept are the newest seven, the newest of each of the last five calendar weeks
/// (from Monday) and of each of the last twelve calendar months. `days` ascend; so does the result. A day to come is
/// kept.
[[nodiscard]] std::vector<Date> outlived_days(const std::vector<Date>& days, Date today);

/// Copies the register into that folder under the day's date, unless there is a copy of today, nothing came since the
/// newest copy, or the register holds no change beside its creation; then removes the copies that the rule gives up.
/// The path of the new copy, if one was made. Throws StoreFault: what `backup` throws; the register is not touched.
std::optional<std::string> keep_daily_backup(const Register& of, Date today);

}  // namespace xiaoan::data
