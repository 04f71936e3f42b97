// The content of a folder as a file dialog lists it: folders first, then the files it was asked for, in natural order.
#pragma once

#include "data/kinds/cell.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::imports {

struct FolderWish {
    std::filesystem::path path;
    std::vector<std::string> endings;  // ".xlsx"; files with these are listed, in any case of letters
    bool all_files = false;            // the others too, behind them
    bool hidden = false;               // names that begin with a point
    std::size_t most = 20'000;
};

struct FolderEntry {
    std::string name;
    bool folder = false;
    bool wanted = false;  // a file with one of the endings
    std::uint64_t size_bytes = 0;
    std::optional<data::Date> modified_on;  // in Asia/Shanghai
    friend bool operator==(const FolderEntry&, const FolderEntry&) = default;
};

struct Folder {
    std::filesystem::path path;  // absolute, without . and ..
    std::vector<FolderEntry> entries;
    std::size_t other_files = 0;  // files with other endings that are not listed
    std::size_t left_out = 0;     // beyond `most`
    std::string chosen;           // the file that was named instead of its folder
    friend bool operator==(const Folder&, const Folder&) = default;
};

enum class FolderFault : std::uint8_t { not_found, not_a_folder, no_permission, failed };

/// Reads a folder. Entries that vanish or cannot be looked at meanwhile are listed without size and date, never a
/// reason to fail. Links are followed; a broken one counts as a file.
[[nodiscard]] std::expected<Folder, FolderFault> read_folder(const FolderWish& wish);

/// The same where `path` may also be a file: then its folder, with the file as `chosen`.
[[nodiscard]] std::expected<Folder, FolderFault> look_at(FolderWish wish);

/// "台账 2" before "台账 10"; Latin letters without regard to case; else by code point. Names that differ only in case,
/// or in leading zeros, by their bytes, so that there are no ties.
[[nodiscard]] bool natural_less(std::string_view one, std::string_view other);

/// Whether a name ends in one of the endings, in any case of Latin letters.
[[nodiscard]] bool has_ending(std::string_view name, const std::vector<std::string>& endings);

/// What was typed as a path: "~" stands for `home`, anything relative lies in `folder`.
[[nodiscard]] std::filesystem::path typed_path(std::string_view typed, const std::filesystem::path& folder,
                                               const std::filesystem::path& home);

}  // namespace xiaoan::imports
