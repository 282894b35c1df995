package org.cleanclaim.coding.reading;

import java.util.List;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Sentence;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.specificity.Sides;

/// A note with its sentences and what they name. Not for several threads at once: what is asked is
/// found once and kept.
public final class ReadNote {
  private final Documentation note;
  private final List<ReadSentence> sentences;

  private ReadNote(Documentation note, TermIndex terms) {
    this.note = note;
    List<Sentence> all = NoteReader.read(note.text());
    Sides sides = Sides.of(all);
    this.sentences = all.stream().map(each -> new ReadSentence(note, each, terms, sides)).toList();
  }

  /// @param terms the wordings that are looked for
  public static ReadNote of(Documentation note, TermIndex terms) {
    return new ReadNote(note, terms);
  }

  public Documentation note() {
    return note;
  }

  /// Those that have words, in order.
  public List<ReadSentence> sentences() {
    return sentences;
  }
}
