#include "console/checks/results/spot_findings.hpp"

#include "console/checks/sheet/question.hpp"
#include "console/language/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace xiaoan::checks {

namespace {

using language::Language;
using language::tr;
using rules::Department;
using rules::Severity;

// Grades: regulations.md section 8, those seen at a check where the rule has two.
constexpr std::array table{SpotRule{"PERMIT-NONE", Severity::stop, Department::education},
                           SpotRule{"PLATE-NONE", Severity::stop, Department::police_traffic},
                           SpotRule{"PLATE-FORGED", Severity::stop, Department::police_traffic,
                                    "《校车安全管理条例》第四十五条第三款", "School Bus Regulation art. 45(3)"},
                           SpotRule{"PLATE-EXPIRED", Severity::stop, Department::police_traffic},
                           SpotRule{"PLATE-MISMATCH-NUMBER", Severity::stop, Department::police_traffic},
                           SpotRule{"DRIVER-UNQUALIFIED", Severity::stop, Department::police_traffic},
                           SpotRule{"ALCOHOL-FOUND", Severity::stop, Department::police_traffic,
                                    "《道路交通安全法》第九十一条", "Road Traffic Safety Law art. 91"},
                           SpotRule{"INSPECTION-OVERDUE", Severity::stop, Department::police_traffic},
                           SpotRule{"OVER-CAPACITY", Severity::stop, Department::police_traffic},
                           SpotRule{"ATTENDANT-NONE", Severity::stop, Department::police_traffic},
                           SpotRule{"PLATE-PLACE", Severity::rectify, Department::police_traffic,
                                    "《校车安全管理条例》第三十条、第四十八条；《机动车登记规定》第六十一条",
                                    "School Bus Regulation arts. 30, 48; Vehicle Registration Rules art. 61"},
                           SpotRule{"PLATE-MISMATCH-OWNER", Severity::rectify, Department::police_traffic},
                           SpotRule{"PLATE-MISMATCH-DRIVER", Severity::rectify, Department::police_traffic},
                           SpotRule{"PLATE-MISMATCH-ROUTE", Severity::rectify, Department::police_traffic},
                           SpotRule{"PLATE-MISMATCH-TIME", Severity::rectify, Department::police_traffic},
                           SpotRule{"GPS-MISSING", Severity::rectify, Department::police_traffic},
                           SpotRule{"EQUIPMENT-MISSING", Severity::rectify, Department::police_traffic},
                           SpotRule{"FRONT-SEAT", Severity::rectify, Department::police_traffic,
                                    "《校车安全管理条例》第四十条", "School Bus Regulation art. 40"},
                           SpotRule{"STOP-UNAPPROVED", Severity::notice, Department::education,
                                    "《校车安全管理条例》第三十二条、第四十八条", "School Bus Regulation arts. 32, 48"},
                           SpotRule{"SUSPECT-CARRIAGE", Severity::rectify, Department::transport,
                                    "《校车安全管理条例》第四十五条；《道路运输条例》第六十三条",
                                    "School Bus Regulation art. 45; Road Transport Regulation art. 63"}};

class Reader {
public:
    Reader(const data::CheckedVehicle& vehicle, const rules::Dossiers& dossiers)
        : vehicle_(vehicle),
          bus_(dossiers.find(std::string_view{vehicle.vehicle})),
          registered_(bus_ != dossiers.size())
    {
        if (!registered_) return;
        rules::BusRoom room;
        const auto on = rules::bus_on_date(dossiers, bus_, vehicle.held_on, room);
        substituted_ = on.substitution != nullptr || on.standing_in != nullptr;
        seats_ = dossiers.bus(bus_).seats;
    }

    std::vector<SpotFinding> run()
    {
        if (vehicle_.answer("met") != "yes") return {};
        load();
        if (vehicle_.answer("alcohol") == "found") add("ALCOHOL-FOUND", {"alcohol"});
        if (said_no("front_seat_free")) add("FRONT-SEAT", {"front_seat_free"});
        if (registered_) {
            papers();
            people();
            equipment();
            if (said_no("at_stop")) add("STOP-UNAPPROVED", {"at_stop"});
        } else
            suspicion();
        ticked();
        std::ranges::stable_sort(found_, {}, &SpotFinding::severity);
        return std::move(found_);
    }

private:
    [[nodiscard]] bool said_no(std::string_view question) const { return vehicle_.answer(question) == "no"; }
    [[nodiscard]] bool said_yes(std::string_view question) const { return vehicle_.answer(question) == "yes"; }
    [[nodiscard]] std::optional<int> count(std::string_view question) const
    {
        const std::string_view text = vehicle_.answer(question);
        int number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        return !text.empty() && read.ec == std::errc{} ? std::optional{number} : std::nullopt;
    }
    [[nodiscard]] bool has(std::string_view id) const
    {
        return std::ranges::any_of(found_, [&](const SpotFinding& finding) { return finding.rule->id == id; });
    }

    SpotFinding& add(std::string_view id, std::vector<std::string_view> answers,
                     std::initializer_list<std::string> arguments = {})
    {
        const SpotRule& rule = *find_spot_rule(id);
        found_.push_back({&rule, rule.severity, rule.department,
                          tr(Language::zh, fmt::format("spot.{}", id), arguments), std::move(answers)});
        return found_.back();
    }

    void load()
    {
        const auto seats = count("seats") ? count("seats") : seats_;
        const auto counted = count("counted");
        if (!seats || !counted || *seats <= 0 || *counted <= *seats) return;
        const int over = *counted - *seats;
        add("OVER-CAPACITY", {"seats", "counted", "pupils"},
            {std::to_string(*seats), std::to_string(*counted), std::to_string(over),
             fmt::format("{:.1f}", 100.0 * over / *seats)});
    }

