package org.cleanclaim.codesets.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of a practice's own things a new edition breaks.
public final class Radar {
  private Radar() {}

  /// A use that fails from the edition's first day on, and the change that makes it fail.
  public record Break(CodeUse use, CodeChange change) {}

  /// The uses of codes that can no longer be submitted, in the order in which they were given.
  public static List<Break> breaks(EditionChanges changes, Collection<CodeUse> uses) {
    Map<String, CodeChange> breaking = new HashMap<>();
    for (CodeChange change : changes.changes()) {
      if (change.kind().breaksUse()) breaking.put(change.code(), change);
    }
    var breaks = new ArrayList<Break>();
    for (CodeUse use : uses) {
      CodeChange change = use.system() == changes.system() ? breaking.get(use.code()) : null;
      if (change != null) breaks.add(new Break(use, change));
    }
    return breaks;
  }
}
