package org.cleanclaim.codesets.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The accuracy promised, on public phrases whose codes are known.
class PublishedPhrasesTest {
  @Test
  void findsSynonymsAndRewordedTitlesOfIcd10Cm() throws Exception {
    var folder = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(
        folder != null, "CLEANCLAIM_DATA is not set: no phrases to measure with");
    var data = Path.of(folder);
    var entries = PhraseSets.icd10cm(data, "2025");
    var billable = new HashMap<String, Boolean>();
    entries.forEach(entry -> billable.put(entry.code(), entry.billable()));
    var measure = new PhraseMeasure(code -> billable.getOrDefault(code, false));

    try (var index = CodeSearchIndex.inMemory(entries)) {
      PhraseMeasure.Search search = (text, limit) -> codes(index, text, limit);
      var phrases = data.resolve("corpus/coding");
      var diseases =
          measure.measure(PhraseMeasure.read(phrases.resolve("phrases_disease_ontology")), search);
      var titles =
          measure.measure(PhraseMeasure.read(phrases.resolve("phrases_title_variants")), search);

      atLeast(diseases, "synonym", 0.58, 0.72, 0.80);
      atLeast(diseases, "same as title", 0.98, 0.99, 0.99);
      atLeast(titles, "sentence", 0.95, 0.98, 0.99);
      atLeast(titles, "reorder", 0.95, 0.98, 0.99);
      atLeast(titles, "abbreviation", 0.95, 0.98, 0.99);
      atLeast(titles, "typo", 0.95, 0.98, 0.99);
    }
  }

  private static List<String> codes(CodeSearchIndex index, String text, int limit) {
    return index.search(SearchRequest.of(text, limit)).stream().map(SearchHit::code).toList();
  }

  private static void atLeast(
      Map<String, PhraseMeasure.Figures> all,
      String kind,
      double exactTop1,
      double exactTop5,
      double categoryTop5) {
    assertThat(all).containsKey(kind);
    var figures = all.get(kind);
    assertThat(figures).as("%s: %s", kind, figures).isNotNull();
    if (figures != null) {
      assertThat(figures.exactTop1()).as("%s first", kind).isGreaterThanOrEqualTo(exactTop1);
      assertThat(figures.exactTop5()).as("%s in five", kind).isGreaterThanOrEqualTo(exactTop5);
      assertThat(figures.categoryTop5())
          .as("%s category", kind)
          .isGreaterThanOrEqualTo(categoryTop5);
    }
  }
}
