package org.cleanclaim.codesets.publication;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which code stands for which in another year or another revision: the ICD-10-CM conversion table
/// and the General Equivalence Mappings.
public record Crosswalk(List<Link> links) implements Content {
  public Crosswalk {
    links = List.copyOf(links);
  }

  @Override
  public int size() {
    return links.size();
  }

  /// One pair.
  ///
  /// @param from the code looked up, without dot; of the conversion table the former code
  /// @param to what stands for it, without dot; empty when nothing does; of the conversion table
  ///   the code that came new
  /// @param since the day from which the newer code holds, of the conversion table; else null
  /// @param flags the five digits of an equivalence mapping (approximate, no map, combination,
  ///   scenario, choice list), empty for the conversion table
  public record Link(String from, String to, @Nullable LocalDate since, String flags) {}
}
