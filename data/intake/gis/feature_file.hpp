// An opened file of geographic features: layers, each read feature by feature.
#pragma once

#include "data/gis/feature.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace xiaoan::data {

class FeatureReader {
public:
    virtual ~FeatureReader() = default;
    FeatureReader(const FeatureReader&) = delete;
    FeatureReader& operator=(const FeatureReader&) = delete;

    /// The next feature with one value a column; false after the last. Throws IntakeFault.
    [[nodiscard]] virtual bool next(gis::Feature& feature) = 0;

protected:
    FeatureReader() = default;
};

class FeatureFile {
public:
    virtual ~FeatureFile() = default;
    FeatureFile(const FeatureFile&) = delete;
    FeatureFile& operator=(const FeatureFile&) = delete;

    /// A layer without a name is the only one of its file.
    [[nodiscard]] virtual std::span<const gis::FeatureLayer> layers() const = 0;
    /// A reader at the start of a layer; it must not outlive the file, and only the newest of them reads on.
    /// Throws IntakeFault.
    [[nodiscard]] virtual std::unique_ptr<FeatureReader> open(std::size_t layer) = 0;
    /// The encoding of its texts where that was found by content, and is not UTF-8; else empty.
    [[nodiscard]] virtual std::string_view encoding() const { return {}; }

protected:
    FeatureFile() = default;
};

}  // namespace xiaoan::data
