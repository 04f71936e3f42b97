#include "data/register/daily_backup.hpp"
#include "tests/data/register/a_register.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan::data;
using namespace xiaoan::data::test;
using std::chrono::day;
using std::chrono::days;
using std::chrono::year;

Date on_day(int y, unsigned m, unsigned d)
{
    return year{y} / static_cast<int>(m) / day{d};
}

const Date friday = on_day(2026, 11, 27);

TEST_CASE("copies are kept of the last seven days, of five weeks and of twelve months", "[register][backup]")
{
    std::vector<Date> all{on_day(2025, 11, 30), on_day(2025, 12, 31), on_day(2026, 6, 1), on_day(2026, 6, 30)};
    for (Date date = on_day(2026, 11, 8); date <= friday; date += days{1}) all.push_back(date);
    // November 2025 is twelve months ago. Of June the 30th stands for the month. Of this month the 8th and the 15th,
    // both Sundays, stand for their weeks, the 21st to the 27th for themselves.
    std::vector<Date> given_up{on_day(2025, 11, 30), on_day(2026, 6, 1)};
    for (unsigned date = 9; date <= 14; ++date) given_up.push_back(on_day(2026, 11, date));
    for (unsigned date = 16; date <= 20; ++date) given_up.push_back(on_day(2026, 11, date));
    CHECK(outlived_days(all, friday) == given_up);
    CHECK(outlived_days({}, friday).empty());
    // However long ago: the newest seven stay.
    CHECK(outlived_days({on_day(2001, 1, 1), on_day(2003, 5, 5)}, friday).empty());
}

TEST_CASE("a register is copied before the first write of a day, if anything came since the last copy",
          "[register][backup]")
{
    const Folder folder;
    const std::string path = folder.file("r.xiaoan");
    auto in = Register::create(path, a_region(), "白城市教育局", false, coordinator);
    CHECK_FALSE(keep_daily_backup(in, friday));  // nothing to lose yet
    in.note(coordinator, "第一件", "试");
    const auto kept = keep_daily_backup(in, friday);
    REQUIRE(kept);
    CHECK(*kept == path + ".backups/2026-11-27.xiaoan");
    CHECK(Register::open(*kept, Register::Access::write).history({}).size() == 2);
    in.note(coordinator, "第二件", "试");
    CHECK_FALSE(keep_daily_backup(in, friday));  // there is one of today
    REQUIRE(keep_daily_backup(in, friday + days{1}));
    CHECK_FALSE(keep_daily_backup(in, friday + days{2}));  // nothing came since
    const auto all = daily_backups(path);
    REQUIRE(all.size() == 2);
    CHECK(all[1].day == friday + days{1});
    CHECK(Register::open(all[1].path, Register::Access::read).history({}).size() == 3);
    CHECK(in.verify().sound());
}

}  // namespace
