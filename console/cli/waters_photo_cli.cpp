// `waters photo`, `photos`, `photo-out`, `photo-retire`: photos of waters, kept in the register.
#include "console/cli/listing.hpp"
#include "console/cli/option_readers.hpp"
#include "console/cli/waters_cli.hpp"
#include "console/language/wording.hpp"
#include "data/export/written_file.hpp"
#include "data/intake/attachment_file.hpp"
#include "data/register/water_photos.hpp"

#include <CLI/CLI.hpp>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>

namespace xiaoan::cli {

namespace {

struct PhotoArguments {
    std::string water, file, hash, note, taken, out, reason;
};

/// Begin of a hash that stands for it in lists.
constexpr std::size_t shown_hash = 12;

int add_photo(const Context& context, const PhotoArguments& asked)
{
    std::optional<data::Date> taken;
    if (!read_date(context, asked.taken, taken)) return Exit::wrong_command_line;
    auto file = data::read_attachment(asked.file);
    if (!file) return say_refused(context, file.error());
    const auto applied =
        data::apply_photo(context.register_path,
                          data::AddWaterPhoto{asked.water, *std::move(file),
                                              taken ? data::DateCell{*taken} : data::DateCell{}, asked.note},
                          context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("cli.change_done", {std::to_string(applied->value)}));
    return Exit::done;
}

/// Those in use of a water, or of all, as the register is asked to know them.
std::vector<data::WaterPhoto> photos_of(const Context& context, const std::string& water)
{
    auto photos = data::read_water_photos(context.register_path,
                                          context.known_at ? std::optional{context.known_at->newest} : std::nullopt);
    if (!water.empty()) std::erase_if(photos, [&](const data::WaterPhoto& each) { return each.water != water; });
    return photos;
}

void put(rapidjson::Writer<rapidjson::StringBuffer>& json, const char* key, std::string_view text)
{
    json.Key(key);
    if (text.empty())
        json.Null();
    else
        json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::string photos_json(const std::vector<data::WaterPhoto>& photos)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json(buffer);
    json.StartObject();
    json.Key("photos");
    json.StartArray();
    for (const data::WaterPhoto& each : photos) {
        json.StartObject();
        put(json, "water", each.water);
        put(json, "name", each.name);
        json.Key("size");
        json.Int64(each.size);
        put(json, "sha256", each.sha256);
        put(json, "taken_on", each.taken_on.has_date() ? data::iso(each.taken_on.date()) : std::string{});
        put(json, "note", each.note);
        put(json, "added_by", each.added_by);
        put(json, "added_at", each.added_at);
        json.EndObject();
    }
    json.EndArray();
    json.EndObject();
    return buffer.GetString();
}

int list_photos(const Context& context, const PhotoArguments& asked)
{
    const auto photos = photos_of(context, asked.water);
    if (context.format == Format::json) {
        print(photos_json(photos) + "\n");
        return Exit::done;
    }
    message(context.tr("photos.count", {language::grouped(photos.size())}));
    Listing listing;
    for (const auto* key : {"photos.water", "photos.hash", "photos.name", "photos.size", "photos.taken_on",
                            "photos.note", "photos.added_by", "photos.added_at"})
        listing.headers.emplace_back(context.tr(key));
    for (const data::WaterPhoto& each : photos)
        listing.rows.push_back({each.water, each.sha256.substr(0, shown_hash), each.name, std::to_string(each.size),
                                each.taken_on.has_date() ? data::iso(each.taken_on.date()) : std::string{}, each.note,
                                each.added_by, each.added_at});
    if (!photos.empty()) print(context, listing);
    return Exit::done;
}

/// The one of the water whose hash begins so; says so where there is none, or several.
std::optional<data::WaterPhoto> photo_at(const Context& context, const PhotoArguments& asked)
{
    auto photos = photos_of(context, asked.water);
    std::erase_if(photos, [&](const data::WaterPhoto& each) { return !each.sha256.starts_with(asked.hash); });
    if (photos.size() == 1) return std::move(photos.front());
    message(context.tr("photos.none", {asked.water, asked.hash, std::to_string(photos.size())}));
    return std::nullopt;
}

int save_photo(const Context& context, const PhotoArguments& asked)
{
    const auto photo = photo_at(context, asked);
    if (!photo) return Exit::refused;
    const auto bytes = context.open(data::Register::Access::read).attachment(photo->sha256);
    if (!bytes) {
        message(context.tr("cli.verify.attachment", {"–", asked.water + " " + photo->name}));
        return Exit::not_done;
    }
    data::write_file(asked.out, *bytes);
    message(context.tr("photos.written", {photo->name, asked.out}));
    return Exit::done;
}

int retire_photo(const Context& context, const PhotoArguments& asked)
{
    const auto photo = photo_at(context, asked);
    if (!photo) return Exit::refused;
    const auto applied =
        data::apply_photo(context.register_path, data::RetireWaterPhoto{photo->id, asked.reason}, context.actor);
    if (!applied) return say_refused(context, applied.error());
    message(context.tr("cli.change_done", {std::to_string(applied->value)}));
    return Exit::done;
}

}  // namespace

void add_water_photos(CLI::App& waters, Invocation& asked)
{
    const auto tr = [&](const char* key) { return std::string{asked.context.tr(key)}; };
    const auto options = std::make_shared<PhotoArguments>();
    const auto subcommand = [&](const char* name, const char* help, int (*run)(const Context&, const PhotoArguments&),
                                bool changes) {
        auto* command = waters.add_subcommand(name, tr(help));
        command->callback([&asked, options, run, changes] {
            asked.only_now = changes;
            asked.run = [options, run](const Context& context) { return run(context, *options); };
        });
        return command;
    };
    auto* added = subcommand("photo", "cli.help.waters.photo", add_photo, true);
    added->add_option("CODE", options->water, tr("cli.help.waters.photo.code"))->required();
    added->add_option("FILE", options->file, tr("cli.help.waters.photo.file"))->required();
    added->add_option("--note", options->note, tr("cli.help.waters.photo.note"));
    added->add_option("--taken", options->taken, tr("cli.help.waters.photo.taken"));

    subcommand("photos", "cli.help.waters.photos", list_photos, false)
        ->add_option("CODE", options->water, tr("cli.help.waters.photo.code"));

    const auto of_one = [&](CLI::App* command) {
        command->add_option("CODE", options->water, tr("cli.help.waters.photo.code"))->required();
        command->add_option("HASH", options->hash, tr("cli.help.waters.photo.hash"))->required();
        return command;
    };
    of_one(subcommand("photo-out", "cli.help.waters.photo_out", save_photo, false))
        ->add_option("--out", options->out, tr("cli.help.waters.photo.out"))
        ->required();
    of_one(subcommand("photo-retire", "cli.help.waters.photo_retire", retire_photo, true))
        ->add_option("--reason", options->reason, tr("cli.help.silence.reason"))
        ->required();
}

}  // namespace xiaoan::cli
