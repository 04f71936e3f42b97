// Photos of waters: files that the register keeps by their hash, as those of cases.
#pragma once

#include "data/register/change.hpp"
#include "data/register/commands.hpp"
#include "data/register/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xiaoan::data {

struct WaterPhoto {
    RecordId id;
    std::string water;  // its code
    std::string name;   // of the file
    std::int64_t size = 0;
    std::string sha256;  // of its bytes, in hexadecimal: Register::attachment gives them
    DateCell taken_on{};
    std::string note;
    std::string added_by;
    std::string added_at;
};

inline constexpr std::size_t most_photos = 30;  // of one water

/// Keeps a PNG or JPEG. Rejected: unknown_record (the water), attachment_empty, attachment_too_large, no_picture (what
/// picture_info does not know), photo_there (the same bytes, at this water), too_many_photos, taken_later (than today).
struct AddWaterPhoto {
    std::string water;
    NewAttachment file;
    DateCell taken_on{};
    std::string note{};
};
/// Takes a photo out of use; its history stays. Rejected: unknown_record (there is no such photo in use), missing_field
/// (reason).
struct RetireWaterPhoto {
    RecordId photo;
    std::string reason;
};
using PhotoCommand = std::variant<AddWaterPhoto, RetireWaterPhoto>;

/// Those in use, by water, then the newest first (by the day they were taken, those of unknown day last); as the
/// register held them at the change, where one is given. Throws StoreFault as Register::open says.
[[nodiscard]] std::vector<WaterPhoto> read_water_photos(const std::string& register_path,
                                                        std::optional<ChangeId> known = {});

/// One command, one transaction, one entry of the log. Throws StoreFault as Register::open says.
Result<ChangeId> apply_photo(const std::string& register_path, const PhotoCommand& command, const Actor& actor);

}  // namespace xiaoan::data
