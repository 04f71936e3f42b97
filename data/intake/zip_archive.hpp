// The parts of a zip file from a stranger, inflated piece by piece and counted while they are.
#pragma once

#include "data/intake/limits.hpp"
#include "data/intake/source_file.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct zip;
struct zip_file;

namespace xiaoan::data {

class ZipArchive;

/// One part, read from front to back. Sizes that the file declares are never believed: bytes are counted as they come.
class ZipPart {
public:
    ~ZipPart();
    ZipPart(const ZipPart&) = delete;
    ZipPart& operator=(const ZipPart&) = delete;

    /// At most `size` bytes; 0 at the end. Throws IntakeFault: damaged, or more than the limits allow.
    [[nodiscard]] std::size_t read(char* into, std::size_t size);
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    friend class ZipArchive;
    ZipPart(ZipArchive& archive, zip_file* file, std::string name, std::uint64_t packed_bytes);

    ZipArchive& archive_;
    zip_file* file_;
    std::string name_;
    std::uint64_t packed_bytes_;
    std::uint64_t read_bytes_ = 0;
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
    /// Throws IntakeFault where it is missing, encrypted or packed in a way that cannot be read.
    [[nodiscard]] std::unique_ptr<ZipPart> open(std::string_view name);
    [[nodiscard]] const SourceFile& source() const { return *source_; }

private:
    friend class ZipPart;
    [[nodiscard]] std::int64_t index_of(std::string_view name) const;

    std::shared_ptr<const SourceFile> source_;
    IntakeLimits limits_;
    zip* archive_ = nullptr;
};

}  // namespace xiaoan::data
