#include "console/imports/file_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::imports {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins(std::string_view name, std::string_view typed)
{
    return name.size() >= typed.size() && std::ranges::equal(name.substr(0, typed.size()), typed, {}, lower, lower);
}

}  // namespace

std::optional<std::size_t> row_of(const Folder& folder, const std::string& name)
{
    const auto found = std::ranges::find(folder.entries, name, &FolderEntry::name);
    if (name.empty() || found == folder.entries.end()) return std::nullopt;
    return static_cast<std::size_t>(found - folder.entries.begin());
}

void press(FileChoice& choice, const Folder& folder, std::size_t row, bool ctrl, bool shift)
{
    const FolderEntry& entry = folder.entries[row];
    const auto before = row_of(folder, choice.at);
    if (shift && before) {
        choice.marked.clear();
        for (std::size_t i = std::min(*before, row); i <= std::max(*before, row); ++i)
            if (!folder.entries[i].folder) choice.marked.insert(folder.entries[i].name);
        return;  // `at` stays the other end, so that Shift can be pressed again
    }
    if (ctrl) {
        if (choice.marked.empty() && before && !folder.entries[*before].folder) choice.marked.insert(choice.at);
        choice.at = entry.name;
        if (!entry.folder && choice.marked.erase(entry.name) == 0) choice.marked.insert(entry.name);
        return;
    }
    choice.marked.clear();
    choice.at = entry.name;
}

void toggle(FileChoice& choice, const Folder& folder)
{
    const auto row = row_of(folder, choice.at);
    if (!row || folder.entries[*row].folder) return;
    if (choice.marked.erase(choice.at) == 0) choice.marked.insert(choice.at);
}

void mark_all(FileChoice& choice, const Folder& folder)
{
    choice.marked.clear();
    for (const FolderEntry& entry : folder.entries)
        if (entry.wanted) choice.marked.insert(entry.name);
}

std::vector<std::string> chosen_files(const FileChoice& choice, const Folder& folder)
{
    std::vector<std::string> files;
    for (const FolderEntry& entry : folder.entries) {
        if (entry.folder) continue;
        if (choice.marked.empty() ? entry.name == choice.at : choice.marked.contains(entry.name))
            files.push_back((folder.path / entry.name).string());
    }
    return files;
}

std::optional<std::size_t> row_beginning(const Folder& folder, std::string_view typed, std::size_t from)
{
    const std::size_t count = folder.entries.size();
    for (std::size_t step = 0; step < count; ++step) {
        const std::size_t row = (from + step) % count;
        if (begins(folder.entries[row].name, typed)) return row;
    }
    return std::nullopt;
}

std::string size_text(std::uint64_t bytes)
{
    constexpr std::array units{"B", "KB", "MB", "GB", "TB"};
    double size = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (size >= 999.5 && unit + 1 < units.size()) {
        size /= 1000;
        ++unit;
    }
    if (unit == 0 || size >= 9.95) return fmt::format("{:.0f} {}", size, units[unit]);
    return fmt::format("{:.1f} {}", size, units[unit]);
}

}  // namespace xiaoan::imports
