#include "data/intake/xlsx_parts.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/xml_scan.hpp"

#include <map>

namespace xiaoan::data {

namespace {

struct Relation {
    std::string type;    // the last part of its type: worksheet, styles
    std::string target;  // part name from the root of the package
};

/// The part that `target` means in a relation of `source_part` (ECMA-376 part 2, 9.3).
std::string resolved(std::string_view source_part, std::string_view target)
{
    std::string base;
    if (!target.starts_with('/')) base = source_part.substr(0, source_part.rfind('/') + 1);
    std::string whole = base + std::string{target};
    for (char& c : whole)
        if (c == '\\') c = '/';
    std::vector<std::string_view> steps;
    std::string_view rest = whole;
    while (!rest.empty()) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        const auto step = rest.substr(0, slash);
        rest.remove_prefix(std::min(slash + 1, rest.size()));
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
    }
    std::string part;
    for (const auto step : steps) {
        if (!part.empty()) part += '/';
        part += step;
    }
    return part;
}

/// Calls `on_start(scan)` at each element of a part that starts.
template <class OnStart>
void read_part(ZipArchive& archive, const std::string& name, const IntakeLimits& limits, OnStart on_start)
{
    const UnpackedPart part = archive.unpack(name);
    std::string converted;
    XmlScan scan(part.name, xml_text(part.name, part.view(), converted), limits);
    for (auto token = scan.next(); token != XmlScan::Token::finished; token = scan.next())
        if (token == XmlScan::Token::start) on_start(scan);
}

using Relations = std::map<std::string, Relation, std::less<>>;  // by id

/// The .rels part of a part.
Relations read_relations(ZipArchive& archive, const std::string& source_part, const IntakeLimits& limits)
{
    const std::size_t name_at = source_part.rfind('/') + 1;  // 0 where there is no slash
    const std::string part = source_part.substr(0, name_at) + "_rels/" + source_part.substr(name_at) + ".rels";
    Relations relations;
    read_part(archive, part, limits, [&](XmlScan& scan) {
        if (scan.name() != "Relationship" || scan.get("TargetMode") == "External") return;
        const std::string type{scan.get("Type")};
        const std::string target = resolved(source_part, scan.get("Target"));
        relations[std::string{scan.get("Id")}] = {type.substr(type.rfind('/') + 1), target};
        if (relations.size() > limits.zip_entries)
            throw IntakeFault(FaultCode::too_many_entries, {std::to_string(limits.zip_entries)});
    });
    return relations;
}

/// workbook.xml: the tabs and the date system.
struct WorkbookPart {
    struct Tab {
        std::string name;
        std::string relation;
        bool hidden = false;
    };
    std::vector<Tab> tabs;
    DateSystem date_system = DateSystem::from_1900;
};

WorkbookPart read_workbook_part(ZipArchive& archive, const std::string& name, const IntakeLimits& limits)
{
    WorkbookPart workbook;
    read_part(archive, name, limits, [&](XmlScan& scan) {
        if (scan.name() == "workbookPr" && scan.flag("date1904")) workbook.date_system = DateSystem::from_1904;
        if (scan.name() != "sheet") return;
        const std::string_view state = scan.get("state");
        const bool hidden = state == "hidden" || state == "veryHidden";
        workbook.tabs.push_back({std::string{scan.get("name")}, std::string{scan.get("id")}, hidden});
        if (workbook.tabs.size() > limits.sheets)
            throw IntakeFault(FaultCode::too_many_entries, {std::to_string(limits.sheets)});
    });
    return workbook;
}

}  // namespace

std::string find_workbook_part(ZipArchive& archive, const IntakeLimits& limits)
{
    if (archive.contains("_rels/.rels"))
        for (const auto& [id, relation] : read_relations(archive, "", limits))
            if (relation.type == "officeDocument" && relation.target.ends_with(".xml") &&
                archive.contains(relation.target) && relation.target.find("word/") == std::string::npos &&
                relation.target.find("ppt/") == std::string::npos)
                return relation.target;
    return archive.contains("xl/workbook.xml") ? "xl/workbook.xml" : "";
}

XlsxContents read_contents(ZipArchive& archive, const std::string& workbook_part, const IntakeLimits& limits)
{
    const Relations relations = read_relations(archive, workbook_part, limits);
    const WorkbookPart workbook = read_workbook_part(archive, workbook_part, limits);

    XlsxContents contents;
    contents.date_system = workbook.date_system;
    for (const auto& [id, relation] : relations) {
        if (relation.type == "sharedStrings") contents.strings_part = relation.target;
        if (relation.type == "styles") contents.styles_part = relation.target;
    }
    for (const WorkbookPart::Tab& tab : workbook.tabs) {
        const auto relation = relations.find(tab.relation);
        if (relation == relations.end())
            throw IntakeFault(FaultCode::damaged_workbook, {workbook_part, "工作表缺失 / missing sheet: " + tab.name});
        if (relation->second.type == "worksheet")
            contents.sheets.push_back({tab.name, tab.hidden, relation->second.target});
    }
    if (contents.sheets.empty()) throw IntakeFault(FaultCode::no_sheets);
    return contents;
}

}  // namespace xiaoan::data
