// `contacts`, `meetings`, `assignments`, `handovers`: the joint mechanism, each as a list and what is done to it.
#include "console/cli/command_line.hpp"
#include "console/cli/county_option.hpp"
#include "console/cli/listing.hpp"
#include "console/mechanism/joint_json.hpp"
#include "console/rules/calendar.hpp"
#include "data/intake/hand_entry.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

using mechanism::JointKind;
using FieldTexts = std::vector<std::pair<std::string, std::string>>;

struct JointArguments {
    std::string department, county;
    bool only_open = false;
    std::string number;
    int workdays = 0;
    // One text a field of the kind, by its key; those not asked for stay empty.
    std::map<std::string, std::string> fields;
};

std::shared_ptr<const data::Snapshot> snapshot_of(const data::Register& from)
{
    return std::make_shared<const data::Snapshot>(
        from.snapshot(data::kinds_of<data::Contact, data::Meeting, data::Assignment, data::Handover>(), false));
}

void print_rows(const Context& context, const data::Snapshot& snapshot, JointKind kind,
                const std::vector<mechanism::JointRow>& rows)
{
    if (context.format == Format::json) return print(mechanism::joint_json(snapshot, kind, rows) + "\n");
    if (rows.empty())
        return message(context.tr("cli.joint.none",
                                  {std::string{context.tr(fmt::format("kind.{}", mechanism::info_of(kind).key))}}));
    Listing listing{mechanism::joint_heads(kind, context.language).heads, {}};
    for (const auto& row : rows) listing.rows.push_back(row.cells);
    print(context, listing);
}

int list(const Context& context, JointKind kind, const JointArguments& asked)
{
    const auto from = context.open(data::Register::Access::read);
    const auto snapshot = snapshot_of(from);
    mechanism::JointFilter filter{.department = asked.department, .only_open = asked.only_open};
    if (!asked.county.empty()) {
        const auto county = find_county(*snapshot->region, asked.county);
        if (!county) {
            message(context.tr("cli.unknown_county", {asked.county}));
            return Exit::wrong_command_line;
        }
        filter.county = *county;
    }
    print_rows(context, *snapshot, kind,
               mechanism::joint_rows(*snapshot, kind, context.as_of, filter, context.language));
    return Exit::done;
}

/// Puts the record and prints it. `only_new`: refused where it is there; else where it is not.
int put(const Context& context, data::Register& in, JointKind kind, const std::string& key, const FieldTexts& texts,
        bool only_new)
{
    std::vector<std::string> fields;
    for (const auto& [field, text] : texts) fields.push_back(field + "=" + text);
    auto command = data::read_hand_entry(mechanism::info_of(kind).key, key, fields, *in.region());
    if (!command) {
        message(data::issue_text(command.error(), context.sentence_language()));
        return Exit::refused;
    }
    command->only_new = only_new;
    const auto applied = in.apply(*std::move(command), context.actor);
    if (!applied) return say_refused(context, applied.error());
    const auto now = snapshot_of(in);
    auto rows = mechanism::joint_rows(*now, kind, context.as_of, {}, context.language);
    std::erase_if(rows, [&](const auto& row) { return row.key != key; });
    print_rows(context, *now, kind, rows);
    return Exit::done;
}

FieldTexts given(const JointArguments& asked)
{
    FieldTexts texts;
    for (const auto& [field, text] : asked.fields)
        if (!text.empty()) texts.emplace_back(field, text);
    return texts;
}

/// A date that was not given is the as-of date.
void date_or_today(FieldTexts& texts, const std::string& field, const Context& context)
{
    if (std::ranges::find(texts, field, &FieldTexts::value_type::first) == texts.end())
        texts.emplace_back(field, data::iso(context.as_of));
}

/// A new record under its number, the next one of the year where none was asked for.
int add(const Context& context, JointKind kind, const JointArguments& asked)
{
    auto in = context.open(data::Register::Access::write);
    auto texts = given(asked);
    const auto number =
        asked.number.empty() ? mechanism::next_number(*snapshot_of(in), kind, context.as_of) : asked.number;
    if (kind == JointKind::meetings) date_or_today(texts, "held_on", context);
    if (kind == JointKind::handovers) date_or_today(texts, "handed_on", context);
    if (asked.workdays > 0) {
        const auto due = rules::WorkingDays(in.region()->holidays).later(context.as_of, asked.workdays);
        if (!due) {
            message(context.tr("cli.cases.no_holidays", {data::iso(context.as_of), std::to_string(asked.workdays)}));
            return Exit::refused;
        }
        texts.emplace_back("due_on", data::iso(*due));
    }
    return put(context, in, kind, number, texts, true);
}

/// A contact: entered, or changed where the unit has one of this post.
int set_contact(const Context& context, const JointArguments& asked)
{
    auto in = context.open(data::Register::Access::write);
    const auto unit = asked.fields.at("unit"), post = asked.fields.at("post");
    auto texts = given(asked);
    return put(context, in, JointKind::contacts, unit + "/" + post, texts, false);
}