    void papers()
    {
        if (said_no("inspection_valid")) add("INSPECTION-OVERDUE", {"inspection_valid"});
        if (said_no("plate_front") && said_no("plate_rear")) {
            add("PLATE-NONE", {"plate_front", "plate_rear"});
            return;
        }
        if (said_no("plate_front") || said_no("plate_rear")) add("PLATE-PLACE", {"plate_front", "plate_rear"});
        if (said_no("plate_genuine")) add("PLATE-FORGED", {"plate_genuine"});
        if (said_no("plate_valid")) add("PLATE-EXPIRED", {"plate_valid"});
        if (said_no("plate_number")) add("PLATE-MISMATCH-NUMBER", {"plate_number"});
        if (said_no("plate_owner")) add("PLATE-MISMATCH-OWNER", {"plate_owner"});
        if (substituted_) return;
        if (said_no("plate_route") || said_no("plate_stops") || said_no("on_route"))
            add("PLATE-MISMATCH-ROUTE", {"plate_route", "plate_stops", "on_route"});
        if (said_no("plate_time")) add("PLATE-MISMATCH-TIME", {"plate_time"});
    }

    void people()
    {
        const bool unqualified = said_no("driver_endorsed");
        if (unqualified) add("DRIVER-UNQUALIFIED", {"driver_endorsed", "licence_class"});
        if (said_no("plate_driver") && !substituted_) {
            SpotFinding& other = add("PLATE-MISMATCH-DRIVER", {"plate_driver"});
            if (unqualified) other.severity = Severity::stop;
        }
        if (said_no("attendant")) add("ATTENDANT-NONE", {"attendant"});
    }

    void equipment()
    {
        std::string pieces;
        std::vector<std::string_view> answers;
        for (const std::string_view name : {"lamps", "stop_sign", "hammer", "first_aid", "extinguisher"}) {
            const std::string_view answer = vehicle_.answer(name);
            const bool lacks = name == "extinguisher" ? !answer.empty() && answer != "good" : answer == "no";
            if (!lacks) continue;
            const Question& question = *find_question(name);
            pieces += (pieces.empty() ? "" : "、") + std::string{question.zh};
            if (name == "extinguisher") pieces += fmt::format("（{}）", shown_answer(question, answer, Language::zh));
            answers.push_back(name);
        }
        if (!answers.empty()) add("EQUIPMENT-MISSING", answers, {pieces});
        if (vehicle_.answer("positioning") == "absent") add("GPS-MISSING", {"positioning"});
    }

    void suspicion()
    {
        constexpr std::size_t enough = 2;  // SUSPECT-CARRIAGE: signs ≥ 2
        if (said_yes("plate_genuine") && (said_yes("plate_front") || said_yes("plate_rear"))) return;
        std::vector<std::string_view> signs;
        if (count("pupils").value_or(0) > 0) signs.push_back("pupils");
        if (said_yes("fee")) signs.push_back("fee");
        if (said_no("plate_front") && said_no("plate_rear")) signs.push_back("plate_front");
        if (has("OVER-CAPACITY")) signs.push_back("counted");
        if (signs.size() < enough) return;
        std::string words;
        for (const std::string_view sign : signs)
            words += (words.empty() ? "" : "、") + std::string{tr(Language::zh, fmt::format("spot.sign.{}", sign))};
        add("SUSPECT-CARRIAGE", signs, {words});
        settle_lead();
    }

    /// One department leads: transport where money is taken, else the police.
    void settle_lead()
    {
        for (SpotFinding& finding : found_)
            if (finding.rule->id == "SUSPECT-CARRIAGE" && !said_yes("fee"))
                finding.department = Department::police_traffic;
    }

    /// What the team ticked by itself.
    void ticked()
    {
        const std::string_view ticks = vehicle_.answer("found");
        for (const SpotRule& rule : table) {
            const auto at = (" " + std::string{ticks} + " ").find(" " + std::string{rule.id} + " ");
            if (at == std::string::npos || has(rule.id)) continue;
            found_.push_back({&rule,
                              rule.severity,
                              rule.department,
                              tr(Language::zh, "spot.ticked", {std::string{title_of_rule(rule.id, Language::zh)}}),
                              {"found"}});
            settle_lead();
        }
    }

    const data::CheckedVehicle& vehicle_;
    std::size_t bus_;
    bool registered_;
    bool substituted_ = false;
    std::optional<std::int32_t> seats_;
    std::vector<SpotFinding> found_;
};

}  // namespace

std::span<const SpotRule> spot_rules()
{
    return table;
}

const SpotRule* find_spot_rule(std::string_view id)
{
    const auto found = std::ranges::find(table, id, &SpotRule::id);
    return found != table.end() ? &*found : nullptr;
}

std::string_view basis_of(const SpotRule& rule, Language language)
{
    if (rule.basis_zh.empty())
        if (const rules::Rule* known = rules::find_rule(rule.id))
            return language == Language::zh ? known->basis_zh : known->basis_en;
    return language == Language::zh ? rule.basis_zh : rule.basis_en;
}

std::string_view title_of_rule(std::string_view id, Language language)
{
    if (const auto list = choices("codes"); const Choice* choice = find_choice(list, id)) return choice->in(language);
    return id;
}

std::vector<SpotFinding> spot_findings(const data::CheckedVehicle& vehicle, const rules::Dossiers& dossiers)
{
    return Reader(vehicle, dossiers).run();
}

}  // namespace xiaoan::checks
