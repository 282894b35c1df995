package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Reference;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.CodeList;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.codesets.publication.TabularList.SeventhCharacter;
import org.cleanclaim.codesets.publication.TermTable;
import org.cleanclaim.codesets.search.SearchEntry.Origin;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/// Books of random words, levels and codes: every question is answered, whatever they hold.
@Timeout(30)
class HostileBooksTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          ",",
          ",,",
          "-",
          "--",
          "(",
          ")(",
          "with",
          "in (due to)",
          "by site",
          "see",
          "condition",
          "A",
          "a, ab",
          "Neoplasm, ",
          "Table of Drugs",
          "category",
          "M01.-",
          "\u0000",
          "\ud800",
          "é́ß",
          "İ",
          "'s",
          "specified NEC",
          "A00-",
          "A00-A09",
          "-A00",
          "A",
          "Z9999999999",
          "１２");
  private static final List<Integer> LEVELS =
      List.of(0, 0, 1, 1, 2, 3, 9, -1, Integer.MAX_VALUE, Integer.MIN_VALUE);

  @RepeatedTest(20)
  void everyQuestionIsAnswered(RepetitionInfo repetition) {
    long seed = Long.getLong("test.seed", 1_000L + repetition.getCurrentRepetition());
    var random = new Random(seed);
    var terms = new ArrayList<Term>();
    for (int i = 0; i < 300; i++) terms.add(term(random));
    var book = IndexBook.of(new AlphabeticIndex(terms));
    for (int i = 0; i < book.size(); i++) {
      Place place = book.place(i).orElseThrow();
      assertThat(book.trail(place)).as("seed " + seed).endsWith(place);
      assertThat(book.children(place))
          .allMatch(c -> book.parent(c).equals(book.place(place.ordinal())));
      assertThat(book.path(place)).isNotNull();
      assertThat(book.with(place)).doesNotContain(place);
      assertThat(book.findWithin(place, text(random), 5)).hasSizeLessThanOrEqualTo(5);
      for (Reference reference : book.term(place).references()) {
        assertThat(book.follow(place, reference)).isNotNull();
      }
    }
    for (String text : TEXTS) {
      assertThat(book.mainTerms(text, 3)).hasSizeLessThanOrEqualTo(3);
      assertThat(book.termsFor(text)).isNotNull();
    }
    assertThat(book.letters()).doesNotContain("");
    assertThat(new Phrases().index(book, Origin.INDEX).byCode()).doesNotContainKey("");
  }

  @RepeatedTest(20)
  void everyTableAndListIsWalked(RepetitionInfo repetition) {
    long seed = Long.getLong("test.seed", 2_000L + repetition.getCurrentRepetition());
    var random = new Random(seed);
    var rows = new ArrayList<TermTable.Row>();
    var entries = new ArrayList<Entry>();
    var codes = new ArrayList<CodeList.Row>();
    for (int i = 0; i < 200; i++) {
      rows.add(
          new TermTable.Row(
              level(random),
              text(random),
              text(random),
              List.of(text(random)),
              List.of(reference(random))));
      entries.add(entry(random));
      codes.add(new CodeList.Row(text(random), text(random), "", true, null, null, Map.of()));
    }
    var table = TableBook.of(new TermTable(List.of(text(random)), rows));
    var tabular = TabularBook.of(new TabularList(entries));
    var family = CodeFamily.of(Titles.of(new CodeList(codes)), tabular);
    var characters = SeventhCharacters.of(tabular, Titles.of(new CodeList(codes)));
    var manifestations = Manifestations.of(tabular);
    for (TermTable.Row row : rows) {
      assertThat(table.follow(row.references().getFirst())).isNotNull();
      assertThat(table.locate(row.title())).isNotNull();
    }
    for (String text : TEXTS) {
      assertThat(table.rowsFor(text)).isNotNull();
      assertThat(family.ancestors(text)).isNotNull();
      assertThat(family.children(text)).isNotNull();
      assertThat(family.childrenOfHeading(text)).isNotNull();
      assertThat(family.sides(text)).isNotNull();
      assertThat(family.encounters(text)).isNotNull();
      assertThat(characters.choices(text)).isNotNull();
      assertThat(characters.expand(text)).isNotNull();
      assertThat(manifestations.pairs(text)).isNotNull();
      assertThat(Excludes.of(tabular).excludes1(text, "A00"))
          .isEqualTo(Excludes.of(tabular).excludes1("A00", text));
    }
    assertThat(new Phrases().neoplasms(table).drugs(table).byCode())
        .as("seed " + seed)
        .doesNotContainKey("");
  }

  private static Term term(Random random) {
    return new Term(
        level(random),
        text(random),
        text(random),
        List.of(text(random)),
        List.of(text(random)),
        List.of(reference(random)));
  }

  private static Reference reference(Random random) {
    List<String> codes = random.nextInt(4) == 0 ? List.of(text(random)) : List.of();
    return new Reference(
        pick(Reference.Kind.values(), random), text(random) + ", " + text(random), codes);
  }

  private static Entry entry(Random random) {
    return new Entry(
        pick(Level.values(), random),
        text(random),
        text(random),
        random.nextInt(3) == 0 ? null : text(random),
        List.of(
            new Note(pick(Note.Kind.values(), random), text(random), List.of("A00", text(random)))),
        random.nextInt(3) == 0 ? List.of(new SeventhCharacter('A', text(random))) : List.of(),
        false);
  }

  private static <T> T pick(T[] values, Random random) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private static int level(Random random) {
    return LEVELS.get(random.nextInt(LEVELS.size()));
  }

  private static String text(Random random) {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    return random.nextInt(3) == 0 ? text + " " + TEXTS.get(random.nextInt(TEXTS.size())) : text;
  }
}
