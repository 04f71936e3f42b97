// A desk for tests of the import: a folder, a register in it, and ledgers written and imported by one call.
#pragma once

#include "data/intake/import.hpp"
#include "tests/data/register/a_register.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data::test {

class ImportDesk {
public:
    Folder folder;
    Region region = a_region();
    Register bureau = a_new_register(folder);

    /// Writes a file into the folder; its path.
    std::string written(std::string_view name, std::string_view bytes) const
    {
        std::ofstream(folder.file(name), std::ios::binary) << bytes;
        return folder.file(name);
    }
    ImportReport import(ImportRequest asked)
    {
        JobProgress progress;
        return import_file(bureau, asked, coordinator, region, progress);
    }
    /// Imports text as a file of one sheet; its report.
    SheetReport import_text(std::string_view text, ImportRequest asked = {}, std::string_view name = "名册.csv")
    {
        asked.path = written(name, text);
        last = import(asked);
        return last.sheets.front();
    }
    [[nodiscard]] std::size_t changes() const { return bureau.history({}).size(); }
    [[nodiscard]] Snapshot snapshot() const { return bureau.snapshot(); }
    template <class Record>
    [[nodiscard]] std::vector<Record> all() const
    {
        std::vector<Record> records;
        const Snapshot now = snapshot();
        for (const Record& record : now.all<Record>()) records.push_back(record);
        return records;
    }

    ImportReport last;
};

/// The counts of a sheet, as "rows 3 added 2 refused 1": those that are not 0.
inline std::string counts(const SheetReport& sheet)
{
    std::string text = "rows " + std::to_string(sheet.rows);
    for (const auto& [word, count] : {std::pair{" added ", sheet.added}, std::pair{" changed ", sheet.changed},
                                      std::pair{" unchanged ", sheet.unchanged}, std::pair{" refused ", sheet.refused},
                                      std::pair{" skipped ", sheet.skipped}})
        if (count > 0) text += word + std::to_string(count);
    return text;
}

/// The issues of a sheet, each as "3 号牌号码 bad_registration_number".
inline std::vector<std::string> issues(const SheetReport& sheet)
{
    std::vector<std::string> texts;
    for (const RowIssue& issue : sheet.issues)
        texts.push_back(std::to_string(issue.row) + " " + issue.column + " " + std::string{word(issue.code)});
    return texts;
}

using Issues = std::vector<std::string>;

}  // namespace xiaoan::data::test
