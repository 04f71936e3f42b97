#include "console/app/initials.hpp"

#include <catch2/catch_test_macros.hpp>

using xiaoan::app::pinyin_initials;

TEST_CASE("a place is found by the first letters of its syllables", "[app]")
{
    // Táoběi Qū, Zhènlài Xiàn, Tōngyú Xiàn, Táonán Shì, Dà'ān Shì, Báichéng Shì
    CHECK(pinyin_initials("洮北区") == "tbq");
    CHECK(pinyin_initials("镇赉县") == "zlx");
    CHECK(pinyin_initials("通榆县") == "tyx");
    CHECK(pinyin_initials("洮南市") == "tns");
    CHECK(pinyin_initials("大安市") == "das");
    CHECK(pinyin_initials("白城市") == "bcs");
    CHECK(pinyin_initials("瞻榆镇") == "zyz");
    CHECK(pinyin_initials("月亮泡") == "ylp");
    CHECK(pinyin_initials("查干湖") == "cgh");
}

TEST_CASE("every letter with which a syllable begins is found", "[app]")
{
    // One character a letter: ā bā cā dā é fā gā hā jī kā lā mā ná ó pā qī rán sā tā wā xī yā zá
    CHECK(pinyin_initials("阿八擦搭额发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝") == "abcdefghjklmnopqrstwxyz");
    // The last of the first level: zuò
    CHECK(pinyin_initials("座") == "z");
}

TEST_CASE("letters and digits stay, in lower case, and signs go", "[app]")
{
    CHECK(pinyin_initials("吉G·10001") == "jg10001");
    CHECK(pinyin_initials("第3小学（东区）") == "d3xxdq");
    CHECK(pinyin_initials("Line-2 ABC") == "line2abc");
    CHECK(pinyin_initials("").empty());
    CHECK(pinyin_initials("，。！").empty());
}

TEST_CASE("what GB 2312 lacks is left out, and text cut short does no harm", "[app]")
{
    CHECK(pinyin_initials("𬱖小") == "x");
    CHECK(pinyin_initials(std::string_view{"洮北", 5}) == "t");
    CHECK(pinyin_initials("\xE6").empty());
}
