// The bytes of a file on their way in: read once, bounded, and known by their SHA-256.
#pragma once

#include "data/intake/limits.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// A file as it was read. What is parsed is exactly what was hashed, even if the file changes meanwhile.
struct SourceFile {
    std::string name;  // file name without folders, valid UTF-8
    std::string bytes;
    std::string sha256;  // 64 hexadecimal digits, lower case
};

/// Reads a whole regular file. Throws IntakeFault: unreadable, no file, empty, larger than the limit.
[[nodiscard]] std::shared_ptr<const SourceFile> read_source_file(const std::filesystem::path& path,
                                                                 const IntakeLimits& limits = {});

/// Bytes that are already in memory, as if they had been a file of that name.
[[nodiscard]] std::shared_ptr<const SourceFile> source_from_bytes(std::string name, std::string bytes);

/// SHA-256 in 64 hexadecimal digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace xiaoan::data
