// `rules`: the table of rules, for people and programs, or as the document that lawyers check.
#include "console/cli/command_line.hpp"
#include "console/cli/listing.hpp"
#include "console/rules/rule.hpp"
#include "console/rules/rule_book.hpp"
#include "data/export/written_file.hpp"

#include <CLI/CLI.hpp>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace xiaoan::cli {

namespace {

struct Column {
    const char* name;    // in JSON
    const char* header;  // its key in the language files
};
constexpr Column columns[] = {
    {"id", "book.rule"},           {"title", "list.problem"},         {"condition", "book.condition"},
    {"severity", "book.severity"}, {"department", "book.department"}, {"basis", "book.basis"}};

/// Words of the contract for programs, words of the language for people.
std::vector<std::string> cells(const Context& context, const rules::Rule& rule)
{
    const std::string key = "rule." + std::string{rule.id};
    const std::string severity{data::word(rule.severity)}, department{data::word(rule.department)};
    const bool json = context.format == Format::json;
    return {std::string{rule.id},
            std::string{context.tr(key + ".title")},
            std::string{context.tr(key + ".condition")},
            json ? severity : std::string{context.tr("severity." + severity)},
            json ? department : std::string{context.tr("department." + department)},
            std::string{context.language == language::Language::zh ? rule.basis_zh : rule.basis_en}};
}

std::string rules_json(const Context& context)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    json.Key("rules");
    json.StartArray();
    for (const rules::Rule& rule : rules::rules()) {
        json.StartObject();
        std::size_t column = 0;
        for (const std::string& cell : cells(context, rule)) {
            json.Key(columns[column++].name);
            json.String(cell);
        }
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

int show(const Context& context, const std::string& out)
{
    if (!out.empty()) {
        data::write_file(out, rules::rule_book());
        message(context.tr("book.written", {out}));
        return Exit::done;
    }
    if (context.format == Format::json) {
        print(rules_json(context) + "\n");
        return Exit::done;
    }
    Listing listing;
    for (const Column& column : columns) listing.headers.emplace_back(context.tr(column.header));
    for (const rules::Rule& rule : rules::rules()) listing.rows.push_back(cells(context, rule));
    print(context, listing);
    return Exit::done;
}

}  // namespace

void add_rules(CLI::App& app, Invocation& asked)
{
    const auto out = std::make_shared<std::string>();
    auto* command = app.add_subcommand("rules", std::string{asked.context.tr("cli.help.rules")});
    command->add_option("--out", *out, std::string{asked.context.tr("cli.help.rules.out")});
    command->callback([&asked, out] { asked.run = [out](const Context& context) { return show(context, *out); }; });
}

}  // namespace xiaoan::cli
