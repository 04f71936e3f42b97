#include "data/register/kept_template.hpp"

#include "data/register/attachment_store.hpp"
#include "data/register/commands.hpp"
#include "data/register/connection.hpp"
#include "data/register/fault.hpp"
#include "data/register/setting_table.hpp"
#include "data/register/statement.hpp"

namespace xiaoan::data {

std::optional<KeptTemplate> read_template(const std::string& register_path)
{
    const Store store = open_store(register_path, false);
    return guarded(register_path, [&]() -> std::optional<KeptTemplate> {
        Statement held(store.db, "SELECT value, source FROM setting WHERE name = ?1");
        held.bind(1, template_setting);
        if (!held.step()) return std::nullopt;
        KeptTemplate kept{.file = std::string{held.text(1)}, .sha256 = std::string{held.text(0)}};
        kept.bytes = kept_attachment(store.db, kept.sha256).value_or("");
        return kept;
    });
}

Result<std::optional<ChangeId>> keep_template(const std::string& register_path, const std::string& file,
                                              std::string_view bytes, const Actor& actor)
{
    if (bytes.empty()) return std::unexpected(Rejected{"attachment_empty", "template", {file}});
    if (bytes.size() > largest_attachment)
        return std::unexpected(
            Rejected{"attachment_too_large", "template", {file, std::to_string(largest_attachment >> 20U)}});
    Store store = open_store(register_path, true);
    return guarded(register_path, [&]() -> Result<std::optional<ChangeId>> {
        RecordedChange change(store);
        const std::string sha256 = keep_attachment(change.db(), bytes);
        return change_setting(change, {std::string{template_setting}, sha256, file}, actor);
    });
}

Result<std::optional<ChangeId>> drop_template(const std::string& register_path, const Actor& actor)
{
    return apply_judging(register_path, ChangeSetting{std::string{template_setting}, std::nullopt, {}}, actor);
}

}  // namespace xiaoan::data
