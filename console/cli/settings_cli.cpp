// `settings`: what a bureau may set, with what it rests on: shown, set, and put back to its default.
#include "console/catalogue/catalogue.hpp"
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::cli {

namespace {

struct SettingsArguments {
    std::string name;
    std::string value;
    std::string source;
    std::string group;
};

/// Those of a name, of a group, or all.
std::vector<settings::StandingSetting> standing(const Context& context, const data::Judging& judging,
                                                const SettingsArguments& asked)
{
    auto all = settings::standing_settings(catalogue::all_settings(), judging.settings, context.language);
    std::erase_if(all, [&](const settings::StandingSetting& each) {
        return (!asked.name.empty() && each.info->name != asked.name) ||
               (!asked.group.empty() && each.info->group != asked.group);
    });
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

std::string settings_json(const std::vector<settings::StandingSetting>& all)
{
    rapidjson::StringBuffer buffer;
    Json json(buffer);
    json.StartObject();
    json.Key("settings");
    json.StartArray();
    for (const settings::StandingSetting& each : all) {
        json.StartObject();
        put(json, "name", each.info->name);
        put(json, "value", each.value);
        put(json, "default", each.info->default_value);
        put(json, "unit", each.info->unit);
        put(json, "source", each.source);
        put(json, "set_by", each.set != nullptr ? each.set->set_by : "");
        put(json, "set_at", each.set != nullptr ? each.set->set_at : "");
        put(json, "group", each.info->group);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

Listing listing_of(const Context& context, const std::vector<settings::StandingSetting>& all)
{
    Listing listing;
    for (const auto* key : {"setting.group", "setting.name", "setting.value", "setting.default", "setting.unit",
                            "setting.meaning", "setting.source", "setting.set_by", "setting.set_at"})
        listing.headers.emplace_back(context.tr(key));
    const auto said = [&](const std::string& value) {
        return value.empty() ? std::string{context.tr("setting.not_established")} : value;
    };
    for (const settings::StandingSetting& each : all)
        listing.rows.push_back({std::string{context.tr(fmt::format("setting.group.{}", each.info->group))},
                                each.info->name, said(each.value), said(each.info->default_value),
                                std::string{context.tr(fmt::format("setting.unit.{}", each.info->unit))},
                                settings::said(each.info->meaning, context.language), each.source,
                                each.set != nullptr ? each.set->set_by : "",
                                each.set != nullptr ? each.set->set_at : ""});
    return listing;
}

/// Those that there are, in their order.
std::vector<std::string> groups()
{
    std::vector<std::string> all;
    for (const settings::SettingInfo& each : catalogue::all_settings())
        if (all.empty() || all.back() != each.group) all.emplace_back(each.group);
    return all;
}

/// Says so where there is no such setting.
const settings::SettingInfo* known(const Context& context, const std::string& name)
{
    const auto* found = settings::find(catalogue::all_settings(), name);
    if (found == nullptr) message(context.tr("cli.settings.unknown", {name}));
    return found;
}

int get(const Context& context, const SettingsArguments& asked)
{
    if (!asked.name.empty() && known(context, asked.name) == nullptr) return Exit::wrong_command_line;
    const auto judging = context.judging();
    const auto all = standing(context, judging, asked);
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
    const auto* setting = known(context, asked.name);
    if (setting == nullptr) return Exit::wrong_command_line;
    const auto tried =
        settings::tried(catalogue::all_settings(), context.judging().settings, *setting, asked.value, context.language);
    if (!tried.value) {
        message(context.tr("cli.settings.bad_value", {asked.name, asked.value, tried.allowed}));
        return Exit::refused;
    }
    return apply(context, {asked.name, *tried.value, asked.source});
}

int unset(const Context& context, const SettingsArguments& asked)
{
    const auto* setting = known(context, asked.name);
    if (setting == nullptr) return Exit::wrong_command_line;
    const auto tried =
        settings::tried_default(catalogue::all_settings(), context.judging().settings, *setting, context.language);
    if (!tried.value) {
        message(context.tr("cli.settings.bad_value", {asked.name, setting->default_value, tried.allowed}));
        return Exit::refused;
    }
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
    shown->add_option("--group", options->group, help("cli.help.settings.group"))->check(CLI::IsMember(groups()));
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
