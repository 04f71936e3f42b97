// Reads folders beside the frame, so that a slow or dead network drive never holds up the window.
#pragma once

#include "console/imports/folder.hpp"

#include <expected>
#include <functional>
#include <memory>
#include <optional>

namespace xiaoan::imports {

using FolderAnswer = std::expected<Folder, FolderFault>;

class FolderReader {
public:
    /// `wake` is called from the reading thread after each answer; it may outlive the reader.
    explicit FolderReader(std::function<void()> wake);
    ~FolderReader();
    FolderReader(const FolderReader&) = delete;
    FolderReader& operator=(const FolderReader&) = delete;

    /// Starts reading; the answer to an earlier wish is dropped.
    void ask(FolderWish wish);
    /// The answer to the last wish, once.
    [[nodiscard]] std::optional<FolderAnswer> take();
    [[nodiscard]] bool reading() const;

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

}  // namespace xiaoan::imports
