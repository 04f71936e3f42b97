// `settings`: the rules' parameters with what they rest on, shown, set, and put back to their defaults.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/rules/school_year.hpp"
#include "console/rules/settings.hpp"
#include "console/water/equipment/prices.hpp"

#include <CLI/CLI.hpp>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <functional>

namespace xiaoan::cli {

namespace {

struct SettingsArguments {
    std::string name;
    std::string value;
    std::string source;
};

/// A parameter that can be set, whichever part of the program it belongs to.
struct Known {
    std::string_view name;
    std::string_view unit;
    std::string default_value;
    /// The value as a setting keeps it; nothing where the text is no value of it.
    std::function<std::optional<std::string>(std::string_view)> read;
};

/// All of them, ascending by name: the rules', the prices of equipment at waters, the school holidays.
std::vector<Known> known_settings()
{
    std::vector<Known> all;
    for (const rules::SettingInfo& each : rules::settings())
        all.push_back({each.name, each.unit, rules::value_of(rules::Params{}, each),
                       [&each](std::string_view text) -> std::optional<std::string> {
                           rules::Params tried;
                           if (!rules::set_value(tried, each, text)) return std::nullopt;
                           return rules::value_of(tried, each);
                       }});
    for (std::size_t i = 0; i < water::price_settings.size(); ++i)
        all.push_back({water::price_settings[i], "yuan", std::to_string(water::Prices{}.yuan[i]),
                       [](std::string_view text) -> std::optional<std::string> {
                           const auto yuan = water::price_from(text);
                           return yuan ? std::optional{std::to_string(*yuan)} : std::nullopt;
                       }});
    for (std::size_t i = 0; i < rules::school_holiday_settings.size(); ++i)
        all.push_back({rules::school_holiday_settings[i], "days_of_year",
                       rules::text_of(rules::usual_school_holidays[i]),
                       [](std::string_view text) -> std::optional<std::string> {
                           const auto span = rules::year_span_from(text);
                           return span ? std::optional{rules::text_of(*span)} : std::nullopt;
                       }});
    std::ranges::sort(all, {}, &Known::name);
    return all;
}

/// One parameter as it stands: `set` is null where it has its default.
struct Standing {
    Known info;
    std::string value;
    std::string source;
    const data::Setting* set = nullptr;
};

std::vector<Standing> standing(const Context& context, const data::Judging& judging, std::string_view name)
{
    std::vector<Standing> all;
    for (Known& each : known_settings()) {
        if (!name.empty() && each.name != name) continue;
        const auto set = std::ranges::find(judging.settings, each.name, &data::Setting::name);
        const bool is_set = set != judging.settings.end();
        std::string value = each.default_value;
        if (is_set) value = each.read(set->value).value_or(value);
        std::string source =
            is_set ? set->source : std::string{context.tr("setting." + std::string{each.name} + ".source")};
        all.push_back({std::move(each), std::move(value), std::move(source), is_set ? &*set : nullptr});
    }
    return all;
}

using Json = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Json& json, std::string_view key, std::string_view text)
{
    json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    if (text.empty())
        json.Null();
    else
        json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::string settings_json(const std::vector<Standing>& all)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("settings");
    json.StartArray();
    for (const Standing& each : all) {
        json.StartObject();
        put(json, "name", each.info.name);
        put(json, "value", each.value);
        put(json, "default", each.info.default_value);
        put(json, "unit", each.info.unit);
        put(json, "source", each.source);
        put(json, "set_by", each.set != nullptr ? each.set->set_by : "");
        put(json, "set_at", each.set != nullptr ? each.set->set_at : "");
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

Listing listing_of(const Context& context, const std::vector<Standing>& all)
{
    Listing listing;
    for (const auto* key : {"setting.name", "setting.value", "setting.default", "setting.unit", "setting.meaning",
                            "setting.source", "setting.set_by", "setting.set_at"})
        listing.headers.emplace_back(context.tr(key));
    const auto said = [&](const std::string& value) {
        return value.empty() ? std::string{context.tr("setting.not_established")} : value;
    };
    for (const Standing& each : all) {
        const std::string name{each.info.name};
        listing.rows.push_back({name, said(each.value), said(each.info.default_value),
                                std::string{context.tr("setting.unit." + std::string{each.info.unit})},
                                std::string{context.tr("setting." + name)}, each.source,
                                each.set != nullptr ? each.set->set_by : "",
                                each.set != nullptr ? each.set->set_at : ""});
    }
    return listing;
}

/// Says so where there is no such parameter.
std::optional<Known> known(const Context& context, const std::string& name)
{
    auto all = known_settings();
    const auto found = std::ranges::find(all, name, &Known::name);
    if (found != all.end()) return std::move(*found);
    message(context.tr("cli.settings.unknown", {name}));
    return std::nullopt;
}

int get(const Context& context, const SettingsArguments& asked)
{
    if (!asked.name.empty() && !known(context, asked.name)) return Exit::wrong_command_line;
    const auto judging = context.judging();
    const auto all = standing(context, judging, asked.name);
    if (context.format == Format::json)
        print(settings_json(all) + "\n");
    else
        print(context, listing_of(context, all));
    return Exit::done;
}

int apply(const Context& context, data::ChangeSetting command)
{
    const auto applied = data::apply_judging(context.register_path, std::move(command), context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(applied->has_value() ? context.tr("cli.change_done", {std::to_string((*applied)->value)})
                                 : std::string{context.tr("cli.nothing_changed")});
    return Exit::done;
}

int set(const Context& context, const SettingsArguments& asked)
{
    const auto setting = known(context, asked.name);
    if (!setting) return Exit::wrong_command_line;
    const auto value = setting->read(asked.value);
    if (!value) {
        message(context.tr("cli.settings.bad_value", {asked.name, asked.value}));
        return Exit::refused;
    }
    return apply(context, {asked.name, *value, asked.source});
}

int unset(const Context& context, const SettingsArguments& asked)
{
    if (!known(context, asked.name)) return Exit::wrong_command_line;
    return apply(context, {asked.name, std::nullopt, {}});
}

}  // namespace

void add_settings(CLI::App& app, Invocation& asked)
{
    const auto options = std::make_shared<SettingsArguments>();
    const auto help = [&](std::string_view key) { return std::string{asked.context.tr(key)}; };
    auto* settings = app.add_subcommand("settings", help("cli.help.settings"));
    settings->require_subcommand(1);
    auto* shown = settings->add_subcommand("get", help("cli.help.settings.get"));
    shown->add_option("NAME", options->name);
    shown->callback(
        [&asked, options] { asked.run = [options](const Context& context) { return get(context, *options); }; });
    auto* changed = settings->add_subcommand("set", help("cli.help.settings.set"));
    changed->add_option("NAME", options->name)->required();
    changed->add_option("VALUE", options->value)->required();
    changed->add_option("--source", options->source, help("cli.help.settings.source"))->required();
    changed->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return set(context, *options); };
    });
    auto* reset = settings->add_subcommand("unset", help("cli.help.settings.unset"));
    reset->add_option("NAME", options->name)->required();
    reset->callback([&asked, options] {
        asked.only_now = true;
        asked.run = [options](const Context& context) { return unset(context, *options); };
    });
}

}  // namespace xiaoan::cli
