package org.cleanclaim.app.authorization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a payer certified of a request: services with their own number, units and days (HCR, SV1
/// and DTP of loop 2000F, where they are silent those of 2000E).
///
/// @param number the payer's, null when it gave none
/// @param services that it names; empty when it certified the event as a whole
/// @param units null when it counts none
/// @param from first day, null when it said none
/// @param through last day, null when it said none
record Certification(
    @Nullable String number,
    List<ServiceRange> services,
    @Nullable BigDecimal units,
    @Nullable LocalDate from,
    @Nullable LocalDate through) {
  Certification {
    services = List.copyOf(services);
  }

  /// One beside others: services that share number and days and whose units are not counted stand
  /// together, and so do the units of a service that comes twice.
  static List<Certification> joined(List<Certification> single) {
    var joined = new ArrayList<Certification>();
    for (Certification one : single) {
      int at = 0;
      while (at < joined.size() && joined.get(at).with(one).isEmpty()) at++;
      if (at == joined.size()) {
        joined.add(one);
      } else {
        joined.set(at, joined.get(at).with(one).orElseThrow());
      }
    }
    return List.copyOf(joined);
  }

  private Optional<Certification> with(Certification other) {
    boolean isSameLeave =
        Objects.equals(number, other.number)
            && Objects.equals(from, other.from)
            && Objects.equals(through, other.through);
    if (!isSameLeave) return Optional.empty();
    BigDecimal mine = units;
    BigDecimal others = other.units;
    if (services.equals(other.services)) {
      BigDecimal together = mine == null || others == null ? null : mine.add(others);
      return Optional.of(new Certification(number, services, together, from, through));
    }
    if (mine != null || others != null) return Optional.empty();
    var both = Stream.concat(services.stream(), other.services.stream()).distinct().toList();
    return Optional.of(new Certification(number, both, null, from, through));
  }
}
