#include "data/intake/xlsx_parts.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/xml_walk.hpp"

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

/// A .rels part: relations by id.
class Relations final : public XmlContent {
public:
    Relations(std::string source_part, const IntakeLimits& limits)
        : source_part_(std::move(source_part)), limits_(limits)
    {
    }
    std::map<std::string, Relation, std::less<>> by_id;

    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
        const auto type = attributes.get("Type");
        by_id[std::string{attributes.get("Id")}] = {std::string{type.substr(type.rfind('/') + 1)},
                                                    resolved(source_part_, attributes.get("Target"))};
        if (by_id.size() > limits_.zip_entries)
            throw IntakeFault(FaultCode::too_many_entries, {std::to_string(limits_.zip_entries)});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    std::string source_part_;
    IntakeLimits limits_;
};

/// workbook.xml: the tabs and the date system.
class WorkbookPart final : public XmlContent {
public:
    struct Tab {
        std::string name;
        std::string relation;
        bool hidden = false;
    };
    explicit WorkbookPart(const IntakeLimits& limits) : limits_(limits) {}
    std::vector<Tab> tabs;
    DateSystem date_system = DateSystem::from_1900;

    void start(std::string_view name, const XmlAttributes& attributes) override
    {
        if (name == "workbookPr" && attributes.flag("date1904")) date_system = DateSystem::from_1904;
        if (name != "sheet") return;
        const auto state = attributes.get("state");
        tabs.push_back({std::string{attributes.get("name")}, std::string{attributes.get("id")},
                        state == "hidden" || state == "veryHidden"});
        if (tabs.size() > limits_.sheets)
            throw IntakeFault(FaultCode::too_many_entries, {std::to_string(limits_.sheets)});
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}

private:
    IntakeLimits limits_;
};

Relations read_relations(ZipArchive& archive, const std::string& source_part, const IntakeLimits& limits)
{
    const std::size_t name_at = source_part.rfind('/') + 1;  // 0 where there is no slash
    const std::string part = source_part.substr(0, name_at) + "_rels/" + source_part.substr(name_at) + ".rels";
    Relations relations(source_part, limits);
    XmlWalk(archive.open(part), relations, limits).run();
    return relations;
}

}  // namespace

std::string find_workbook_part(ZipArchive& archive, const IntakeLimits& limits)
{
    if (archive.contains("_rels/.rels"))
        for (const auto& [id, relation] : read_relations(archive, "", limits).by_id)
            if (relation.type == "officeDocument" && relation.target.ends_with(".xml") &&
                archive.contains(relation.target) && relation.target.find("word/") == std::string::npos &&
                relation.target.find("ppt/") == std::string::npos)
                return relation.target;
    return archive.contains("xl/workbook.xml") ? "xl/workbook.xml" : "";
}

XlsxContents read_contents(ZipArchive& archive, const std::string& workbook_part, const IntakeLimits& limits)
{
    const Relations relations = read_relations(archive, workbook_part, limits);
    WorkbookPart workbook(limits);
    XmlWalk(archive.open(workbook_part), workbook, limits).run();

    XlsxContents contents;
    contents.date_system = workbook.date_system;
    for (const auto& [id, relation] : relations.by_id) {
        if (relation.type == "sharedStrings") contents.strings_part = relation.target;
        if (relation.type == "styles") contents.styles_part = relation.target;
    }
    for (const auto& tab : workbook.tabs) {
        const auto relation = relations.by_id.find(tab.relation);
        if (relation == relations.by_id.end())
            throw IntakeFault(FaultCode::damaged_workbook, {workbook_part, "工作表缺失 / missing sheet: " + tab.name});
        if (relation->second.type == "worksheet")
            contents.sheets.push_back({tab.name, tab.hidden, relation->second.target});
    }
    if (contents.sheets.empty()) throw IntakeFault(FaultCode::no_sheets);
    return contents;
}

}  // namespace xiaoan::data
