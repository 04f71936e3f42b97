#include "data/register/changeset.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>
#include <utility>

namespace xiaoan::data {

namespace {

constexpr int compression_level = 3;
constexpr int bulk_compression_level = 1;  // of imports: a fortieth larger than 3, in half the time
constexpr std::size_t plain_below = 200;
constexpr std::size_t compared_up_to = 64 * 1024;  // above this zstd has never lost
constexpr std::size_t block_bytes = 256 * 1024;
constexpr std::size_t most_blocks_waiting = 8;
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

namespace {

/// One zstd frame in the making.
class Frame {
public:
    explicit Frame(int level) : context_(ZSTD_createCCtx())
    {
        ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
    }
    void add(std::string_view bytes) { compress(bytes, ZSTD_e_continue); }
    [[nodiscard]] std::string finish()
    {
        compress({}, ZSTD_e_end);
        return std::move(packed_);
    }

private:
    void compress(std::string_view bytes, ZSTD_EndDirective end)
    {
        ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
        std::array<char, 128 * 1024> piece;
        while (true) {
            ZSTD_outBuffer out{piece.data(), piece.size(), 0};
            const std::size_t left = ZSTD_compressStream2(context_.get(), &out, &in, end);
            if (ZSTD_isError(left) != 0) throw SQLite::Exception(ZSTD_getErrorName(left), SQLITE_NOMEM);
            packed_.append(piece.data(), out.pos);
            if (end == ZSTD_e_end ? left == 0 : in.pos == in.size) return;
        }
    }

    std::string packed_ = std::string(1, zstd_format);
    std::unique_ptr<ZSTD_CCtx, FreeContext> context_;
};

/// Packs blocks in a thread of its own while the next ones are made.
class BulkFrame {
public:
    BulkFrame() : thread_([this](const std::stop_token& stop) { run(stop); }) {}

    void add(std::string block)
    {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return blocks_.size() < most_blocks_waiting || failure_; });
        if (failure_) std::rethrow_exception(failure_);
        blocks_.push_back(std::move(block));
        changed_.notify_all();
    }
    [[nodiscard]] std::string finish()
    {
        {
            const std::lock_guard lock(mutex_);
            ended_ = true;
            changed_.notify_all();
        }
        thread_.join();
        if (failure_) std::rethrow_exception(failure_);
        return frame_.finish();
    }

private:
    void run(const std::stop_token& stop)
    {
        try {
            while (true) {
                std::string block;
                {
                    std::unique_lock lock(mutex_);
                    if (!changed_.wait(lock, stop, [this] { return !blocks_.empty() || ended_; })) return;
                    if (blocks_.empty()) return;
                    block = std::move(blocks_.front());
                    blocks_.pop_front();
                    changed_.notify_all();
                }
                frame_.add(block);
            }
        } catch (...) {
            const std::lock_guard lock(mutex_);
            failure_ = std::current_exception();
            changed_.notify_all();
        }
    }

    Frame frame_{bulk_compression_level};
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<std::string> blocks_;
    std::exception_ptr failure_;
    bool ended_ = false;
    std::jthread thread_;  // last, so that it ends first
};

}  // namespace

struct ChangesetPacker::State {
    std::string plain;  // what no frame has yet
    std::size_t total = 0;
    std::unique_ptr<BulkFrame> frame;  // once there is much
};

ChangesetPacker::ChangesetPacker() : state_(std::make_unique<State>()) {}
ChangesetPacker::~ChangesetPacker() = default;

void ChangesetPacker::add(Bytes piece)
{
    State& state = *state_;
    state.total += piece.size();
    state.plain.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    if (state.plain.size() <= (state.frame ? block_bytes : compared_up_to)) return;
    if (!state.frame) state.frame = std::make_unique<BulkFrame>();
    state.frame->add(std::exchange(state.plain, {}));
    state.plain.reserve(block_bytes + piece.size());
}

std::string ChangesetPacker::finish()
{
    State& state = *state_;
    if (state.total == 0) return {};
    if (state.frame) {
        state.frame->add(std::move(state.plain));
        return state.frame->finish();
    }
    if (state.total >= plain_below) {
        Frame frame(compression_level);
        frame.add(state.plain);
        std::string packed = frame.finish();
        if (packed.size() < state.total) return packed;
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
