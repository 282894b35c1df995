package org.cleanclaim.coding.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;
import org.cleanclaim.codesets.search.SearchEntry;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.cleanclaim.codesets.search.SearchEntry.Phrase;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Sentence;
import org.junit.jupiter.api.Test;

class TermIndexTest {
  private final TermIndex index =
      TermIndex.of(
          List.of(
              entry("N200", "Calculus of kidney"),
              entry("I509", "Heart failure, unspecified", "Failure, heart, congestive"),
              entry(
                  "E119",
                  "Type 2 diabetes mellitus without complications",
                  "Diabetes, diabetic (mellitus) (sugar), type 2"),
              entry("S4220", "Unspecified fracture of upper end of humerus"),
              entry("M25561", "Pain in right knee"),
              entry("F4322", "Adjustment disorder with anxiety"),
              entry("F4323", "Adjustment disorder with mixed anxiety and depressed mood"),
              entry("C649", "x", Origin.NEOPLASM_TABLE, "kidney malignant neoplasm primary")),
          stems -> stems.equals(Set.of("pain")));

  private static SearchEntry entry(String code, String title, String... indexed) {
    return entry(code, title, Origin.INDEX, indexed);
  }

  private static SearchEntry entry(String code, String title, Origin origin, String... phrases) {
    return new SearchEntry(
        code,
        true,
        title,
        code.substring(0, 3),
        "",
        List.of(phrases).stream().map(text -> new Phrase(origin, text)).toList());
  }

  private List<String> codes(String text) {
    Sentence sentence = NoteReader.read(text).getFirst();
    return index.find(sentence.words(), sentence.barriers(text), sentence.denied(text)).stream()
        .map(TermIndex.Found::code)
        .toList();
  }

  @Test
  void theSameBookIsPackedIntoTheSameBytes() {
    List<SearchEntry> book = List.of(entry("I10", "Hypertension"), entry("J459", "Asthma, mild"));

    assertThat(TermIndex.pack(book, stems -> false)).isEqualTo(TermIndex.pack(book, s -> false));
    assertThat(TermIndex.pack(book.subList(0, 1), stems -> false))
        .isNotEqualTo(TermIndex.pack(book, stems -> false));
  }

  @Test
  void wordsMayStandInAnyOrderAndByTheirSynonyms() {
    assertThat(codes("Right kidney stone")).containsExactly("N200");
    assertThat(codes("Renal calculi")).containsExactly("N200");
    assertThat(codes("Type II diabetes mellitus")).containsExactly("E119");
  }

  @Test
  void aWordingThatSaysAndIsToldAcrossAnAnd() {
    assertThat(codes("Adjustment disorder with mixed anxiety and depressed mood"))
        .containsExactly("F4323");
    assertThat(codes("Adjustment disorder with mixed anxiety & depressed mood"))
        .containsExactly("F4323");
    assertThat(codes("Adjustment disorder with mixed anxiety; and depressed mood"))
        .containsExactly("F4322");
    assertThat(codes("Fracture of upper end and humerus")).isEmpty();
  }

  @Test
  void abbreviationsAreReadWhereTheyAreCapitals() {
    String text = "Known CHF today";
    Sentence sentence = NoteReader.read(text).getFirst();
    TermIndex.Found found =
        index.find(sentence.words(), sentence.barriers(text), sentence.denied(text)).getFirst();

    assertThat(found.code()).isEqualTo("I509");
    ClinicalWord first = sentence.words().get(found.first());
    assertThat(text.substring(first.start(), first.end())).isEqualTo("CHF");
  }

  @Test
  void proximalIsTheUpperEndOfABone() {
    assertThat(codes("Right proximal humerus fracture")).containsExactly("S4220");
  }

  @Test
  void anOrganAndACancerAreFoundInTheTableOfNeoplasms() {
    assertThat(codes("Carcinoma of the kidney")).containsExactly("C649");
  }

  @Test
  void nothingReachesOverAnEnumeration() {
    assertThat(codes("Kidney transplant, and gallbladder calculus")).isEmpty();
  }

  @Test
  void titlesOfASideAndTooGeneralWordingsAreLeftOut() {
    assertThat(codes("Pain in right knee")).isEmpty();
    assertThat(index.size()).isPositive();
  }
}
