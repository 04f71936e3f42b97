#include "data/intake/skipped_row.hpp"

#include "data/intake/utf8.hpp"
#include "data/intake/values/check_digits.hpp"
#include "data/intake/values/number.hpp"
#include "data/intake/values/registration_number.hpp"
#include "data/intake/values/text_form.hpp"
#include "data/register/record_key.hpp"

#include <algorithm>
#include <array>

namespace xiaoan::data {

namespace {

bool is_filled(const Cell& cell)
{
    return !is_blank(cell.text);
}

/// 合计, 合 计：, 洮北区小计, 共计 36 辆, total 36.
bool is_total(std::string_view text)
{
    for (const std::string_view word : {"合计", "小计", "总计", "共计", "累计", "本页计"})
        if (text.starts_with(word) || text.ends_with(word)) return true;
    for (const std::string_view word : {"合计:", "小计:", "总计:", "共计:"})
        if (text.ends_with(word)) return true;
    return text.starts_with("total") || text.starts_with("subtotal") || text.starts_with("grandtotal");
}

/// 填报人：…, 备注：…, 注：…; the word alone counts too.
bool is_remark(std::string_view text)
{
    for (const std::string_view word :
         {"填报人",     "填表人",     "填报单位", "填表单位", "填报日期", "填报时间", "填表日期",   "填表时间",
          "制表人",     "制表单位",   "制表日期", "制表时间", "制表",     "审核人",   "审核",       "审核日期",
          "复核人",     "复核",       "审批人",   "审批",     "审定",     "审定人",   "批准人",     "经办人",
          "经办",       "校对",       "校对人",   "统计人",   "统计员",   "填报",     "填表",       "报送人",
          "报送单位",   "报送日期",   "报表人",   "上报人",   "上报日期", "上报单位", "单位负责人", "主管领导",
          "分管领导",   "主要领导",   "负责人",   "领导签字", "签字",     "签名",     "签章",       "盖章",
          "单位",       "计量单位",   "单位盖章", "单位公章", "公章",     "联系人",   "联系电话",   "联系方式",
          "单位(盖章)", "单位(公章)", "日期",     "备注",     "附注",     "附",       "附件",       "说明",
          "填表说明",   "填报说明",   "注",       "注意",     "数据来源", "note",     "notes",      "remark",
          "remarks",    "preparedby", "signature"})
        if (text.starts_with(word)) {
            std::string_view rest = text.substr(word.size());
            rest.remove_prefix(std::min(rest.find_first_not_of("0123456789"), rest.size()));  // 注1：
            if (rest.empty() || rest.front() == ':' || rest.starts_with("(签") || rest.starts_with("(盖") ||
                rest.starts_with("(公") || rest.starts_with("(章"))
                return true;
        }
    return false;
}

/// 例, 示例：, 填写样例.
bool is_example(std::string_view text)
{
    if (text.ends_with(':')) text.remove_suffix(1);
    constexpr std::array words{"例", "示例", "样例", "范例", "举例", "填写示例", "填写样例", "填表示例"};
    return std::ranges::find(words, text) != words.end();
}

/// （人）, 必填: what is said of a column below its header.
bool is_hint(const Cell& cell)
{
    const std::string text = compact(cell.text);
    constexpr std::array words{"必填", "选填", "非必填", "可空", "不可空"};
    return (text.starts_with('(') && text.ends_with(')')) || std::ranges::find(words, text) != words.end();
}

/// Whether the filled cells are those of a row of headers, each in its column.
bool repeats(const SheetRow& row, const std::vector<HeaderCell>& headers)
{
    std::size_t filled = 0;
    for (const Cell& cell : row.cells) {
        if (!is_filled(cell)) continue;
        const auto header = std::ranges::lower_bound(headers, cell.column, {}, &HeaderCell::column);
        if (header == headers.end() || header->column != cell.column || header->form != compact(cell.text))
            return false;
        ++filled;
    }
    return filled > 0 && filled * 2 >= headers.size();
}

/// 1 2 3 …, each column one more than the one before it, after 甲 乙 … or nothing.
bool numbers_columns(const SheetRow& row)
{
    constexpr std::array letters{"甲", "乙", "丙", "丁", "戊", "己"};
    constexpr std::size_t fewest_columns = 3;
    std::size_t lettered = 0, numbered = 0;
    const auto first = std::ranges::find_if(row.cells, is_filled);
    constexpr std::size_t longest_bytes = 12;
    if (first == row.cells.end() || first->text.size() > longest_bytes) return false;
    for (const Cell& cell : row.cells) {
        if (!is_filled(cell)) continue;
        const std::string text = compact(cell.text);
        if (numbered == 0 && lettered < letters.size() && text == letters[lettered])
            ++lettered;
        else if (text == std::to_string(numbered + 1) || text == "(" + std::to_string(numbered + 1) + ")")
            ++numbered;
        else
            return false;
    }
    return numbered >= 2 && lettered + numbered >= fewest_columns;
}

/// 一、公办学校; （二）…; 第一部分.
bool begins_with_ordinal(std::string_view text)
{
    constexpr std::string_view counting = "一二三四五六七八九十";
    const bool bracket = text.starts_with('(');
    if (bracket) text.remove_prefix(1);
    if (text.starts_with("第")) text.remove_prefix(std::string_view{"第"}.size());
    std::size_t characters = 0;
    constexpr std::size_t han_bytes = 3;
    while (text.size() >= han_bytes) {
        const std::size_t found = counting.find(text.substr(0, han_bytes));
        if (found == std::string_view::npos || found % han_bytes != 0) break;
        text.remove_prefix(han_bytes);
        ++characters;
    }
    const auto follows = [&](std::string_view sign) { return text.starts_with(sign); };
    return characters > 0 &&
           (bracket ? follows(")") : follows("、") || follows(".") || follows("部分") || follows("类"));
}

/// A text alone in its row, where the rows begin, that heads the rows below it or says something at their end. Any
/// other row of one cell is left to its checks.
bool heads_section(const Cell& only, const RecognisedSheet& sheet)
{
    constexpr std::size_t longer_than_a_key_bytes = 45;
    if (only.kind != CellKind::text || sheet.columns.size() < 2 || only.column > sheet.columns.front().column)
        return false;
    const std::string text = lower_ascii(compact(only.text));
    if (text.size() > longer_than_a_key_bytes || begins_with_ordinal(text)) return true;
    for (const std::string_view end : {"台账", "台帐", "一览表", "名册", "名单", "统计表", "登记表", "汇总表", "明细表",
                                       "情况表", "基本情况", "市", "县", "区", "市:", "县:", "区:", "乡", "镇"})
        if (text.ends_with(end)) return true;
    return false;
}

}  // namespace

bool says_no_record(const Cell& cell)
{
    constexpr std::size_t longest_total_bytes = 60;
    const std::string_view text = trimmed(cell.text);
    // Most first cells are numbers of rows and of vehicles.
    if (cell.kind != CellKind::text || text.find_first_not_of("0123456789") == std::string_view::npos) return false;
    const std::string form = lower_ascii(compact(text.substr(0, longest_total_bytes)));
    return (text.size() <= longest_total_bytes && is_total(form)) || is_remark(form);
}

namespace {

/// The same of a total alone, told in no time of most cells.
bool says_total(const Cell& cell)
{
    return cell.kind == CellKind::text && cell.text.find("计") != std::string_view::npos && says_no_record(cell) &&
           !is_remark(lower_ascii(compact(cell.text)));
}

bool holds_digit(std::string_view text)
{
    return text.find_first_of("0123456789") != std::string_view::npos;
}

/// 36, 1,200, 36辆, 2026年11月23日: digits and signs, and what counts or dates them.
bool is_numeric(const Cell& cell)
{
    constexpr std::u32string_view counting =
        U"年月日时分人名位个座起次辆件份张岁所条根只套块台处副把盏组瓶支箱家校班米元";
    if (cell.kind != CellKind::text) return true;
    const std::string form = compact(cell.text);
    for (std::size_t at = 0; at < form.size();) {
        const char32_t c = next_code_point(form, at);
        const bool letter = (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
        if (letter || (c >= 0x80 && counting.find(c) == std::u32string_view::npos)) return false;
    }
    return true;
}

/// A number as it may stand below codes in a row of totals, where the records are counted.
bool is_small_number(std::string_view form)
{
    constexpr std::size_t longest_bytes = 7;  // 9999辆
    return form.size() <= longest_bytes && parse_number(form, units::counted).has_value();
}

/// Whether a cell of a key says which record the row is.
bool reads_as_key(const Cell& cell, const FieldInfo& field)
{
    if (says_no_record(cell)) return false;
    const std::string_view text = bare_text(cell.text, field);
    switch (field.type) {
    case FieldType::registration_number: return parse_registration_number(text).has_value();
    case FieldType::uscc: return parse_uscc(text).has_value();
    case FieldType::date:
    case FieldType::time:
    case FieldType::timestamp:
    case FieldType::count: return holds_digit(half_width(text));
    case FieldType::county:
    case FieldType::word: return true;
    default: break;
    }
    const std::string form = compact(text);
    return holds_digit(form) && !is_small_number(form);
}

bool is_filled_at(const SheetRow& row, const SheetColumn* column)
{
    const Cell* cell = column != nullptr ? row.at(column->column) : nullptr;
    return cell != nullptr && is_filled(*cell);
}

}  // namespace

RowSkipping::RowSkipping(const RecognisedSheet& sheet) : sheet_(sheet)
{
    for (const auto key : sheet.kind->keys) {
        Key& parts = keys_.emplace_back();
        for (const std::uint8_t field : key)
            parts.push_back({&sheet.kind->fields[field], sheet.column_of(field), may_be_empty(*sheet.kind, field)});
    }
}

std::optional<SkippedRow> RowSkipping::operator()(const SheetRow& row) const
{
    const auto first = std::ranges::find_if(row.cells, is_filled);
    if (first == row.cells.end()) return SkippedRow{};
    const bool anything_read = std::ranges::any_of(sheet_.columns, [&](const SheetColumn& column) {
        const Cell* cell = row.at(column.column);
        return cell != nullptr && !cell->merged && is_filled(*cell);
    });
    if (!anything_read || is_example(compact(first->text))) return SkippedRow{};
    if (const Cell* word = word_of(row, *first); word != nullptr && !gives_key(row))
        return SkippedRow{holds_more(row, *word) ? word : nullptr};
    if (is_hint(*first) &&
        std::all_of(first, row.cells.end(), [](const Cell& cell) { return !is_filled(cell) || is_hint(cell); }))
        return SkippedRow{};
    if (std::none_of(first + 1, row.cells.end(), is_filled) && heads_section(*first, sheet_)) return SkippedRow{};
    if (numbers_columns(row) ||
        std::ranges::any_of(sheet_.header_cells, [&](const auto& headers) { return repeats(row, headers); }))
        return SkippedRow{};
    return std::nullopt;
}

/// Such words stand in the first cell that is filled, in those that would name the record, and, where nothing names
/// one, anywhere.
const Cell* RowSkipping::word_of(const SheetRow& row, const Cell& first) const
{
    if (says_no_record(first) && (says_total(first) || !stands_among_remarks(first))) return &first;
    const Key& key = keys_.front();
    for (const KeyPart& part : key) {
        const Cell* cell = part.column != nullptr ? row.at(part.column->column) : nullptr;
        if (cell == nullptr || cell == &first || !is_filled(*cell)) continue;
        if (&part == &key.front() ? says_no_record(*cell) : says_total(*cell)) return cell;
    }
    return is_filled_at(row, key.front().column) ? nullptr : total_where_no_key_stands(row);
}

const Cell* RowSkipping::total_where_no_key_stands(const SheetRow& row) const
{
    for (const SheetColumn& column : sheet_.columns)
        if (const Cell* cell = row.at(column.column); cell != nullptr && is_filled(*cell) && says_total(*cell))
            return cell;
    return nullptr;
}

/// 备注：新车 below 备注, which is not read, is about the record beside it.
bool RowSkipping::stands_among_remarks(const Cell& cell) const
{
    const auto unread = std::ranges::lower_bound(sheet_.unread, cell.column, {}, &UnreadColumn::column);
    if (unread == sheet_.unread.end() || unread->column != cell.column) return false;
    constexpr std::array words{"备注", "说明", "附注"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return unread->header.find(word) != std::string::npos; });
}

bool RowSkipping::gives_key(const SheetRow& row) const
{
    return std::ranges::any_of(keys_, [&](const Key& key) {
        return std::ranges::all_of(key, [&](const KeyPart& part) {
            if (!is_filled_at(row, part.column)) return part.may_be_empty;
            return reads_as_key(*row.at(part.column->column), *part.field);
        });
    });
}

/// Whether a column that is read holds something else than the word, what belongs to it, and numbers.
bool RowSkipping::holds_more(const SheetRow& row, const Cell& word) const
{
    const auto of_key = [&](const SheetColumn& column) {
        return std::ranges::any_of(keys_.front(), [&](const KeyPart& part) { return part.column == &column; });
    };
    bool behind_word = false;  // 填报人 | 张三
    for (const SheetColumn& column : sheet_.columns) {
        const Cell* cell = row.at(column.column);
        if (cell == nullptr || !is_filled(*cell)) continue;
        const FieldType type = column.meaning.field->type;
        const bool is_word = cell == &word || says_no_record(*cell);
        const bool of_total = type == FieldType::county || type == FieldType::reference || of_key(column);
        if (!is_word && !of_total && !behind_word && !is_numeric(*cell)) return true;
        behind_word = is_word;
    }
    return false;
}

}  // namespace xiaoan::data
