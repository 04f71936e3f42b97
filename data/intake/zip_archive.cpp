#include "data/intake/zip_archive.hpp"

#include "data/intake/fault.hpp"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <new>

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

/// Whether the packed bytes are as many as the part has room for, to the byte.
bool inflate_whole(std::string_view packed, const UnpackedPart& part)
{
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater{
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor};
    if (!inflater) throw std::bad_alloc();
    // Without a place for the count, anything but exactly part.size bytes is an error.
    return libdeflate_deflate_decompress(inflater.get(), packed.data(), packed.size(), part.bytes.get(), part.size,
                                         nullptr) == LIBDEFLATE_SUCCESS;
}

}  // namespace

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

std::vector<std::string> ZipArchive::names() const
{
    std::vector<std::string> names;
    const auto count = zip_get_num_entries(archive_, 0);
    for (zip_int64_t i = 0; i < count; ++i)
        if (const char* name = zip_get_name(archive_, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW))
            names.emplace_back(name);
    return names;
}

/// What a file of this size may unpack to, its parts together or one of them.
void ZipArchive::check_size(std::uint64_t bytes, std::uint64_t packed, const std::string& name) const
{
    const auto beyond_ratio = [&](std::uint64_t unpacked, std::uint64_t from) {
        return unpacked > limits_.ratio_from_bytes && unpacked / limits_.ratio > from;
    };
    if (bytes > limits_.part_bytes || beyond_ratio(bytes, packed) ||
        beyond_ratio(unpacked_bytes_ + bytes, source_->bytes.size()))
        throw IntakeFault(FaultCode::zip_bomb, {name});
}

/// As they stand in the file.
std::string ZipArchive::packed_bytes(const struct zip_stat& entry, const std::string& name) const
{
    const std::unique_ptr<zip_file, decltype([](zip_file* file) { zip_fclose(file); })> file{
        zip_fopen_index(archive_, entry.index, ZIP_FL_COMPRESSED)};
    if (!file) throw IntakeFault(FaultCode::damaged_workbook, {name, zip_strerror(archive_)});
    std::string bytes(static_cast<std::size_t>(entry.comp_size), '\0');
    if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
        throw IntakeFault(FaultCode::damaged_workbook, {name, zip_file_strerror(file.get())});
    return bytes;
}

UnpackedPart ZipArchive::unpack(std::string_view asked)
{
    UnpackedPart part{std::string{asked}, nullptr, 0};
    const auto damaged = [&](std::string_view detail) {
        return IntakeFault(FaultCode::damaged_workbook, {part.name, std::string{detail}});
    };
    const std::int64_t index = index_of(asked);
    if (index < 0) throw damaged("部件缺失 / missing");
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat_index(archive_, static_cast<zip_uint64_t>(index), 0, &entry) != 0)
        throw damaged(zip_strerror(archive_));
    if ((entry.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && entry.encryption_method != ZIP_EM_NONE)
        throw IntakeFault(FaultCode::encrypted_workbook);
    constexpr zip_uint64_t needed =
        ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC | ZIP_STAT_INDEX;
    if ((entry.valid & needed) != needed || entry.comp_size > source_->bytes.size()) throw damaged("zip");
    check_size(entry.size, entry.comp_size, part.name);

    const std::string packed = packed_bytes(entry, part.name);
    part.size = static_cast<std::size_t>(entry.size);
    part.bytes = std::make_unique_for_overwrite<char[]>(part.size);
    if (entry.comp_method == ZIP_CM_STORE) {
        if (packed.size() != part.size) throw damaged("zip");
        std::ranges::copy(packed, part.bytes.get());
    } else if (entry.comp_method == ZIP_CM_DEFLATE) {
        if (!inflate_whole(packed, part)) throw damaged("压缩数据损坏 / packed data damaged");
    } else {
        throw damaged("压缩方法不支持 / unknown packing");
    }
    if (libdeflate_crc32(0, part.bytes.get(), part.size) != entry.crc) throw damaged("CRC");
    unpacked_bytes_ += part.size;
    return part;
}

}  // namespace xiaoan::data
