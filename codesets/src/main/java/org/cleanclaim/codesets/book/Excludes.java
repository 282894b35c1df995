package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.TabularList.Entry;

/// Whether two codes exclude each other. Excludes1: never reported together, whichever of the two
/// carries the note; Excludes2: not part of the condition, may be reported together. A note does
/// not speak about codes below its own entry.
///
/// Source: ICD-10-CM Official Guidelines, section I.A.12.
public final class Excludes {

  /// Two codes and the note that excludes one from the other.
  ///
  /// @param bound the code that the note is printed for, at its own entry or one above
  /// @param named the code that the note names
  public record Exclusion(String bound, String named, Entry entry, Note note) {}

  private final TabularBook book;
  private final Notes notes;

  private Excludes(TabularBook book) {
    this.book = book;
    this.notes = Notes.of(book);
  }

  public static Excludes of(TabularBook book) {
    return new Excludes(book);
  }

  /// The Excludes1 notes between two codes, the same in whichever order they are given.
  public List<Exclusion> excludes1(String code, String other) {
    return between(code, other, Note.Kind.EXCLUDES1);
  }

  /// The Excludes2 notes between two codes, the same in whichever order they are given.
  public List<Exclusion> excludes2(String code, String other) {
    return between(code, other, Note.Kind.EXCLUDES2);
  }

  private List<Exclusion> between(String code, String other, Note.Kind kind) {
    String a = TabularBook.normal(code);
    String b = TabularBook.normal(other);
    String first = a.compareTo(b) <= 0 ? a : b;
    String second = a.compareTo(b) <= 0 ? b : a;
    var exclusions = new ArrayList<Exclusion>();
    if (first.equals(second)) return exclusions;
    add(exclusions, first, second, kind);
    add(exclusions, second, first, kind);
    return exclusions;
  }

  private void add(List<Exclusion> exclusions, String bound, String named, Note.Kind kind) {
    Optional<Entry> target = book.nearest(named);
    for (Inherited inherited : notes.of(bound, kind)) {
      boolean isOwnRange = target.filter(t -> book.isWithin(t, inherited.entry())).isPresent();
      if (!isOwnRange && inherited.note().names(named)) {
        exclusions.add(new Exclusion(bound, named, inherited.entry(), inherited.note()));
      }
    }
  }
}
