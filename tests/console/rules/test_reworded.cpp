#include "console/rules/reworded.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace xiaoan;
using language::Language;
using rules::reworded;

TEST_CASE("a frozen sentence is said in English with its dates and numbers", "[rules]")
{
    CHECK(reworded("PERMIT-EXPIRED", "校车使用许可有效期至 2026-08-31，已过期 84 天", Language::en) ==
          "The school bus permit was valid until 2026-08-31: expired by 84 days");
    CHECK(reworded("PLATE-NONE", "已有校车使用许可，2026-11-18 提交标牌领取表，尚未发牌", Language::en) ==
          "Permitted; the plate was claimed on 2026-11-18 and is not yet issued");
    CHECK(reworded("PLATE-EXPIRED?", "校车标牌缺有效期止，无法判断是否过期", Language::en) ==
          "The plate's last valid day is not given: whether it has expired cannot be told");
}

TEST_CASE("a sentence that is none of the rule's stays as it was written", "[rules]")
{
    CHECK(reworded("PLATE-NONE", "标牌丢失", Language::en) == "标牌丢失");
    CHECK(reworded("NO-SUCH-RULE", "校车使用许可有效期至 2026-08-31，已过期 84 天", Language::en) ==
          "校车使用许可有效期至 2026-08-31，已过期 84 天");
    CHECK(reworded("PERMIT-EXPIRED", "校车使用许可有效期至 2026-08-31，已过期 84 天吗", Language::en).ends_with("吗"));
}

TEST_CASE("in Chinese a frozen sentence stays itself", "[rules]")
{
    CHECK(reworded("PLATE-NONE", "已有校车使用许可，未领取校车标牌", Language::zh) ==
          "已有校车使用许可，未领取校车标牌");
}

TEST_CASE("every sentence of every rule finds its way", "[rules]")
{
    for (const auto key : language::keys()) {
        const bool is_sentence = key.starts_with("rule.") && key.rfind('.') > 5;  // rule.PERMIT-NONE.pending
        if (!is_sentence) continue;
        const auto rule = key.substr(5, key.rfind('.') - 5);
        const auto chinese = language::tr(Language::zh, key, {"甲", "乙", "丙"});
        CAPTURE(key);
        CHECK(reworded(rule, chinese, Language::en) == language::tr(Language::en, key, {"甲", "乙", "丙"}));
    }
}
