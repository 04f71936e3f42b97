// A number, day or word that a bureau may set: what it is about, what can be set, what it is until somebody sets it.
#pragma once

#include "console/language/language.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace xiaoan::settings {

/// A whole number, both bounds included.
struct Whole {
    int least = 0;
    int most = 0;
};
/// A day as ISO 8601.
struct Day {};
/// A day of every year: 03-01. 29 February is one.
struct DayOfYear {};
/// One of these words, told as "setting.word.<word>".
struct OneOf {
    std::span<const std::string_view> words;
};
/// Written in a way of its own. `read` gives the value as it is kept, nothing where the text is none; `hint` is the key
/// of a text that says how it is written.
struct Written {
    std::optional<std::string> (*read)(std::string_view text);
    std::string_view hint;
};
using Form = std::variant<Whole, Day, DayOfYear, OneOf, Written>;

/// A text by its key, with the texts of further keys in its places. What is no key stands for itself there.
struct Phrase {
    std::string key;
    std::vector<std::string> of{};
};
[[nodiscard]] std::string said(const Phrase& phrase, language::Language language);

/// Values are texts as a setting of the register keeps them; nothing where it is not established.
struct SettingInfo {
    std::string name;
    std::string_view group;  // its heading is the text "setting.group.<group>"
    std::string_view unit;   // "setting.unit.<unit>"; beside a value "setting.amount.<unit>" where there is one
    Form form;
    std::string default_value;
    Phrase meaning;
    Phrase source;                 // of the default
    std::string_view ladder = {};  // settings of one ladder ascend, in their order; of whole numbers or days of year
};

/// The value as it is kept; nothing where the text is no value of it.
[[nodiscard]] std::optional<std::string> read(const SettingInfo& setting, std::string_view text);

/// What a value counts on a ladder: the number, or month × 100 + day. Nothing where it has no order.
[[nodiscard]] std::optional<int> rung_of(const SettingInfo& setting, std::string_view value);

/// What the setting is about, in a few words.
[[nodiscard]] std::string name_text(const SettingInfo& setting, language::Language language);
/// A value in words: 30 天, 未确定, 满该岁生日当日止.
[[nodiscard]] std::string value_text(const SettingInfo& setting, std::string_view value, language::Language language);

}  // namespace xiaoan::settings
