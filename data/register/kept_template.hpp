// The office's own template for letters: kept in the register under the hash of its bytes, as attachments are.
#pragma once

#include "data/register/change.hpp"
#include "data/register/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace xiaoan::data {

struct KeptTemplate {
    std::string file;  // its name without folders
    std::string sha256;
    std::string bytes{};  // empty where they are not what the hash says
};

/// Of the register at this path; empty where none is kept. Throws StoreFault as Register::open says.
[[nodiscard]] std::optional<KeptTemplate> read_template(const std::string& register_path);

/// Keeps it in place of the one there is: one change of the log, which holds name and hash. The same again makes no
/// change. Rejected: attachment_empty, attachment_too_large.
Result<std::optional<ChangeId>> keep_template(const std::string& register_path, const std::string& file,
                                              std::string_view bytes, const Actor& actor);

/// The program's own is used again; its bytes stay. No change where none is kept.
Result<std::optional<ChangeId>> drop_template(const std::string& register_path, const Actor& actor);

/// The name of the setting that holds the hash, its source being the file.
inline constexpr std::string_view template_setting = "letter_template";

}  // namespace xiaoan::data
