#include "console/language/language.hpp"

#include "console/language/texts.hpp"
#include "embedded/language.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace xiaoan::language {

namespace {

using Pair = std::array<std::string, 2>;  // by the value of Language

/// Both languages under one key. Made once and never changed.
class Dictionary {
public:
    Dictionary()
    {
        for (const EmbeddedFile& file : embedded_files()) {
            const std::size_t language = file.name.starts_with("zh/") ? 0 : 1;
            for (auto& [key, text] : texts_of(file.content).texts) pairs_[key][language] = std::move(text);
        }
    }
    [[nodiscard]] const Pair* find(std::string_view key) const
    {
        const auto found = pairs_.find(key);
        return found == pairs_.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const std::unordered_map<std::string_view, Pair>& pairs() const { return pairs_; }

private:
    std::unordered_map<std::string_view, Pair> pairs_;
};

const Dictionary& dictionary()
{
    static const Dictionary all;  // made by whichever thread asks first; read-only from then on
    return all;
}

}  // namespace

std::string_view tr(Language language, std::string_view key)
{
    const auto* pair = dictionary().find(key);
    if (pair == nullptr) return key;
    const auto& text = (*pair)[static_cast<std::size_t>(language)];
    return text.empty() ? key : std::string_view{text};
}

std::string tr(Language language, std::string_view key, std::span<const std::string> arguments)
{
    const auto text = tr(language, key);
    std::string filled;
    filled.reserve(text.size() + 16);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' &&
                           text[i + 1] <= '9' && static_cast<std::size_t>(text[i + 1] - '0') < arguments.size();
        if (!place) {
            filled += text[i];
            continue;
        }
        filled += arguments[static_cast<std::size_t>(text[i + 1] - '0')];
        i += 2;
    }
    return filled;
}

std::string tr(Language language, std::string_view key, std::initializer_list<std::string> arguments)
{
    return tr(language, key, std::span<const std::string>{arguments.begin(), arguments.size()});
}

bool has(std::string_view key)
{
    return dictionary().find(key) != nullptr;
}

std::vector<std::string_view> keys()
{
    std::vector<std::string_view> all;
    for (const auto& [key, pair] : dictionary().pairs()) all.push_back(key);
    std::ranges::sort(all);
    return all;
}

}  // namespace xiaoan::language
