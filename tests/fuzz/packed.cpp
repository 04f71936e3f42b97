#include "console/documents/docx/package.hpp"
#include "tests/fuzz/targets.hpp"

#include <utility>
#include <vector>

namespace xiaoan::fuzz {

std::string packed(Bytes bytes)
{
    constexpr std::string_view mark = "=== ";
    std::string text = text_of(bytes);
    if (!text.starts_with(mark)) return text;
    std::vector<documents::Part> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at);
        if (end == std::string::npos) break;
        std::size_t next = text.find("\n=== ", end);
        if (next == std::string::npos) next = text.size();
        std::string name = text.substr(at + mark.size(), end - at - mark.size());
        if (next > end && !name.empty()) parts.push_back({std::move(name), text.substr(end + 1, next - end - 1)});
        at = next + 1;
    }
    constexpr std::size_t most = 32;  // each costs a moment; more parts tell no more
    if (parts.size() > most) parts.resize(most);
    try {
        return documents::package_of(parts);
    } catch (const documents::TemplateFault&) {
        return text;  // a name that no package may have
    }
}

}  // namespace xiaoan::fuzz
