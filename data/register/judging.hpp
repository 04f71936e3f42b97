// What findings are judged by beside the records: settings of the rules, and findings that a person has set aside.
#pragma once

#include "data/kinds/cell.hpp"
#include "data/register/commands.hpp"
#include "data/register/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::data {

/// A parameter of the rules that differs from its default. The register keeps texts; what they mean the rules know.
struct Setting {
    std::string name;    // driver_max_age
    std::string value;   // "63"; a day as ISO 8601
    std::string source;  // what it rests on: a notice, a decision
    std::string set_by{};
    std::string set_at{};
};

/// Findings of one bus set aside by a person: they do not count from one day to another, both included, and stay
/// listed with this reason.
struct Silencing {
    std::int64_t id = 0;
    std::string kind;  // waived, out_of_service, appeal
    std::string rule;  // its id, with '?' its gap; empty: every finding of the bus
    std::string registration_number;
    Date from_on{};
    Date until_on{};
    std::string reason;
    std::string given_by{};
    std::string given_at{};
};

struct Judging {
    std::vector<Setting> settings;      // ascending by name
    std::vector<Silencing> silencings;  // ascending by id
};

/// Of the register at this path, through a connection of its own. With a moment the silencings that were given by
/// then; the settings are always those of now. Throws StoreFault as Register::open says.
[[nodiscard]] Judging read_judging(const std::string& register_path, std::optional<Timestamp> known_at = {});

/// Sets a parameter, or (without a value) goes back to its default. Rejected: missing_field (name, source of a value).
struct ChangeSetting {
    std::string name;
    std::optional<std::string> value;
    std::string source;
};

/// Rejected: unknown_record (the bus), missing_field (reason), until_before_from.
struct SilenceFindings {
    std::string kind;
    std::string rule;
    std::string registration_number;
    Date from_on{};
    Date until_on{};
    std::string reason;
};

using JudgingCommand = std::variant<ChangeSetting, SilenceFindings>;

/// One command, one transaction, one entry of the log. Refused: the register is as it was. A setting that is as it was
/// makes no change: the id is empty. Throws StoreFault as Register::open says.
Result<std::optional<ChangeId>> apply_judging(const std::string& register_path, const JudgingCommand& command,
                                              const Actor& actor);

}  // namespace xiaoan::data
