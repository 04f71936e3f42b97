#include "data/intake/issue.hpp"

#include "data/intake/geometry_words.hpp"
#include "data/kinds/kinds.hpp"

#include <array>

namespace xiaoan::data {

namespace {

struct IssueEntry {
    IssueCode code;
    IssueSeverity severity;
    std::string_view word;
    Sentence sentence;
};

constexpr auto refused = IssueSeverity::refused;
constexpr auto warning = IssueSeverity::warning;

// Each sentence says what, where and what to do; {row}, {column} and {value} are those of the issue.
constexpr std::array issues{
    IssueEntry{IssueCode::missing_required,
               refused,
               "missing_required",
               {"第 {row} 行缺少“{column}”。请补填后重新导入",
                "Row {row}, “{column}” is missing. Fill it in and import again"}},
    IssueEntry{IssueCode::bad_date,
               refused,
               "bad_date",
               {"第 {row} 行“{column}”不是日期：{value}。请写成 2026-03-01 这样的形式，确实没有时写“无”",
                "Row {row}, “{column}”: {value} is not a date. Write it as 2026-03-01, or “none” where there is none"}},
    IssueEntry{IssueCode::incomplete_date,
               refused,
               "incomplete_date",
               {"第 {row} 行“{column}”缺少月或日：{value}。请写明年月日",
                "Row {row}, “{column}”: {value} lacks a month or a day. Write the whole date"}},
    IssueEntry{IssueCode::bad_time,
               refused,
               "bad_time",
               {"第 {row} 行“{column}”不是时间：{value}。请写成 07:05 这样的形式",
                "Row {row}, “{column}”: {value} is not a time. Write it as 07:05"}},
    IssueEntry{IssueCode::bad_timestamp,
               refused,
               "bad_timestamp",
               {"第 {row} 行“{column}”不是日期加时间：{value}。请写成 2026-03-01 07:05:00 这样的形式",
                "Row {row}, “{column}”: {value} is not a date with a time. Write it as 2026-03-01 07:05:00"}},
    IssueEntry{IssueCode::bad_answer,
               refused,
               "bad_answer",
               {"第 {row} 行“{column}”应为“是”或“否”：{value}。不清楚时请留空",
                "Row {row}, “{column}”: {value} is neither yes nor no. Leave it empty where it is not known"}},
    IssueEntry{IssueCode::bad_count,
               refused,
               "bad_count",
               {"第 {row} 行“{column}”应为不小于 0 的整数：{value}。请改为数字",
                "Row {row}, “{column}”: {value} is not a whole number of 0 or more. Write it in digits"}},
    IssueEntry{IssueCode::bad_number,
               refused,
               "bad_number",
               {"第 {row} 行“{column}”不是数字：{value}。请改为数字",
                "Row {row}, “{column}”: {value} is not a number. Write it in digits"}},
    IssueEntry{
        IssueCode::unknown_unit,
        refused,
        "unknown_unit",
        {"第 {row} 行“{column}”的单位“{0}”不是该列的单位：{value}。请换算后只填数字",
         "Row {row}, “{column}”: {value} has the unit “{0}”, which is not that of the column. Convert it and write "
         "the number alone"}},
    IssueEntry{IssueCode::bad_degrees,
               refused,
               "bad_degrees",
               {"第 {row} 行“{column}”不是经纬度：{value}。请写成 122.84 或 122°50′24″",
                "Row {row}, “{column}”: {value} is not an angle. Write it as 122.84 or 122°50′24″"}},
    IssueEntry{IssueCode::out_of_range,
               refused,
               "out_of_range",
               {"第 {row} 行“{column}”应在 {0} 至 {1} 之间：{value}。请核对",
                "Row {row}, “{column}”: {value} is not between {0} and {1}. Check it"}},
    IssueEntry{IssueCode::unknown_county,
               refused,
               "unknown_county",
               {"第 {row} 行“{column}”不是本地区的县区：{value}。请填县区名称或六位代码",
                "Row {row}, “{column}”: {value} is no county of this region. Give its name or six-digit code"}},
    IssueEntry{
        IssueCode::ambiguous_county,
        refused,
        "ambiguous_county",
        {"第 {row} 行“{column}”可能是多个县区（{0}）：{value}。请填全称或六位代码",
         "Row {row}, “{column}”: {value} may be several counties ({0}). Give the full name or the six-digit code"}},
    IssueEntry{IssueCode::several_values,
               refused,
               "several_values",
               {"第 {row} 行“{column}”填了多个号码：{value}。请每个号码填一行",
                "Row {row}, “{column}”: {value} are several numbers. Give each a row of its own"}},
    IssueEntry{IssueCode::bad_word,
               refused,
               "bad_word",
               {"第 {row} 行“{column}”不认识“{value}”。请填其中之一：{0}",
                "Row {row}, “{column}”: “{value}” is not known there. Use one of: {0}"}},
    IssueEntry{IssueCode::bad_weekdays,
               refused,
               "bad_weekdays",
               {"第 {row} 行“{column}”不是运行日：{value}。请写成 1-5 或 1,3,5（1 为星期一）",
                "Row {row}, “{column}”: {value} are no weekdays. Write 1-5 or 1,3,5 (1 is Monday)"}},
    IssueEntry{IssueCode::bad_geometry,
               refused,
               "bad_geometry",
               {"第 {row} 行“{column}”不是有效的几何（{0}）。请用 WKT，经度在前",
                "Row {row}, “{column}” is no valid geometry ({0}). Use WKT, longitude first"}},
    IssueEntry{IssueCode::cell_error,
               refused,
               "cell_error",
               {"第 {row} 行“{column}”的单元格显示错误 {value}。请在表格软件中改正",
                "Row {row}, “{column}”: the cell shows the error {value}. Correct it in the spreadsheet"}},
    IssueEntry{
        IssueCode::formula_without_value,
        refused,
        "formula_without_value",
        {"第 {row} 行“{column}”是没有计算结果的公式。请在表格软件中打开并保存后再导入",
         "Row {row}, “{column}” is a formula without a result. Open and save the file in a spreadsheet program, then "
         "import it"}},
    IssueEntry{
        IssueCode::digits_lost,
        refused,
        "digits_lost",
        {"第 {row} 行“{column}”的号码被表格软件当作数字，末几位已丢失：{value}。请把该列设为文本后重新填写",
         "Row {row}, “{column}”: the spreadsheet took {value} for a number and lost its last digits. Format the column "
         "as text and enter it again"}},
    IssueEntry{
        IssueCode::vehicle_replaced,
        refused,
        "vehicle_replaced",
        {"第 {row} 行的车辆识别代号 {value} 与登记的 {0} 不同，可能换了车。确认换车请用 --replace-vehicle",
         "Row {row}: the VIN {value} is not the recorded {0}; another vehicle may carry this number now. If so, import "
         "with --replace-vehicle"}},
    IssueEntry{IssueCode::columns_disagree,
               refused,
               "columns_disagree",
               {"第 {row} 行“{column}”与“{0}”表示同一项目而内容不同：{value}。请删去其中一列或改为一致",
                "Row {row}, “{column}” means the same as “{0}” and says something else: {value}. Delete one of the "
                "columns or make them agree"}},
    IssueEntry{
        IssueCode::two_vehicles,
        refused,
        "two_vehicles",
        {"第 {row} 行与第 {1} 行的号牌号码相同，而车辆识别代号不同（{0}）：{value}。请核对哪一辆车的号牌填错了，改正后"
         "重新导入",
         "Row {row} has the registration number of row {1}, whose VIN is another ({0}): {value}. Check which "
         "vehicle's number is wrong, correct it and import again"}},
    IssueEntry{
        IssueCode::bad_registration_number,
        warning,
        "bad_registration_number",
        {"第 {row} 行“{column}”不是有效的号牌号码，已按原样保留：{value}[（或为 {0}？）]。请对照行驶证改正",
         "Row {row}, “{column}”: {value} is not a valid registration number[ ({0} perhaps?)]; it was kept as it is. "
         "Correct it from the vehicle's papers"}},
    IssueEntry{
        IssueCode::bad_uscc,
        warning,
        "bad_uscc",
        {"第 {row} 行“{column}”不是 18 位统一社会信用代码，已按原样保留：{value}。请对照营业执照改正",
         "Row {row}, “{column}”: {value} is not an 18-character social credit code; it was kept as it is. Correct it "
         "from the licence"}},
    IssueEntry{IssueCode::bad_vin,
               warning,
               "bad_vin",
               {"第 {row} 行“{column}”不是 17 位车辆识别代号（不含 I、O、Q），已按原样保留：{value}。请对照行驶证改正",
                "Row {row}, “{column}”: {value} is not a 17-character VIN (without I, O, Q); it was kept as it is. "
                "Correct it from the papers"}},
    IssueEntry{IssueCode::bad_licence_number,
               warning,
               "bad_licence_number",
               {"第 {row} 行“{column}”不是驾驶证号（应为数字和字母），已按原样保留。请对照驾驶证改正",
                "Row {row}, “{column}” is no licence number (digits and letters); it was kept as it is. Correct it "
                "from the licence"}},
    IssueEntry{IssueCode::several_drivers,
               warning,
               "several_drivers",
               {"第 {row} 行“{column}”填了多个驾驶人，无法判断是哪一个，该格未导入。请每个驾驶人填一行",
                "Row {row}, “{column}” names several drivers and cannot be told which; the cell was left out. Give "
                "each a row of its own"}},
    IssueEntry{IssueCode::undated_offence,
               warning,
               "undated_offence",
               {"第 {row} 行“{column}”没有写明日期：{0}。已按日期不明记录，请向公安机关核实后补填，如“{0}:2026-03-02”",
                "Row {row}, “{column}”: {0} has no date and was kept without one. Ask the police and add it, as in "
                "“{0}:2026-03-02”"}},
    IssueEntry{
        IssueCode::doubtful_month,
        warning,
        "doubtful_month",
        {"第 {row} 行“{column}”的 {value} 读作 1 月；如原为 {0}，是被表格软件当作数字去掉了末尾的 0。请核对，并把"
         "该列设为文本",
         "Row {row}, “{column}”: {value} was read as January; if it was {0}, a spreadsheet took it for a number "
         "and dropped its last 0. Check it, and format the column as text"}},
    IssueEntry{IssueCode::unresolved_reference,
               warning,
               "unresolved_reference",
               {"第 {row} 行“{column}”所指的{0}尚未登记：{value}。导入相应名册后会自动对应",
                "Row {row}, “{column}”: no {0} {value} is recorded yet. It resolves when that ledger is imported"}},
    IssueEntry{
        IssueCode::duplicate_in_file,
        warning,
        "duplicate_in_file",
        {"第 {row} 行与第 {0} 行是同一记录（{value}）而内容不同，以后一行为准。请核对",
         "Row {row} is the same record as row {0} ({value}) with other contents; the later row holds. Check them"}},
    IssueEntry{IssueCode::check_digit,
               warning,
               "check_digit",
               {"第 {row} 行“{column}”校验位不符：{value}[（应为 {0}）]。请核对是否抄错",
                "Row {row}, “{column}”: the check digit of {value} does not fit[ ({0} expected)]. Check for a slip"}},
    IssueEntry{IssueCode::birth_date_differs,
               warning,
               "birth_date_differs",
               {"第 {row} 行“{column}”与证件号码中的出生日期不一致。请核对",
                "Row {row}, “{column}” differs from the date of birth in the identity number. Check it"}},
    IssueEntry{IssueCode::unusual_school_code,
               warning,
               "unusual_school_code",
               {"第 {row} 行“{column}”不是 10 位学校标识码：{value}，已按原样保留。请核对",
                "Row {row}, “{column}”: {value} is not a 10-digit school code; it was kept as it is. Check it"}},
    IssueEntry{IssueCode::swapped_position,
               warning,
               "swapped_position",
               {"第 {row} 行的经度与纬度填反了：{value}，已对调后导入。请核对",
                "Row {row}: longitude and latitude stood swapped: {value}. They were put right; check them"}},
    IssueEntry{IssueCode::kept_unswapped,
               warning,
               "kept_unswapped",
               {"第 {row} 行的经度与纬度像是填反了：{value}，按要求未对调。请核对",
                "Row {row}: longitude and latitude seem to stand swapped: {value}. They were kept so, as was asked; "
                "check them"}},
    IssueEntry{IssueCode::outside_country,
               warning,
               "outside_country",
               {"第 {row} 行的位置不在国内：{value}。请核对经纬度",
                "Row {row}: the position {value} is outside the country. Check longitude and latitude"}},
    IssueEntry{IssueCode::skipped_row,
               warning,
               "skipped_row",
               {"第 {row} 行因“{value}”按合计、说明或示例行跳过，但该行还有其他内容。如是一条记录，请改写这几个字或补填"
                "编号后重新导入",
                "Row {row} was skipped as a total, a remark or an example because of “{value}”, but holds something "
                "else too. If it is a record, change these words or fill in its number and import again"}},
    IssueEntry{IssueCode::other_county,
               warning,
               "other_county",
               {"第 {row} 行要更改的记录上次由另一县区的 {0}[ 第 {1} 行]给出：{value}。请核对以哪一份为准",
                "Row {row} changes a record that another county's file gave last: {0}[, row {1}]: {value}. Check which "
                "of them is right"}},
    IssueEntry{
        IssueCode::unknown_column,
        warning,
        "unknown_column",
        {"不认识“{column}”列，该列未导入。需要时请改列名或用 --mapping 指明",
         "Column “{column}” is not known and was left out. Rename it, or name it with --mapping, if it is needed"}},
    IssueEntry{IssueCode::duplicate_column,
               warning,
               "duplicate_column",
               {"“{column}”列与“{0}”列表示同一项目，只用了后者。请删去多余的一列",
                "Column “{column}” means the same as “{0}”; only the latter was used. Delete the one not needed"}},
    IssueEntry{IssueCode::column_twice,
               warning,
               "column_twice",
               {"“{column}”列与“{0}”列表示同一项目，两列一致或只填一列的行照常导入，不一致的行拒收。请删去多余的一列",
                "Column “{column}” means the same as “{0}”; rows where they agree or only one is filled are taken, the "
                "others are refused. Delete the one not needed"}},
    IssueEntry{
        IssueCode::half_a_period,
        warning,
        "half_a_period",
        {"“{0}”列已导入，而同一期限的“{column}”列没有导入：这些记录会没有截止日期，到期也不会提示。请把该列列名改"
         "为“有效期止”，或用 --mapping 指明后重新导入",
         "Column “{0}” was read, but “{column}” of the same period was not: these records lack their end, and "
         "nothing will tell that it has come. Rename the column “有效期止”, or name it with --mapping, and "
         "import again"}},
    IssueEntry{
        IssueCode::unheaded_column,
        warning,
        "unheaded_column",
        {"第 {column} 列有内容而没有列名，该列未导入。需要时请补上列名",
         "Column {column} holds something but has no header; it was left out. Give it a header if it is needed"}},
    IssueEntry{IssueCode::recalled_column,
               warning,
               "recalled_column",
               {"“{column}”列按以前对同样表头的指定读作“{0}”。不对时请用 --mapping 重新指明",
                "Column “{column}” was read as “{0}”, as it was mapped when the same headers were seen before. If that "
                "is wrong, map it anew with --mapping"}},
    IssueEntry{IssueCode::county_of_title,
               warning,
               "county_of_title",
               {"表中没有县区列，新增的记录已按标题“{1}”归入{0}。不对时请用 --county 指明",
                "There is no column of counties; new records were put in {0}, which the title “{1}” names. If that is "
                "wrong, name the county with --county"}},
    IssueEntry{IssueCode::merged_cells,
               warning,
               "merged_cells",
               {"“{column}”列有纵向合并的单元格，已按首格内容逐行填入（{0} 格）。请核对是否每行都适用",
                "Column “{column}” has cells merged downwards; each of their rows was given what the first says ({0} "
                "cells). Check that it holds for every row"}},
    IssueEntry{IssueCode::hidden_sheet,
               warning,
               "hidden_sheet",
               {"工作表“{0}”是隐藏的，未导入。需要时请取消隐藏",
                "Sheet “{0}” is hidden and was left out. Unhide it if needed"}},
    IssueEntry{
        IssueCode::read_as_encoding,
        warning,
        "read_as_encoding",
        {"文件不是 UTF-8，已按 {0} 读取。如有乱码请用 --encoding 指明编码",
         "The file is not UTF-8 and was read as {0}. If characters look wrong, name its encoding with --encoding"}},
    IssueEntry{
        IssueCode::unknown_sheet,
        warning,
        "unknown_sheet",
        {"从表头看不出工作表“{0}”是哪一类名册，未导入。需要时请核对表头，或用 --kind 指明类别",
         "The headers of sheet “{0}” do not say what kind of ledger it is; it was left out. Compare them with the "
         "template, or name the kind with --kind"}},
    IssueEntry{
        IssueCode::masked_text,
        warning,
        "masked_text",
        {"第 {row} 行“{column}”是隐去部分内容的文字，未导入，已登记的保持不变。请用完整的内容",
         "Row {row}, “{column}” is a text with parts hidden; it was left out and what is recorded stays. Use the "
         "whole text"}},
    IssueEntry{IssueCode::no_crs,
               warning,
               "no_crs",
               {"文件没有注明坐标系，已按 CGCS2000 经纬度读取。请向提供者核实，不是时用 --datum 指明",
                "The file names no reference system and was read as degrees on CGCS2000. Ask who made it, and name "
                "the datum with --datum where it is another"}},
    IssueEntry{IssueCode::rough_crs,
               warning,
               "rough_crs",
               {"从坐标系 {0} 到 CGCS2000 没有公开的转换参数，位置可能偏差一百米以上。请取得转换后的文件",
                "No parameters are published for the way from {0} to CGCS2000; positions may be off by 100 m and more. "
                "Obtain the file in CGCS2000"}},
    IssueEntry{
        IssueCode::probable_datum,
        warning,
        "probable_datum",
        {"可比对的 {2} 个位置中有 {1} 个恰好偏移了 {0} 的量（照原样约差 {3} 米，按 {0} 换算后约差 {4} 米），文件的坐标"
         "很可能是 {0}，未作转换。核实后请用 --datum {0} 重新导入",
         "{1} of {2} positions that can be compared are off by just the shift of {0} (some {3} m as they stand, "
         "{4} m if they are in {0}); the file is probably in {0}. Nothing was converted: check, then import "
         "again with --datum {0}"}},
};

constexpr const IssueEntry& entry_of(IssueCode code)
{
    return issues[static_cast<std::size_t>(code)];
}

consteval bool in_order()
{
    for (std::size_t i = 0; i < issues.size(); ++i)
        if (issues[i].code != static_cast<IssueCode>(i)) return false;
    return issues.size() == static_cast<std::size_t>(IssueCode::probable_datum) + 1;
}
static_assert(in_order(), "one entry a code, in the order of the enumeration");

/// As much of a long cell as a sentence can carry.
std::string shortened(std::string_view value)
{
    constexpr std::size_t longest_bytes = 120;
    if (value.size() <= longest_bytes) return std::string{value};
    std::size_t end = longest_bytes;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
    return std::string{value.substr(0, end)} + "…";
}

/// A sentence about what was typed by hand, which stands in no row.
std::string_view without_row(std::string_view sentence)
{
    for (const std::string_view place : {"第 {row} 行的", "第 {row} 行", "Row {row}, ", "Row {row}: "})
        if (sentence.starts_with(place)) return sentence.substr(place.size());
    return sentence;
}

}  // namespace

std::string_view word(IssueCode code) noexcept
{
    return entry_of(code).word;
}

std::string_view word(IssueSeverity severity) noexcept
{
    return severity == IssueSeverity::refused ? "refused" : "warning";
}

IssueSeverity usual_severity(IssueCode code) noexcept
{
    return entry_of(code).severity;
}

std::string issue_text(const RowIssue& issue, SentenceLanguage language)
{
    const std::string row = std::to_string(issue.row);
    const std::string value = shortened(issue.value);
    const NamedText named[] = {{"row", row}, {"column", issue.column}, {"value", value}};
    const std::string_view in_a_row = entry_of(issue.code).sentence.in(language);
    const std::string_view sentence = issue.row == 0 ? without_row(in_a_row) : in_a_row;
    if (issue.code == IssueCode::bad_geometry && !issue.parameters.empty()) {
        const std::string why = geometry_fault_text(issue.parameters.front(), language);
        return filled(sentence, {&why, 1}, named);
    }
    const KindInfo* kind = issue.code == IssueCode::unresolved_reference && !issue.parameters.empty()
                               ? find_kind(issue.parameters.front())
                               : nullptr;
    if (kind == nullptr) return filled(sentence, issue.parameters, named);
    const std::string name{language == SentenceLanguage::zh ? kind->zh : kind->singular};
    return filled(sentence, {&name, 1}, named);
}

}  // namespace xiaoan::data
