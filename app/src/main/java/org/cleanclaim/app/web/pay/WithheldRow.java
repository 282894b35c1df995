package org.cleanclaim.app.web.pay;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cleanclaim.workforce.benchmark.Dimension;
import org.cleanclaim.workforce.benchmark.UsState;
import org.cleanclaim.workforce.benchmark.Withheld;

/// What one publisher's table of one year names but does not give.
///
/// @param title publisher, year, what it is broken down by, and why it is not given
/// @param names whose figures are withheld, with what of them
/// @param left how many names are left out to keep the page short
public record WithheldRow(String title, List<String> names, int left) {
  private static final int MOST_NAMES = 40;

  static List<WithheldRow> of(Collection<Withheld> withheld) {
    Map<String, Map<String, Set<String>>> tables = new LinkedHashMap<>();
    for (Withheld w : withheld) {
      String title =
          "%s, by %s: %s".formatted(w.source().title(), w.dimension().title(), w.reason().title());
      String name = w.dimension() == Dimension.STATE ? UsState.titleOf(w.key()) : w.key();
      tables
          .computeIfAbsent(title, t -> new LinkedHashMap<>())
          .computeIfAbsent(name, n -> new LinkedHashSet<>())
          .add(w.named());
    }
    return tables.entrySet().stream().map(t -> row(t.getKey(), t.getValue())).toList();
  }

  private static WithheldRow row(String title, Map<String, Set<String>> names) {
    var shown =
        names.entrySet().stream()
            .limit(MOST_NAMES)
            .map(n -> "%s (%s)".formatted(n.getKey(), String.join(", ", n.getValue())))
            .toList();
    return new WithheldRow(title, shown, names.size() - shown.size());
  }
}
