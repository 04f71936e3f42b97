#include "console/rules/rule.hpp"

#include "console/rules/data_rules.hpp"
#include "console/rules/driver_fitness_rules.hpp"
#include "console/rules/driver_rules.hpp"
#include "console/rules/inspection_rules.hpp"
#include "console/rules/insurance_rules.hpp"
#include "console/rules/load_rules.hpp"
#include "console/rules/mismatch_rules.hpp"
#include "console/rules/operator_rules.hpp"
#include "console/rules/permit_rules.hpp"
#include "console/rules/permit_step_rules.hpp"
#include "console/rules/plate_rules.hpp"
#include "console/rules/plate_term_rules.hpp"
#include "console/rules/run_rules.hpp"
#include "console/rules/track_rules.hpp"
#include "console/rules/vehicle_rules.hpp"

namespace xiaoan::rules {

std::span<const Rule> rules()
{
    static const std::vector<Rule> table = [] {
        std::vector<Rule> all;
        for (const auto family :
             {permit_rules(), permit_step_rules(), plate_rules(), plate_term_rules(), mismatch_rules(),
              inspection_rules(), insurance_rules(), driver_rules(), driver_fitness_rules(), load_rules(),
              vehicle_rules(), operator_rules(), data_rules(), run_rules(), track_rules()})
            all.insert(all.end(), family.begin(), family.end());
        return all;
    }();
    return table;
}

const Rule* find_rule(std::string_view id)
{
    if (id.ends_with('?')) id.remove_suffix(1);
    for (const Rule& rule : rules())
        if (rule.id == id) return &rule;
    return nullptr;
}

}  // namespace xiaoan::rules
