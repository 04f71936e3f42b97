// The quick form of one vehicle at a check: what is typed, and the answers it means. Lists of choices are answered by
// the numbers of their choices, so that a hand need not leave the keys.
#pragma once

#include "console/checks/sheet/question.hpp"
#include "data/kinds/cell.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiaoan::checks {

struct ResultForm {
    std::string team = "1";
    std::string vehicle{};
    bool met = true;
    std::string time{};
    std::string place{};
    std::string counted{}, pupils{};
    std::string found{}, cleared{}, measures{};  // numbers of choices, from 1: "5 11"
    std::string handed_to{};                     // number of a choice
    std::string document{};
    std::string note{};
    friend bool operator==(const ResultForm&, const ResultForm&) = default;
};

/// The choices that a text of numbers names, in their order, each once. Numbers stand apart by blanks or by commas of
/// either width. Empty where one is no number of the list.
[[nodiscard]] std::optional<std::vector<std::size_t>> picked(std::string_view list, std::string_view text);
/// The text with this choice added, or taken out where it was there; the numbers in order. What cannot be read goes.
[[nodiscard]] std::string toggled(std::string_view list, std::string_view text, std::size_t choice);

/// Key of a text that says what cannot be recorded so; empty where all can.
[[nodiscard]] std::string_view fault_of(const ResultForm& form);
/// Answers by the names of their questions; what stands empty is not answered. The form is without fault.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> answers_of(const ResultForm& form);
/// 20261125-1.
[[nodiscard]] std::string check_of(const ResultForm& form, data::Date date);
/// For the next vehicle of the same team and place.
[[nodiscard]] ResultForm next_form(const ResultForm& done);

}  // namespace xiaoan::checks
