#include "console/checks/results/campaign_pages.hpp"

#include "console/checks/results/spot_findings.hpp"
#include "console/checks/sheet/vehicle_page.hpp"
#include "console/documents/page/table.hpp"
#include "console/rules/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace xiaoan::checks {

namespace {

using namespace documents;
using language::tr;

constexpr TableStyle table_style{.size_pt = 9, .line_pt = 13, .grid = false};

class Paper {
public:
    Paper(const Campaign& made, std::span<const ListedCheck> checks, const data::Snapshot& snapshot,
          const CampaignPaper& paper, const Metrics& metrics)
        : made_(made), checks_(checks), snapshot_(snapshot), paper_(paper), metrics_(metrics), flow_(sheet_frame)
    {
    }

    std::vector<Page> make()
    {
        if (!paper_.demonstration.empty()) draw_text(paper_.demonstration, Face::hei, 10, 14, Align::right);
        draw_text(say("campaign.title"), Face::hei, 20, 30, Align::centre);
        draw_text(tr(paper_.language, "campaign.facts",
                     {paper_.issued_by, data::iso(made_.from), data::iso(made_.to), std::to_string(made_.checks),
                      std::to_string(made_.places), hours(made_.minutes)}),
                  Face::song, 10, 18, Align::centre);
        section("campaign.promise", promise());
        section("campaign.counties", counties());
        section("campaign.found", found());
        section("campaign.stands", stands());
        flow_.move(2 * mm);
        draw_text(say("campaign.note"), Face::song, 9, 13, Align::left);
        auto pages = flow_.take();
        for (std::size_t i = 0; i < pages.size(); ++i) draw_foot(pages[i], i + 1, pages.size());
        return pages;
    }

private:
    [[nodiscard]] std::string say(std::string_view key) const { return std::string{tr(paper_.language, key)}; }
    static std::string hours(int minutes) { return fmt::format("{:.1f}", minutes / 60.0); }

    void draw_text(const std::string& text, Face face, double size, double height, Align align)
    {
        for (const SetLine& line :
             set_lines(text, face, {.size_pt = size, .grid = false, .align = align}, sheet_frame.width, metrics_)) {
            place(flow_.page(), line, sheet_frame.left, baseline_in_row(flow_.y(), height, size));
            flow_.move(height);
        }
    }

    void section(std::string_view key, const Table& table)
    {
        constexpr double least = 40 * mm;
        flow_.move(3 * mm);
        flow_.need(least);
        draw_text(say(key), Face::hei, 11.5, 20, Align::left);
        draw_table(flow_, table, table_style, metrics_);
    }

    [[nodiscard]] Table table_of(std::span<const std::pair<const char*, double>> columns) const
    {
        Table table;
        for (const auto& [key, width] : columns)
            table.columns.push_back({say(key), width, table.columns.empty() ? Align::left : Align::centre});
        return table;
    }

    static TableRow row_of(std::initializer_list<std::string> texts)
    {
        TableRow row;
        for (const std::string& text : texts) row.cells.push_back({.text = text});
        return row;
    }

    [[nodiscard]] Table promise() const
    {
        constexpr std::array columns{std::pair{"campaign.expected", 1.0}, std::pair{"campaign.came", 1.0},
                                     std::pair{"campaign.missed", 1.0}, std::pair{"campaign.unreported", 1.0},
                                     std::pair{"campaign.others", 1.0}};
        Table table = table_of(columns);
        table.columns.front().align = Align::centre;
        const CampaignCounts& all = made_.all;
        const std::string share =
            all.expected == 0
                ? std::string{}
                : fmt::format(" ({:.0f}%)", 100.0 * static_cast<double>(all.came) / static_cast<double>(all.expected));
        table.rows.push_back(
            row_of({std::to_string(all.expected), std::to_string(all.came) + share, std::to_string(all.missed),
                    std::to_string(all.unreported), std::to_string(all.met - all.came)}));
        return table;
    }

