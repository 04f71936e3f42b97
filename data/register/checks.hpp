// Joint checks as the register keeps them: the vehicles that were looked at, the answers, and what followed.
#pragma once

#include "data/register/change.hpp"
#include "data/register/commands.hpp"
#include "data/register/edit.hpp"
#include "data/register/judging.hpp"
#include "data/register/result.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// An answer by the name of its question, in canonical form. Never empty: what was not answered is not there.
struct CheckAnswer {
    std::string question;
    std::string answer;
    friend bool operator==(const CheckAnswer&, const CheckAnswer&) = default;
};

/// What followed from something found.
enum class OutcomeWay : std::uint8_t { not_given, opens_case, hand_over, corrected, cleared };
inline constexpr std::array outcome_way_words{Word{"case", "督办"}, Word{"hand_over", "移交"},
                                              Word{"corrected", "当场改正"}, Word{"cleared", "核实不存在"}};
template <>
inline constexpr std::span<const Word> words_of<OutcomeWay>{outcome_way_words};

struct CheckOutcome {
    std::string found;  // id of the rule
    OutcomeWay way{};
    std::string reference;  // number of the case or of the hand-over
    friend bool operator==(const CheckOutcome&, const CheckOutcome&) = default;
};

/// One vehicle at one check; check and vehicle are its key.
struct CheckedVehicle {
    RecordId id;
    std::string check;    // a team on a day: 20261125-1
    std::string vehicle;  // canonical registration number, or words for one that has none
    Date held_on{};
    std::vector<CheckAnswer> answers{};  // ascending by question
    std::vector<CheckOutcome> outcomes{};
    Origin origin{};

    /// Empty where the question was not answered.
    [[nodiscard]] std::string_view answer(std::string_view question) const;
};

/// The one with this key among those sorted by check, then vehicle; null where there is none.
[[nodiscard]] const CheckedVehicle* find_checked(std::span<const CheckedVehicle> sorted, std::string_view check,
                                                 std::string_view vehicle);

/// Takes in vehicles of checks and what follows from them, as one change. Those that are in the register already are
/// replaced by what is said now.
struct RecordChecks {
    struct Vehicle {
        CheckedVehicle checked{};             // id and origin are not looked at
        std::optional<std::size_t> source{};  // place in `sources`; none: typed by hand
        std::int32_t row = 0;
    };
    /// What follows for one vehicle from what was found. A case that lives already and holds all of it gets a note. Its
    /// number is written into those outcomes of the vehicle that say `opens_case` of something in `found`.
    struct Case {
        std::size_t vehicle = 0;
        OpenCase opened{};
        std::vector<std::string> found{};  // ids of the rules
    };
    /// A record of the kind handovers; the number of its case is filled in here.
    struct HandOver {
        PutRecord record{};
        std::optional<std::size_t> opened{};  // place in `cases`
        std::string case_number{};            // of a case that was there before
    };
    /// What a check said and says no more, since its answers were corrected: the case keeps the facts, marked as
    /// withdrawn, and gets a note. Whether it is cancelled a person decides. A case that has ended is left alone.
    struct Withdrawal {
        std::string case_number{};
        std::string check{};
        std::vector<std::string> rules{};
        Date on{};
        std::string note{};
    };
    /// A waiver that a check gave comes to its end: what it set aside was found again, or is not said any more.
    struct EndedWaiver {
        std::string rule{};
        std::string registration_number{};
        std::string reason{};           // as the waiver has it
        std::optional<Date> last_on{};  // none: it never was
    };
    std::vector<NewSource> sources{};
    std::vector<Vehicle> vehicles{};
    std::vector<Case> cases{};
    std::vector<HandOver> handovers{};
    std::vector<SilenceFindings> cleared{};
    std::vector<Withdrawal> withdrawn{};
    std::vector<EndedWaiver> ended{};
};

/// All that were recorded, by check, then vehicle; as the register held them at the change, where one is given. Throws
/// StoreFault as Register::open says.
[[nodiscard]] std::vector<CheckedVehicle> read_checks(const std::string& register_path,
                                                      std::optional<ChangeId> known = {});

/// One command, one transaction, one entry of the log. Rejected: missing_field (check, vehicle), unknown_record (a
/// cleared bus), and as the opening of cases and the putting of records are; the register is then as it was.
Result<std::optional<ChangeId>> apply_checks(const std::string& register_path, const RecordChecks& command,
                                             const Actor& actor);

}  // namespace xiaoan::data
