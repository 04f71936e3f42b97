#include "console/checks/plan/proved_tours.hpp"

#include "console/checks/plan/master_problem.hpp"
#include "console/checks/plan/turns.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace xiaoan::checks {

namespace {

constexpr double rounding = 1e-6;  // of the solver's prices
constexpr int most_nodes = 20'000;
/// Every vehicle keeps some price, so that a stand that sees only vehicles already priced at nothing is not lost from
/// the tours among which the last choice is made. Any prices give a true bound.
constexpr double least_share_of_price = 1e-3;

class Proof {
public:
    Proof(const StandProblem& problem, std::size_t teams, const ProofControl& control)
        : problem_(problem), teams_(teams), control_(control), search_(problem)
    {
        int all = 0;
        for (const int weight : problem.weights) all += weight;
        best_.bound = all;
    }

    ProvedTours made()
    {
        take(tours_by_turns(problem_, search_, teams_));
        if (!done()) generate();
        if (!done()) choose();
        if (!done()) close_gap();
        return best_;
    }

private:
    /// Weights are whole: a bound below the next whole number is the optimum.
    [[nodiscard]] bool done() const { return control_.stop.stop_requested() || best_.proved; }

    void tell()
    {
        best_.proved = best_.bound < best_.weight + 1 - rounding;
        if (best_.proved) best_.bound = best_.weight;
        if (control_.better) control_.better(best_);
    }
    void take(std::vector<Tour> tours)
    {
        for (const Tour& tour : tours) add_column(tour);
        const int weight = weight_of(problem_, tours);
        if (weight <= best_.weight && !best_.tours.empty()) return;
        best_.tours = std::move(tours);
        best_.weight = weight;
        tell();
    }
    void bound_by(double bound)
    {
        if (bound >= best_.bound - rounding) return;
        best_.bound = bound;
        tell();
    }
    bool add_column(const Tour& tour)
    {
        if (tour.empty() || !known_.insert(tour).second) return false;
        columns_.push_back(tour);
        return true;
    }
    /// What no plan can pass at these prices: what the vehicles are worth beyond them, and the best tour for each team.
    [[nodiscard]] double beyond(const std::vector<double>& prices) const
    {
        double worth = 0;
        for (std::size_t vehicle = 0; vehicle < prices.size(); ++vehicle)
            worth += std::max(0.0, problem_.weights[vehicle] - prices[vehicle]);
        return worth;
    }

    void generate()
    {
        FractionalChoice master(problem_, teams_);
        for (const Tour& tour : columns_) master.add(tour);
        for (int round = 0; round < control_.most_rounds && !done(); ++round) {
            const auto solved = master.priced();
            if (!solved) return;
            // As many tours a round as there are teams, each beside what the ones before it see.
            auto prices = solved->vehicles;
            bool added = false;
            for (std::size_t team = 0; team < teams_ && !done(); ++team) {
                const auto found = search_.best(prices);
                if (team == 0) {
                    const double bound = beyond(prices) + static_cast<double>(teams_) * found.worth;
                    if (prices_.empty() || bound < best_.bound) prices_ = prices;
                    bound_by(bound);
                    if (found.worth <= solved->team + rounding) return;
                }
                if (add_column(found.tour)) {
                    master.add(found.tour);
                    added = true;
                }
                for (const auto vehicle : seen_on(problem_, found.tour)) prices[vehicle] = 0;
            }
            if (!added) return;
        }
    }

    [[nodiscard]] Choice take_best_of(const std::vector<Tour>& tours)
    {
        const auto choice = chosen(problem_, tours, teams_, most_nodes);
        std::vector<Tour> picked;
        for (const auto tour : choice.tours) picked.push_back(tours[tour]);
        take(tours_by_turns(problem_, search_, teams_, std::move(picked)));
        return choice;
    }
    void choose() { static_cast<void>(take_best_of(columns_)); }

    /// All tours that a plan better than the best one could hold; the best choice of them is the optimum. A tour of
    /// such a plan is worth at least what the plan lacks when the other teams have the best tour there is.
    void close_gap()
    {
        auto prices = prices_;
        if (prices.empty()) return;
        for (std::size_t vehicle = 0; vehicle < prices.size(); ++vehicle)
            prices[vehicle] = std::max(prices[vehicle], least_share_of_price * problem_.weights[vehicle]);
        const double most = search_.best(prices).worth;
        const double least = best_.weight + 1 - rounding - beyond(prices) - static_cast<double>(teams_ - 1) * most;
        const auto tours = search_.all(prices, least, control_.most_tours);
        if (!tours || done()) return;
        if (tours->empty() || take_best_of(*tours).optimal) bound_by(best_.weight);
    }

    const StandProblem& problem_;
    std::size_t teams_;
    const ProofControl& control_;
    TourSearch search_;
    std::vector<Tour> columns_;
    std::set<Tour> known_;
    std::vector<double> prices_;
    ProvedTours best_;
};

}  // namespace

ProvedTours proved_tours(const StandProblem& problem, std::size_t teams, const ProofControl& control)
{
    if (problem.stands.empty() || teams == 0) return {.tours = std::vector<Tour>(teams), .proved = true};
    return Proof(problem, teams, control).made();
}

}  // namespace xiaoan::checks
