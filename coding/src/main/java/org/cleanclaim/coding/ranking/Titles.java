package org.cleanclaim.coding.ranking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The titles of codes. Safe for many threads.
final class Titles {
  private final Function<String, String> titles;
  private final Map<String, Title> known = new ConcurrentHashMap<>();

  /// @param titles the title of a billable code; empty for any other
  Titles(Function<String, String> titles) {
    this.titles = titles;
  }

  Title of(String code) {
    Title title = known.get(code);
    return title == null ? known.computeIfAbsent(code, c -> Title.of(titles.apply(c))) : title;
  }
}
