#include "data/register/statement.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace xiaoan::data {

Statement::Statement(const SQLite::Database& db, std::string_view sql)
{
    const int answer = sqlite3_prepare_v3(db.getHandle(), sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
    if (answer != SQLITE_OK) throw SQLite::Exception(db.getHandle(), answer);
}

Statement::Statement(Statement&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement()
{
    sqlite3_finalize(statement_);
}

void Statement::check(int answer) const
{
    if (answer != SQLITE_OK) throw SQLite::Exception(sqlite3_db_handle(statement_), answer);
}

void Statement::bind_null(int index)
{
    check(sqlite3_bind_null(statement_, index));
}

void Statement::bind(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(statement_, index, value));
}

void Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(statement_, index, value));
}

void Statement::bind(int index, std::string_view text)
{
    check(sqlite3_bind_text64(statement_, index, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
}

void Statement::bind(int index, Bytes bytes)
{
    static constexpr unsigned char nothing{};
    check(sqlite3_bind_blob64(statement_, index, bytes.empty() ? &nothing : bytes.data(), bytes.size(), SQLITE_STATIC));
}

void Statement::bind(int index, const Value& value)
{
    if (const auto* text = std::get_if<std::string>(&value))
        bind(index, std::string_view{*text});
    else if (const auto* whole = std::get_if<std::int64_t>(&value))
        bind(index, *whole);
    else if (const auto* number = std::get_if<double>(&value))
        bind(index, *number);
    else
        bind_null(index);
}

bool Statement::step()
{
    const int answer = sqlite3_step(statement_);
    if (answer == SQLITE_ROW) return true;
    if (answer != SQLITE_DONE) {
        const SQLite::Exception failure(sqlite3_db_handle(statement_), answer);
        reset();
        throw failure;
    }
    reset();
    return false;
}

void Statement::run()
{
    while (step()) {
    }
}

void Statement::reset() noexcept
{
    sqlite3_reset(statement_);
}

bool Statement::is_null(int column) const noexcept
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const noexcept
{
    return sqlite3_column_int64(statement_, column);
}

double Statement::number(int column) const noexcept
{
    return sqlite3_column_double(statement_, column);
}

std::string_view Statement::text(int column) const noexcept
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text == nullptr ? std::string_view{}
                           : std::string_view{text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Bytes Statement::blob(int column) const noexcept
{
    const auto* bytes = static_cast<const unsigned char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr ? Bytes{}
                            : Bytes{bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Statement::same(const Statement& other, int column) const noexcept
{
    const int type = sqlite3_column_type(statement_, column);
    if (type != sqlite3_column_type(other.statement_, column)) return false;
    switch (type) {
    case SQLITE_INTEGER: return integer(column) == other.integer(column);
    case SQLITE_FLOAT: return number(column) == other.number(column);
    case SQLITE_TEXT: return text(column) == other.text(column);
    case SQLITE_BLOB: return std::ranges::equal(blob(column), other.blob(column));
    default: return true;
    }
}

Value Statement::value(int column) const
{
    switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return number(column);
    case SQLITE_TEXT: return std::string{text(column)};
    case SQLITE_BLOB: {
        const Bytes bytes = blob(column);
        return std::string{bytes.begin(), bytes.end()};
    }
    default: return {};
    }
}

std::int64_t integer_of(const SQLite::Database& db, std::string_view sql)
{
    Statement statement(db, sql);
    if (!statement.step()) throw SQLite::Exception("no row where one was expected");
    return statement.integer(0);
}

std::string text_of(const SQLite::Database& db, std::string_view sql)
{
    Statement statement(db, sql);
    if (!statement.step()) throw SQLite::Exception("no row where one was expected");
    return std::string{statement.text(0)};
}

}  // namespace xiaoan::data
