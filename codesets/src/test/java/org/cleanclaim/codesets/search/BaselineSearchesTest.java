package org.cleanclaim.codesets.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.junit.jupiter.api.Test;

class BaselineSearchesTest {
  @Test
  void findsWhatTheirKindCanFind() throws IOException {
    var entries =
        List.of(
            entry("Q10", "Fracture of tibia", "Broken shinbone"),
            entry("Q11", "Fracture of tibia and fibula", "Broken leg"));

    try (var baselines = new BaselineSearches(entries)) {
      assertThat(baselines.titles("tibia fracture", 5)).startsWith("Q10");
      assertThat(baselines.titles("shinbone", 5)).isEmpty();
      assertThat(baselines.titlesAndPhrases("shinbone", 5)).containsExactly("Q10");
      assertThat(baselines.allWords("tib fract", 5)).containsExactly("Q10", "Q11");
      assertThat(baselines.allWords("tibula", 5)).isEmpty();
      assertThat(baselines.titles("", 5)).isEmpty();
    }
  }

  private static SearchEntry entry(String code, String title, String phrase) {
    var phrases = List.of(new Phrase(Origin.INDEX, phrase));
    return new SearchEntry(code, true, title, code, "Q", phrases);
  }
}
