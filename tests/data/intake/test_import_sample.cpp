// The demonstration's ledgers as they lie in data/sample: imported with exactly the faults that were planted.
#include "data/intake/import.hpp"
#include "tests/data/intake/import_desk.hpp"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <map>

using namespace xiaoan::data;
using namespace xiaoan::data::test;

namespace {

std::vector<std::string> sample_files()
{
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(XIAOAN_SAMPLE_FOLDER))
        if (entry.path().extension() == ".csv" && !entry.path().stem().string().starts_with("expected"))
            files.push_back(entry.path().string());
    std::ranges::sort(files);
    return files;
}

}  // namespace

TEST_CASE("the demonstration's ledgers are taken whole, with the planted slips as warnings", "[data][intake]")
{
    Folder folder;
    const Region region = read_region(XIAOAN_REGION_FOLDER);
    Register demonstration = Register::create(folder.file("demo.xiaoan"), region, "演示", true, coordinator);
    std::map<std::string, std::size_t> rows;  // by kind
    Issues said;
    const auto import_all = [&] {
        rows.clear();
        said.clear();
        for (const std::string& file : sample_files()) {
            JobProgress progress;
            const auto report = import_file(demonstration, {.path = file}, coordinator, region, progress);
            for (const SheetReport& sheet : report.sheets) {
                CAPTURE(sheet.file, issues(sheet));
                CHECK(sheet.refused == 0);
                CHECK(sheet.skipped == 0);
                rows[sheet.kind] += sheet.rows;
                for (const std::string& issue : issues(sheet)) said.push_back(sheet.kind + " " + issue);
            }
        }
    };
    import_all();
    // Rows as data/sample/README.md counts them.
    CHECK(rows == std::map<std::string, std::size_t>{{"schools", 60},
                                                     {"operators", 11},
                                                     {"drivers", 173},
                                                     {"routes", 150},
                                                     {"stops", 844},
                                                     {"buses", 150},
                                                     {"permits", 209},
                                                     {"plates", 247},
                                                     {"runs", 144},
                                                     {"substitutions", 2},
                                                     {"agreements", 88},
                                                     {"maintenance", 150},
                                                     {"waters", 113},
                                                     {"education", 185},
                                                     {"sightings", 42},
                                                     {"tracks", 2393},
                                                     {"progress", 195}});
    // A VIN and a credit code with a wrong check digit, and two plates of last year whose permits nobody recorded.
    const Issues planted{"operators 11 统一社会信用代码 check_digit", "buses 11 车辆识别代号 check_digit",
                         "plates 201 许可编号 unresolved_reference", "plates 218 许可编号 unresolved_reference"};
    CHECK(said == planted);
    const std::size_t changes = demonstration.history({}).size();
    import_all();
    CHECK(said == planted);
    CHECK(demonstration.history({}).size() == changes);
}
