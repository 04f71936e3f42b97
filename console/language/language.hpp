// The words of the product in both languages. Chinese is the source text.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::language {

enum class Language { zh, en };

/// The text of `key` in `language`; the key itself where the files lack it (a test keeps that from happening).
[[nodiscard]] std::string_view tr(Language language, std::string_view key);
/// The same with its places {0}, {1} … filled.
[[nodiscard]] std::string tr(Language language, std::string_view key, std::span<const std::string> arguments);
[[nodiscard]] std::string tr(Language language, std::string_view key, std::initializer_list<std::string> arguments);
/// Whether the files have this key.
[[nodiscard]] bool has(std::string_view key);
/// All keys, sorted.
[[nodiscard]] std::vector<std::string_view> keys();

}  // namespace xiaoan::language
