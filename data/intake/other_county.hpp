// Whether a row changes a record that another county's file gave last.
#pragma once

#include "data/intake/file_rows.hpp"
#include "data/register/edit.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xiaoan::data {

/// The file of another county that gave a record last.
struct OtherCounty {
    std::string file;  // with its sheet
    std::int32_t row = 0;
};

/// Whose file is being imported, and whose the records were that its rows change: by the county asked for, the names of
/// files and sheets, and the counties that rows and records name. Where either is not known nothing is said.
class OtherCountyCheck {
public:
    OtherCountyCheck(const FileRows& file, const ImportRequest& asked, const Region& region);

    /// Of what putting a row of this sheet did; empty where nothing is to be said.
    [[nodiscard]] std::optional<OtherCounty> of(std::uint32_t sheet, const PutResult& put, const Edit& edit);

private:
    /// Of an earlier file.
    struct Sender {
        Adcode county;
        std::string name;
    };
    const Sender& sender(std::int64_t source, const Edit& edit);

    const Region& region_;
    std::vector<Adcode> own_;  // of each sheet of the file
    std::map<std::int64_t, Sender> senders_;
};

}  // namespace xiaoan::data
