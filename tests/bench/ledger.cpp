#include "tests/bench/ledger.hpp"

#include "data/intake/values/check_digits.hpp"
#include "data/kinds/kinds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::data::test {

namespace {

/// Spreads the rows over a range without a generator of random numbers.
int spread(int row, int salt, int range)
{
    const std::uint64_t mixed =
        static_cast<std::uint64_t>(row) * 2654435761U + static_cast<std::uint64_t>(salt) * 40503U;
    return static_cast<int>((mixed >> 8U) % static_cast<std::uint64_t>(range));
}

std::string a_date(int row, int salt)
{
    return fmt::format("{}-{:02}-{:02}", 2022 + spread(row, salt, 6), 1 + spread(row, salt + 1, 12),
                       1 + spread(row, salt + 2, 28));
}

std::string registration_number(int n)
{
    static constexpr std::string_view letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    return fmt::format("吉{}{:05}", letters[static_cast<std::size_t>(n / 100'000) % letters.size()], n % 100'000);
}

/// Begins with 000000, which no region has.
std::string identity(int n)
{
    const std::string number = fmt::format("000000{:04}{:02}{:02}{:03}", 1900 + n / 27'000 % 100, 1 + n / 1'000 % 12,
                                           1 + n / 12'000 % 28, n % 1'000);
    return number + identity_check_character(number);
}

std::string vin(int n)
{
    std::string number = fmt::format("LDEMXX{:02}0FD{:06}", n / 1'000'000, n % 1'000'000);
    number[8] = vin_check_character(number);
    return number;
}

std::string uscc(int n)
{
    const std::string code = fmt::format("91220881{:09}", n);
    return code + uscc_check_character(code);
}

/// The key by which others name record n of a kind.
std::string key_text(std::string_view kind, int n)
{
    if (kind == "schools") return fmt::format("2122{:06}", n);
    if (kind == "operators") return uscc(n);
    if (kind == "permits") return fmt::format("白校许第{:07}号", n);
    return fmt::format("示{}{:07}", static_cast<char>(kind.front() - 'a' + 'A'), n);
}

double degrees_of(int row, int salt, double first)
{
    return first + spread(row, salt, 2'000'000) / 1e6;
}

std::string outline(int row)
{
    const double lon = degrees_of(row, 1, 122), lat = degrees_of(row, 2, 45);
    return fmt::format("\"POLYGON(({0:.6f} {1:.6f},{2:.6f} {1:.6f},{2:.6f} {3:.6f},{0:.6f} {1:.6f}))\"", lon, lat,
                       lon + 0.001, lat + 0.001);
}

std::string way(int row)
{
    const double lon = degrees_of(row, 1, 122), lat = degrees_of(row, 2, 45);
    return fmt::format("\"LINESTRING({:.6f} {:.6f},{:.6f} {:.6f})\"", lon, lat, lon + 0.02, lat + 0.01);
}

/// What stands in a field that is no part of a key.
std::string other_cell(const KindInfo& kind, const FieldInfo& field, int salt, int row)
{
    switch (field.type) {
    case FieldType::school_code: return key_text("schools", row);
    case FieldType::uscc: return uscc(row);
    case FieldType::vin: return vin(row);
    case FieldType::registration_number: return registration_number(row);
    case FieldType::reference: return key_text(field.refers_to, field.refers_to == "operators" ? row % 400 : row);
    case FieldType::county: return row % 2 == 0 ? "洮北区" : "洮南市";
    case FieldType::word: return std::string{field.words[static_cast<std::size_t>(row) % field.words.size()].zh};
    case FieldType::answer: return std::array{"是", "否", ""}[static_cast<std::size_t>(spread(row, salt, 3))];
    case FieldType::count: return std::to_string(7 + spread(row, salt, 50));
    case FieldType::number: return fmt::format("{:.1f}", spread(row, salt, 500) / 10.0);
    case FieldType::longitude: return fmt::format("{:.6f}", degrees_of(row, salt, 122));
    case FieldType::latitude: return fmt::format("{:.6f}", degrees_of(row, salt, 45));
    case FieldType::date: return field.key == "withdrawn_on" || field.key == "revoked_on" ? "" : a_date(row, salt);
    case FieldType::time: return fmt::format("{:02}:{:02}", 5 + spread(row, salt, 12), spread(row, salt + 1, 60));
    case FieldType::timestamp: return a_date(row, salt) + fmt::format(" {:02}:{:02}:00", row % 24, row % 60);
    case FieldType::weekdays: return "12345";
    case FieldType::geometry: return kind.key == "waters" ? outline(row) : way(row);
    case FieldType::person_name: return fmt::format("王示{}", row);
    case FieldType::phone: return fmt::format("0436-{:08}", row);
    case FieldType::licence_number: return identity(row);
    case FieldType::text: return fmt::format("示例{}{}", kind.zh, spread(row, salt, 40));
    }
    return {};
}

std::string cell(const KindInfo& kind, std::size_t index, int row)
{
    const FieldInfo& field = kind.fields[index];
    if (kind.key == "stops" && field.key == "route") return key_text("routes", row / 10);
    if (kind.key == "stops" && field.key == "sequence") return std::to_string(1 + row % 10);
    if (kind.key == "drivers" && (field.key == "record" || field.key == "born_on")) return {};
    const bool names_itself = kind.keys.front().front() == index && field.type == FieldType::text;
    if (names_itself) return key_text(kind.key, row);
    return other_cell(kind, field, static_cast<int>(3 * index), row);
}

}  // namespace

void write_ledger(std::ostream& out, const KindInfo& kind, int rows, std::size_t columns)
{
    if (columns == 0) columns = kind.fields.size();
    columns = std::min(columns, kind.fields.size());
    for (std::size_t i = 0; i < columns; ++i) out << (i == 0 ? "" : ",") << kind.fields[i].header;
    for (int row = 0; row < rows; ++row) {
        for (std::size_t i = 0; i < columns; ++i) {
            const bool is_place =
                kind.fields[i].type == FieldType::longitude || kind.fields[i].type == FieldType::latitude;
            out << (i == 0 ? '\n' : ',');
            if (kind.key != "waters" || !is_place) out << cell(kind, i, row);  // its outline says where it lies
        }
    }
    out << '\n';
}

}  // namespace xiaoan::data::test
