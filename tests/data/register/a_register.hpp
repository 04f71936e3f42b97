// Registers of tests: a folder of its own that goes with the test, a small region, and rows that fill what nobody asks.
#pragma once

#include "data/register/register.hpp"

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::data::test {

/// An empty folder that is removed with everything in it.
class Folder {
public:
    Folder()
    {
        std::string name = (std::filesystem::temp_directory_path() / "xiaoan-test-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = name;
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(std::string_view name) const { return (path_ / name).string(); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

inline const Actor coordinator{"协调员", "2026-11-23T09:15:02+08:00"};

/// Two counties, one layer, one holiday and one item of the plan.
inline Region a_region()
{
    Region region;
    region.code = "220800";
    region.name_zh = "白城市";
    region.name_en = "Baicheng City";
    region.view = {121.5, 44.1, 124.5, 46.3};
    region.counties = {{Adcode{220802}, "洮北区", "Taobei District", 122.9, 45.6},
                       {Adcode{220881}, "洮南市", "Taonan City", 122.8, 45.3}};
    region.layers = {{"counties", "MIT", "县界",
                      std::make_shared<const std::string>(R"({"type":"FeatureCollection","features":[]})"),
                      "County borders"}};
    region.holidays = {{Date{std::chrono::year{2026} / 10 / 1}, true, "国庆节"}};
    region.plan = {{"22.1", "八", "校车", "School buses", "教育局", DateCell{Date{std::chrono::year{2026} / 12 / 31}},
                    true, "长期"}};
    region.divisions = {{"220881", "county", Adcode{220881}, "洮南市"}};
    return region;
}

inline Register a_new_register(const Folder& folder, std::string_view name = "register.xiaoan")
{
    return Register::create(folder.file(name), a_region(), "白城市教育局", false, coordinator);
}

/// One value a field of the kind; those not named are not given.
inline std::vector<Value> row(const KindInfo& kind, std::initializer_list<std::pair<std::string_view, Value>> named)
{
    std::vector<Value> values(kind.fields.size());
    for (const auto& [field, value] : named) values.at(kind.field(field).value()) = value;
    return values;
}

inline Value text(std::string_view held)
{
    return std::string{held};
}

inline std::vector<Value> a_bus(std::string_view registration_number,
                                std::initializer_list<std::pair<std::string_view, Value>> named = {})
{
    auto values = row(kind_info<Bus>, named);
    values[0] = text(registration_number);
    auto& county = values[kind_info<Bus>.field("county").value()];
    if (std::holds_alternative<std::monostate>(county)) county = text("220881");
    return values;
}

inline std::vector<Value> a_driver(std::string_view licence_number, std::string_view name,
                                   std::initializer_list<std::pair<std::string_view, Value>> named = {})
{
    auto values = row(kind_info<Driver>, named);
    values[0] = text(licence_number);
    values[1] = text(name);
    return values;
}

inline StepCase a_step(CaseStep step, std::string number = "2026-0001", std::string words = {})
{
    return {.number = std::move(number),
            .step = step,
            .on = Date{std::chrono::year{2026} / 11 / 23},
            .text = std::move(words)};
}

inline StepCase a_reply(std::string number, std::string words)
{
    return a_step(CaseStep::replied, std::move(number), std::move(words));
}

/// Puts rows of one kind as one change, as an import does.
template <class... Rows>
ChangeId put(Register& into, const KindInfo& kind, const Rows&... rows)
{
    Edit edit = into.edit();
    const auto put_one = [&](const std::vector<Value>& values) {
        const auto done = edit.put(kind, values, Origin{});
        if (!done) throw std::runtime_error("refused: " + done.error().reason);
    };
    (put_one(rows), ...);
    return edit.commit(coordinator, "import", "test").value_or(ChangeId{});
}

template <class Record>
const Record* find_by(const Snapshot& snapshot, std::string Record::* field, std::string_view wanted)
{
    for (const Record& record : snapshot.all<Record>())
        if (record.*field == wanted) return &record;
    return nullptr;
}

inline const Bus* find_bus(const Snapshot& snapshot, std::string_view registration_number)
{
    return find_by<Bus>(snapshot, &Bus::registration_number, registration_number);
}

}  // namespace xiaoan::data::test
