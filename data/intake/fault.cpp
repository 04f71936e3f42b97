#include "data/intake/fault.hpp"

#include <array>

namespace xiaoan::data {

namespace {

struct FaultEntry {
    FaultCode code;
    std::string_view word;
    Sentence sentence;
};

constexpr std::array faults{
    FaultEntry{FaultCode::unreadable_file,
               "unreadable_file",
               {"无法读取文件：{0}。请检查文件是否存在、是否有读取权限",
                "The file cannot be read: {0}. Check that it exists and may be read"}},
    FaultEntry{FaultCode::not_a_file,
               "not_a_file",
               {"这不是普通文件。请选择一个表格文件", "This is not a regular file. Choose a table file"}},
    FaultEntry{FaultCode::empty_file,
               "empty_file",
               {"文件是空的。请重新导出或重新获取该文件", "The file is empty. Export it or obtain it again"}},
    FaultEntry{
        FaultCode::file_too_large,
        "file_too_large",
        {"文件超过 {0} MiB。请拆分后分别导入", "The file is larger than {0} MiB. Split it and import the parts"}},
    FaultEntry{
        FaultCode::old_xls,
        "old_xls",
        {"这是旧版 Excel 工作簿（.xls）。请在表格软件中打开，另存为 .xlsx 后再导入",
         "This is an old Excel workbook (.xls). Open it in a spreadsheet program, save it as .xlsx and import that"}},
    FaultEntry{
        FaultCode::encrypted_workbook,
        "encrypted_workbook",
        {"工作簿设有打开密码。请用密码打开，取消密码后另存为 .xlsx 再导入",
         "The workbook is protected by a password. Open it, remove the password, save it as .xlsx and import that"}},
    FaultEntry{FaultCode::binary_workbook,
               "binary_workbook",
               {"这是二进制工作簿（.xlsb）。请另存为 .xlsx 后再导入",
                "This is a binary workbook (.xlsb). Save it as .xlsx and import that"}},
    FaultEntry{FaultCode::open_document,
               "open_document",
               {"这是 OpenDocument 文件（.ods）。请另存为 .xlsx 后再导入",
                "This is an OpenDocument file (.ods). Save it as .xlsx and import that"}},
    FaultEntry{
        FaultCode::word_document,
        "word_document",
        {"这是文字文档，不是表格。请把其中的表格复制到表格软件，保存为 .xlsx 后再导入",
         "This is a text document, not a table. Copy its table into a spreadsheet, save it as .xlsx and import that"}},
    FaultEntry{
        FaultCode::web_page,
        "web_page",
        {"这是网页或 XML 表格，不是工作簿。请在表格软件中打开，另存为 .xlsx 后再导入",
         "This is a web page or an XML table, not a workbook. Open it in a spreadsheet program, save it as .xlsx and "
         "import that"}},
    FaultEntry{FaultCode::other_archive,
               "other_archive",
               {"这是压缩包，不是工作簿。请解压后导入其中的表格",
                "This is an archive, not a workbook. Unpack it and import the tables in it"}},
    FaultEntry{FaultCode::not_a_table,
               "not_a_table",
               {"这不是表格文件（看起来是 {0}）。请提供 .xlsx 或 .csv 文件",
                "This is not a table (it looks like {0}). Provide an .xlsx or .csv file"}},
    FaultEntry{FaultCode::truncated_workbook,
               "truncated_workbook",
               {"工作簿不完整，可能没有下载或复制完。请重新获取该文件",
                "The workbook is incomplete; it may not have been copied to the end. Obtain it again"}},
    FaultEntry{
        FaultCode::damaged_workbook,
        "damaged_workbook",
        {"工作簿已损坏（{0}：{1}）。请在表格软件中打开并另存，或重新获取该文件",
         "The workbook is damaged ({0}: {1}). Open and save it again in a spreadsheet program, or obtain it again"}},
    FaultEntry{
        FaultCode::document_type,
        "document_type",
        {"工作簿的 {0} 含有文档类型声明，正常的工作簿没有，已拒绝读取。请核实文件来源",
         "Part {0} of the workbook carries a document type declaration, which no ordinary workbook does; it was not "
         "read. Ask where the file came from"}},
    FaultEntry{
        FaultCode::zip_bomb,
        "zip_bomb",
        {"工作簿的 {0} 解压后大得反常，已拒绝读取。请核实文件来源，或删去空白区域后另存",
         "Part {0} of the workbook inflates beyond measure; it was not read. Ask where the file came from, or delete "
         "its blank areas and save it again"}},
    FaultEntry{FaultCode::too_many_entries,
               "too_many_entries",
               {"工作簿内的部件超过 {0} 个，已拒绝读取。请核实文件来源",
                "The workbook has more than {0} parts; it was not read. Ask where the file came from"}},
    FaultEntry{FaultCode::too_many_cells,
               "too_many_cells",
               {"工作簿的单元格超过 {0} 个。请删去空白区域，或拆分后分别导入",
                "The workbook has more than {0} cells. Delete its blank areas, or split it and import the parts"}},
    FaultEntry{FaultCode::too_many_strings,
               "too_many_strings",
               {"工作簿的文字过多（上限 {0}）。请拆分后分别导入",
                "The workbook holds too much text (limit {0}). Split it and import the parts"}},
    FaultEntry{FaultCode::too_many_columns,
               "too_many_columns",
               {"第 {0} 行超过 {1} 列。请检查分隔符，或删去多余的列",
                "Row {0} has more than {1} columns. Check the separator, or delete the columns that are not needed"}},
    FaultEntry{
        FaultCode::too_many_rows,
        "too_many_rows",
        {"工作表超过 {0} 行。请拆分后分别导入", "The sheet has more than {0} rows. Split it and import the parts"}},
    FaultEntry{FaultCode::cell_too_long,
               "cell_too_long",
               {"第 {0} 行有单元格超过 {1} KiB。请检查该行的引号是否成对",
                "Row {0} has a cell of more than {1} KiB. Check that the quotation marks of that row are paired"}},
    FaultEntry{FaultCode::row_too_long,
               "row_too_long",
               {"第 {0} 行超过 {1} MiB。请检查文件内容", "Row {0} is longer than {1} MiB. Check the file"}},
    FaultEntry{FaultCode::no_sheets,
               "no_sheets",
               {"工作簿里没有工作表。请重新获取该文件", "The workbook has no worksheet. Obtain it again"}},
    FaultEntry{FaultCode::no_such_sheet,
               "no_such_sheet",
               {"文件里没有工作表“{0}”。请核对工作表的名称", "The file has no sheet “{0}”. Check its name"}},
    FaultEntry{FaultCode::changed_meanwhile,
               "changed_meanwhile",
               {"核对之后文件或登记簿有了变动，没有写入任何内容。请重新核对后再写入",
                "The file or the register has changed since it was looked at; nothing was written. Look at it again, "
                "then write it"}},
    FaultEntry{FaultCode::bad_utf8,
               "bad_utf8",
               {"第 {0} 行含有无效的 UTF-8 编码。请用原软件重新导出为 UTF-8，或用 --encoding 指明编码",
                "Row {0} is not valid UTF-8. Export the file again as UTF-8, or name its encoding with --encoding"}},
    FaultEntry{FaultCode::bad_encoding,
               "bad_encoding",
               {"第 {0} 行不是有效的 {1} 编码。请换一种 --encoding，或重新导出为 UTF-8",
                "Row {0} is not valid {1}. Try another --encoding, or export the file again as UTF-8"}},
    FaultEntry{FaultCode::unknown_encoding,
               "unknown_encoding",
               {"不认识编码“{0}”。可用：utf-8、gb18030、gbk、utf-16、utf-16le、utf-16be",
                "Unknown encoding “{0}”. Use utf-8, gb18030, gbk, utf-16, utf-16le or utf-16be"}},
    FaultEntry{FaultCode::nul_byte,
               "nul_byte",
               {"第 {0} 行含有空字符（NUL），文件可能已损坏或不是文本。请重新导出为 UTF-8 的 CSV",
                "Row {0} holds a NUL character; the file may be damaged or no text. Export it again as CSV in UTF-8"}},
    FaultEntry{FaultCode::unterminated_quote,
               "unterminated_quote",
               {"第 {0} 行开始的引号直到文件末尾都没有结束。请补上该引号后再导入",
                "The quotation mark that opens in row {0} is never closed. Close it and import the file again"}},
    FaultEntry{FaultCode::unknown_kind,
               "unknown_kind",
               {"从表头看不出是哪一类名册。请核对表头是否与模板一致，或用 --kind 指明类别",
                "The headers do not say what kind of ledger this is. Compare them with the template, or name the kind "
                "with --kind"}},
    FaultEntry{FaultCode::bad_geojson,
               "bad_geojson",
               {"不是有效的 GeoJSON[，第 {0} 个要素]：{1}。请重新导出该文件",
                "This is not valid GeoJSON[, feature {0}]: {1}. Export the file again"}},
    FaultEntry{FaultCode::no_features,
               "no_features",
               {"文件里没有可读取的图层。请重新导出含有要素的文件",
                "The file holds no layer that can be read. Export it again with its features"}},
    FaultEntry{FaultCode::geodata_damaged,
               "geodata_damaged",
               {"空间数据文件已损坏，或不是它所声称的格式（{0}）。请在 QGIS 等软件中打开后重新导出",
                "The geographic file is damaged, or not what it says it is ({0}). Open it in QGIS or the like and "
                "export it again"}},
    FaultEntry{FaultCode::geodata_too_large,
               "geodata_too_large",
               {"读取空间数据所需的内存大得反常，已停止。请核实文件来源，或拆分后分别导入",
                "Reading the geographic file takes memory beyond measure; it was stopped. Ask where it came from, or "
                "split it and import the parts"}},
    FaultEntry{FaultCode::geodata_too_slow,
               "geodata_too_slow",
               {"读取空间数据所需的时间长得反常，已停止。请核实文件来源，或拆分后分别导入",
                "Reading the geographic file takes time beyond measure; it was stopped. Ask where it came from, or "
                "split it and import the parts"}},
    FaultEntry{FaultCode::helper_missing,
               "helper_missing",
               {"找不到读写空间数据的程序 {0}。请把 xiaoan-gis 放在 xiaoan 旁边",
                "The program for geographic files is not at {0}. Put xiaoan-gis beside xiaoan"}},
    FaultEntry{FaultCode::unknown_crs,
               "unknown_crs",
               {"不认识文件的坐标系：{0}。请在 QGIS 等软件中转换为 CGCS2000（EPSG:4490）后导出",
                "The reference system of the file is not known: {0}. Convert it to CGCS2000 (EPSG:4490) in QGIS or the "
                "like and export it"}},
    FaultEntry{FaultCode::no_crs_plane,
               "no_crs_plane",
               {"图层“{0}”的坐标不是经纬度，又没有注明坐标系。请补上 .prj 文件，或用 --crs 指明（如 EPSG:4549）",
                "Layer “{0}” has no degrees and names no reference system. Add its .prj file, or name the system "
                "with --crs (EPSG:4549)"}},
    FaultEntry{FaultCode::missing_part,
               "missing_part",
               {"Shapefile 缺少 {0}。请把同名的 .shp、.shx、.dbf、.prj 放在一起，或打成一个 zip 再导入",
                "The Shapefile lacks {0}. Put its .shp, .shx, .dbf and .prj together, or zip them, and import again"}},
    FaultEntry{FaultCode::part_of_shapefile,
               "part_of_shapefile",
               {"这是 Shapefile 的附属文件。请导入同名的 .shp",
                "This is one of the lesser parts of a Shapefile. Import the .shp of the same name"}},
    FaultEntry{FaultCode::open_elsewhere,
               "open_elsewhere",
               {"该 GeoPackage 正在另一个程序中打开，最新的内容还没有写入。请先在那里关闭，再导入",
                "The GeoPackage is open in another program, which has not written its newest rows yet. Close it there, "
                "then import"}},
    FaultEntry{FaultCode::map_data,
               "map_data",
               {"这是 OpenStreetMap 地图数据，不是名册。要把其中的水域作为待核水域导入，请用 --kind waters",
                "This is map data of OpenStreetMap, not a ledger. To import its waters as candidates, use "
                "--kind waters"}},
};

constexpr const FaultEntry& entry_of(FaultCode code)
{
    return faults[static_cast<std::size_t>(code)];
}

consteval bool in_order()
{
    for (std::size_t i = 0; i < faults.size(); ++i)
        if (faults[i].code != static_cast<FaultCode>(i)) return false;
    return faults.size() == static_cast<std::size_t>(FaultCode::map_data) + 1;
}
static_assert(in_order(), "one entry a code, in the order of the enumeration");

}  // namespace

IntakeFault::IntakeFault(FaultCode code, std::vector<std::string> details)
    : std::runtime_error(filled(entry_of(code).sentence.zh, details)), code_(code), details_(std::move(details))
{
}

std::string_view IntakeFault::word() const noexcept
{
    return entry_of(code_).word;
}

std::string IntakeFault::text(SentenceLanguage language) const
{
    return filled(entry_of(code_).sentence.in(language), details_);
}

}  // namespace xiaoan::data
