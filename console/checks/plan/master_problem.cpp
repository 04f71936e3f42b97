#include "console/checks/plan/master_problem.hpp"

#include "console/checks/plan/tours.hpp"

#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

#include <algorithm>
#include <array>
#include <string>

namespace xiaoan::checks {

// Columns: one a vehicle (seen, 0 to 1), then one a tour. Rows: one a vehicle (seen only as far as tours see it), and
// the teams. A tour's column has no upper bound: as a bound it would take its worth out of the price of a team.

struct FractionalChoice::Solver {
    ClpSimplex simplex;
};

FractionalChoice::FractionalChoice(const StandProblem& problem, std::size_t teams)
    : problem_(problem), solver_(std::make_unique<Solver>())
{
    const int vehicles = static_cast<int>(problem.weights.size());
    auto& simplex = solver_->simplex;
    simplex.setLogLevel(0);
    simplex.resize(vehicles + 1, 0);
    for (int vehicle = 0; vehicle < vehicles; ++vehicle) {
        const double one = 1;
        simplex.setRowBounds(vehicle, -COIN_DBL_MAX, 0);
        simplex.addColumn(1, &vehicle, &one, 0, 1, -problem.weights[static_cast<std::size_t>(vehicle)]);
    }
    simplex.setRowBounds(vehicles, -COIN_DBL_MAX, static_cast<double>(teams));
}

FractionalChoice::~FractionalChoice() = default;

void FractionalChoice::add(const Tour& tour)
{
    std::vector<int> rows;
    std::vector<double> values;
    for (const auto& seen : times_seen(problem_, tour)) {
        rows.push_back(static_cast<int>(seen.vehicle));
        values.push_back(-seen.times);
    }
    rows.push_back(static_cast<int>(problem_.weights.size()));
    values.push_back(1);
    solver_->simplex.addColumn(static_cast<int>(rows.size()), rows.data(), values.data(), 0, COIN_DBL_MAX, 0);
}

std::optional<Prices> FractionalChoice::priced()
{
    auto& simplex = solver_->simplex;
    simplex.primal();
    if (!simplex.isProvenOptimal()) return std::nullopt;
    const std::size_t vehicles = problem_.weights.size();
    const double* const duals = simplex.dualRowSolution();
    Prices prices{std::vector<double>(vehicles), std::max(0.0, -duals[vehicles])};
    std::ranges::transform(std::span(duals, vehicles), prices.vehicles.begin(),
                           [](double dual) { return std::max(0.0, -dual); });
    return prices;
}

Choice chosen(const StandProblem& problem, std::span<const Tour> tours, std::size_t teams, int most_nodes)
{
    const std::size_t vehicles = problem.weights.size();
    const std::size_t columns = vehicles + tours.size();
    std::vector<int> row_of, column_of;
    std::vector<double> values;
    const auto put = [&](std::size_t row, std::size_t column, double value) {
        row_of.push_back(static_cast<int>(row));
        column_of.push_back(static_cast<int>(column));
        values.push_back(value);
    };
    for (std::size_t vehicle = 0; vehicle < vehicles; ++vehicle) put(vehicle, vehicle, 1);
    for (std::size_t tour = 0; tour < tours.size(); ++tour) {
        for (const auto vehicle : seen_on(problem, tours[tour])) put(vehicle, vehicles + tour, -1);
        put(vehicles, vehicles + tour, 1);
    }
    CoinPackedMatrix matrix(true, row_of.data(), column_of.data(), values.data(), static_cast<int>(values.size()));
    matrix.setDimensions(static_cast<int>(vehicles + 1), static_cast<int>(columns));
    const std::vector<double> column_lower(columns, 0), row_lower(vehicles + 1, -COIN_DBL_MAX);
    std::vector<double> column_upper(columns, 1), row_upper(vehicles + 1, 0), costs(columns, 0);
    std::ranges::transform(problem.weights, costs.begin(), [](int weight) { return -weight; });
    row_upper.back() = static_cast<double>(teams);

    OsiClpSolverInterface solver;
    solver.messageHandler()->setLogLevel(0);
    solver.loadProblem(matrix, column_lower.data(), column_upper.data(), costs.data(), row_lower.data(),
                       row_upper.data());
    for (std::size_t column = vehicles; column < columns; ++column) solver.setInteger(static_cast<int>(column));
    CbcModel model(solver);
    CbcMain0(model);
    model.setLogLevel(0);
    const std::string nodes = std::to_string(most_nodes);
    std::array<const char*, 8> arguments{"cbc", "-log", "0", "-maxNodes", nodes.c_str(), "-solve", "-quit", nullptr};
    CbcMain1(static_cast<int>(arguments.size() - 1), arguments.data(), model);
    Choice choice;
    if (const double* solution = model.bestSolution())
        for (std::size_t tour = 0; tour < tours.size(); ++tour)
            if (solution[vehicles + tour] > 0.5) choice.tours.push_back(tour);
    choice.optimal = model.isProvenOptimal();
    return choice;
}

}  // namespace xiaoan::checks
