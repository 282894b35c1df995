package org.cleanclaim.codesets.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.TabularList;
import org.cleanclaim.codesets.publication.TabularList.Entry;
import org.cleanclaim.codesets.publication.TabularList.Level;

/// Some chapters of a Tabular List, put in the place of the same chapters of an older one, so that
/// the others go on to hold.
public final class TabularExcerpt {
  private static final int CHAPTERS = 21;

  private TabularExcerpt() {}

  /// Whether chapters are missing; the book has 21, and a 22nd since FY2020.
  public static boolean isExcerpt(TabularList list) {
    long chapters = list.entries().stream().filter(e -> e.level() == Level.CHAPTER).count();
    return chapters > 0 && chapters < CHAPTERS;
  }

  /// The older list with the newer chapters in place of its own.
  public static TabularList over(TabularList older, TabularList newer) {
    Map<String, List<Entry>> chapters = new LinkedHashMap<>(byChapter(older));
    chapters.putAll(byChapter(newer));
    return new TabularList(chapters.values().stream().flatMap(List::stream).toList());
  }

  private static Map<String, List<Entry>> byChapter(TabularList list) {
    Map<String, List<Entry>> chapters = new LinkedHashMap<>();
    List<Entry> open = new ArrayList<>();
    for (Entry entry : list.entries()) {
      if (entry.level() == Level.CHAPTER) {
        open = new ArrayList<>();
        chapters.put(entry.id(), open);
      }
      open.add(entry);
    }
    return chapters;
  }
}
