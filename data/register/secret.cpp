#include "data/register/secret.hpp"

#include "data/register/fault.hpp"
#include "data/register/file_copy.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace xiaoan::data {

static_assert(Secret::key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(Secret::wrapped_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES + Secret::key_bytes +
                                           crypto_aead_xchacha20poly1305_ietf_ABYTES);

namespace {

constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

Secret::Key derive(const Secret::Key& master, std::uint64_t number)
{
    Secret::Key key;
    crypto_kdf_derive_from_key(key.data(), key.size(), number, "xiaoan__", master.data());
    return key;
}

Digest keyed_hash(const Secret::Key& key, std::string_view first, std::string_view second)
{
    crypto_generichash_state state;
    Digest digest;
    crypto_generichash_init(&state, key.data(), key.size(), digest.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(first.data()), first.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char*>(second.data()), second.size());
    crypto_generichash_final(&state, digest.data(), digest.size());
    return digest;
}

std::string_view bytes_of(const std::int64_t& number)
{
    return {reinterpret_cast<const char*>(&number), sizeof number};
}

/// Empty where the file is not there or is no secret.
std::optional<Secret::Key> read_master(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        if (errno == ENOENT) return std::nullopt;
        throw StoreFault(FaultKind::secret_missing, path, std::strerror(errno));
    }
    std::array<unsigned char, Secret::key_bytes + 1> content;
    const ssize_t got = ::read(file, content.data(), content.size());
    ::close(file);
    if (got != static_cast<ssize_t>(Secret::key_bytes)) return std::nullopt;
    Secret::Key master;
    std::copy_n(content.begin(), master.size(), master.begin());
    return master;
}

/// Whole or not at all; a file that has the name already stays.
void write_master(const std::string& path, const Secret::Key& master)
{
    const std::string unfinished = unfinished_name(path);
    const int file = ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0) throw fault_of_errno(path, errno);
    const bool written = ::fchmod(file, S_IRUSR | S_IWUSR) == 0 &&
                         ::write(file, master.data(), master.size()) == static_cast<ssize_t>(master.size()) &&
                         ::fsync(file) == 0;
    const int error = errno;
    ::close(file);
    try {
        if (!written) throw fault_of_errno(path, error);
        give_name(unfinished, path);
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
}

}  // namespace

Secret::Secret(const Key& master)
    : digest_key_(derive(master, 1)), wrap_key_(derive(master, 2)), check_key_(derive(master, 3))
{
}

std::string Secret::path_for(const std::string& register_path)
{
    return register_path + ".secret";
}

Secret Secret::create(const std::string& register_path)
{
    if (sodium_init() < 0) throw StoreFault(FaultKind::failed, register_path, "libsodium does not start");
    const std::string path = path_for(register_path);
    auto master = read_master(path);
    if (!master) {
        master.emplace();
        randombytes_buf(master->data(), master->size());
        write_master(path, *master);
    }
    return Secret(*master);
}

Secret Secret::load(const std::string& register_path)
{
    if (sodium_init() < 0) throw StoreFault(FaultKind::failed, register_path, "libsodium does not start");
    const std::string path = path_for(register_path);
    const auto master = read_master(path);
    if (!master) throw StoreFault(FaultKind::secret_missing, path, "the register's secret is not there");
    return Secret(*master);
}

void Secret::copy(const std::string& from_register, const std::string& to_register)
{
    const auto master = read_master(path_for(from_register));
    if (!master)
        throw StoreFault(FaultKind::secret_missing, path_for(from_register), "the register's secret is not there");
    const std::string path = path_for(to_register);
    if (read_master(path) != master) write_master(path, *master);
}

std::string Secret::check_value(std::string_view register_id) const
{
    const Digest digest = keyed_hash(check_key_, "register", register_id);
    std::string text(2 * digest.size() + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

Digest Secret::shared_digest(std::string_view text) const
{
    return keyed_hash(digest_key_, "shared", text);
}

Digest Secret::own_digest(std::int64_t person, std::string_view text) const
{
    return keyed_hash(digest_key_, bytes_of(person), text);
}

Secret::WrappedKey Secret::wrap(const Key& key, std::int64_t person, std::span<const unsigned char, 24> nonce) const
{
    WrappedKey wrapped;
    std::copy(nonce.begin(), nonce.end(), wrapped.begin());
    const std::string_view row = bytes_of(person);
    crypto_aead_xchacha20poly1305_ietf_encrypt(wrapped.data() + nonce_bytes, nullptr, key.data(), key.size(),
                                               reinterpret_cast<const unsigned char*>(row.data()), row.size(), nullptr,
                                               nonce.data(), wrap_key_.data());
    return wrapped;
}

std::optional<Secret::Key> Secret::unwrap(Bytes wrapped, std::int64_t person) const
{
    if (wrapped.size() != wrapped_bytes) return std::nullopt;
    Key key;
    const std::string_view row = bytes_of(person);
    const int answer = crypto_aead_xchacha20poly1305_ietf_decrypt(
        key.data(), nullptr, nullptr, wrapped.data() + nonce_bytes, wrapped.size() - nonce_bytes,
        reinterpret_cast<const unsigned char*>(row.data()), row.size(), wrapped.data(), wrap_key_.data());
    return answer == 0 ? std::optional{key} : std::nullopt;
}

// The key seals this one text, so that the nonce may be the same each time.
static constexpr std::array<unsigned char, nonce_bytes> only_nonce{};

std::string Secret::seal(std::string_view text, const Key& key, const Digest& digest)
{
    std::string box(text.size() + tag_bytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(reinterpret_cast<unsigned char*>(box.data()), nullptr,
                                               reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                                               digest.data(), digest.size(), nullptr, only_nonce.data(), key.data());
    return box;
}

std::optional<std::string> Secret::open(Bytes box, const Key& key, Bytes digest)
{
    if (box.size() < tag_bytes) return std::nullopt;
    std::string text(box.size() - tag_bytes, '\0');
    const int answer = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(text.data()), nullptr, nullptr, box.data(), box.size(), digest.data(),
        digest.size(), only_nonce.data(), key.data());
    return answer == 0 ? std::optional{std::move(text)} : std::nullopt;
}

}  // namespace xiaoan::data
