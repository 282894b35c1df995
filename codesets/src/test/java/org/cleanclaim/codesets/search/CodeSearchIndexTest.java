package org.cleanclaim.codesets.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.cleanclaim.codesets.search.SearchFilter.Validity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The codes and titles here are invented.
class CodeSearchIndexTest {
  private static final List<SearchEntry> ENTRIES =
      List.of(
          heading("Q10", "Fracture of tibia"),
          code("Q101", "Fracture of right tibia, initial encounter for closed fracture"),
          code("Q102", "Fracture of left tibia, initial encounter for closed fracture"),
          code("Q103", "Fracture of left tibia, subsequent encounter"),
          code("Q109", "Fracture of unspecified tibia, initial encounter for closed fracture"),
          heading("R20", "Type 2 diabetes mellitus"),
          code("R204", "Type 2 diabetes mellitus with neuropathy"),
          code("R205", "Type 2 diabetes mellitus with foot ulcer"),
          new SearchEntry(
              "R209",
              true,
              "Type 2 diabetes mellitus without complications",
              "R20",
              "R",
              List.of(new Phrase(Origin.INDEX, "Diabetes, diabetic (mellitus) (sugar)"))),
          code("S300", "Open wound with foreign body, without damage to nail"),
          code("S301", "Open wound without foreign body, with damage to nail"),
          new SearchEntry(
              "T400",
              true,
              "Calculus of kidney",
              "T40",
              "T",
              List.of(new Phrase(Origin.INCLUSION_TERM, "Staghorn calculus"))),
          code("T410", "Malignant neoplasm of trigone of bladder"),
          code("T420", "Acute myocardial infarction, unspecified"),
          code("T430", "Iron deficiency anemia, unspecified"),
          code("T440", "Acute hepatitis A"),
          code("T441", "Acute hepatitis B"));

  private static final CodeSearchIndex INDEX = CodeSearchIndex.inMemory(ENTRIES);

  @Test
  void findsWordsInAnyOrder() {
    assertThat(first("neuropathy diabetes mellitus type 2")).isEqualTo("R204");
    assertThat(first("bladder trigone malignant neoplasm")).isEqualTo("T410");
  }

  @Test
  void findsStemsAsTheyAreTyped() {
    assertThat(first("diab typ 2 neur")).isEqualTo("R204");
    assertThat(first("frac tib lef subs")).isEqualTo("Q103");
    assertThat(codes("myoc")).contains("T420");
  }

  @Test
  void readsAbbreviationsAndSaysSo() {
    var hit = hits("fx lt. tibia").getFirst();

    assertThat(hit.code()).isEqualTo("Q102");
    assertThat(hit.reason()).contains("abbreviation: lt → left").startsWith("title");
  }

  @Test
  void correctsMisspellingsAndSaysSo() {
    var hit = hits("rihgt tibia fractrue").getFirst();

    assertThat(hit.code()).isEqualTo("Q101");
    assertThat(hit.reason()).contains("spelled alike: fracture", "spelled alike: right");
  }

  @Test
  void knowsLayWordsEponymsAndBritishSpelling() {
    assertThat(first("heart attack")).isEqualTo("T420");
    assertThat(first("kidney stone")).isEqualTo("T400");
    assertThat(first("renal calculi")).isEqualTo("T400");
    assertThat(first("bladder trigone cancer")).isEqualTo("T410");
    assertThat(first("iron deficiency anaemia")).isEqualTo("T430");
    assertThat(first("diabetes type II with neuropathy")).isEqualTo("R204");
  }

  @Test
  void tellsWithFromWithout() {
    assertThat(first("wound with foreign body without nail damage")).isEqualTo("S300");
    assertThat(first("wound without foreign body with nail damage")).isEqualTo("S301");
  }

  @Test
  void keepsLettersThatNameAType() {
    assertThat(first("hepatitis A")).isEqualTo("T440");
    assertThat(first("a hepatitis B")).isEqualTo("T441");
  }

  @Test
  void readsASentenceAboutAPatient() {
    assertThat(first("Mary had a subsequent encounter for a fracture of her left tibia."))
        .isEqualTo("Q103");
  }

  @Test
  void namesTheUsualCodeBeforeItsHeading() {
    assertThat(codes("fracture of tibia")).startsWith("Q109", "Q10");
    assertThat(first("diabetes")).isEqualTo("R209");
    assertThat(hits("fracture of tibia").getFirst().reason()).contains("usual code under Q10");
  }

  @Test
  void saysWhichPhraseLedToTheCode() {
    var hit = hits("staghorn calculus").getFirst();

    assertThat(hit.code()).isEqualTo("T400");
    assertThat(hit.origin()).isEqualTo(Origin.INCLUSION_TERM);
    assertThat(hit.matched()).isEqualTo("Staghorn calculus");
    assertThat(hit.reason()).isEqualTo("inclusion term: Staghorn calculus");
  }

