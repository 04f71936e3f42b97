// The parts of a zip file from a stranger, unpacked one at a time and bounded before they are.
#pragma once

#include "data/intake/limits.hpp"
#include "data/intake/source_file.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct zip;
struct zip_stat;

namespace xiaoan::data {

/// One part, whole.
struct UnpackedPart {
    std::string name;
    std::unique_ptr<char[]> bytes;
    std::size_t size = 0;

    [[nodiscard]] std::string_view view() const { return {bytes.get(), size}; }
};

/// A zip file in memory. Not for use by two threads at once.
class ZipArchive {
public:
    /// Throws IntakeFault: truncated, damaged, too many entries.
    ZipArchive(std::shared_ptr<const SourceFile> source, const IntakeLimits& limits);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// Whether there is a part of that name; upper and lower case are one, as ECMA-376 part 2 has it.
    [[nodiscard]] bool contains(std::string_view name) const;
    /// Throws IntakeFault where the part is missing, encrypted, packed in another way than deflated or stored, damaged
    /// (its size and CRC-32 are checked), or larger than the limits allow: of the part, and of all parts unpacked so
    /// far to the size of the file. What it says its size is is refused before room is made for it, and never filled
    /// beyond.
    [[nodiscard]] UnpackedPart unpack(std::string_view name);
    /// The names of all parts, in the order of the file, as bytes: their encoding is not known.
    [[nodiscard]] std::vector<std::string> names() const;
    [[nodiscard]] const SourceFile& source() const { return *source_; }

private:
    [[nodiscard]] std::int64_t index_of(std::string_view name) const;
    [[nodiscard]] std::string packed_bytes(const struct zip_stat& entry, const std::string& name) const;
    void check_size(std::uint64_t bytes, std::uint64_t packed, const std::string& name) const;

    std::shared_ptr<const SourceFile> source_;
    IntakeLimits limits_;
    zip* archive_ = nullptr;
    std::uint64_t unpacked_bytes_ = 0;  // of all parts so far
};

}  // namespace xiaoan::data
