#include "data/intake/xlsx.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/xlsx_parts.hpp"
#include "data/intake/xlsx_sheet.hpp"
#include "data/intake/xlsx_strings.hpp"
#include "data/intake/xlsx_styles.hpp"
#include "data/intake/xml_scan.hpp"
#include "data/intake/zip_archive.hpp"

namespace xiaoan::data {

namespace {

[[noreturn]] void refuse_other_package(const ZipArchive& archive)
{
    if (archive.contains("xl/workbook.bin")) throw IntakeFault(FaultCode::binary_workbook);
    if (archive.contains("word/document.xml")) throw IntakeFault(FaultCode::word_document);
    if (archive.contains("ppt/presentation.xml")) throw IntakeFault(FaultCode::not_a_table, {"PowerPoint"});
    if (archive.contains("content.xml") && archive.contains("mimetype")) throw IntakeFault(FaultCode::open_document);
    throw IntakeFault(FaultCode::other_archive);
}

class XlsxWorkbook final : public Workbook {
public:
    XlsxWorkbook(std::shared_ptr<const SourceFile> source, const IntakeLimits& limits)
        : limits_(limits), archive_(std::move(source), limits)
    {
        const std::string workbook_part = find_workbook_part(archive_, limits_);
        if (workbook_part.empty()) refuse_other_package(archive_);
        contents_ = read_contents(archive_, workbook_part, limits_);
        for (const XlsxSheetPart& sheet : contents_.sheets) infos_.push_back({sheet.name, sheet.hidden});
        read(contents_.styles_part, styles_);
        read(contents_.strings_part, strings_);
    }

    const SourceFile& source() const override { return archive_.source(); }
    std::span<const SheetInfo> sheets() const override { return infos_; }
    DateSystem date_system() const override { return contents_.date_system; }

    std::unique_ptr<SheetReader> open(std::size_t sheet) override
    {
        return std::make_unique<XlsxSheet>(archive_.unpack(contents_.sheets.at(sheet).part), strings_, styles_,
                                           contents_.date_system, cells_read_, limits_);
    }

private:
    /// A part that a workbook may lack.
    template <class Content>
    void read(const std::string& name, Content& content)
    {
        if (name.empty() || !archive_.contains(name)) return;
        const UnpackedPart part = archive_.unpack(name);
        std::string converted;
        XmlScan scan(part.name, xml_text(part.name, part.view(), converted), limits_);
        content.read(scan, limits_);
    }

    IntakeLimits limits_;
    ZipArchive archive_;
    XlsxContents contents_;
    std::vector<SheetInfo> infos_;
    XlsxStrings strings_;
    XlsxStyles styles_;
    std::uint64_t cells_read_ = 0;
};

}  // namespace

std::unique_ptr<Workbook> open_xlsx(std::shared_ptr<const SourceFile> source, const IntakeLimits& limits)
{
    return std::make_unique<XlsxWorkbook>(std::move(source), limits);
}

}  // namespace xiaoan::data
