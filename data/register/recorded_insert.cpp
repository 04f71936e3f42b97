#include "data/register/recorded_insert.hpp"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <bit>
#include <cassert>
#include <cmath>

namespace xiaoan::data {

namespace {

// The format of a changeset, as sqlite3session.c describes it: of each row its operation, whether it was indirect, and
// the values of all columns, each a type and then 8 bytes of a number, or a length and so many bytes.
enum ValueTag : char { integer_tag = 1, real_tag = 2, text_tag = 3, blob_tag = 4, null_tag = 5 };

void append_big_endian(std::string& bytes, std::uint64_t value)
{
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
}

/// SQLite's own: seven bits a byte, the highest first, all but the last with the eighth bit set.
void append_varint(std::string& bytes, std::uint64_t value)
{
    assert(value < std::uint64_t{1} << 56);
    for (int shift = 49; shift > 0; shift -= 7)
        if (value >> shift != 0) bytes += static_cast<char>((value >> shift & 0x7f) | 0x80);
    bytes += static_cast<char>(value & 0x7f);
}

void append_sized(std::string& bytes, ValueTag tag, std::string_view held)
{
    bytes += tag;
    append_varint(bytes, held.size());
    bytes += held;
}

std::string insert_sql(std::string_view table, std::span<const std::string> columns)
{
    std::string names, places;
    for (const std::string& column : columns) {
        names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column);
        places += places.empty() ? "?" : ", ?";
    }
    return fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", table, names, places);
}

std::vector<std::string> columns_of(const SQLite::Database& db, std::string_view table)
{
    std::vector<std::string> names;
    Statement info(db, fmt::format("SELECT name FROM pragma_table_info('{}') ORDER BY cid", table));
    while (info.step()) names.emplace_back(info.text(0));
    return names;
}

/// The beginning of a table's rows in a changeset.
std::string header_of(const SQLite::Database& db, std::string_view table)
{
    std::string keys;
    Statement info(db, fmt::format("SELECT pk FROM pragma_table_info('{}') ORDER BY cid", table));
    while (info.step()) keys += static_cast<char>(info.integer(0));
    std::string header = "T";
    append_varint(header, keys.size());
    header += keys;
    header += table;
    header += '\0';
    return header;
}

}  // namespace

RecordedInsert::RecordedInsert(const SQLite::Database& db, Recording& recording, std::string_view table)
    : recording_(recording),
      added_(recording.added_to(header_of(db, table))),
      columns_(columns_of(db, table)),
      insert_(db, insert_sql(table, columns_))
{
    Statement info(db, fmt::format("SELECT type FROM pragma_table_info('{}') ORDER BY cid", table));
    while (info.step()) {
        const std::string_view type = info.text(0);
        storage_.push_back(type == "INTEGER" ? Storage::integer
                           : type == "REAL"  ? Storage::real
                           : type == "TEXT"  ? Storage::text
                                             : Storage::blob);
    }
}

RecordedInsert::Storage RecordedInsert::next_column()
{
    assert(bound_ < storage_.size());
    if (bound_ == 0) {
        row_.clear();
        row_ += static_cast<char>(SQLITE_INSERT);
        row_ += '\0';
    }
    return storage_[bound_++];
}

void RecordedInsert::bind_null()
{
    (void)next_column();
    insert_.bind_null(static_cast<int>(bound_));
    row_ += null_tag;
}

void RecordedInsert::bind(std::int64_t value)
{
    if (bound_ == 0) id_ = value;
    if (next_column() == Storage::real) {
        --bound_;
        return bind(static_cast<double>(value));
    }
    insert_.bind(static_cast<int>(bound_), value);
    row_ += integer_tag;
    append_big_endian(row_, static_cast<std::uint64_t>(value));
}

void RecordedInsert::bind(double value)
{
    constexpr double least_too_large = 9223372036854775808.0;
    if (next_column() == Storage::integer && value == std::trunc(value) && std::abs(value) < least_too_large) {
        --bound_;
        return bind(static_cast<std::int64_t>(value));
    }
    value += 0.0;  // SQLite keeps no negative zero
    insert_.bind(static_cast<int>(bound_), value);
    row_ += real_tag;
    append_big_endian(row_, std::bit_cast<std::uint64_t>(value));
}

void RecordedInsert::bind(std::string_view text)
{
    (void)next_column();
    insert_.bind(static_cast<int>(bound_), text);
    append_sized(row_, text_tag, text);
}

void RecordedInsert::bind(Bytes bytes)
{
    (void)next_column();
    insert_.bind(static_cast<int>(bound_), bytes);
    append_sized(row_, blob_tag, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void RecordedInsert::bind(const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        bind(std::string_view{*text});
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        bind(*whole);
    else if (const auto* number = std::get_if<double>(&value))
        bind(*number);
    else
        bind_null();
}

void RecordedInsert::run()
{
    assert(bound_ == storage_.size());
    bound_ = 0;
    recording_.run_unseen(insert_);
    recording_.add(added_, row_);
    if (rows_++ == 0) first_ = id_;
}

}  // namespace xiaoan::data
