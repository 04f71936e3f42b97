#include "console/shell/mapped_file.hpp"

#include "console/shell/fault.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace xiaoan::shell {

MappedFile::MappedFile(const std::filesystem::path& path)
{
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat info{};
    void* address = MAP_FAILED;
    if (descriptor >= 0 && fstat(descriptor, &info) == 0 && info.st_size > 0)
        address = mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (descriptor >= 0) close(descriptor);
    if (address == MAP_FAILED) throw ShellFault("cannot read the font " + path.string());
    bytes_ = {static_cast<const std::byte*>(address), static_cast<std::size_t>(info.st_size)};
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty()) munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

}  // namespace xiaoan::shell
