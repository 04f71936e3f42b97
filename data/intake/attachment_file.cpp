#include "data/intake/attachment_file.hpp"

#include "data/intake/fault.hpp"
#include "data/intake/source_file.hpp"
#include "data/intake/utf8.hpp"

namespace xiaoan::data {

Result<NewAttachment> read_attachment(const std::filesystem::path& path)
{
    IntakeLimits limits;
    limits.file_bytes = largest_attachment;
    const std::string name = utf8_or_marks(path.filename().string());
    try {
        const auto file = read_source_file(path, limits);
        return NewAttachment{file->name, std::shared_ptr<const std::string>(file, &file->bytes)};
    } catch (const IntakeFault& fault) {
        if (fault.code() == FaultCode::empty_file)
            return std::unexpected(Rejected{"attachment_empty", "attachments", {name}});
        if (fault.code() == FaultCode::file_too_large)
            return std::unexpected(
                Rejected{"attachment_too_large", "attachments", {name, std::to_string(largest_attachment >> 20U)}});
        throw;
    }
}

}  // namespace xiaoan::data
