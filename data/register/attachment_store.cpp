#include "data/register/attachment_store.hpp"

#include "data/register/change_log.hpp"
#include "data/register/changeset.hpp"

#include <SQLiteCpp/Exception.h>
#include <sodium.h>

#include <array>

namespace xiaoan::data {

namespace {

std::string hash_of(std::string_view bytes)
{
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hexadecimal(digest);
}

}  // namespace

std::string keep_attachment(const SQLite::Database& db, std::string_view bytes)
{
    std::string sha256 = hash_of(bytes);
    Statement there(db, "SELECT 1 FROM attachment_content WHERE sha256 = ?1");
    there.bind(1, std::string_view{sha256});
    if (there.step()) return sha256;
    const std::string packed = packed_text(bytes);
    Statement insert(db, "INSERT INTO attachment_content (sha256, packed) VALUES (?1, ?2)");
    insert.bind(1, std::string_view{sha256});
    insert.bind(2, Bytes{reinterpret_cast<const unsigned char*>(packed.data()), packed.size()});
    insert.run();
    return sha256;
}

std::optional<std::string> kept_attachment(const SQLite::Database& db, std::string_view sha256)
{
    Statement select(db, "SELECT packed FROM attachment_content WHERE sha256 = ?1");
    select.bind(1, sha256);
    if (!select.step()) return std::nullopt;
    try {
        std::string bytes = unpacked_text(select.blob(0));
        if (hash_of(bytes) != sha256) return std::nullopt;
        return bytes;
    } catch (const SQLite::Exception&) {  // no zstd frame
        return std::nullopt;
    }
}

}  // namespace xiaoan::data
