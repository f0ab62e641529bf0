package dev.tinyland.gate.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
  @Test
  void it_finds_what_a_plain_search_finds() {
    Random random = new Random(3);
    int found = 0;
    for (int i = 0; i < 20_000; i++) {
      List<String> words = new ArrayList<>();
      for (int w = random.nextInt(4); w >= 0; w--) {
        words.add(text(random, 2 + random.nextInt(4)).toLowerCase(Locale.ROOT));
      }
      String text = text(random, random.nextInt(30));
      int expected = -1;
      for (String word : words) {
        int at = text.toLowerCase(Locale.ROOT).indexOf(word);
        expected = expected < 0 || (at >= 0 && at < expected) ? Math.max(at, expected) : expected;
      }
      ByteSearch search = new ByteSearch(words);
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      assertThat(search.findsAny(bytes)).as("%s in %s", words, text).isEqualTo(expected >= 0);
      found += expected >= 0 ? 1 : 0;
    }
    assertThat(found).isBetween(2_000, 18_000);
  }

  @Test
  void only_what_lies_within_the_range_counts() {
    ByteSearch search = new ByteSearch(List.of("attic", "push-cache"));
    byte[] text = "an Attic here, a Push-Cache there".getBytes(StandardCharsets.UTF_8);
    assertThat(search.find(text, 0, text.length)).isEqualTo(3);
    assertThat(search.find(text, 4, text.length)).isEqualTo(17);
    assertThat(search.find(text, 4, 26)).isEqualTo(-1);
    assertThat(search.find(text, 0, 7)).isEqualTo(-1);
    assertThat(search.findsAny("日本 attic".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(search.findsAny(new byte[0])).isFalse();
    assertThat(new ByteSearch(List.of()).findsAny(text)).isFalse();
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("abAB-\n".charAt(random.nextInt(6)));
    }
    return text.toString();
  }
}
