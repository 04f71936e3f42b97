// Text as the register keeps it: what people wrote, in one form where records are found by it.
#pragma once

#include <string>
#include <string_view>

namespace xiaoan::data {

/// Free text: full-width digits and letters as ASCII, every run of spaces and line breaks as one space, none at the
/// ends. Punctuation stays as it was written.
[[nodiscard]] std::string plain_text(std::string_view text);

/// Text by which records are named: the same without any space.
[[nodiscard]] std::string code_text(std::string_view text);

/// A name: spaces that only align Chinese characters (赵　伟) are dropped, those of Latin names kept.
[[nodiscard]] std::string name_text(std::string_view text);

/// 无, none and the like: the ledger says that there is nothing to name.
[[nodiscard]] bool says_nothing(std::string_view text);

/// Whether the text is a stroke that fills a cell left open: - — —— /.
[[nodiscard]] bool is_stroke(std::string_view text);

}  // namespace xiaoan::data
