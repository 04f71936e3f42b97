#include "console/language/language.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace {

using namespace xiaoan;

/// A text between quotes that is the first argument of a call of tr(), or the second.
struct UsedKey {
    std::string key;
    bool whole = true;  // false: something is added to it
};

std::vector<UsedKey> keys_in(const std::string& source)
{
    std::vector<UsedKey> found;
    for (auto at = source.find("tr("); at != std::string::npos; at = source.find("tr(", at + 3)) {
        if (at > 0 && (std::isalnum(static_cast<unsigned char>(source[at - 1])) != 0 || source[at - 1] == '_'))
            continue;
        const auto open = source.find_first_of("\"();+", at + 3);
        if (open == std::string::npos || source[open] != '"') continue;
        const auto before = source.find_last_not_of(" \n", open - 1);
        if (source[before] != '(' && source[before] != ',') continue;
        const auto close = source.find('"', open + 1);
        if (close == std::string::npos) break;
        const auto next = source.find_first_not_of(" \n", close + 1);
        const bool whole = next != std::string::npos && (source[next] == ')' || source[next] == ',');
        found.push_back({source.substr(open + 1, close - open - 1), whole});
    }
    return found;
}

TEST_CASE("every key that the program asks for is in the language files", "[language]")
{
    const auto all = language::keys();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(XIAOAN_CONSOLE_FOLDER)) {
        const auto ending = entry.path().extension();
        if (ending != ".cpp" && ending != ".hpp") continue;
        std::ifstream file(entry.path());
        const std::string source{std::istreambuf_iterator<char>(file), {}};
        for (const auto& used : keys_in(source)) {
            const bool known = used.whole
                                   ? language::has(used.key)
                                   : std::ranges::any_of(all, [&](auto key) { return key.starts_with(used.key); });
            if (known) continue;
            CAPTURE(entry.path().filename().string(), used.key);
            CHECK(known);
        }
    }
    SUCCEED();
}

}  // namespace
