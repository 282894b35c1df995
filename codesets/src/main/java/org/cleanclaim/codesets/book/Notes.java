package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.codesets.publication.TabularList.Entry;

/// The instructional notes of the Tabular List that hold for a code. A note holds for everything
/// below the entry it is printed at; inclusion terms describe that entry alone.
///
/// Source: ICD-10-CM Official Guidelines, section I.A.10 to I.A.17 and I.B.1.
public final class Notes {
  private final TabularBook book;

  private Notes(TabularBook book) {
    this.book = book;
  }

  public static Notes of(TabularBook book) {
    return new Notes(book);
  }

  /// Own notes first, then those of the nearest entry above, the section's, the chapter's.
  public List<Inherited> of(String code) {
    var notes = new ArrayList<Inherited>();
    List<Entry> upwards = book.upwards(code);
    for (int i = 0; i < upwards.size(); i++) {
      Entry entry = upwards.get(i);
      for (Note note : entry.notes()) {
        if (i == 0 || note.kind() != Note.Kind.INCLUSION_TERM)
          notes.add(new Inherited(entry, note));
      }
    }
    return notes;
  }

  /// The same of some kinds only.
  public List<Inherited> of(String code, Note.Kind first, Note.Kind... more) {
    Set<Note.Kind> kinds = EnumSet.of(first, more);
    return of(code).stream().filter(i -> kinds.contains(i.note().kind())).toList();
  }
}
