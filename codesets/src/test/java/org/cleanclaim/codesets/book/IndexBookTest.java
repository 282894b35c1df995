package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference.Kind;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class IndexBookTest {
  private static final IndexBook BOOK =
      book(
          see(0, "Abdominalgia", "Pain, abdominal"),
          term(0, "Amyloidosis", "(generalized)", List.of("E859"), List.of()),
          term(1, "heart", "", List.of("E854"), List.of("I43")),
          term(0, "Condition", "", List.of(), List.of()),
          term(0, "Diabetes, diabetic", "(mellitus) (sugar)", List.of("E119"), List.of()),
          term(1, "with", "", List.of(), List.of()),
          term(2, "neuropathy", "", List.of("E1140"), List.of()),
          term(1, "type 2", "", List.of("E119"), List.of()),
          term(2, "with", "", List.of(), List.of()),
          term(3, "neuropathy", "", List.of("E1140"), List.of()),
          term(0, "Fracture, traumatic", "", List.of("T148"), List.of()),
          term(1, "femur", "", List.of("S729-"), List.of()),
          term(0, "Ménière's disease", "", List.of("H810-"), List.of()),
          term(0, "Menses, retention", "", List.of("N948"), List.of()),
          term(0, "Pain(s)", "(see also Painful)", List.of("R52"), List.of()),
          term(1, "abdominal", "", List.of("R109"), List.of()),
          term(0, "Retention, retained", "", List.of(), List.of()));

  @Test
  void mainTermsAreFoundByTheirBeginningInAnyForm() {
    assertThat(paths(BOOK.mainTerms("dia", 5))).containsExactly("Diabetes, diabetic");
    assertThat(paths(BOOK.mainTerms("DIABETIC", 5))).containsExactly("Diabetes, diabetic");
    assertThat(paths(BOOK.mainTerms("meniere", 5))).containsExactly("Ménière's disease");
    assertThat(BOOK.mainTerms("x", 5)).isEmpty();
    assertThat(BOOK.mainTerms("", 3)).hasSize(3);
    assertThat(BOOK.letters()).startsWith("A", "C", "D").contains("F", "M", "P", "R");
  }

  @Test
  void termsAreReadFromTheMainTermDown() {
    Place place = BOOK.find("diab type 2 neurop", 5).getFirst();

    assertThat(BOOK.path(place)).isEqualTo("Diabetes, diabetic, type 2, with, neuropathy");
    assertThat(BOOK.parent(place).map(BOOK::path)).hasValue("Diabetes, diabetic, type 2, with");
    assertThat(BOOK.trail(place)).hasSize(4).endsWith(place);
    assertThat(BOOK.place(place.ordinal())).hasValue(place);
    assertThat(BOOK.place(-1)).isEmpty();
    assertThat(BOOK.place(BOOK.size())).isEmpty();
  }

  @Test
  void whatStandsBehindANoteBelongsToTheTermAboveIt() {
    IndexBook book =
        book(
            term(0, "Failure, failed", "", List.of(), List.of()),
            term(1, "heart", "", List.of("I509"), List.of()),
            term(2, "right", "", List.of("I50810"), List.of()),
            term(1, "Note: stages are those of the cardiologists", "", List.of(), List.of()),
            term(2, "systolic", "", List.of("I5020"), List.of()));

    assertThat(book.termsFor("I5020").stream().map(lead -> book.path(lead.place())))
        .containsExactly("Failure, failed, heart, systolic");
  }

  @Test
  void withIsReadAsDueTo() {
    Place diabetes = BOOK.mainTerms("diabetes", 1).getFirst();

    assertThat(paths(BOOK.with(diabetes))).containsExactly("Diabetes, diabetic, with, neuropathy");
    assertThat(paths(BOOK.children(diabetes)))
        .containsExactly("Diabetes, diabetic, with", "Diabetes, diabetic, type 2");
    assertThat(paths(BOOK.findWithin(diabetes, "2 neuro", 5)))
        .containsExactly("Diabetes, diabetic, type 2, with, neuropathy");
  }

  @Test
  void referencesAreFollowedWordByWord() {
    assertThat(follow("Pain, abdominal")).isEqualTo("Pain(s), abdominal|");
    assertThat(follow("Diabetes, type 2, with neuropathy"))
        .isEqualTo("Diabetes, diabetic, type 2, with, neuropathy|");
    assertThat(follow("Diabetes mellitus, neuropathy"))
        .isEqualTo("Diabetes, diabetic, with, neuropathy|");
    assertThat(follow("Fractures, traumatic, by site")).isEqualTo("Fracture, traumatic|by site");
    assertThat(follow("Retention")).isEqualTo("Retention, retained|");
    assertThat(follow("also Amyloidoses, heart")).startsWith("Unknown");
  }

  @Test
  void referencesOutOfTheBookSayWhereTo() {
    assertThat(destination("condition")).isInstanceOf(Destination.Condition.class);
    assertThat(destination("category M01")).isEqualTo(new Destination.Codes(List.of("M01")));
    assertThat(destination("subcategory M14.8-"))
        .isEqualTo(new Destination.Codes(List.of("M148-")));
    assertThat(destination("Neoplasm, skin, benign"))
        .isEqualTo(new Destination.Table(PublicationKind.ICD10CM_NEOPLASMS, "skin, benign"));
    assertThat(destination("Table of Drugs and Chemicals, by drug"))
        .isEqualTo(new Destination.Table(PublicationKind.ICD10CM_DRUGS, "by drug"));
    assertThat(BOOK.follow(new Reference(Kind.USE, "Foot Muscle, Right", List.of())))
        .isEqualTo(new Destination.Value("Foot Muscle, Right"));
    assertThat(BOOK.follow(new Reference(Kind.SEE, "Resection, Uterus", List.of("0UT9"))))
        .isEqualTo(new Destination.Codes(List.of("0UT9")));
    assertThat(BOOK.follow(new Place(3), new Reference(Kind.SEE, "by type", List.of())))
        .isEqualTo(new Destination.At(new Place(3), "by type"));
    assertThat(destination("")).isInstanceOf(Destination.Unknown.class);
  }

  @Test
  void codesAreTracedBackToTheirTerms() {
    assertThat(BOOK.termsFor("E11.40").stream().map(l -> BOOK.path(l.place())))
        .containsExactly(
            "Diabetes, diabetic, with, neuropathy", "Diabetes, diabetic, type 2, with, neuropathy");
    assertThat(BOOK.termsFor("S73.9XXA")).isEmpty();
    assertThat(BOOK.termsFor("S72.9XXA"))
        .containsExactly(new Lead(new Place(11), "S729-", Lead.Role.CODE));
    assertThat(BOOK.termsFor("I43"))
        .containsExactly(new Lead(new Place(2), "I43", Lead.Role.MANIFESTATION));
  }

  @Test
  @Timeout(20)
  void hostileBooksNeitherFailNorHang() {
    var deep = new ArrayList<Term>();
    for (int level = 0; level < 10_000; level++) {
      deep.add(term(level, level % 2 == 0 ? "with" : "", "", List.of(), List.of()));
    }
    IndexBook book = IndexBook.of(new AlphabeticIndex(deep));
    assertThat(book.trail(new Place(9_999))).hasSize(10_000);
    assertThat(book.find("with with", 10)).hasSize(1);
    assertThat(book.follow(new Reference(Kind.SEE, "with with with nothing", List.of())))
        .isNotNull();

    var wide = new ArrayList<Term>();
    for (int i = 0; i < 50_000; i++)
      wide.add(term(i % 3 * 7 - 2, "a, b, , b", "(b", List.of(), List.of()));
    IndexBook jumping = IndexBook.of(new AlphabeticIndex(wide));
    String words = String.join(" ", Collections.nCopies(500, "b with"));
    assertThat(jumping.follow(new Reference(Kind.SEE, words, List.of()))).isNotNull();

    IndexBook cycle = book(see(0, "Here", "There"), see(0, "There", "Here"));
    assertThat(cycle.follow(cycle.term(new Place(0)).references().getFirst()))
        .isEqualTo(new Destination.At(new Place(1), ""));
    assertThat(IndexBook.of(new AlphabeticIndex(List.of())).mainTerms("a", 1)).isEmpty();
  }

  private static String follow(String text) {
    return switch (destination(text)) {
      case Destination.At at -> BOOK.path(at.place()) + "|" + at.choose();
      case Destination other -> other.toString();
    };
  }

  private static Destination destination(String text) {
    return BOOK.follow(new Reference(Kind.SEE, text, List.of()));
  }

  private static List<String> paths(List<Place> places) {
    return places.stream().map(BOOK::path).toList();
  }

  private static IndexBook book(Term... terms) {
    return IndexBook.of(new AlphabeticIndex(List.of(terms)));
  }

  private static Term see(int level, String title, String text) {
    var reference = new Reference(Kind.SEE, text, List.of());
    return new Term(level, title, "", List.of(), List.of(), List.of(reference));
  }

  private static Term term(
      int level, String title, String nonessential, List<String> codes, List<String> brackets) {
    return new Term(level, title, nonessential, codes, brackets, List.of());
  }
}
