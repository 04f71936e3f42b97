#include "data/intake/planned_changes.hpp"

#include "data/register/people.hpp"
#include "data/register/record_key.hpp"
#include "data/register/stored_value.hpp"

#include <fmt/format.h>

namespace xiaoan::data {

namespace {

constexpr std::size_t most_bytes_of_added = 64 << 20;  // from there on new records are kept without their fields

constexpr std::uint64_t fingerprint_basis = 0xCBF29CE484222325;

/// FNV-1a, 64 bits (Fowler, Noll, Vo 1991). Nobody gains by making two rows alike here.
std::uint64_t hashed(std::uint64_t hash, std::string_view bytes)
{
    constexpr std::uint64_t prime = 0x100000001B3;
    for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    return hash;
}

std::uint64_t hashed(std::uint64_t hash, std::uint64_t number)
{
    return hashed(hash, {reinterpret_cast<const char*>(&number), sizeof number});
}

std::string shown(const Value& value, FieldType type)
{
    if (const auto* text = std::get_if<std::string>(&value)) return is_personal(type) ? masked(*text, type) : *text;
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? std::to_string(*whole) : std::string{};
}

Value masked_value(const Value& value, FieldType type)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr && is_personal(type) ? Value{masked(*text, type)} : value;
}

/// The first of the kind's keys that the row gives, its parts joined by '/'.
std::string shown_key(const KindInfo& kind, std::span<const Value> values)
{
    std::size_t given = 0;
    while (given + 1 < kind.keys.size() && !gives_key(kind, kind.keys[given], values)) ++given;
    std::string text;
    for (const std::uint8_t field : kind.keys[given]) {
        if (field != kind.keys[given].front()) text += '/';
        text += shown(values[field], kind.fields[field].type);
    }
    return text;
}

std::string_view take_text(std::string_view& bytes)
{
    const auto size = static_cast<unsigned char>(bytes[0]) | static_cast<unsigned char>(bytes[1]) << 8;
    const std::string_view text = bytes.substr(2, static_cast<std::size_t>(size));
    bytes.remove_prefix(2 + static_cast<std::size_t>(size));
    return text;
}

void put_text(std::string& bytes, std::string_view text)
{
    constexpr std::size_t longest = 4096;  // of a key or a name; a text is cut between its characters
    if (text.size() > longest) {
        std::size_t end = longest;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
        text = text.substr(0, end);
    }
    bytes += static_cast<char>(text.size() & 0xFFU);
    bytes += static_cast<char>(text.size() >> 8U);
    bytes += text;
}

}  // namespace

std::string fingerprint_text(std::uint64_t sum)
{
    return fmt::format("{:016x}", sum);
}

void PlannedChanges::add(const KindInfo& kind, RowPlace place, const PutResult& put, std::span<const Value> values,
                         std::string_view packed_values)
{
    if (put.outcome == Outcome::unchanged) return;
    const auto name = kind.field("name");
    packed_.clear();
    put_text(packed_, shown_key(kind, values));
    put_text(packed_, name ? shown(values[*name], kind.fields[*name].type) : std::string{});
    const std::size_t from = packed_.size();
    std::uint8_t fields = 0;
    const auto keep = [&](std::size_t field, const Value& before, const Value& after) {
        packed_ += static_cast<char>(field);
        pack(packed_, before);
        pack(packed_, after);
        ++fields;
    };
    for (const PutChange& change : put.changes) keep(change.field, change.old_value, change.new_value);
    const std::size_t to = packed_.size();
    if (put.outcome == Outcome::added && packed_bytes_ < most_bytes_of_added)
        for (std::size_t i = 0; i < kind.fields.size(); ++i)
            if (is_given(values[i])) keep(i, {}, masked_value(values[i], kind.fields[i].type));
    std::uint64_t hash = hashed(fingerprint_basis, std::uint64_t{place.sheet} << 32 | place.row);
    hash = hashed(hash, static_cast<std::uint64_t>(put.outcome) << 1 | (put.replaces ? 1U : 0U));
    hash = hashed(hash, packed_values);
    hash = hashed(hash, std::string_view{packed_}.substr(from, to - from));
    packed_bytes_ += packed_.size();
    rows_.push_back(
        {&kind, place, blocks_.add(packed_), put.id, put.before, hash, fields, put.outcome, put.replaces, false});
}

void PlannedChanges::add_unlisted(RowPlace place, Outcome outcome, std::string_view packed_values)
{
    std::uint64_t hash = hashed(fingerprint_basis, std::uint64_t{place.sheet} << 32 | place.row);
    hash = hashed(hash, static_cast<std::uint64_t>(outcome) << 1);
    unlisted_ += hashed(hash, packed_values);
}

PlannedRow PlannedChanges::row(std::size_t index) const
{
    const Row& row = rows_[index];
    std::string_view bytes = blocks_.bytes(row.packed);
    const std::string_view key = take_text(bytes), name = take_text(bytes);
    return {row.kind,   row.place,  row.outcome, row.replaces, row.other_county,
            row.record, row.before, key,         name,         row.fields};
}

void PlannedChanges::fields(std::size_t index, std::vector<PutChange>& into) const
{
    const Row& row = rows_[index];
    std::string_view bytes = blocks_.bytes(row.packed);
    (void)take_text(bytes);
    (void)take_text(bytes);
    into.resize(row.fields);
    for (PutChange& change : into) {
        change.field = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        unpack(bytes, change.old_value);
        unpack(bytes, change.new_value);
    }
}

std::string PlannedChanges::fingerprint() const
{
    std::uint64_t sum = unlisted_;
    for (const Row& row : rows_) sum += row.fingerprint;
    return fingerprint_text(sum);
}

}  // namespace xiaoan::data
