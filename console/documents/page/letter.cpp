#include "console/documents/page/letter.hpp"

namespace xiaoan::documents {

std::string annex_label(const Letter& letter, std::size_t index)
{
    const std::string word{language::tr(letter.language, "document.annex")};
    if (letter.annexes.size() < 2) return word;
    return language::tr(letter.language, "document.annex_number", {std::to_string(index + 1)});
}

std::string title_text(const Letter& letter)
{
    std::string all;
    for (const auto& phrase : letter.title)
        all += (all.empty() || letter.language == language::Language::zh ? "" : " ") + phrase;
    return all;
}

}  // namespace xiaoan::documents
