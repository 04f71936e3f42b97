// Packing of changesets for the log: a format byte, then the bytes plain or as one zstd frame.
#pragma once

#include "data/register/statement.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace xiaoan::data {

/// Takes a changeset piece by piece; small ones, and those that zstd does not make smaller, stay plain. Large ones are
/// packed by a thread of their own while they come.
class ChangesetPacker {
public:
    ChangesetPacker();
    ~ChangesetPacker();
    ChangesetPacker(const ChangesetPacker&) = delete;
    ChangesetPacker& operator=(const ChangesetPacker&) = delete;

    void add(Bytes piece);
    /// The packed changeset; empty text where nothing was added.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Gives a packed changeset back piece by piece. The packed bytes must outlive it.
class ChangesetUnpacker {
public:
    /// Throws SQLite::Exception (corrupt) for an unknown format byte.
    explicit ChangesetUnpacker(Bytes packed);
    ~ChangesetUnpacker();
    ChangesetUnpacker(const ChangesetUnpacker&) = delete;
    ChangesetUnpacker& operator=(const ChangesetUnpacker&) = delete;

    /// Fills `into` as far as there is something left; the number of bytes, 0 at the end. Throws for a damaged frame.
    [[nodiscard]] std::size_t read(std::span<unsigned char> into);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// One text as a zstd frame, and back (throws SQLite::Exception where it is none); of the region's map layers.
[[nodiscard]] std::string packed_text(std::string_view text);
[[nodiscard]] std::string unpacked_text(Bytes packed);

}  // namespace xiaoan::data
