package org.cleanclaim.app.encoder;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.change.EditionChanges;
import org.springframework.stereotype.Component;

/// What differs between editions, each pair compared once.
@Component
public class EditionComparisons {
  private record Pair(Edition older, Edition newer) {}

  private final Map<Pair, EditionChanges> known = new ConcurrentHashMap<>();

  /// All changes from one edition to a later one of the same system.
  public EditionChanges between(Edition older, Edition newer) {
    return known.computeIfAbsent(
        new Pair(older, newer), pair -> EditionChanges.between(pair.older(), pair.newer()));
  }
}
