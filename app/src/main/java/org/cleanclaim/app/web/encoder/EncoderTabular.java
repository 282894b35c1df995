package org.cleanclaim.app.web.encoder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.app.encoder.CodeViews;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.book.TabularBook;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;
import org.cleanclaim.kernel.code.CodeSystem;

/// Draws a part of the Tabular List: the chapters, or an entry with what stands below it.
final class EncoderTabular {
  /// Lines that may be shown below an entry; of more, only those directly below.
  private static final int ROOM = 110;

  private final Look look;
  private final TabularBook book;
  private final CodeSets codeSets;

  EncoderTabular(Look look, TabularBook book, CodeSets codeSets) {
    this.look = look;
    this.book = book;
    this.codeSets = codeSets;
  }

  Found.Tabular draw() {
    Optional<Entry> opened = opened();
    if (opened.isEmpty()) {
      return new Found.Tabular(
          List.of(), book.chapters().stream().map(chapter -> line(chapter, 0, false)).toList());
    }
    Entry entry = opened.get();
    var above = new ArrayList<>(book.upwards(entry));
    above.removeFirst();
    Collections.reverse(above);
    var lines = new ArrayList<Found.TabularLine>();
    lines.add(line(entry, 0, true));
    boolean isWhole = entry.level() == Level.CODE && count(entry, 0) <= ROOM;
    below(entry, 1, isWhole, lines);
    return new Found.Tabular(above.stream().map(parent -> line(parent, 0, false)).toList(), lines);
  }

  /// A chapter's number, a section's range or a code; without a place, what is typed.
  private Optional<Entry> opened() {
    String place = look.place().isEmpty() ? look.typed().strip() : look.place();
    if (place.isEmpty()) return Optional.empty();
    return book.code(place).or(() -> book.heading(place)).or(() -> book.nearest(place));
  }

  private int count(Entry entry, int so) {
    int count = so + 1;
    for (Entry child : book.children(entry)) {
      if (count > ROOM) return count;
      count = count(child, count);
    }
    return count;
  }

  private void below(Entry entry, int depth, boolean isWhole, List<Found.TabularLine> lines) {
    for (Entry child : book.children(entry)) {
      lines.add(line(child, depth, isWhole));
      if (isWhole) below(child, depth + 1, true, lines);
    }
  }

  private Found.TabularLine line(Entry entry, int depth, boolean isWhole) {
    boolean isCode = entry.level() == Level.CODE;
    boolean isBillable =
        isCode
            && codeSets
                .find(CodeSystem.ICD10CM, entry.id(), look.on())
                .map(CodeEntry::billable)
                .orElse(false);
    return new Found.TabularLine(
        entry,
        depth,
        isCode ? CodeViews.written(CodeSystem.ICD10CM, entry.id()) : entry.id(),
        isBillable,
        isWhole);
  }
}
