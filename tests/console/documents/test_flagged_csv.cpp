#include "console/documents/flagged_csv.hpp"
#include "tests/console/documents/a_list.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using namespace xiaoan;
using namespace xiaoan::test;

TEST_CASE("the list as CSV has the words of the page, with numbered rows", "[documents]")
{
    const auto csv = documents::flagged_list_csv(list_of(*a_fleet(), {.rule = "PLATE-DUE-30"}));
    CHECK(csv == "\xEF\xBB\xBF序号,号牌号码,县区,服务提供者,问题,自,期限,牵头部门,依据,证据\r\n"
                 "1,吉G10003,洮南市,甲公司,校车标牌将到期,2026-11-01,2026-12-01,服务提供者,"
                 "《机动车登记规定》第六十二条,标牌：标牌编号 BP-1，发牌日期 2026-09-10，有效期止 2026-12-01\r\n");
}

TEST_CASE("an empty list is its headers", "[documents]")
{
    CHECK(documents::flagged_list_csv(list_of(*a_fleet(), {.rule = "PERMIT-REVOKED"})) ==
          "\xEF\xBB\xBF序号,号牌号码,县区,服务提供者,问题,自,期限,牵头部门,依据,证据\r\n");
}

TEST_CASE("no cell of the list is a live formula", "[documents]")
{
    auto list = list_of(*a_fleet(), {.rule = "PLATE-DUE-30"});
    auto& row = list.rows.at(0);
    row.registration_number = "=HYPERLINK(\"http://x\")";
    row.county = "+1+1";
    row.run_by = "@SUM(A1)";
    row.problem = "-2+3";
    row.since = "=1,2";
    row.due = "\t=1";
    row.department = "=x";
    row.basis = "=cmd|' /C calc'!A0";
    row.evidence = "=2";
    const auto csv = documents::flagged_list_csv(list);
    CHECK(csv.ends_with("\r\n1,\"'=HYPERLINK(\"\"http://x\"\")\",'+1+1,'@SUM(A1),'-2+3,\"'=1,2\",\"'\t=1\",'=x,"
                        "'=cmd|' /C calc'!A0,'=2\r\n"));
}

}  // namespace
