package org.cleanclaim.codesets.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.Crosswalk;

/// A crosswalk to look codes up in from either side.
public final class Links {
  private final Map<String, List<Crosswalk.Link>> from = new HashMap<>();
  private final Map<String, List<Crosswalk.Link>> to = new HashMap<>();

  private Links(Crosswalk crosswalk) {
    for (Crosswalk.Link link : crosswalk.links()) {
      from.computeIfAbsent(link.from(), code -> new ArrayList<>(2)).add(link);
      to.computeIfAbsent(link.to(), code -> new ArrayList<>(2)).add(link);
    }
  }

  public static Links of(Crosswalk crosswalk) {
    return new Links(crosswalk);
  }

  /// What stands for a code.
  public List<Crosswalk.Link> from(String code) {
    return from.getOrDefault(code, List.of());
  }

  /// What a code stands for.
  public List<Crosswalk.Link> to(String code) {
    return to.getOrDefault(code, List.of());
  }
}
