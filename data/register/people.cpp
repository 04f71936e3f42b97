#include "data/register/people.hpp"

#include "data/register/person_store.hpp"

namespace xiaoan::data {

namespace {

// packed: one byte that says whether a key is there, the wrapped key, the digest, the box.
constexpr std::size_t key_at = 1;
constexpr std::size_t digest_bytes = std::tuple_size_v<Digest>;

Bytes part(const std::string& packed, std::size_t from, std::size_t size)
{
    return {reinterpret_cast<const unsigned char*>(packed.data()) + from, size};
}

constexpr std::string_view erased = "***";

}  // namespace

SealedText sealed_text(const Statement& row)
{
    SealedText text{RecordId{row.integer(0)}, {}};
    const Bytes digest = row.blob(1);
    const Bytes key = row.blob(3);
    text.packed.reserve(1 + key.size() + digest.size() + 64);
    text.packed += key.size() == Secret::wrapped_bytes && digest.size() == digest_bytes ? '\1' : '\0';
    text.packed.append(key.begin(), key.end());
    text.packed.append(digest.begin(), digest.end());
    const Bytes box = row.blob(2);
    text.packed.append(box.begin(), box.end());
    return text;
}

std::optional<std::string> People::text(PersonRef person) const
{
    const SealedText* sealed = person.given() ? sealed_.find(RecordId{person.id}) : nullptr;
    if (sealed == nullptr || sealed->packed.empty() || sealed->packed.front() == '\0') return std::nullopt;
    const std::string& packed = sealed->packed;
    const auto key = secret_->unwrap(part(packed, key_at, Secret::wrapped_bytes), person.id);
    if (!key) return std::nullopt;
    const std::size_t digest_at = key_at + Secret::wrapped_bytes, box_at = digest_at + digest_bytes;
    return Secret::open(part(packed, box_at, packed.size() - box_at), *key, part(packed, digest_at, digest_bytes));
}

std::string People::masked(PersonRef person, FieldType type) const
{
    if (!person.given()) return {};
    const auto clear = text(person);
    return clear ? data::masked(*clear, type) : std::string{erased};
}

}  // namespace xiaoan::data