  @Test
  void listsCodesByTheirBeginning() {
    assertThat(codes("r20")).containsExactly("R20", "R204", "R205", "R209");
    assertThat(codes("R20.4")).containsExactly("R204");
    assertThat(codes("r2")).hasSize(4);
    assertThat(hits("R20.4").getFirst().reason()).isEqualTo("code");
  }

  @Test
  void searchesWordsBelowATypedCode() {
    assertThat(codes("Q10 left").getFirst()).isEqualTo("Q102");
    assertThat(codes("Q10 left")).allMatch(code -> code.startsWith("Q10"));
    assertThat(codes("ulcer r20").getFirst()).isEqualTo("R205");
  }

  @Test
  void keepsToTheFilter() {
    var billable = new SearchRequest("fracture tibia", 10, SearchFilter.BILLABLE);
    var chapter = new SearchRequest("acute", 10, new SearchFilter(Validity.ANY, "T"));
    var other = new SearchRequest("acute", 10, new SearchFilter(Validity.ANY, "Q"));

    assertThat(INDEX.search(billable))
        .extracting(SearchHit::code)
        .isNotEmpty()
        .doesNotContain("Q10");
    assertThat(INDEX.search(chapter)).extracting(SearchHit::code).contains("T440", "T420");
    assertThat(INDEX.search(other)).isEmpty();
  }

  @Test
  void keepsToTheLimit() {
    assertThat(INDEX.search(SearchRequest.of("tibia", 2))).hasSize(2);
    assertThat(INDEX.search(SearchRequest.of("tibia", 0))).isEmpty();
    assertThat(INDEX.search(SearchRequest.of("tibia", -1))).isEmpty();
  }

  @Test
  void staysHarmlessOnAbsurdText() {
    for (var text :
        List.of(
            "", " ", "???!,.;", "🦴🦴 🫀", "\u0000\uffff\ud800", "the of and", "(((", "zzzzqqqq")) {
      assertThat(INDEX.search(SearchRequest.of(text, 5))).as(text).isNotNull();
    }
    assertThat(INDEX.search(SearchRequest.of("fracture ".repeat(120_000), 5))).isNotNull();
    assertThat(INDEX.search(SearchRequest.of("x".repeat(1_000_000), 5))).isEmpty();
  }

  @Test
  void neverFailsOnRandomText() {
    var seed = Long.getLong("test.seed", 4711L);
    var random = new Random(seed);
    for (var i = 0; i < 3_000; i++) {
      var text = new StringBuilder();
      for (var j = random.nextInt(60); j > 0; j--) {
        text.append("abtdfr eio ''..()[]-/12Q0é".charAt(random.nextInt(26)));
      }
      assertThat(INDEX.search(SearchRequest.of(text.toString(), 5)))
          .as("seed %d: %s", seed, text)
          .hasSizeLessThanOrEqualTo(5);
    }
  }

  @Test
  void answersTheSameFromADirectoryAndInAnyOrderOfEntries(@TempDir Path directory)
      throws IOException {
    var shuffled = new ArrayList<>(ENTRIES);
    Collections.shuffle(shuffled, new Random(1));
    CodeSearchIndex.write(directory, shuffled);

    try (var index = CodeSearchIndex.open(directory)) {
      for (var text : List.of("tibia", "diab", "acute hepatitis", "kidney stone", "Q10")) {
        var request = SearchRequest.of(text, 10);
        assertThat(index.search(request)).isEqualTo(INDEX.search(request));
      }
    }
  }

  @Test
  void answersManyThreads() {
    var expected = hits("left tibia fracture");

    assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> hits("left tibia fracture")))
        .allMatch(expected::equals);
  }

  @Test
  void holdsNoCodesWithoutEntries() throws IOException {
    try (var index = CodeSearchIndex.inMemory(List.of())) {
      assertThat(index.search(SearchRequest.of("fracture", 5))).isEmpty();
      assertThat(index.search(SearchRequest.of("S72", 5))).isEmpty();
    }
  }

  private static SearchEntry heading(String code, String title) {
    return new SearchEntry(code, false, title, code, code.substring(0, 1), List.of());
  }

  private static SearchEntry code(String code, String title) {
    return new SearchEntry(
        code, true, title, code.substring(0, 3), code.substring(0, 1), List.of());
  }

  private static List<SearchHit> hits(String text) {
    return INDEX.search(SearchRequest.of(text, 10));
  }

  private static List<String> codes(String text) {
    return hits(text).stream().map(SearchHit::code).toList();
  }

  private static String first(String text) {
    return hits(text).isEmpty() ? "" : hits(text).getFirst().code();
  }
}
