package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.TermTable;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  @Test
  void indexTermsAreReadInOrderForEachFormOfTheMainTerm() {
    var phrases =
        index(
            term(0, "Diabetes, diabetic", "(mellitus)"),
            term(1, "type 2", ""),
            term(2, "with", ""),
            term(3, "neuropathy", "", "E1140"));

    assertThat(texts(phrases, "E1140"))
        .containsExactly(
            "Diabetes (mellitus), type 2, with neuropathy",
            "diabetic (mellitus), type 2, with neuropathy");
  }

  @Test
  void qualifiersOfAMainTermAreNoForms() {
    assertThat(texts(index(term(0, "Wound, open", "", "T148-")), "T148"))
        .containsExactly("Wound, open");
    assertThat(texts(index(term(0, "Pain", "(s)", "R52")), "R52")).containsExactly("Pain(s)");
  }

  @Test
  void aTermThatOnlyRefersLeadsToTheCodesOfTheOther() {
    var see =
        new Term(
            0,
            "Bellyache",
            "",
            List.of(),
            List.of(),
            List.of(new Reference(Reference.Kind.SEE, "Pain, abdominal", List.of())));

    var phrases = index(see, term(0, "Pain", ""), term(1, "abdominal", "", "R109"));

    assertThat(texts(phrases, "R109")).containsExactly("Bellyache", "Pain, abdominal");
  }

  @Test
  void seeAlsoIsFollowedWhereATermHasNoCodeOfItsOwn() {
    var also = List.of(new Reference(Reference.Kind.SEE_ALSO, "Gangrene", List.of()));
    var without = new Term(0, "Necrosis", "", List.of(), List.of(), also);
    var with = new Term(0, "Phagedena", "", List.of("L089"), List.of(), also);

    var phrases = index(without, with, term(0, "Gangrene", "", "I96"));

    assertThat(texts(phrases, "I96")).containsExactly("Necrosis", "Gangrene");
    assertThat(texts(phrases, "L089")).containsExactly("Phagedena");
  }

  @Test
  void tablesAreReadRowByColumn() {
    var neoplasms =
        table(
            List.of("Malignant Primary", "Ca in situ", "Benign", "Uncertain Behavior"),
            row(0, "Neoplasm, neoplastic", "C801", "", "", ""),
            row(1, "lung", "C349-", "D022-", "D143-", "D381"));
    var drugs =
        table(
            List.of("Poisoning Accidental (unintentional)", "Adverse effect"),
            row(0, "Aspirin", "T39011", "--"));

    var phrases = new Phrases().neoplasms(neoplasms).drugs(drugs);

    assertThat(texts(phrases, "C349")).containsExactly("lung malignant neoplasm primary");
    assertThat(texts(phrases, "D022")).containsExactly("lung carcinoma in situ");
    assertThat(texts(phrases, "D143")).containsExactly("lung benign neoplasm");
    assertThat(texts(phrases, "D381")).containsExactly("lung neoplasm of uncertain behavior");
    assertThat(texts(phrases, "C801")).containsExactly("malignant neoplasm primary");
    assertThat(texts(phrases, "T39011"))
        .containsExactly("Aspirin poisoning, accidental (unintentional)");
    assertThat(phrases.size()).isEqualTo(6);
  }

  private static List<String> texts(Phrases phrases, String code) {
    return phrases.byCode().getOrDefault(code, List.of()).stream().map(p -> p.text()).toList();
  }

  private static Phrases index(Term... terms) {
    return new Phrases().index(IndexBook.of(new AlphabeticIndex(List.of(terms))), Origin.INDEX);
  }

  private static Term term(int level, String title, String nonessential, String... codes) {
    return new Term(level, title, nonessential, List.of(codes), List.of(), List.of());
  }

  private static TableBook table(List<String> columns, TermTable.Row... rows) {
    return TableBook.of(new TermTable(columns, List.of(rows)));
  }

  private static TermTable.Row row(int level, String title, String... cells) {
    return new TermTable.Row(level, title, "", List.of(cells), List.of());
  }
}
