#include "console/permits/permit_board.hpp"

#include "console/language/wording.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace xiaoan::permits {

namespace {

using language::tr;
using rules::OpenClock;
using rules::StepClock;

/// Working days left; below 0 the days it is late.
std::optional<int> days_left(const StepClock& clock)
{
    if (!clock.used || !clock.limit) return std::nullopt;
    return *clock.limit - *clock.used;
}

/// What a card is sorted by.
std::tuple<bool, int, std::string_view, std::string_view> place_of(const OpenClock& open)
{
    const bool late = open.clock.late == std::optional{true};
    return {!late, days_left(open.clock).value_or(late ? 0 : std::numeric_limits<int>::max()), open.registration_number,
            open.number};
}

std::string say(language::Language language, std::string_view key)
{
    return std::string{tr(language, key)};
}

}  // namespace

Board permit_board(std::span<const OpenClock> clocks, const BoardFilter& filter)
{
    Board board;
    for (std::size_t i = 0; i < board_steps; ++i) board.columns[i].step = static_cast<rules::Step>(i + 1);
    for (const auto& each : data::words_of<rules::Department>)
        board.holders.push_back({data::value_of_word<rules::Department>(each.word), 0});
    for (const OpenClock& open : clocks) {
        if (filter.county.given() && open.county != filter.county) continue;
        const bool late = open.clock.late == std::optional{true};
        ++board.clocks;
        if (late) ++board.late;
        const auto holder = std::ranges::find(board.holders, open.clock.holder, &HolderCount::holder);
        if (holder != board.holders.end()) ++holder->clocks;
        if ((filter.only_late && !late) || (filter.holder && *filter.holder != open.clock.holder)) continue;
        BoardColumn& column = board.columns[static_cast<std::size_t>(open.clock.step) - 1];
        column.cards.push_back(&open);
        if (late) ++column.late;
        ++board.shown;
    }
    std::erase_if(board.holders, [](const HolderCount& each) { return each.clocks == 0; });
    for (BoardColumn& column : board.columns)
        std::ranges::stable_sort(column.cards, {}, [](const OpenClock* open) { return place_of(*open); });
    return board;
}

ClockLook look_of(const StepClock& clock)
{
    if (clock.late == std::optional{true}) return ClockLook::late;
    if (clock.step == rules::Step::present) return ClockLook::no_limit;
    const auto left = days_left(clock);
    if (!left) return ClockLook::unknown;
    return *left == 0 ? ClockLook::last_day : ClockLook::running;
}

BoardCardText card_text(const OpenClock& open, language::Language language)
{
    const StepClock& clock = open.clock;
    BoardCardText text;
    text.title = language::shown_registration_number(open.registration_number);
    text.holder = say(language, "department." + std::string{data::word(clock.holder)});
    text.since = clock.since.has_date() ? tr(language, "board.since", {data::iso(clock.since.date())})
                                        : say(language, "board.since_not_given");
    const std::string used = clock.used ? std::to_string(*clock.used) : std::string{};
    const std::string limit = clock.limit ? std::to_string(*clock.limit) : std::string{};
    switch (look_of(clock)) {
    case ClockLook::late: {
        const auto late = clock.late_workdays();
        text.days = late ? tr(language, "board.late", {std::to_string(*late), used, limit})
                         : say(language, "board.late_uncounted");
        break;
    }
    case ClockLook::last_day: text.days = tr(language, "board.last_day", {used, limit}); break;
    case ClockLook::running:
        text.days = tr(language, "board.left", {std::to_string(*days_left(clock)), used, limit});
        break;
    case ClockLook::no_limit:
        text.days = used.empty() ? say(language, "board.why.no_limit") : tr(language, "board.used", {used});
        break;
    case ClockLook::unknown: text.days = say(language, "board.why." + std::string{rules::why_uncounted(clock)}); break;
    }
    return text;
}

}  // namespace xiaoan::permits
