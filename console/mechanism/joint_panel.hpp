// The page of the joint mechanism: contacts, meetings, assignments, hand-overs; and the dossier of one record.
#pragma once

#include "console/desk/dossier.hpp"
#include "console/desk/frame.hpp"
#include "console/desk/request.hpp"
#include "console/mechanism/joint_rows.hpp"
#include "console/shell/table.hpp"

#include <memory>
#include <string>
#include <vector>

namespace xiaoan::mechanism {

/// Kept by the window from frame to frame.
struct JointState {
    JointKind kind = JointKind::assignments;
    bool only_open = false;
    std::array<shell::TableState, joint_kinds> tables;

    // The rows, kept until what they depend on changes.
    struct Basis {
        std::shared_ptr<const data::Snapshot> snapshot;
        data::Date as_of{};
        JointKind kind{};
        JointFilter filter;
        language::Language language{};
        friend bool operator==(const Basis&, const Basis&) = default;
    };
    Basis basis;
    std::vector<JointRow> rows;
    std::array<std::size_t, joint_kinds> counts{};
};

/// Draws into `where` of the current region.
[[nodiscard]] desk::Requests draw_joint_panel(JointState& state, const desk::Frame& frame, const shell::Rect& where);

/// Draws the dossier of the selected record; nothing where the register does not hold it.
[[nodiscard]] desk::Requests draw_joint_dossier(const desk::Frame& frame, const desk::DossierPlace& place);

/// A record of the mechanism as the desk's selection names it: assignments:交办2026-001.
[[nodiscard]] std::string selection_key(JointKind kind, std::string_view key);
struct SelectedRecord {
    JointKind kind{};
    std::string key;
};
[[nodiscard]] std::optional<SelectedRecord> selected_record(std::string_view selection_key);

}  // namespace xiaoan::mechanism
