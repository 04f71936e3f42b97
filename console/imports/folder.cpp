#include "console/imports/folder.hpp"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace xiaoan::imports {

namespace {

namespace fs = std::filesystem;

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The run of digits at the beginning, without leading zeros; `rest` moves behind it.
std::string_view digits(std::string_view& rest)
{
    std::size_t end = 0;
    while (end < rest.size() && is_digit(rest[end])) ++end;
    std::string_view run = rest.substr(0, end);
    rest.remove_prefix(end);
    run.remove_prefix(std::min(run.find_first_not_of('0'), run.size()));
    return run;
}

/// Below, equal, above: -1, 0, 1, by numbers and without regard to case.
int natural_order(std::string_view one, std::string_view other)
{
    while (!one.empty() && !other.empty()) {
        if (is_digit(one.front()) && is_digit(other.front())) {
            const auto a = digits(one), b = digits(other);
            if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
            if (a != b) return a < b ? -1 : 1;
            continue;
        }
        const auto a = static_cast<unsigned char>(lower(one.front())),
                   b = static_cast<unsigned char>(lower(other.front()));
        if (a != b) return a < b ? -1 : 1;
        one.remove_prefix(1);
        other.remove_prefix(1);
    }
    return one.empty() ? (other.empty() ? 0 : -1) : 1;
}

FolderFault fault_of(const std::error_code& error)
{
    if (error == std::errc::no_such_file_or_directory) return FolderFault::not_found;
    if (error == std::errc::not_a_directory) return FolderFault::not_a_folder;
    if (error == std::errc::permission_denied) return FolderFault::no_permission;
    return FolderFault::failed;
}

/// The civil day of a file's time stamp. China has kept UTC+8 without summer time since 1992.
std::optional<data::Date> day_of(const fs::directory_entry& entry)
{
    std::error_code error;
    const auto time = entry.last_write_time(error);
    if (error) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(std::chrono::file_clock::to_sys(time) + std::chrono::hours{8});
}

FolderEntry entry_of(const fs::directory_entry& found, std::string name, const FolderWish& wish)
{
    std::error_code error;
    FolderEntry entry;
    entry.name = std::move(name);
    entry.folder = found.is_directory(error);
    entry.modified_on = day_of(found);
    if (entry.folder) return entry;
    entry.wanted = has_ending(entry.name, wish.endings);
    const auto size = found.file_size(error);
    if (!error) entry.size_bytes = size;
    return entry;
}

int rank(const FolderEntry& entry)
{
    return entry.folder ? 0 : entry.wanted ? 1 : 2;
}

bool before(const FolderEntry& one, const FolderEntry& other)
{
    if (rank(one) != rank(other)) return rank(one) < rank(other);
    return natural_less(one.name, other.name);
}

}  // namespace

bool natural_less(std::string_view one, std::string_view other)
{
    const int order = natural_order(one, other);
    return order != 0 ? order < 0 : one < other;
}

bool has_ending(std::string_view name, const std::vector<std::string>& endings)
{
    return std::ranges::any_of(endings, [&](const std::string& ending) {
        if (name.size() <= ending.size()) return false;
        const auto tail = name.substr(name.size() - ending.size());
        return std::ranges::equal(tail, ending, {}, lower, lower);
    });
}

std::expected<Folder, FolderFault> read_folder(const FolderWish& wish)
{
    std::error_code error;
    Folder folder;
    folder.path = fs::absolute(wish.path, error).lexically_normal();
    if (folder.path.has_parent_path() && folder.path.filename().empty() && folder.path != folder.path.root_path())
        folder.path = folder.path.parent_path();  // "/a/b/" is "/a/b"
    fs::directory_iterator at{wish.path, error};
    if (error) return std::unexpected(fault_of(error));
    for (const fs::directory_iterator end; at != end; at.increment(error)) {
        std::string name = at->path().filename().string();
        if (!wish.hidden && name.starts_with('.')) continue;
        if (folder.entries.size() >= wish.most) {
            ++folder.left_out;
            continue;
        }
        FolderEntry entry = entry_of(*at, std::move(name), wish);
        if (entry.folder || entry.wanted || wish.all_files)
            folder.entries.push_back(std::move(entry));
        else
            ++folder.other_files;
    }
    std::ranges::sort(folder.entries, before);
    return folder;
}

std::expected<Folder, FolderFault> look_at(FolderWish wish)
{
    std::error_code error;
    std::string chosen;
    if (fs::is_regular_file(wish.path, error)) {
        chosen = wish.path.filename().string();
        if (!has_ending(chosen, wish.endings)) wish.all_files = true;
        if (chosen.starts_with('.')) wish.hidden = true;
        wish.path = fs::absolute(wish.path, error).parent_path();
    }
    auto folder = read_folder(wish);
    if (folder) folder->chosen = std::move(chosen);
    return folder;
}

fs::path typed_path(std::string_view typed, const fs::path& folder, const fs::path& home)
{
    const auto first = typed.find_first_not_of(" \t");
    if (first == std::string_view::npos) return folder;
    typed = typed.substr(first, typed.find_last_not_of(" \t") + 1 - first);
    if (typed == "~") return home;
    if (typed.starts_with("~/")) return (home / typed.substr(2)).lexically_normal();
    return (folder / fs::path{typed}).lexically_normal();
}

}  // namespace xiaoan::imports
