#include "data/intake/values/weekdays.hpp"

#include "data/intake/values/scanner.hpp"
#include "data/intake/values/text_form.hpp"

#include <array>
#include <optional>
#include <utility>

namespace xiaoan::data {

namespace {

std::optional<std::size_t> scan_day(Scanner& scanner)
{
    scanner.accept_any({"星期", "礼拜", "周"});
    constexpr std::array<std::pair<std::string_view, std::size_t>, 16> names{{
        {"1", 1},
        {"2", 2},
        {"3", 3},
        {"4", 4},
        {"5", 5},
        {"6", 6},
        {"7", 7},
        {"一", 1},
        {"二", 2},
        {"三", 3},
        {"四", 4},
        {"五", 5},
        {"六", 6},
        {"七", 7},
        {"日", 7},
        {"天", 7},
    }};
    for (const auto& [name, day] : names)
        if (scanner.accept(name)) return day;
    return std::nullopt;
}

}  // namespace

Reading<std::string> parse_weekdays(std::string_view text)
{
    constexpr std::size_t week = 7;
    const std::string plain = compact(text);
    if (plain == "每天" || plain == "每日" || plain == "天天" || plain == "全周") return std::string{"1234567"};
    std::array<bool, week + 1> chosen{};
    Scanner scanner(plain);
    scanner.accept("每");  // 每周五
    while (!scanner.at_end()) {
        const auto first = scan_day(scanner);
        if (!first) return unread(IssueCode::bad_weekdays);
        chosen[*first] = true;
        if (scanner.accept_any({"-", "–", "—", "−", "~", "～", "至", "到"})) {
            const auto last = scan_day(scanner);
            if (!last) return unread(IssueCode::bad_weekdays);
            for (std::size_t day = *first; day != *last; day = day % week + 1) chosen[day] = true;
            chosen[*last] = true;
        }
        if (scanner.accept_any({",", "、", ";", "/", ".", "和", "及"}) && scanner.at_end())
            return unread(IssueCode::bad_weekdays);
    }
    std::string days;
    for (std::size_t day = 1; day <= week; ++day)
        if (chosen[day]) days += static_cast<char>('0' + day);
    if (days.empty()) return unread(IssueCode::bad_weekdays);
    return days;
}

}  // namespace xiaoan::data
