#include "tests/data/intake/workbook_maker.hpp"

#include "data/intake/container.hpp"
#include "data/intake/recognised_sheet.hpp"

#include <zip.h>

#include <array>
#include <stdexcept>

namespace xiaoan::data::test {

namespace {

std::string styles_of(const std::vector<std::string>& formats)
{
    std::string own, styles;
    int next_id = 164;  // the first id that a workbook may give a meaning of its own
    for (const std::string& format : formats) {
        const bool by_id = !format.empty() && format.find_first_not_of("0123456789") == std::string::npos;
        std::string id = format;
        if (!by_id) {
            id = std::to_string(next_id++);
            own += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + format + "\"/>";
        }
        styles += "<xf numFmtId=\"" + id + "\"/>";
    }
    return "<styleSheet><numFmts>" + own + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" +
           styles + "</cellXfs></styleSheet>";
}

std::string drawn_row(const std::vector<std::string>& cells, std::size_t number)
{
    const std::string row = std::to_string(number);
    std::string xml = "<row r=\"" + row + "\">";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string& text = cells[i];
        if (text.empty()) continue;
        const std::string place = "<c r=\"" + column_letters(static_cast<std::uint32_t>(i)) + row + "\"";
        if (!text.starts_with('#')) {
            xml += place + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + text + "</t></is></c>";
            continue;
        }
        const std::size_t at = text.find('@');
        const std::string style = at != std::string::npos ? " s=\"" + text.substr(at + 1) + "\"" : "";
        xml += place + style + "><v>" + text.substr(1, at - 1) + "</v></c>";
    }
    return xml + "</row>";
}

}  // namespace

Parts parts_of(const MadeWorkbook& made)
{
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    Parts parts;
    parts["_rels/.rels"] = "<Relationships><Relationship Id=\"rId1\" Type=\"" + types +
                           "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
    parts["xl/workbook.xml"] = std::string{"<workbook xmlns:r=\"r\"><workbookPr"} +
                               (made.from_1904 ? " date1904=\"1\"" : "") +
                               "/><sheets><sheet name=\"名册\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] =
        "<Relationships><Relationship Id=\"rId1\" Type=\"" + types + "worksheet\" Target=\"worksheets/sheet1.xml\"/>" +
        "<Relationship Id=\"rId2\" Type=\"" + types + "sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" +
        "<Relationship Id=\"rId3\" Type=\"" + types + "styles\" Target=\"styles.xml\"/></Relationships>";
    parts["xl/sharedStrings.xml"] = "<sst>" + made.shared_strings + "</sst>";
    parts["xl/styles.xml"] = styles_of(made.formats);
    parts["xl/worksheets/sheet1.xml"] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData>" +
                                        made.sheet_data + "</sheetData>" + made.after_data + "</worksheet>";
    return parts;
}

std::string zipped(const Parts& parts)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (!archive) throw std::runtime_error(zip_error_strerror(&error));
    for (const auto& [name, content] : parts) {
        zip_source_t* bytes = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), bytes, ZIP_FL_ENC_UTF_8) < 0)
            throw std::runtime_error(zip_strerror(archive));
    }
    if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
    std::string bytes;
    std::array<char, 65536> block{};
    zip_source_open(target);
    for (zip_int64_t count = 0; (count = zip_source_read(target, block.data(), block.size())) > 0;)
        bytes.append(block.data(), static_cast<std::size_t>(count));
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string bytes_of(const MadeWorkbook& made)
{
    return zipped(parts_of(made));
}

std::string drawn_workbook(const std::vector<DrawnSheet>& sheets)
{
    Parts parts = parts_of({.sheet_data = {}, .formats = {"0", "14", "20"}});
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string list, relations = "<Relationship Id=\"styles\" Type=\"" + types + "styles\" Target=\"styles.xml\"/>";
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const DrawnSheet& sheet = sheets[i];
        const std::string id = std::to_string(i + 1);
        list += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + id + "\" r:id=\"rId" + id + "\"" +
                (sheet.hidden ? " state=\"hidden\"" : "") + "/>";
        relations += "<Relationship Id=\"rId" + id + "\" Type=\"" + types + "worksheet\" Target=\"worksheets/sheet" +
                     id + ".xml\"/>";
        std::string data, merges;
        for (std::size_t row = 0; row < sheet.rows.size(); ++row) data += drawn_row(sheet.rows[row], row + 1);
        for (const std::string& merge : sheet.merges) merges += "<mergeCell ref=\"" + merge + "\"/>";
        if (!merges.empty()) merges = "<mergeCells>" + merges + "</mergeCells>";
        parts["xl/worksheets/sheet" + id + ".xml"] =
            "<worksheet><sheetData>" + data + "</sheetData>" + merges + "</worksheet>";
    }
    parts["xl/workbook.xml"] = "<workbook xmlns:r=\"r\"><sheets>" + list + "</sheets></workbook>";
    parts["xl/_rels/workbook.xml.rels"] = "<Relationships>" + relations + "</Relationships>";
    return zipped(parts);
}

std::string drawn_csv(const DrawnSheet& sheet)
{
    std::string csv;
    for (const auto& row : sheet.rows) {
        std::string line;
        for (const std::string& text : row) {
            if (&text != &row.front()) line += ',';
            line += '"' + (text.starts_with('#') ? text.substr(1, text.find('@') - 1) : text) + '"';
        }
        csv += line + "\r\n";
    }
    return csv;
}

std::string described(std::uint32_t row, const Cell& cell)
{
    constexpr std::array<std::string_view, 6> kinds{"text", "number", "moment", "boolean", "error", "unvalued"};
    return column_letters(cell.column) + std::to_string(row) + " " +
           std::string{kinds[static_cast<std::size_t>(cell.kind)]} + " " + std::string{cell.text};
}

std::vector<std::string> cells_of(SheetReader& reader)
{
    std::vector<std::string> cells;
    SheetRow row;
    while (reader.next(row))
        for (const Cell& cell : row.cells) cells.push_back(described(row.number, cell));
    return cells;
}

std::vector<std::string> cells_of(const std::string& bytes)
{
    const auto workbook = open_workbook(source_from_bytes("made", bytes));
    return cells_of(*workbook->open(0));
}

}  // namespace xiaoan::data::test
