#include "tests/data/intake/ledger_of_every_kind.hpp"

#include "data/kinds/kinds.hpp"
#include "tests/data/intake/workbook_maker.hpp"

namespace xiaoan::data::test {

namespace {

Value held_text(std::string_view held)
{
    return std::string{held};
}

LedgerCell cell(std::string_view key, std::string_view zh, std::string_view en)
{
    return {key, zh, en, held_text(en)};
}

LedgerCell yes(std::string_view key)
{
    return cell(key, "是", "yes");
}

LedgerCell no(std::string_view key)
{
    return cell(key, "否", "no");
}

LedgerCell county()
{
    return cell("county", "洮南市", "220881");
}

LedgerCell count(std::string_view key, std::string_view digits)
{
    return {key, digits, digits, std::int64_t{std::stoi(std::string{digits})}};
}

LedgerCell number(std::string_view key, std::string_view digits)
{
    return {key, digits, digits, std::stod(std::string{digits})};
}

std::string quoted(std::string_view text)
{
    std::string cell = "\"";
    for (const char c : text) cell += c == '"' ? std::string{"\"\""} : std::string{c};
    return cell + '"';
}

const FieldInfo& field_of(const LedgerOfKind& ledger, const LedgerCell& cell)
{
    const KindInfo* kind = find_kind(ledger.kind);
    return kind->fields[kind->field(cell.key).value()];
}

}  // namespace

LedgerCell same(std::string_view key, std::string_view text)
{
    return {key, text, text, std::string{text}};
}

std::vector<LedgerOfKind> ledger_of_every_kind()
{
    return {
        {"schools",
         {same("code", "2122000001"), same("name", "洮南市示例小学"), county(), same("township", "瓦房镇"),
          cell("ownership", "公办", "public"), cell("supervised_by", "县区", "county"), cell("kind", "小学", "primary"),
          same("address", "瓦房镇中街 1 号"), number("lon", "122.5"), number("lat", "45.25"), count("pupils", "320"),
          count("boarders", "0"), count("riders", "85"), same("officer", "赵示伟"), same("phone", "0436-00000001")}},
        {"operators",
         {same("uscc", "91220802MA0Y4X3M93"), same("name", "示例客运有限公司"), cell("kind", "公司", "company"),
          county(), same("transport_licence", "220881000001"), same("transport_licence_until", "2028-12-31"),
          yes("government_purchased"), same("contact", "何示雨"), same("phone", "0436-00000002")}},
        {"buses",
         {same("registration_number", "吉G12345"),
          same("vin", "LZYTDTE69D1012345"),
          same("operator", "示例客运有限公司"),
          county(),
          same("owner", "示例客运有限公司"),
          cell("service", "校车", "school_bus"),
          same("use_code", "小学生校车"),
          cell("body", "专用校车", "dedicated"),
          same("vehicle_type", "中型专用校车"),
          cell("pupils_served", "小学生", "primary"),
          count("seats", "36"),
          same("registered_on", "2020-12-11"),
          same("manufactured_on", "2020-08-23"),
          number("odometer_km", "198000.5"),
          same("last_inspection_on", "2026-06-05"),
          same("inspection_until", "2026-12-05"),
          same("compulsory_insurance_until", "2027-02-14"),
          cell("liability_insurance_until", "无", "none"),
          yes("satellite_positioning"),
          yes("recorder"),
          yes("extinguisher"),
          no("hammer"),
          yes("first_aid"),
          yes("lamps"),
          yes("stop_sign"),
          same("equipment_until", "2027-05-28"),
          cell("state", "在用", "in_use")}},
        {"drivers",
         {same("licence_number", "220802198001010010"), same("name", "许示宁"), county(),
          same("operator", "91220802MA0Y4X3M93"), same("licence_class", "A1"), same("licensed_on", "2003-09-15"),
          same("licence_until", "2028-09-15"), same("qualified_on", "2018-07-10"), cell("withdrawn_on", "无", "none"),
          same("last_review_on", "2026-09-23"), same("born_on", "1980-01-01"), same("phone", "0436-00000072"),
          cell("record", "严重违法：2026-03-02，记满12分：2025.5.20",
               "serious_violation:2026-03-02,points_12:2025-05-20")}},
        {"routes",
         {same("code", "洮南01路"), same("name", "老井—示例小学"), same("school", "2122000001"), county(),
          cell("direction", "上学", "to_school"), same("departs_at", "06:43"), same("arrives_at", "07:27"),
          same("geometry", "LINESTRING (122.5 45.25, 122.75 45.5)")}},
        {"stops",
         {same("route", "洮南01路"), count("sequence", "1"), same("name", "老井站"), number("lon", "122.75"),
          number("lat", "45.5"), same("time", "06:43"), count("boarding", "4")}},
        {"permits",
         {same("number", "洮南校许〔2026〕13号"),
          same("registration_number", "吉G12345"),
          county(),
          same("applied_on", "2026-07-14"),
          same("accepted_on", "2026-07-15"),
          same("consulted_on", "2026-07-16"),
          same("called_on", "2026-07-17"),
          same("presented_on", "2026-07-18"),
          same("police_replied_on", "2026-07-21"),
          same("transport_replied_on", "2026-07-22"),
          same("reported_on", "2026-07-25"),
          cell("extended_to", "无", "none"),
          same("decided_on", "2026-08-01"),
          cell("decision", "准予", "granted"),
          same("valid_from", "2026-09-01"),
          same("valid_to", "2027-08-31"),
          same("route", "洮南01路"),
          same("driver", "220802198001010010"),
          same("departs_at", "06:43"),
          same("authority", "洮南市人民政府"),
          cell("revoked_on", "无", "none")}},
        {"plates",
         {same("number", "吉校牌20260006"), same("permit", "洮南校许〔2026〕13号"),
          same("registration_number", "吉G12345"), same("driver", "220802198001010010"), same("route", "洮南01路"),
          same("departs_at", "06:43"), same("stops", "老井站、示例小学"), same("owner", "示例客运有限公司"),
          same("issuer", "洮南市公安局交警大队"), same("claimed_on", "2026-08-02"), same("issued_on", "2026-08-04"),
          same("valid_to", "2026-12-05"), cell("withdrawn_on", "无", "none"), cell("state", "有效", "valid")}},
        {"runs",
         {same("registration_number", "吉G12345"), same("route", "洮南01路"), same("driver", "220802198001010010"),
          same("attendant", "冯示和"), same("departs_at", "06:43"), cell("weekdays", "1-5", "12345"),
          count("riders", "33"), same("from_on", "2026-09-01"), same("to_on", "2027-01-15")}},
        {"substitutions",
         {same("date", "2026-11-23"), same("registration_number", "吉G12345"), same("substitute_bus", "吉G23456"),
          same("substitute_driver", "220802198001010010"), same("filed_on", "2026-11-23")}},
        {"agreements",
         {same("school", "2122000001"), same("operator", "91220802MA0Y4X3M93"), same("signed_on", "2026-08-24"),
          same("filed_on", "2026-08-27")}},
        {"maintenance",
         {same("registration_number", "吉G12345"), same("done_on", "2026-11-10"), same("garage", "示例汽车维修厂"),
          same("what", "轮胎换位")}},
        {"education",
         {same("school", "2122000001"), cell("kind", "课程", "lesson"), same("on", "2026-09-02"), count("count", "318"),
          count("of", "320")}},
        {"waters",
         {same("code", "220881-Y01"),
          same("name", "西泡子"),
          cell("kind", "坑塘", "pond"),
          county(),
          same("township", "瓦房镇"),
          number("lon", "122.5"),
          number("lat", "45.25"),
          same("geometry", "POLYGON ((122.5 45.25, 122.75 45.25, 122.75 45.5, 122.5 45.25))"),
          number("depth_m", "3.5"),
          cell("bank", "陡", "steep"),
          cell("current", "缓", "slow"),
          yes("freezes"),
          no("warning_sign"),
          no("fence"),
          no("lifebuoy"),
          no("rope"),
          yes("pole"),
          same("duty_holder", "吴示平"),
          same("duty_unit", "瓦房镇政府"),
          same("phone", "0436-00000287"),
          same("last_patrol_on", "2026-09-27"),
          count("incidents_5y", "0")}},
        {"sightings",
         {{"seen_at", "2026年11月3日 6:44", "2026-11-03T06:44:00", held_text("2026-11-03T06:44:00")},
          same("place", "示例小学门前路口"),
          number("lon", "122.5"),
          number("lat", "45.25"),
          same("registration_number", "吉G9Z017"),
          same("source", "路口卡口"),
          same("direction", "进校"),
          yes("riders_seen"),
          same("note", "面包车，加装座椅")}},
        {"tracks",
         {same("registration_number", "吉G12345"),
          {"at", "2026-11-03 06:44:05", "2026-11-03T06:44:05", held_text("2026-11-03T06:44:05")},
          number("lon", "122.5"),
          number("lat", "45.25"),
          number("speed_kmh", "42.5")}},
        {"progress",
         {same("item", "23.2"), county(), cell("state", "进行中", "under_way"), same("done_on", "2026-10-31"),
          same("note", "按季度通报")}},
        {"contacts",
         {cell("department", "公安交管", "police_traffic"), county(), same("unit", "洮南市公安局交通警察大队"),
          same("post", "联络员"), same("name", "郑示安"), same("phone", "0436-00000110"), same("note", "工作日接听")}},
        {"meetings",
         {same("number", "洮南联席2026-03"), cell("kind", "现场会", "on_site"), same("held_on", "2026-11-12"), county(),
          same("place", "瓦房镇示例小学门前"), same("chair", "洮南市人民政府"),
          same("present", "洮南市教育局、洮南市公安局交通警察大队"), same("absent", "洮南市交通运输局"),
          same("agreed", "11 月底前补齐标牌"), same("minutes", "现场查看停靠站点三处"), same("items", "23.2"),
          same("cases", "2026-0001")}},
        {"assignments",
         {same("number", "交办2026-07"), same("meeting", "洮南联席2026-03"), same("item", "23.2"),
          same("case", "2026-0001"), cell("department", "交通运输", "transport"), county(),
          same("what", "核对道路运输经营许可"), same("due_on", "2026-11-30"), same("done_on", "2026-11-25"),
          same("result", "已核对 12 辆")}},
        {"handovers",
         {same("number", "移交2026-02"), same("case", "2026-0001"), cell("from", "教育", "education"),
          cell("to", "公安交管", "police_traffic"), county(), same("what", "疑似非法接送线索"),
          same("handed_on", "2026-11-13"), same("received_on", "2026-11-16"), same("receipt", "洮公交回〔2026〕5号"),
          same("note", "附过车照片 3 张")}},
    };
}

std::string chinese_csv(const LedgerOfKind& ledger)
{
    std::string headers, row;
    for (const LedgerCell& each : ledger.cells) {
        headers += (headers.empty() ? "" : ",") + quoted(field_of(ledger, each).header);
        row += (row.empty() ? "" : ",") + quoted(each.zh);
    }
    return headers + "\r\n" + row + "\r\n";
}

std::string english_csv(const LedgerOfKind& ledger)
{
    std::string headers, row;
    for (const LedgerCell& each : ledger.cells) {
        headers += (headers.empty() ? "" : ",") + std::string{each.key};
        row += (row.empty() ? "" : ",") + quoted(each.en);
    }
    return headers + "\n" + row + "\n";
}

std::string chinese_xlsx(const LedgerOfKind& ledger)
{
    const auto cell_of = [](std::string_view held) {
        return "<c t=\"inlineStr\"><is><t>" + std::string{held} + "</t></is></c>";
    };
    std::string headers, row;
    for (const LedgerCell& each : ledger.cells) {
        headers += cell_of(field_of(ledger, each).header);
        row += cell_of(each.zh);
    }
    return bytes_of({.sheet_data = "<row>" + headers + "</row><row>" + row + "</row>"});
}

}  // namespace xiaoan::data::test
