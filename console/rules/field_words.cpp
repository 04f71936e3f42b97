#include "console/rules/field_words.hpp"

#include "console/language/wording.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace xiaoan::rules {

namespace {

constexpr std::size_t longest_value = 80;  // characters

/// The first `most` characters of UTF-8 text, with an ellipsis where some were left out.
std::string shortened(std::string_view text, std::size_t most)
{
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins_one = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
        if (begins_one && characters++ == most) return std::string{text.substr(0, i)} + "…";
    }
    return std::string{text};
}

std::string as_text(const data::Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (const auto* number = std::get_if<double>(&value)) return fmt::format("{}", *number);
    return {};
}

}  // namespace

std::string_view field_label(const data::KindInfo& kind, std::size_t field, language::Language language)
{
    return language::tr(language, fmt::format("field.{}.{}", kind.singular, kind.fields[field].key));
}

std::string shown_value(const data::Snapshot& snapshot, std::string_view field, const data::Value& value,
                        language::Language language)
{
    const std::string text = as_text(value);
    if (text.empty()) return std::string{language::tr(language, "value.not_given")};
    if (field.ends_with(".county")) {
        std::uint32_t code = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), code);
        if (read.ec == std::errc{}) return county_name(snapshot, data::Adcode{code}, language);
    }
    return shortened(value_text(field, text, language), longest_value);
}

std::string shown_value(const data::Snapshot& snapshot, const data::KindInfo& kind, std::size_t field,
                        const data::Value& value, language::Language language)
{
    return shown_value(snapshot, fmt::format("{}.{}", kind.singular, kind.fields[field].key), value, language);
}

std::string moment_text(std::string_view at)
{
    if (at.size() < 16 || at[10] != 'T') return std::string{at};
    return fmt::format("{} {}", at.substr(0, 10), at.substr(11, 5));
}

std::vector<OriginText> origin_texts(const data::Snapshot& snapshot, const data::KindInfo& kind,
                                     std::span<const data::ValueOrigin> values, language::Language language)
{
    std::vector<OriginText> texts;
    for (const data::ValueOrigin& each : values) {
        const auto field = kind.field(each.field);
        const auto* text = std::get_if<std::string>(&each.value);
        const bool moment = each.field == "retired_at" && text != nullptr;
        const std::string label{field ? field_label(kind, *field, language)
                                      : language::tr(language, fmt::format("changes.field.{}", each.field))};
        const std::string value =
            moment ? moment_text(*text)
                   : shown_value(snapshot, fmt::format("{}.{}", kind.singular, each.field), each.value, language);
        const std::string place = origin_text(snapshot, each.origin, language);
        const std::string change = language::grouped(static_cast<std::size_t>(each.change.value));
        const std::string when = moment_text(each.at);
        texts.push_back({label, value,
                         each.undoes ? language::tr(language, "changes.origin.restored",
                                                    {place, change, when, each.actor,
                                                     language::grouped(static_cast<std::size_t>(each.undoes->value))})
                                     : language::tr(language, "changes.origin", {place, change, when, each.actor})});
    }
    return texts;
}

std::string shown_key(const data::KindInfo& kind, std::string_view key)
{
    std::string shown;
    for (std::size_t from = 0; from <= key.size();) {
        const std::size_t to = std::min(key.find('/', from), key.size());
        if (from > 0) shown += " / ";
        shown += language::shown_registration_number(key.substr(from, to - from));
        from = to + 1;
    }
    // A part that holds a '/' itself, as a web address, is one text.
    const bool one_part = kind.keys.size() == 1 && kind.keys[0].size() == 1;
    return one_part ? language::shown_registration_number(key) : shown;
}

}  // namespace xiaoan::rules