    [[nodiscard]] Table counties() const
    {
        constexpr std::array columns{std::pair{"campaign.county", 22.0},    std::pair{"campaign.expected", 14.0},
                                     std::pair{"campaign.came", 14.0},      std::pair{"campaign.met", 14.0},
                                     std::pair{"campaign.with", 18.0},      std::pair{"campaign.findings", 16.0},
                                     std::pair{"campaign.in_cases", 16.0},  std::pair{"campaign.rectified", 16.0},
                                     std::pair{"campaign.corrected", 18.0}, std::pair{"campaign.handed_over", 14.0},
                                     std::pair{"campaign.cleared", 18.0}};
        Table table = table_of(columns);
        const auto add = [&](const std::string& name, const CampaignCounts& counts) {
            const auto text = [](std::size_t number) { return std::to_string(number); };
            table.rows.push_back(
                row_of({name, text(counts.expected), text(counts.came), text(counts.met), text(counts.with_findings),
                        text(counts.findings), text(counts.in_cases), text(counts.rectified), text(counts.corrected),
                        text(counts.handed_over), text(counts.cleared)}));
        };
        for (const CampaignCounty& county : made_.counties)
            add(county.county.given() ? rules::county_name(snapshot_, county.county, paper_.language)
                                      : say("campaign.unknown"),
                county.counts);
        add(say("campaign.all"), made_.all);
        return table;
    }

    [[nodiscard]] Table found() const
    {
        constexpr std::array columns{std::pair{"campaign.problem", 60.0}, std::pair{"campaign.times", 20.0},
                                     std::pair{"campaign.basis", 98.0}};
        Table table = table_of(columns);
        table.columns.back().align = Align::left;
        std::vector<std::pair<std::string, std::size_t>> sorted(made_.found.begin(), made_.found.end());
        std::ranges::stable_sort(sorted, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
        for (const auto& [rule, times] : sorted) {
            const SpotRule* known = find_spot_rule(rule);
            table.rows.push_back(
                row_of({std::string{title_of_rule(rule, paper_.language)}, std::to_string(times),
                        known != nullptr ? std::string{basis_of(*known, paper_.language)} : std::string{}}));
        }
        if (table.rows.empty()) table.rows.push_back(row_of({say("campaign.none"), "0", ""}));
        return table;
    }

    [[nodiscard]] Table stands() const
    {
        constexpr std::array columns{std::pair{"campaign.check", 30.0}, std::pair{"sheet.place", 60.0},
                                     std::pair{"sheet.hours", 30.0}, std::pair{"campaign.expected", 20.0},
                                     std::pair{"campaign.met", 20.0}};
        Table table = table_of(columns);
        for (const ListedCheck& check : checks_) {
            std::string places, times;
            for (const ListedPlace& place : check.places) {
                places += (places.empty() ? "" : "\n") + place.name;
                times += (times.empty() ? "" : "\n") + (place.from.empty() ? "" : place.from + "—" + place.to);
            }
            const auto expected = std::ranges::count(check.vehicles, true, &ListedVehicle::expected);
            const auto met = std::ranges::count(check.vehicles, data::Answer::yes, &ListedVehicle::met);
            table.rows.push_back(row_of({check.number, places, times, std::to_string(expected), std::to_string(met)}));
        }
        if (table.rows.empty()) table.rows.push_back(row_of({say("campaign.none"), "", "", "0", "0"}));
        return table;
    }

    void draw_foot(Page& page, std::size_t number, std::size_t pages) const
    {
        const double baseline = sheet_frame.bottom + 6 * mm;
        place(page, set_line(paper_.witness, Face::song, {.size_pt = 6.5, .grid = false, .ink = Ink::grey}, metrics_),
              sheet_frame.left, baseline);
        const SetLine line =
            set_line(fmt::format("{} / {}", number, pages), Face::song, {.size_pt = 8, .grid = false}, metrics_);
        place(page, line, sheet_frame.right() - line.width, baseline);
    }

    const Campaign& made_;
    std::span<const ListedCheck> checks_;
    const data::Snapshot& snapshot_;
    const CampaignPaper& paper_;
    const Metrics& metrics_;
    PageFlow flow_;
};

}  // namespace

std::vector<Page> campaign_pages(const Campaign& made, std::span<const ListedCheck> checks,
                                 const data::Snapshot& snapshot, const CampaignPaper& paper, const Metrics& metrics)
{
    return Paper(made, checks, snapshot, paper, metrics).make();
}

}  // namespace xiaoan::checks
