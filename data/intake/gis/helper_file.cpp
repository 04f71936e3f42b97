#include "data/intake/gis/helper_file.hpp"

#include "data/intake/gis/column_name.hpp"

#include <algorithm>
#include <optional>

namespace xiaoan::data {

namespace {

constexpr std::uint64_t bytes_a_mb = 1U << 20;

class HelperFile final : public FeatureFile {
public:
    HelperFile(HelperInput input, const IntakeLimits& limits) : input_(std::move(input)), limits_(limits)
    {
        guarded([&] { layers_ = started().layers; });
        if (layers_.empty()) throw IntakeFault(FaultCode::no_features);
        if (layers_.size() > limits_.sheets) throw IntakeFault(FaultCode::geodata_too_large);
        if (input_.layer_name) layers_.front().name = *input_.layer_name;
        if (input_.format == "shp")
            for (std::string& column : layers_.front().columns) column = whole_column_name(column, input_.encoding);
    }

    std::span<const gis::FeatureLayer> layers() const override { return layers_; }
    std::unique_ptr<FeatureReader> open(std::size_t layer) override;
    std::string_view encoding() const override
    {
        return input_.found_encoding ? std::string_view{input_.encoding} : std::string_view{};
    }

    bool next(gis::Feature& feature)
    {
        bool found = false;
        guarded([&] {
            gis::Message message = helper_->next();
            if (auto* read = std::get_if<gis::Feature>(&message)) {
                feature = std::move(*read);
                found = true;
            } else if (!std::holds_alternative<gis::EndOfFeatures>(message))
                throw gis::HelperFault({"damaged", "protocol"});
        });
        reading_ = found;
        values_read_ += feature.values.size();
        if (values_read_ > limits_.cells) throw IntakeFault(FaultCode::too_many_cells, {std::to_string(limits_.cells)});
        return found;
    }

private:
    template <class Do>
    static void guarded(Do&& act)
    {
        try {
            act();
        } catch (const gis::HelperFault& fault) {
            throw intake_fault(fault);
        }
    }

    /// Starts the helper; what it says it has found.
    gis::LayerList started()
    {
        const HelperAllowance allowed = helper_allowance(input_.format, input_.bytes);
        std::vector<std::string> words{"read", input_.format};
        std::vector<const gis::MemoryFile*> files;
        for (const auto& [role, file] : input_.parts) {
            constexpr std::size_t first_descriptor = 3;
            words.push_back(role + "=/proc/self/fd/" + std::to_string(first_descriptor + files.size()));
            files.push_back(&file);
        }
        if (!input_.encoding.empty()) words.insert(words.end(), {"--encoding", input_.encoding});
        if (!input_.crs.empty()) words.insert(words.end(), {"--crs", input_.crs});
        words.insert(words.end(),
                     {"--memory-mb", std::to_string(allowed.memory_mb), "--cpu-ms", std::to_string(allowed.cpu_ms)});
        constexpr std::uint64_t least_patience_ms = 20'000, times_cpu = 5;
        helper_.emplace(words, files, std::chrono::milliseconds{least_patience_ms + times_cpu * allowed.cpu_ms});
        gis::Message first = helper_->next();
        auto* list = std::get_if<gis::LayerList>(&first);
        if (list == nullptr) throw gis::HelperFault({"damaged", "protocol"});
        return std::move(*list);
    }

    HelperInput input_;
    IntakeLimits limits_;
    std::optional<gis::HelperProcess> helper_;
    std::vector<gis::FeatureLayer> layers_;
    std::uint64_t values_read_ = 0;
    bool reading_ = false;  // a layer was begun and not read to its end
};

class HelperReader final : public FeatureReader {
public:
    explicit HelperReader(HelperFile& file) : file_(file) {}
    bool next(gis::Feature& feature) override { return !ended_ && !(ended_ = !file_.next(feature)); }

private:
    HelperFile& file_;
    bool ended_ = false;
};

std::unique_ptr<FeatureReader> HelperFile::open(std::size_t layer)
{
    guarded([&] {
        if (std::exchange(reading_, true)) (void)started();
        helper_->send("read " + std::to_string(layer) + "\n");
    });
    return std::make_unique<HelperReader>(*this);
}

}  // namespace

HelperAllowance helper_allowance(std::string_view format, std::uint64_t bytes)
{
    constexpr std::uint64_t base_memory_mb = 192, most_memory_mb = 3072, memory_factor = 6;
    constexpr std::uint64_t base_cpu_ms = 1500, most_cpu_ms = 1'800'000;
    const std::uint64_t whole_mb = bytes / bytes_a_mb;
    const std::uint64_t cpu_ms_a_mb =
        format.starts_with("pbf") ? 6000 : 1000;  // a packed megabyte holds many plain ones
    return {std::min(base_memory_mb + memory_factor * whole_mb, most_memory_mb),
            std::min(base_cpu_ms + cpu_ms_a_mb * whole_mb, most_cpu_ms)};
}

std::unique_ptr<FeatureFile> open_with_helper(HelperInput input, const IntakeLimits& limits)
{
    return std::make_unique<HelperFile>(std::move(input), limits);
}

IntakeFault intake_fault(const gis::HelperFault& fault)
{
    const std::string& code = fault.code();
    if (code == "missing") return IntakeFault(FaultCode::helper_missing, {fault.detail()});
    if (code == "too_slow") return IntakeFault(FaultCode::geodata_too_slow);
    if (code == "too_large") return IntakeFault(FaultCode::geodata_too_large);
    if (code == "unknown_crs") return IntakeFault(FaultCode::unknown_crs, {fault.detail()});
    if (code == "no_crs_plane") return IntakeFault(FaultCode::no_crs_plane, {fault.detail()});
    return IntakeFault(FaultCode::geodata_damaged, {fault.detail()});
}

}  // namespace xiaoan::data
