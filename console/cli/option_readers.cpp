#include "console/cli/option_readers.hpp"

#include "console/cli/county_option.hpp"
#include "console/cli/searched_waters.hpp"

namespace xiaoan::cli {

bool read_date(const Context& context, const std::string& text, std::optional<data::Date>& into)
{
    if (text.empty()) return true;
    into = data::date_from_iso(text);
    if (!into) message(context.tr("cli.bad_date", {text}));
    return into.has_value();
}

std::optional<water::Season> read_season(const Context& context, const std::string& text)
{
    if (text.empty()) return water::season_of(context.as_of, habits_of(context));
    const auto season = water::season_from(text);
    if (!season) message(context.tr("cli.risks.bad_season", {text}));
    return season;
}

bool read_county(const Context& context, const data::Region& region, const std::string& text, data::Adcode& into)
{
    if (text.empty()) return true;
    const auto county = find_county(region, text);
    if (county)
        into = *county;
    else
        message(context.tr("cli.unknown_county", {text}));
    return county.has_value();
}

bool is_pdf(const Context& context, const std::string& path)
{
    if (path.ends_with(".pdf")) return true;
    message(context.tr("cli.bad_pdf", {path}));
    return false;
}

}  // namespace xiaoan::cli
