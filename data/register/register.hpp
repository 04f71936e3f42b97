// The register: one SQLite file with the records and the log of changes. One writer; every change goes through here.
#pragma once

#include "data/register/change.hpp"
#include "data/register/commands.hpp"
#include "data/register/edit.hpp"
#include "data/register/region.hpp"
#include "data/register/remembered_header.hpp"
#include "data/register/result.hpp"
#include "data/register/snapshot.hpp"
#include "data/register/track.hpp"

#include <bitset>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiaoan::data {

/// Which kinds a question needs, one bit a kind in the order of kinds(); the other tables stay empty.
using KindSet = std::bitset<kind_count>;
[[nodiscard]] KindSet all_kinds();
/// The set of the kinds of these record types.
template <class... Records>
[[nodiscard]] KindSet kinds_of();

/// One thread at a time may use it; another thread opens its own.
class Register {
public:
    enum class Access { read, write };

    /// A new register for a region, without records; its first change is the region and the plan.
    /// Throws StoreFault: exists where the file is there already.
    static Register create(const std::string& path, const Region& region, const std::string& name, bool demonstration,
                           const Actor& actor);
    /// Throws StoreFault: not_found, not_a_register, newer_version, locked, read_only, damaged, secret_missing.
    /// An older version is migrated when opened for writing (after a backup beside it), for reading a copy in memory.
    static Register open(const std::string& path, Access access);

    Register(Register&&) noexcept;
    Register& operator=(Register&&) noexcept;
    ~Register();

    /// One command, one transaction, one change. Refused: the register is as it was.
    /// A command that would change nothing is done and has no change: the id is empty.
    Result<std::optional<ChangeId>> apply(const Command& command, const Actor& actor);

    /// Begins a recorded transaction, for intake; nothing is written before its commit.
    [[nodiscard]] Edit edit();

    /// Logs something that touched no record: who took personal data out in clear, and why.
    ChangeId note(const Actor& actor, std::string_view what, std::string_view reason);

    /// What people said of headers that the program does not know. The log does not hold it: it concerns how files are
    /// read, no record.
    [[nodiscard]] std::vector<RememberedHeader> remembered_headers() const;
    /// Keeps what was said; it takes the place of what was said before of the same. Throws StoreFault.
    void remember_headers(std::span<const RememberedHeader> headers, const Actor& actor);

    /// The region that this register carries, without the text of its map layers.
    [[nodiscard]] std::shared_ptr<const Region> region() const;
    [[nodiscard]] Snapshot snapshot(KindSet wanted = all_kinds(), bool with_map_layers = true) const;
    /// The snapshot after the changes that came since `before` (of all kinds): only the chunks they touched are read
    /// anew.
    [[nodiscard]] Snapshot refreshed(const Snapshot& before) const;

    /// The newest change that was not made after this moment; as of a moment to come, the newest of all.
    /// Rejected: before_register, with the moment at which the register began.
    [[nodiscard]] Result<ChangeId> change_at(Timestamp moment) const;
    /// The register as it was while this change was its newest: records, people, cases, sources and log, in memory and
    /// for reading only. Who was erased since stays erased. Takes the memory of the file, and time for each later
    /// change. Throws StoreFault: damaged where the log does not fit the tables, failed where there is no such change.
    [[nodiscard]] Register as_known(ChangeId newest) const;

    /// The file that came with a case and has this hash; empty where it is missing or damaged.
    [[nodiscard]] std::optional<std::string> attachment(std::string_view sha256) const;

    /// The blocks of tracks that have points from `first` to `last`, both included, in the order in which they came.
    [[nodiscard]] std::vector<TrackBlock> track_blocks(Timestamp first, Timestamp last) const;
    /// The points of one vehicle from `first` to `last` in the order of time. Throws StoreFault (damaged).
    [[nodiscard]] RecordedTrack track(std::string_view registration_number, Timestamp first, Timestamp last) const;

    /// Newest first.
    [[nodiscard]] std::vector<Change> history(const HistoryRequest& asked) const;
    /// The hash of a change in hexadecimal: it stands for that change and all before it, so that a paper which bears it
    /// is their witness. Empty where the log has no such change.
    [[nodiscard]] std::string hash_of(ChangeId change) const;
    /// Integrity of the file, the chain of hashes, and the log replayed from empty against the tables.
    [[nodiscard]] Verification verify() const;
    /// Copies the register and its secret, then opens, checks and counts the copy. Throws StoreFault: exists.
    void backup(const std::string& path) const;

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] int schema_version() const;

private:
    struct State;
    explicit Register(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

template <class... Records>
KindSet kinds_of()
{
    KindSet set;
    std::size_t index = 0;
    for_each_kind([&]<class Record>(std::type_identity<Record>) {
        if ((std::is_same_v<Record, Records> || ...)) set.set(index);
        ++index;
    });
    return set;
}

}  // namespace xiaoan::data
