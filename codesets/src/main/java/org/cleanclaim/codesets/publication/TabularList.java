package org.cleanclaim.codesets.publication;

import java.util.List;
import org.cleanclaim.codesets.Note;
import org.jspecify.annotations.Nullable;

/// The Tabular List: chapters, sections and codes with their instructional notes, in book order.
public record TabularList(List<Entry> entries) implements Content {
  public TabularList {
    entries = List.copyOf(entries);
  }

  @Override
  public int size() {
    return entries.size();
  }

  /// A chapter, a section or a code.
  ///
  /// @param id chapter number `4`, section `E08-E13`, or a code without dot
  /// @param parent the id of the entry above, null for a chapter
  /// @param notes in book order, without those of 7th characters
  /// @param seventhCharacters what the 7th character may be for this entry and all below it; empty
  ///   when the entry does not say
  /// @param placeholder whether the book itself marks the code as padded with X
  public record Entry(
      Level level,
      String id,
      String title,
      @Nullable String parent,
      List<Note> notes,
      List<SeventhCharacter> seventhCharacters,
      boolean placeholder) {
    public Entry {
      notes = List.copyOf(notes);
      seventhCharacters = List.copyOf(seventhCharacters);
    }
  }

  /// Where an entry stands in the book.
  public enum Level {
    CHAPTER,
    SECTION,
    CODE
  }

  /// One choice of a 7th character, such as `A` initial encounter.
  public record SeventhCharacter(char character, String meaning) {}
}
