#include "data/register/changeset.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <zstd.h>

#include <algorithm>
#include <array>

namespace xiaoan::data {

namespace {

constexpr int compression_level = 3;
constexpr int bulk_compression_level = 1;  // of imports: a fortieth larger than 3, in half the time
constexpr std::size_t plain_below = 200;
constexpr std::size_t compared_up_to = 64 * 1024;  // above this zstd has never lost
constexpr char plain_format = 0, zstd_format = 1;

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

[[noreturn]] void throw_damaged()
{
    throw SQLite::Exception("a changeset of the log is damaged", SQLITE_CORRUPT);
}

}  // namespace

struct ChangesetPacker::State {
    std::string plain;
    std::string packed;
    std::unique_ptr<ZSTD_CCtx, FreeContext> context;
    std::size_t total = 0;

    void compress(std::string_view bytes, ZSTD_EndDirective end)
    {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        std::array<char, 128 * 1024> piece;
        while (true) {
            ZSTD_outBuffer out{piece.data(), piece.size(), 0};
            const std::size_t left = ZSTD_compressStream2(context.get(), &out, &in, end);
            if (ZSTD_isError(left) != 0) throw SQLite::Exception(ZSTD_getErrorName(left), SQLITE_NOMEM);
            packed.append(piece.data(), out.pos);
            if (end == ZSTD_e_end ? left == 0 : in.pos == in.size) return;
        }
    }
    void start()
    {
        packed.assign(1, zstd_format);
        context.reset(ZSTD_createCCtx());
        ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, compression_level);
        if (plain.size() > compared_up_to)
            ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, bulk_compression_level);
    }
};

ChangesetPacker::ChangesetPacker() : state_(std::make_unique<State>()) {}
ChangesetPacker::~ChangesetPacker() = default;

void ChangesetPacker::add(Bytes piece)
{
    const std::string_view bytes{reinterpret_cast<const char*>(piece.data()), piece.size()};
    state_->total += bytes.size();
    if (state_->context) {
        state_->compress(bytes, ZSTD_e_continue);
        return;
    }
    state_->plain += bytes;
    if (state_->plain.size() <= compared_up_to) return;
    state_->start();
    state_->compress(state_->plain, ZSTD_e_continue);
    state_->plain = {};
}

std::string ChangesetPacker::finish()
{
    State& state = *state_;
    if (state.total == 0) return {};
    if (state.context) {
        state.compress({}, ZSTD_e_end);
        return std::move(state.packed);
    }
    if (state.total >= plain_below) {
        state.start();
        state.compress(state.plain, ZSTD_e_end);
        if (state.packed.size() < state.total) return std::move(state.packed);
    }
    return std::string(1, plain_format) + state.plain;
}

struct ChangesetUnpacker::State {
    Bytes rest;
    std::unique_ptr<ZSTD_DCtx, FreeContext> context;
    bool ended = false;
};

ChangesetUnpacker::ChangesetUnpacker(Bytes packed) : state_(std::make_unique<State>())
{
    if (packed.empty()) {
        state_->ended = true;
        return;
    }
    if (packed[0] == zstd_format)
        state_->context.reset(ZSTD_createDCtx());
    else if (packed[0] != plain_format)
        throw_damaged();
    state_->rest = packed.subspan(1);
}
ChangesetUnpacker::~ChangesetUnpacker() = default;

std::size_t ChangesetUnpacker::read(std::span<unsigned char> into)
{
    State& state = *state_;
    if (!state.context) {
        const std::size_t size = std::min(into.size(), state.rest.size());
        std::copy_n(state.rest.begin(), size, into.begin());
        state.rest = state.rest.subspan(size);
        return size;
    }
    ZSTD_outBuffer out{into.data(), into.size(), 0};
    while (!state.ended && out.pos < out.size) {
        ZSTD_inBuffer in{state.rest.data(), state.rest.size(), 0};
        const std::size_t before = out.pos;
        const std::size_t left = ZSTD_decompressStream(state.context.get(), &out, &in);
        if (ZSTD_isError(left) != 0) throw_damaged();
        state.rest = state.rest.subspan(in.pos);
        if (left == 0) {
            if (!state.rest.empty()) throw_damaged();
            state.ended = true;
        } else if (in.pos == 0 && out.pos == before)
            throw_damaged();  // cut off
    }
    return out.pos;
}

std::string packed_text(std::string_view text)
{
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), compression_level);
    if (ZSTD_isError(size) != 0) throw SQLite::Exception(ZSTD_getErrorName(size), SQLITE_NOMEM);
    packed.resize(size);
    return packed;
}

std::string unpacked_text(Bytes packed)
{
    static constexpr unsigned long long most = 1ull << 30;
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > most) throw_damaged();
    std::string text(size, '\0');
    const std::size_t got = ZSTD_decompress(text.data(), text.size(), packed.data(), packed.size());
    if (got != size) throw_damaged();
    return text;
}

}  // namespace xiaoan::data
