#include "data/intake/skipped_row.hpp"

#include "data/intake/values/text_form.hpp"

#include <algorithm>

namespace xiaoan::data {

namespace {

/// 合计, 合 计：, 洮北区小计, 共计 36 辆, total 36.
bool is_total(std::string_view text)
{
    for (const std::string_view word : {"合计", "小计", "总计", "共计", "累计"})
        if (text.starts_with(word) || text.ends_with(word)) return true;
    return text.starts_with("total") || text.starts_with("subtotal") || text.starts_with("grandtotal");
}

/// 填报人：…, 备注：…, 注：…; the word alone counts too.
bool is_remark(std::string_view text)
{
    for (const std::string_view word :
         {"填报人",     "填表人", "填报单位",   "填表单位", "填报日期",   "填报时间", "填表日期",
          "填表时间",   "制表人", "制表单位",   "制表日期", "制表时间",   "审核人",   "复核人",
          "审批人",     "经办人", "单位负责人", "主管领导", "负责人",     "联系人",   "联系电话",
          "单位(盖章)", "备注",   "附注",       "说明",     "填表说明",   "填报说明", "注",
          "note",       "notes",  "remark",     "remarks",  "preparedby", "signature"})
        if (text.starts_with(word)) {
            const std::string_view rest = text.substr(word.size());
            if (rest.empty() || rest.front() == ':' || rest.starts_with("(签")) return true;
        }
    return false;
}

bool repeats_headers(const SheetRow& row, const RecognisedSheet& sheet)
{
    return std::ranges::all_of(sheet.columns, [&](const SheetColumn& column) {
        const Cell* cell = row.at(column.column);
        return cell != nullptr && trimmed(cell->text) == column.header;
    });
}

/// The cells where such words stand: the first that is filled, and the one that would name the record.
bool says_so(const Cell& cell)
{
    constexpr std::size_t longest_total_bytes = 60;
    const std::string_view text = trimmed(cell.text);
    if (cell.kind != CellKind::text) return false;
    const std::string form = lower_ascii(compact(text.substr(0, longest_total_bytes)));
    return (text.size() <= longest_total_bytes && is_total(form)) || is_remark(form);
}

}  // namespace

bool is_skipped_row(const SheetRow& row, const RecognisedSheet& sheet)
{
    const auto filled = [](const Cell& cell) { return !is_blank(cell.text); };
    const auto first = std::ranges::find_if(row.cells, filled);
    if (first == row.cells.end()) return true;
    const bool anything_read = std::ranges::any_of(sheet.columns, [&](const SheetColumn& column) {
        const Cell* cell = row.at(column.column);
        return cell != nullptr && filled(*cell);
    });
    if (!anything_read || says_so(*first)) return true;
    const SheetColumn* key = sheet.column_of(sheet.kind->keys.front().front());
    const Cell* named = key != nullptr ? row.at(key->column) : nullptr;
    if (named != nullptr && named != &*first && filled(*named) && says_so(*named)) return true;
    return repeats_headers(row, sheet);
}

}  // namespace xiaoan::data
