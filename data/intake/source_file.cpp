#include "data/intake/source_file.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/utf8.hpp"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>

namespace xiaoan::data {

namespace {

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

std::string reason(int error)
{
    return std::generic_category().message(error);
}

std::string read_bytes(const std::filesystem::path& path, const IntakeLimits& limits)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw IntakeFault(FaultCode::unreadable_file, {reason(ENOENT)});
    if (error) throw IntakeFault(FaultCode::unreadable_file, {error.message()});
    if (!std::filesystem::is_regular_file(status)) throw IntakeFault(FaultCode::not_a_file);
    const auto size = std::filesystem::file_size(path, error);
    if (error) throw IntakeFault(FaultCode::unreadable_file, {error.message()});
    const auto too_large = [&] {
        return IntakeFault(FaultCode::file_too_large, {std::to_string(limits.file_bytes >> 20)});
    };
    if (size > limits.file_bytes) throw too_large();

    const std::unique_ptr<std::FILE, FileCloser> file{std::fopen(path.c_str(), "rb")};
    if (!file) throw IntakeFault(FaultCode::unreadable_file, {reason(errno)});
    std::string bytes(static_cast<std::size_t>(size) + 1, '\0');  // one more, to notice a file that grew
    const std::size_t used = std::fread(bytes.data(), 1, bytes.size(), file.get());
    if (std::ferror(file.get())) throw IntakeFault(FaultCode::unreadable_file, {reason(errno)});
    if (used > size) throw IntakeFault(FaultCode::unreadable_file, {"文件正在被改写 / the file is being written"});
    bytes.resize(used);
    return bytes;
}

}  // namespace

std::shared_ptr<const SourceFile> read_source_file(const std::filesystem::path& path, const IntakeLimits& limits)
{
    return source_from_bytes(path.filename().string(), read_bytes(path, limits));
}

std::shared_ptr<const SourceFile> source_from_bytes(std::string name, std::string bytes)
{
    if (bytes.empty()) throw IntakeFault(FaultCode::empty_file);
    auto source = std::make_shared<SourceFile>();
    source->name = utf8_or_marks(name);
    source->sha256 = sha256_hex(bytes);
    source->bytes = std::move(bytes);
    return source;
}

std::string sha256_hex(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::string hex(2 * digest.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    hex.pop_back();
    return hex;
}

}  // namespace xiaoan::data
