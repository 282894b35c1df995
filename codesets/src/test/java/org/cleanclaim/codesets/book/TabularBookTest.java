package org.cleanclaim.codesets.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.AlphabeticIndex;
import org.cleanclaim.codesets.publication.AlphabeticIndex.Term;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.codesets.publication.TabularList.SeventhCharacter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TabularBookTest {
  private static final TabularBook BOOK =
      book(
          entry(Level.CHAPTER, "4", null, note(Note.Kind.EXCLUDES1, "P70-P74")),
          entry(Level.SECTION, "E08-E13", "4"),
          entry(Level.CODE, "E10", "E08-E13", note(Note.Kind.EXCLUDES1, "E11-")),
          entry(Level.CODE, "E109", "E10", note(Note.Kind.INCLUSION_TERM)),
          entry(
              Level.CODE,
              "E11",
              "E08-E13",
              note(Note.Kind.EXCLUDES2, "O24-"),
              note(Note.Kind.EXCLUDES1, "E08-E13")),
          entry(Level.CODE, "E119", "E11"),
          entry(Level.SECTION, "E36", "4"),
          entry(Level.CODE, "E36", "E36"),
          entry(Level.CODE, "E360", "E36"),
          entry(Level.CHAPTER, "9", null),
          entry(Level.SECTION, "I30-I52", "9"),
          new Entry(
              Level.CODE,
              "I43",
              "Cardiomyopathy in diseases classified elsewhere",
              "I30-I52",
              List.of(note(Note.Kind.CODE_FIRST, "E11", "E85-")),
              List.of(),
              false),
          entry(Level.CHAPTER, "19", null),
          new Entry(
              Level.CODE,
              "S00",
              "Superficial injury of head",
              "19",
              List.of(),
              List.of(new SeventhCharacter('A', "initial"), new SeventhCharacter('D', "later")),
              false),
          entry(Level.CODE, "S000", "S00"),
          entry(Level.CODE, "S0001", "S000"));

  @Test
  void hierarchyGoesUpToTheChapter() {
    assertThat(ids(BOOK.upwards("E11.9"))).containsExactly("E119", "E11", "E08-E13", "4");
    assertThat(ids(BOOK.upwards("E36.0"))).containsExactly("E360", "E36", "E36", "4");
    assertThat(ids(BOOK.upwards("S00.01XA"))).containsExactly("S0001", "S000", "S00", "19");
    assertThat(ids(BOOK.upwards("E12.3"))).containsExactly("E08-E13", "4");
    assertThat(ids(BOOK.upwards("I5A"))).containsExactly("I30-I52", "9");
    assertThat(ids(BOOK.upwards("IA0"))).containsExactly("9");
    assertThat(BOOK.upwards("Z99")).isEmpty();
  }

  @Test
  void notesAreInheritedNearestFirst() {
    var notes = Notes.of(BOOK).of("E10.9");

    assertThat(notes.stream().map(i -> i.entry().id() + " " + i.note().kind()))
        .containsExactly("E109 INCLUSION_TERM", "E10 EXCLUDES1", "4 EXCLUDES1");
    assertThat(Notes.of(BOOK).of("E1099").stream().map(i -> i.note().kind())).hasSize(3);
  }

  @Test
  void exclusionHoldsFromEitherSide() {
    var excludes = Excludes.of(BOOK);

    assertThat(excludes.excludes1("E11.9", "E10.9"))
        .isEqualTo(excludes.excludes1("E109", "E119"))
        .extracting(e -> e.bound() + " excludes " + e.named() + " at " + e.entry().id())
        .containsExactly("E109 excludes E119 at E10", "E119 excludes E109 at E11");
    assertThat(excludes.excludes1("E11.9", "E11.8")).isEmpty();
    assertThat(excludes.excludes1("E11.9", "E11.9")).isEmpty();
    assertThat(excludes.excludes1("P70.1", "E10.9")).hasSize(1);
    assertThat(excludes.excludes2("O24.1", "E11.9")).hasSize(1);
    assertThat(excludes.excludes1("", "E11.9")).isEmpty();
  }

  @Test
  void seventhCharactersAreInheritedAndPadded() {
    var characters = SeventhCharacters.of(BOOK);

    assertThat(characters.choices("S00.01").orElseThrow().definedAt().id()).isEqualTo("S00");
    assertThat(characters.expand("S00")).containsExactly("S0001XA", "S0001XD");
    assertThat(characters.choices("E11.9")).isEmpty();
    assertThat(characters.expand("E11")).containsExactly("E119");
    assertThat(characters.expand("Z99")).isEmpty();
  }

  @Test
  void manifestationsAreNamedByNotesAndBrackets() {
    var term = new Term(0, "Amyloidosis", "", List.of("E854"), List.of("I43"), List.of());
    var index = IndexBook.of(new AlphabeticIndex(List.of(term)));
    var manifestations = Manifestations.of(BOOK, index);

    assertThat(manifestations.isManifestation("I43")).isTrue();
    assertThat(manifestations.pairs("I43").stream().map(p -> p.etiology()))
        .containsExactly("E11", "E85-", "E854");
    assertThat(manifestations.pairs("E11.9").stream().map(p -> p.manifestation()))
        .containsExactly("I43");
    assertThat(
            manifestations.pairs("E85.4").stream().map(p -> p.source().getClass().getSimpleName()))
        .containsExactly("Printed", "Indexed");
  }

  @Test
  @Timeout(20)
  void damagedListsNeitherFailNorHang() {
    var cycle =
        book(
            entry(Level.SECTION, "A00", "B00"),
            entry(Level.SECTION, "B00", "A00"),
            entry(Level.CODE, "A00", "A00"));
    assertThat(cycle.upwards("A00")).isNotEmpty();
    assertThat(SeventhCharacters.of(cycle).expand(cycle.entries().getFirst())).isNotEmpty();

    var deep = new ArrayList<Entry>();
    for (int i = 0; i < 10_000; i++)
      deep.add(entry(Level.CODE, "A" + i, i == 0 ? "" : "A" + (i - 1)));
    var book = TabularBook.of(new TabularList(deep));
    assertThat(book.upwards("A9999")).isNotEmpty();
    assertThat(book.leaves(deep.getFirst())).isEmpty();
    assertThat(book.upwards("")).isEmpty();
  }

  private static List<String> ids(List<Entry> entries) {
    return entries.stream().map(Entry::id).toList();
  }

  private static TabularBook book(Entry... entries) {
    return TabularBook.of(new TabularList(List.of(entries)));
  }

  private static Entry entry(Level level, String id, @Nullable String parent, Note... notes) {
    return new Entry(level, id, "Title of " + id, parent, List.of(notes), List.of(), false);
  }

  private static Note note(Note.Kind kind, String... codes) {
    return new Note(kind, "text", List.of(codes));
  }
}
