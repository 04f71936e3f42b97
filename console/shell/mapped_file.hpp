// A file's bytes mapped into memory for reading, so that of a large font only the parts used are read.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace xiaoan::shell {

class MappedFile {
public:
    /// Throws ShellFault if the file cannot be opened or is empty.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    MappedFile& operator=(MappedFile&&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }

private:
    std::span<const std::byte> bytes_;
};

}  // namespace xiaoan::shell
