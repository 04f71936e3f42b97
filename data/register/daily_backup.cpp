#include "data/register/daily_backup.hpp"

#include "data/register/fault.hpp"
#include "data/register/secret.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <limits>
#include <set>
#include <utility>

namespace xiaoan::data {

namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::string_view ending = ".xiaoan";
constexpr std::size_t newest_kept = 7;
constexpr int weeks_kept = 5;
constexpr int months_kept = 12;

Date monday_of(Date day)
{
    return day - (weekday{day} - std::chrono::Monday);
}

int month_of(Date day)
{
    const year_month_day civil{day};
    return static_cast<int>(civil.year()) * 12 + static_cast<int>(static_cast<unsigned>(civil.month()));
}

std::string path_of(const std::string& register_path, Date day)
{
    return (fs::path(daily_backups_folder(register_path)) / (iso(day) + std::string{ending})).string();
}

/// Empty where the copy cannot be read: then it stands for nothing.
std::string newest_hash_in(const std::string& path)
{
    try {
        const Register copy = Register::open(path, Register::Access::read);
        const auto newest = copy.change_at(Timestamp{std::numeric_limits<std::int64_t>::max()});
        return newest ? copy.hash_of(*newest) : std::string{};
    } catch (const StoreFault&) {
        return {};
    }
}

void remove(const DailyBackup& backup)
{
    std::error_code ignored;  // one that stays is removed another day
    fs::remove(backup.path, ignored);
    fs::remove(Secret::path_for(backup.path), ignored);
}

}  // namespace

std::string daily_backups_folder(const std::string& register_path)
{
    return register_path + ".backups";
}

std::vector<DailyBackup> daily_backups(const std::string& register_path)
{
    std::vector<DailyBackup> found;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator(daily_backups_folder(register_path), missing)) {
        const std::string name = entry.path().filename().string();
        if (!name.ends_with(ending)) continue;
        if (const auto day = date_from_iso(std::string_view{name}.substr(0, name.size() - ending.size())))
            found.push_back({*day, entry.path().string()});
    }
    std::ranges::sort(found, {}, &DailyBackup::day);
    return found;
}

std::vector<Date> outlived_days(const std::vector<Date>& all, Date today)
{
    std::set<Date> kept(all.end() - static_cast<std::ptrdiff_t>(std::min(newest_kept, all.size())), all.end());
    std::set<Date> weeks;
    std::set<int> months;
    for (auto day = all.rbegin(); day != all.rend(); ++day) {  // the newest of a week or month comes first
        const bool week_counts = monday_of(today) - monday_of(*day) < days{7 * weeks_kept};
        const bool month_counts = month_of(today) - month_of(*day) < months_kept;
        const bool first_of_week = weeks.insert(monday_of(*day)).second;
        const bool first_of_month = months.insert(month_of(*day)).second;
        if ((week_counts && first_of_week) || (month_counts && first_of_month)) kept.insert(*day);
    }
    std::vector<Date> outlived;
    std::ranges::copy_if(all, std::back_inserter(outlived), [&](Date day) { return !kept.contains(day); });
    return outlived;
}

std::optional<std::string> keep_daily_backup(const Register& of, Date today)
{
    const auto before = daily_backups(of.path());
    if (!before.empty() && before.back().day >= today) return std::nullopt;
    const auto newest = of.change_at(Timestamp{std::numeric_limits<std::int64_t>::max()});
    if (!newest || newest->value <= 1) return std::nullopt;
    if (!before.empty() && newest_hash_in(before.back().path) == of.hash_of(*newest)) return std::nullopt;

    const std::string folder = daily_backups_folder(of.path());
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) throw fault_of_errno(folder, failure.value());
    const std::string path = path_of(of.path(), today);
    of.backup(path);

    const auto all = daily_backups(of.path());
    std::vector<Date> dates;
    for (const DailyBackup& each : all) dates.push_back(each.day);
    const auto outlived = outlived_days(dates, today);
    for (const DailyBackup& each : all)
        if (std::ranges::binary_search(outlived, each.day)) remove(each);
    return path;
}

}  // namespace xiaoan::data
