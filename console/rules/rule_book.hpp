// The table of rules for a person who checks it against the law: the source of docs/rules.md.
#pragma once

#include <string>

namespace xiaoan::rules {

/// All rules and parameters as Markdown, in Chinese and English beside each other.
[[nodiscard]] std::string rule_book();

}  // namespace xiaoan::rules
