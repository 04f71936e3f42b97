#include "data/intake/driver_record.hpp"

#include "data/intake/values/date.hpp"
#include "data/intake/values/text_form.hpp"

#include <array>
#include <utility>

namespace xiaoan::data {

namespace {

// 校车安全管理条例, article 23: what bars a driver. Several Chinese forms a word.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> words{{
    {"points_12", "points_12"},
    {"记满12分", "points_12"},
    {"满12分", "points_12"},
    {"drink_driving", "drink_driving"},
    {"酒后驾驶", "drink_driving"},
    {"饮酒驾驶", "drink_driving"},
    {"醉酒驾驶", "drink_driving"},
    {"酒驾", "drink_driving"},
    {"serious_crash", "serious_crash"},
    {"重大事故", "serious_crash"},
    {"致人死亡或者重伤的交通责任事故", "serious_crash"},
    {"serious_violation", "serious_violation"},
    {"严重违法", "serious_violation"},
    {"严重交通违法", "serious_violation"},
    {"crime", "crime"},
    {"犯罪", "crime"},
    {"犯罪记录", "crime"},
}};
constexpr std::string_view words_that_may_stand =
    "points_12 记满12分、drink_driving 酒后驾驶、serious_crash 重大事故、serious_violation 严重违法、crime 犯罪";

std::string_view stored_word(std::string_view text)
{
    for (const auto& [form, word] : words)
        if (form == text) return word;
    return {};
}

/// 、 and ; as commas.
std::string with_commas(std::string_view text)
{
    constexpr std::string_view enumeration_comma = "、";
    std::string result;
    while (!text.empty()) {
        const bool enumerates = text.starts_with(enumeration_comma);
        result += enumerates || text.front() == ';' ? ',' : text.front();
        text.remove_prefix(enumerates ? enumeration_comma.size() : 1);
    }
    return result;
}

/// One entry: its word and its date.
Reading<std::string> parse_entry(std::string_view entry, DateSystem system)
{
    const std::size_t colon = entry.find(':');
    const std::string_view word = stored_word(lower_ascii(entry.substr(0, colon)));
    if (word.empty()) return unread(IssueCode::bad_word, {std::string{words_that_may_stand}});
    if (colon == std::string_view::npos) return unread(IssueCode::incomplete_date);
    const auto date = parse_date(entry.substr(colon + 1), system);
    if (!date) return std::unexpected(date.error());
    if (!date->has_date()) return unread(IssueCode::incomplete_date);
    return std::string{word} + ':' + iso(date->date());
}

}  // namespace

Reading<std::string> parse_driver_record(std::string_view text, DateSystem system)
{
    std::string plain = compact(text);
    if (plain == "无" || plain == "無" || lower_ascii(plain) == "none") return std::string{"none"};
    plain = with_commas(plain);
    std::string record;
    for (std::size_t at = 0; at <= plain.size();) {
        const std::size_t end = std::min(plain.find(',', at), plain.size());
        if (end > at) {
            const auto entry = parse_entry(std::string_view{plain}.substr(at, end - at), system);
            if (!entry) return std::unexpected(entry.error());
            if (!record.empty()) record += ',';
            record += *entry;
        }
        at = end + 1;
    }
    return record;
}

}  // namespace xiaoan::data
