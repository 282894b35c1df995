package org.cleanclaim.app.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.jspecify.annotations.Nullable;

/// The visits that a claim bills. Money of a line belongs to the visit of the line; money of the
/// claim as a whole is divided among its visits by their charges.
///
/// @param lead the first visit, which alone is billed when there are no sources
/// @param sources empty for a claim that bills one visit whole
public record ClaimVisits(EncounterId lead, List<ClaimSource> sources) {
  public ClaimVisits {
    sources = List.copyOf(sources);
  }

  /// The visits, the lead first.
  public List<EncounterId> all() {
    return Stream.concat(Stream.of(lead), sources.stream().map(ClaimSource::encounter))
        .distinct()
        .toList();
  }

  /// The visit of a line by its control number, which stays when lines are numbered anew, else by
  /// its number.
  public EncounterId of(int line, @Nullable String controlNumber) {
    int frozen = line;
    if (controlNumber != null) {
      String end = controlNumber.substring(controlNumber.lastIndexOf('L') + 1);
      if (end.matches("\\d{1,6}")) frozen = Integer.parseInt(end);
    }
    for (ClaimSource source : sources) {
      if (source.line() == frozen) return source.encounter();
    }
    return lead;
  }

  EncounterId of(ServiceLine line) {
    return of(line.number(), line.controlNumber());
  }

  /// Divides an amount of the whole claim among its visits by their charges, to the cent.
  public Map<EncounterId, Money> split(Money amount) {
    var shares = new LinkedHashMap<EncounterId, Money>();
    var visits = all();
    var weights =
        visits.stream()
            .map(visit ->
                sources.stream()
                    .filter(s -> s.encounter().equals(visit))
                    .mapToLong(s -> s.amount().cents())
                    .sum())
            .toList();
    boolean hasWeight = weights.stream().anyMatch(w -> w > 0);
    if (visits.size() == 1 || !hasWeight) {
      shares.put(lead, amount);
      return shares;
    }
    var parts = amount.allocate(weights);
    for (int i = 0; i < visits.size(); i++) shares.put(visits.get(i), parts.get(i));
    return shares;
  }
}
