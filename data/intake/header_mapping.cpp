#include "data/intake/header_mapping.hpp"

#include "data/kinds/kinds.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <optional>

namespace xiaoan::data {

namespace {

using What = MappingFault::What;

const KindInfo* kind_called(std::string_view name)
{
    if (const KindInfo* kind = find_kind(name)) return kind;
    const auto found = std::ranges::find(kinds(), name, [](const KindInfo* kind) { return kind->zh; });
    return found != kinds().end() ? *found : nullptr;
}

/// The key of a field that is named by its key or its Chinese header; empty where the kind has none such.
std::optional<std::string> key_called(const KindInfo& kind, std::string_view name)
{
    const auto field = HeaderNames(kind).field(name);
    return field ? std::optional{std::string{kind.fields[*field].key}} : std::nullopt;
}

std::string_view view(const rapidjson::Value& text)
{
    return {text.GetString(), text.GetStringLength()};
}

class MappingReading {
public:
    std::expected<std::vector<HeaderVariant>, MappingFault> read(const rapidjson::Value& document)
    {
        if (!document.IsObject()) return std::unexpected(MappingFault{What::not_an_object, {}, {}});
        for (const auto& member : document.GetObject())
            if (member.value.IsObject()) read_kind(view(member.name), member.value);
        of_kinds_ = mapping_.size();
        for (const auto& member : document.GetObject())
            if (!member.value.IsObject()) read_entry(nullptr, view(member.name), member.value);
        if (fault_) return std::unexpected(std::move(*fault_));
        return std::move(mapping_);
    }

private:
    void read_kind(std::string_view name, const rapidjson::Value& headers)
    {
        const KindInfo* kind = kind_called(name);
        if (kind == nullptr) return say(What::unknown_kind, name, {});
        for (const auto& member : headers.GetObject()) read_entry(kind, view(member.name), member.value);
    }

    void read_entry(const KindInfo* kind, std::string_view header, const rapidjson::Value& value)
    {
        if (normalised_header(header).empty()) return say(What::nothing_to_map, header, {});
        if (value.IsNull()) return add(kind != nullptr ? kind->key : "*", {}, header);
        if (!value.IsString()) return say(What::bad_value, header, {});
        const std::string_view named = view(value);
        if (kind != nullptr) {
            const auto key = key_called(*kind, named);
            return key ? add(kind->key, *key, header) : say(What::unknown_key, header, named);
        }
        // A Chinese header may be the name of fields of several keys: then each kind has its own.
        bool known = false;
        for (const KindInfo* each : kinds())
            if (const auto key = key_called(*each, named)) {
                add(each->key, *key, header);
                known = true;
            }
        if (!known) say(What::unknown_key, header, named);
    }

    void add(std::string_view kind, std::string_view key, std::string_view header)
    {
        const std::string form = normalised_header(header);
        for (std::size_t i = 0; i < mapping_.size(); ++i) {
            const HeaderVariant& said = mapping_[i];
            if (said.kind != kind || said.key == key || normalised_header(said.header) != form) continue;
            if (i < of_kinds_) return;  // what was said of the kind comes first
            return say(What::contradiction, header, said.key);
        }
        mapping_.push_back({std::string{kind}, std::string{key}, std::string{header}});
    }

    /// The first fault is told.
    void say(What what, std::string_view header, std::string_view said)
    {
        if (!fault_) fault_ = MappingFault{what, std::string{header}, std::string{said}};
    }

    std::vector<HeaderVariant> mapping_;
    std::size_t of_kinds_ = 0;  // how many of them were said below a kind; none while those are read
    std::optional<MappingFault> fault_;
};

}  // namespace

std::expected<std::vector<HeaderVariant>, MappingFault> read_mapping(std::string_view json)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (json.starts_with(byte_order_mark)) json.remove_prefix(byte_order_mark.size());
    rapidjson::Document document;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    if (document.Parse<flags>(json.data(), json.size()).HasParseError())
        return std::unexpected(MappingFault{What::not_json,
                                            {},
                                            std::to_string(document.GetErrorOffset()) + ": " +
                                                rapidjson::GetParseError_En(document.GetParseError())});
    return MappingReading{}.read(document);
}

}  // namespace xiaoan::data
