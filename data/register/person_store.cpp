#include "data/register/person_store.hpp"

#include <sodium.h>

#include <algorithm>

namespace xiaoan::data {

PersonReader::PersonReader(const SQLite::Database& db, const Secret& secret)
    : secret_(secret),
      find_shared_(db, "SELECT id FROM person WHERE shared = 1 AND digest = ?1"),
      digest_(db, "SELECT digest FROM person WHERE id = ?1"),
      sealed_(db, "SELECT id, digest, sealed, wrapped FROM person LEFT JOIN person_key ON person = id WHERE id = ?1")
{
}

const Digest& PersonReader::shared_digest(std::string_view text)
{
    if (digested_ != text || digested_.empty()) {
        digested_ = text;
        digest_of_digested_ = secret_.shared_digest(text);
    }
    return digest_of_digested_;
}

std::optional<std::int64_t> PersonReader::find_shared(std::string_view text)
{
    find_shared_.bind(1, Bytes{shared_digest(text)});
    if (!find_shared_.step()) return std::nullopt;
    const std::int64_t id = find_shared_.integer(0);
    find_shared_.reset();
    return id;
}

bool PersonReader::holds(std::int64_t person, FieldType type, std::string_view text)
{
    const Digest digest = is_shared(type) ? shared_digest(text) : secret_.own_digest(person, text);
    digest_.bind(1, person);
    if (!digest_.step()) return false;
    const bool same = std::ranges::equal(digest_.blob(0), digest);
    digest_.reset();
    return same;
}

std::string PersonReader::masked(std::int64_t person, FieldType type)
{
    sealed_.bind(1, person);
    std::vector<SealedText> found;
    if (sealed_.step()) found.push_back(sealed_text(sealed_));
    sealed_.reset();
    const People people(std::make_shared<Secret>(secret_), Table<SealedText>(std::move(found)));
    return people.masked(PersonRef{person}, type);
}

PersonStore::PersonStore(const SQLite::Database& db, const Secret& secret, IdCounter& ids, Recording& recording)
    : PersonReader(db, secret),
      ids_(ids),
      recording_(recording),
      insert_(db, recording, "person"),
      insert_key_(db, "INSERT INTO person_key (person, wrapped) VALUES (?1, ?2)")
{
}

void PersonStore::refill()
{
    std::array<unsigned char, randombytes_SEEDBYTES> seed;
    randombytes_buf(seed.data(), seed.size());
    randombytes_buf_deterministic(random_.data(), random_.size(), seed.data());
    sodium_memzero(seed.data(), seed.size());
    random_used_ = 0;
}

std::int64_t PersonStore::add(std::string_view text, FieldType type)
{
    if (is_shared(type))
        if (const auto known = find_shared(text)) return *known;
    if (random_used_ == random_.size()) refill();
    const std::span<const unsigned char, random_a_person> random(random_.data() + random_used_, random_a_person);
    random_used_ += random_a_person;
    Secret::Key key;
    std::ranges::copy(random.first<Secret::key_bytes>(), key.begin());

    const std::int64_t id = ids_.next("person");
    const Digest digest = is_shared(type) ? shared_digest(text) : secret_.own_digest(id, text);
    const std::string box = Secret::seal(text, key, digest);
    insert_.bind(id);
    insert_.bind(std::int64_t{is_shared(type) ? 1 : 0});
    insert_.bind(Bytes{digest});
    insert_.bind(Bytes{reinterpret_cast<const unsigned char*>(box.data()), box.size()});
    insert_.run();
    const Secret::WrappedKey wrapped = secret_.wrap(key, id, random.last<24>());
    insert_key_.bind(1, id);
    insert_key_.bind(2, Bytes{wrapped});
    recording_.run_unseen(insert_key_);
    sodium_memzero(key.data(), key.size());
    return id;
}

}  // namespace xiaoan::data
