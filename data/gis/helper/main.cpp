// xiaoan-gis: the helper of xiaoan that alone links GDAL. It is started for one file and ends with it.
//
// xiaoan-gis read FORMAT ROLE=PATH... [--encoding E] [--crs EPSG:N] [--memory-mb N] [--cpu-ms N]
// xiaoan-gis write PATH
// Formats gpkg, shp (roles shp, dbf, shx, prj), gpx, osm and pbf for waters, osm-map and pbf-map for a base map. What
// it says and is told: data/gis/message.hpp.
#include "data/gis/helper/commands.hpp"
#include "data/gis/helper/failure.hpp"
#include "data/gis/helper/limits.hpp"
#include "data/gis/message.hpp"

#include <charconv>
#include <cstdio>
#include <new>
#include <span>
#include <string_view>

namespace {

using namespace xiaoan::data::gis;

struct Asked {
    Input input;
    Limits limits;
    std::string out;
};

std::uint64_t number(std::string_view text)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

bool understood(std::span<char*> words, Asked& asked)
{
    if (words.size() == 2 && std::string_view{words[0]} == "write") {
        asked.out = words[1];
        return true;
    }
    if (words.size() < 3 || std::string_view{words[0]} != "read") return false;
    asked.input.format = words[1];
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::string_view word = words[i];
        const bool has_value = i + 1 < words.size();
        if (word == "--encoding" && has_value)
            asked.input.encoding = words[++i];
        else if (word == "--crs" && has_value)
            asked.input.crs = words[++i];
        else if (word == "--memory-mb" && has_value)
            asked.limits.memory_mb = number(words[++i]);
        else if (word == "--cpu-ms" && has_value)
            asked.limits.cpu_ms = number(words[++i]);
        else if (const auto equals = word.find('='); equals != std::string_view::npos)
            asked.input.parts.emplace_back(word.substr(0, equals), word.substr(equals + 1));
        else
            return false;
    }
    return true;
}

int failed(const HelperFailure& failure)
{
    std::fputs(line_of(failure).c_str(), stderr);
    return 1;
}

}  // namespace

int main(int count, char** arguments)
{
    Asked asked;
    if (!understood(std::span{arguments, static_cast<std::size_t>(count)}.subspan(1), asked)) {
        std::fputs("usage: xiaoan-gis read FORMAT ROLE=PATH... [--encoding E] [--crs EPSG:N]\n"
                   "                                         [--memory-mb N] [--cpu-ms N]\n"
                   "       xiaoan-gis write PATH\n",
                   stderr);
        return 2;
    }
    try {
        constexpr int first_free_descriptor = 3;
        const auto handed_over = static_cast<int>(asked.input.parts.size());
        apply(asked.limits, first_free_descriptor + handed_over);
        listen_to_gdal();
        prepare_gdal();
        forget_what_gdal_said();
        if (asked.out.empty())
            read_features(asked.input);
        else
            write_geopackage(asked.out);
        return 0;
    } catch (const Failure& failure) {
        return failed({failure.code(), failure.what()});
    } catch (const std::bad_alloc&) {
        return failed({"too_large", "memory"});
    } catch (const std::exception& other) {
        return failed({"damaged", other.what()});
    }
}