/// What was asked for is done, the receipt is back: of a record that is there.
int finish(const Context& context, JointKind kind, const JointArguments& asked, const std::string& day)
{
    auto in = context.open(data::Register::Access::write);
    const auto rows = mechanism::joint_rows(*snapshot_of(in), kind, context.as_of, {}, context.language);
    if (std::ranges::find(rows, asked.number, &mechanism::JointRow::key) == rows.end())
        return say_refused(context, {"unknown_record", {}, {asked.number}});
    auto texts = given(asked);
    date_or_today(texts, day, context);
    return put(context, in, kind, asked.number, texts, false);
}

/// The subcommands of one kind.
class JointCommands {
public:
    JointCommands(CLI::App& app, Invocation& asked, JointKind kind)
        : asked_(asked), kind_(kind), options_(std::make_shared<JointArguments>()), info_(mechanism::info_of(kind))
    {
        command_ = app.add_subcommand(std::string{info_.key}, help(fmt::format("cli.help.{}", info_.key)));
        command_->require_subcommand(1);
        const auto of_kind = kind;
        auto* all = sub("list", false, [of_kind](const Context& context, const JointArguments& wish) {
            return list(context, of_kind, wish);
        });
        all->add_option("--department", options_->department, help("cli.help.joint.department"))
            ->check(CLI::IsMember(departments()));
        all->add_option("--county", options_->county, help("cli.help.joint.county"));
        if (kind == JointKind::assignments || kind == JointKind::handovers)
            all->add_flag("--open", options_->only_open, help("cli.help.joint.open"));
    }

    CLI::App* sub(const std::string& name, bool writes, std::function<int(const Context&, const JointArguments&)> run)
    {
        auto* made = command_->add_subcommand(name, help("cli.help.joint." + name));
        made->callback([&asked = asked_, options = options_, run, writes] {
            asked.only_now = writes;
            asked.run = [options, run](const Context& context) { return run(context, *options); };
        });
        return made;
    }
    /// Options for fields of the kind, each described by its label; those with '!' before them are required.
    void fields(CLI::App* into, std::initializer_list<std::string_view> wanted)
    {
        for (const std::string_view each : wanted) {
            const bool required = each.starts_with('!');
            const std::string field{required ? each.substr(1) : each};
            auto* option = into->add_option("--" + option_name(field), options_->fields[field],
                                            help(fmt::format("field.{}.{}", info_.singular, field)));
            if (required) option->required();
        }
    }
    void number(CLI::App* into, bool positional)
    {
        auto* option = into->add_option(positional ? "NUMBER" : "--number", options_->number,
                                        help(fmt::format("field.{}.number", info_.singular)));
        if (positional) option->required();
    }
    void workdays(CLI::App* into)
    {
        into->add_option("--workdays", options_->workdays, help("cli.help.cases.workdays"))->check(CLI::Range(1, 1000));
    }

private:
    [[nodiscard]] std::string help(const std::string& key) const { return std::string{asked_.context.tr(key)}; }
    static std::vector<std::string> departments()
    {
        std::vector<std::string> all;
        for (const auto& each : data::department_words) all.emplace_back(each.word);
        return all;
    }
    /// held_on, due_on … are asked for as --on, --due.
    static std::string option_name(const std::string& field)
    {
        if (field == "held_on" || field == "handed_on" || field == "received_on" || field == "done_on") return "on";
        return field == "due_on" ? "due" : field;
    }

    Invocation& asked_;
    JointKind kind_;
    std::shared_ptr<JointArguments> options_;
    const data::KindInfo& info_;
    CLI::App* command_ = nullptr;
};

}  // namespace

void add_joint(CLI::App& app, Invocation& asked)
{
    JointCommands contacts(app, asked, JointKind::contacts);
    contacts.fields(contacts.sub("set", true, set_contact),
                    {"!unit", "!department", "county", "post", "name", "phone", "note"});
    const auto adds = [](JointKind kind) {
        return [kind](const Context& context, const JointArguments& wish) { return add(context, kind, wish); };
    };
    JointCommands meetings(app, asked, JointKind::meetings);
    auto* hold = meetings.sub("hold", true, adds(JointKind::meetings));
    meetings.number(hold, false);
    meetings.fields(hold, {"!kind", "held_on", "county", "place", "chair", "present", "absent", "agreed", "minutes",
                           "items", "cases"});
    JointCommands assignments(app, asked, JointKind::assignments);
    auto* give = assignments.sub("give", true, adds(JointKind::assignments));
    assignments.number(give, false);
    assignments.fields(give, {"!department", "!what", "county", "due_on", "meeting", "item", "case"});
    assignments.workdays(give);
    auto* done = assignments.sub("done", true, [](const Context& context, const JointArguments& wish) {
        return finish(context, JointKind::assignments, wish, "done_on");
    });
    assignments.number(done, true);
    assignments.fields(done, {"done_on", "result"});
    JointCommands handovers(app, asked, JointKind::handovers);
    auto* hand = handovers.sub("hand", true, adds(JointKind::handovers));
    handovers.number(hand, false);
    handovers.fields(hand, {"!from", "!to", "!what", "county", "case", "handed_on", "note"});
    auto* receive = handovers.sub("receive", true, [](const Context& context, const JointArguments& wish) {
        return finish(context, JointKind::handovers, wish, "received_on");
    });
    handovers.number(receive, true);
    handovers.fields(receive, {"received_on", "receipt"});
}

}  // namespace xiaoan::cli
