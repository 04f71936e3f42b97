#include "console/documents/text/figures.hpp"
#include "console/enforcement/notices/notice_content.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace xiaoan::enforcement {

namespace {

using documents::Level;
using documents::Passage;
using language::Language;

constexpr std::size_t most_numbers_in_sentence = 6;

class NoticeBody {
public:
    explicit NoticeBody(const NoticeContent& content) : content_(content) {}

    std::vector<Passage> passages()
    {
        body_.push_back(documents::a_text(opening()));
        add_heading("notice.findings");
        if (content_.listed_in_annex)
            add_summary();
        else
            for (std::size_t i = 0; i < content_.cases.size(); ++i) add_case(content_.cases[i], i + 1);
        add_heading("notice." + std::string{data::word(content_.kind)} + ".asked");
        add_requests();
        if (content_.kind == NoticeKind::rectification) {
            add_heading("notice.consequence");
            body_.push_back(documents::a_text(content_.told("notice.consequence.text")));
            if (content_.administrative_act) {
                add_heading("notice.appeal");
                body_.push_back(documents::a_text(content_.tr("notice.appeal.text")));
            }
        } else
            body_.push_back(documents::a_text(content_.of_kind("end")));
        return std::move(body_);
    }

private:
    void add_heading(const std::string& key)
    {
        ++headings_;
        const std::string number =
            content_.language == Language::zh ? documents::han_number(headings_) : std::to_string(headings_);
        body_.push_back(documents::a_heading(Level::one, content_.tr("notice.heading", {number, content_.tr(key)})));
    }

    /// 2026年11月23日, or from the first to the last day on which it was found: by a check on its day, else in the
    /// register on the day of opening.
    [[nodiscard]] std::string found_on() const
    {
        std::set<data::Date> days;
        for (const auto& each : content_.cases) {
            for (const auto& problem : each.problems)
                days.insert(problem.check ? problem.check->held_on : each.opened->opened_on);
            if (each.problems.empty()) days.insert(each.opened->opened_on);
        }
        return days.size() == 1
                   ? content_.date(*days.begin())
                   : content_.tr("notice.between", {content_.date(*days.begin()), content_.date(*days.rbegin())});
    }

    /// How it was found: by comparison of the register, by joint checks with number and place, or both.
    [[nodiscard]] std::string found_how() const
    {
        std::vector<std::string> ways;
        bool in_register = false;
        for (const auto& each : content_.cases)
            for (const auto& problem : each.problems) in_register = in_register || !problem.check;
        if (in_register)
            ways.push_back(content_.place.empty() ? content_.told("notice.checked.register")
                                                  : content_.tr("notice.checked.place", {content_.place}));
        for (const auto& check : content_.checks()) {
            const std::string& place = check.place.empty() ? content_.place : check.place;
            ways.push_back(place.empty() ? content_.tr("notice.checked.check", {check.check})
                                         : content_.tr("notice.checked.check_at", {check.check, place}));
        }
        return content_.joined(ways);
    }

    [[nodiscard]] std::string opening() const
    {
        const auto counties = content_.counties();
        if (content_.problems() == 0) return content_.of_kind("opening.matter", {found_on()});
        const std::string found =
            content_.told("notice.found", {std::to_string(content_.subjects()), std::to_string(content_.problems())});
        return content_.of_kind("opening", {found_on(), content_.joined(counties), found, found_how()});
    }

    void add_summary()
    {
        std::map<std::string, std::size_t> counts;
        std::vector<std::string> order;
        for (const auto& each : content_.cases)
            for (const auto& problem : each.problems)
                if (counts[problem.title]++ == 0) order.push_back(problem.title);
        std::ranges::stable_sort(order, std::greater{}, [&](const std::string& title) { return counts[title]; });
        std::string text;
        for (const auto& title : order)
            text += (text.empty() ? "" : content_.tr("notice.comma")) +
                    content_.tr("notice.summary.one", {title, std::to_string(counts[title])});
        body_.push_back(documents::a_text(content_.told("notice.summary", {text, content_.annex(0)})));
    }

