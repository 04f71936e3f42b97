#include "data/intake/zip_archive.hpp"

#include "data/intake/fault.hpp"

#include <zip.h>

#include <algorithm>

namespace xiaoan::data {

namespace {

/// A little-endian number at an offset; 0 where the bytes end before it.
std::uint64_t number_at(std::string_view bytes, std::size_t offset, std::size_t size)
{
    if (offset > bytes.size() || bytes.size() - offset < size) return 0;
    std::uint64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[offset + i]);
    return value;
}

/// The most entries that any end record in the file announces (APPNOTE 4.3.14 to 4.3.16). libzip makes room for them
/// before it looks at them, so they are counted first.
std::uint64_t announced_entries(std::string_view bytes)
{
    constexpr std::string_view end_record = "PK\x05\x06";
    constexpr std::string_view end64_locator = "PK\x06\x07";
    constexpr std::size_t longest_tail = 22 + 65'535 + 20;
    const std::size_t tail = bytes.size() > longest_tail ? bytes.size() - longest_tail : 0;
    std::uint64_t most = 0;
    for (std::size_t at = bytes.find(end_record, tail); at != std::string_view::npos;
         at = bytes.find(end_record, at + 1)) {
        most = std::max(most, number_at(bytes, at + 10, 2));
        if (at >= 20 && bytes.substr(at - 20, 4) == end64_locator) {
            const auto end64 = number_at(bytes, at - 12, 8);
            if (end64 < bytes.size()) most = std::max(most, number_at(bytes, static_cast<std::size_t>(end64) + 32, 8));
        }
    }
    return most;
}

}  // namespace

ZipPart::ZipPart(ZipArchive& archive, zip_file* file, std::string name, std::uint64_t packed_bytes)
    : archive_(archive), file_(file), name_(std::move(name)), packed_bytes_(packed_bytes)
{
}

ZipPart::~ZipPart()
{
    zip_fclose(file_);
}

std::size_t ZipPart::read(char* into, std::size_t size)
{
    const auto count = zip_fread(file_, into, size);
    if (count < 0) throw IntakeFault(FaultCode::damaged_workbook, {name_, zip_file_strerror(file_)});
    read_bytes_ += static_cast<std::uint64_t>(count);
    const IntakeLimits& limits = archive_.limits_;
    const bool inflated_beyond_ratio =
        read_bytes_ > limits.ratio_from_bytes && read_bytes_ / limits.ratio > packed_bytes_;
    if (read_bytes_ > limits.part_bytes || inflated_beyond_ratio) throw IntakeFault(FaultCode::zip_bomb, {name_});
    return static_cast<std::size_t>(count);
}

ZipArchive::ZipArchive(std::shared_ptr<const SourceFile> source, const IntakeLimits& limits)
    : source_(std::move(source)), limits_(limits)
{
    if (announced_entries(source_->bytes) > limits_.zip_entries)
        throw IntakeFault(FaultCode::too_many_entries, {std::to_string(limits_.zip_entries)});
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* bytes = zip_source_buffer_create(source_->bytes.data(), source_->bytes.size(), 0, &error);
    archive_ = bytes ? zip_open_from_source(bytes, ZIP_RDONLY, &error) : nullptr;
    const int code = zip_error_code_zip(&error);
    const std::string detail = zip_error_strerror(&error);
    zip_error_fini(&error);
    if (archive_) return;
    if (bytes) zip_source_free(bytes);
    if (code == ZIP_ER_NOZIP) throw IntakeFault(FaultCode::truncated_workbook);
    throw IntakeFault(FaultCode::damaged_workbook, {"zip", detail});
}

ZipArchive::~ZipArchive()
{
    zip_discard(archive_);
}

std::int64_t ZipArchive::index_of(std::string_view name) const
{
    const std::string asked{name};
    const auto exact = zip_name_locate(archive_, asked.c_str(), ZIP_FL_ENC_RAW);
    return exact >= 0 ? exact : zip_name_locate(archive_, asked.c_str(), ZIP_FL_NOCASE);
}

bool ZipArchive::contains(std::string_view name) const
{
    return index_of(name) >= 0;
}

std::unique_ptr<ZipPart> ZipArchive::open(std::string_view name)
{
    const std::int64_t index = index_of(name);
    if (index < 0) throw IntakeFault(FaultCode::damaged_workbook, {std::string{name}, "部件缺失 / missing"});
    const auto at = static_cast<zip_uint64_t>(index);
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_stat_index(archive_, at, 0, &stat) != 0)
        throw IntakeFault(FaultCode::damaged_workbook, {std::string{name}, zip_strerror(archive_)});
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        throw IntakeFault(FaultCode::encrypted_workbook);
    zip_file_t* file = zip_fopen_index(archive_, at, 0);
    if (!file) throw IntakeFault(FaultCode::damaged_workbook, {std::string{name}, zip_strerror(archive_)});
    const std::uint64_t packed = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
    return std::unique_ptr<ZipPart>{
        new ZipPart(*this, file, std::string{name}, std::min<std::uint64_t>(packed, source_->bytes.size()))};
}

}  // namespace xiaoan::data
