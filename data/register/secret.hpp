// The register's secret: 32 random bytes beside its file, and what they seal and hash.
#pragma once

#include "data/register/statement.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

/// A keyed hash by which equal texts are found without their being kept.
using Digest = std::array<unsigned char, 16>;

class Secret {
public:
    static constexpr std::size_t key_bytes = 32;
    static constexpr std::size_t wrapped_bytes = 24 + key_bytes + 16;  // nonce, key, tag
    using Key = std::array<unsigned char, key_bytes>;
    using WrappedKey = std::array<unsigned char, wrapped_bytes>;

    /// Where the secret of a register lies: beside it.
    [[nodiscard]] static std::string path_for(const std::string& register_path);
    /// Makes it, readable by its owner only; one that is there already is kept. Throws StoreFault.
    static Secret create(const std::string& register_path);
    /// Throws StoreFault: secret_missing where there is none or it has another size.
    static Secret load(const std::string& register_path);

    /// Writes the secret of one register beside another, its copy. Throws StoreFault.
    static void copy(const std::string& from_register, const std::string& to_register);

    /// By which a register knows its own secret.
    [[nodiscard]] std::string check_value(std::string_view register_id) const;
    /// Of a text that has one row wherever it stands.
    [[nodiscard]] Digest shared_digest(std::string_view text) const;
    /// Of a text that belongs to one row of `person` only.
    [[nodiscard]] Digest own_digest(std::int64_t person, std::string_view text) const;

    /// `nonce` must never be given twice.
    [[nodiscard]] WrappedKey wrap(const Key& key, std::int64_t person, std::span<const unsigned char, 24> nonce) const;
    [[nodiscard]] std::optional<Key> unwrap(Bytes wrapped, std::int64_t person) const;

    /// Ciphertext of a text under a key that seals nothing else, bound to the text's digest.
    [[nodiscard]] static std::string seal(std::string_view text, const Key& key, const Digest& digest);
    /// Empty where the key, the digest or the box is not the one that was sealed.
    [[nodiscard]] static std::optional<std::string> open(Bytes box, const Key& key, Bytes digest);

private:
    explicit Secret(const Key& master);
    Key digest_key_{};
    Key wrap_key_{};
    Key check_key_{};
};

}  // namespace xiaoan::data