    void add_case(const NoticeCase& each, std::size_t number)
    {
        std::vector<std::string> details;
        if (!each.run_by.empty() && content_.kind != NoticeKind::rectification)
            details.push_back(content_.told("notice.run_by", {each.run_by}));
        if (!each.schools.empty()) details.push_back(content_.tr("notice.schools", {content_.joined(each.schools)}));
        details.push_back(content_.tr("notice.case_number", {each.opened->number}));
        std::string detail;
        for (const auto& one : details) detail += (detail.empty() ? "" : content_.tr("notice.semicolon")) + one;
        const std::string label = content_.cases.size() == 1          ? std::string{}
                                  : content_.language == Language::zh ? "（" + documents::han_number(number) + "）"
                                                                      : "(" + std::to_string(number) + ") ";
        const std::string subject = each.subject.empty() ? content_.tr("notice.matter") : each.subject;
        body_.push_back(documents::a_headed_text(Level::two, label + subject, content_.tr("notice.case", {detail})));
        std::size_t count = 0;
        for (const auto& problem : each.problems)
            body_.push_back(documents::a_text(content_.problem_text(problem, ++count)));
        if (each.problems.empty() && !each.opened->matter.empty())
            body_.push_back(documents::a_text(content_.language == Language::zh
                                                  ? documents::document_text(each.opened->matter)
                                                  : each.opened->matter));
        if (each.problems.empty())
            for (const auto& event : each.opened->events)
                if (event.what == "opened" && !event.text.empty()) body_.push_back(documents::a_text(event.text));
    }

    void add_request(const std::string& text)
    {
        body_.push_back(documents::a_text(content_.tr("notice.request", {std::to_string(++requests_), text})));
    }

    /// What is asked, with each deadline as a date.
    void add_requests()
    {
        std::vector<std::string> stopped;
        std::set<data::Date> deadlines;
        bool all_stop = true;
        for (const auto& each : content_.cases) {
            if (each.report_by)
                stopped.push_back(each.subject);
            else
                all_stop = false;
            if (!each.report_by && each.due_on) deadlines.insert(*each.due_on);
        }
        if (!stopped.empty())
            add_request(content_.of_kind(
                "stop", {std::to_string(stopped.size()), stopped.size() <= most_numbers_in_sentence
                                                             ? content_.joined(stopped)
                                                             : content_.tr("notice.see", {content_.annex(0)})}));
        if (!all_stop) {
            const std::string rest = content_.tr(stopped.empty() ? "notice.these" : "notice.the_others");
            if (deadlines.size() == 1)
                add_request(content_.of_kind("due", {content_.date(*deadlines.begin()), rest}));
            else if (deadlines.empty())
                add_request(content_.of_kind("due", {content_.date(content_.answer_by), rest}));
            else
                add_request(content_.of_kind(
                    "due.several",
                    {content_.date(*deadlines.begin()), content_.date(*deadlines.rbegin()), rest,
                     content_.listed_in_annex ? content_.tr("notice.see", {content_.annex(0)}) : deadline_list()}));
        }
        add_request(content_.of_kind(
            "answer", {content_.date(content_.answer_by), content_.annex(content_.listed_in_annex ? 1 : 0)}));
    }

    /// 吉G·12345为2026年11月30日，吉G·20871为…
    [[nodiscard]] std::string deadline_list() const
    {
        std::string text;
        for (const auto& each : content_.cases)
            if (!each.report_by && each.due_on)
                text +=
                    (text.empty() ? "" : content_.tr("notice.comma")) +
                    content_.tr("notice.due_of", {each.subject.empty() ? content_.tr("notice.matter") : each.subject,
                                                  content_.date(*each.due_on)});
        return text;
    }

    const NoticeContent& content_;
    std::vector<Passage> body_;
    std::size_t headings_ = 0;
    std::size_t requests_ = 0;
};

}  // namespace

std::vector<Passage> notice_body(const NoticeContent& content)
{
    return NoticeBody(content).passages();
}

std::vector<std::string> notice_title(const NoticeContent& content, const Office& office)
{
    if (content.kind == NoticeKind::rectification) return {content.told("notice.rectification.title")};
    std::string subject = content.tr("notice.subject.matter");
    for (const auto& each : content.cases) {
        if (each.subject.empty()) continue;
        subject = content.subjects() == 1
                      ? content.told("notice.subject.one", {each.subject})
                      : content.told("notice.subject.several", {each.subject, std::to_string(content.subjects())});
        break;
    }
    return {office.name_in(content.language), content.of_kind("title.about"), subject, content.of_kind("title.kind")};
}

}  // namespace xiaoan::enforcement
