package org.cleanclaim.app.remittance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cleanclaim.app.claim.PayableClaim;
import org.cleanclaim.kernel.Money;

/// The units of the lines of our claims: what a paper explanation that names none is about.
final class BilledUnits {
  private final Map<String, List<PayableClaim.Line>> lines = new HashMap<>();

  BilledUnits(Collection<PayableClaim> claims) {
    claims.forEach(claim -> lines.put(claim.controlNumber(), claim.lines()));
  }

  /// Of the line that is named, else of the only one with the same code and charge.
  Optional<BigDecimal> of(String claim, TypedEob.TypedService service) {
    var ofClaim = lines.getOrDefault(claim, List.of());
    var found =
        ofClaim.stream()
            .filter(line ->
                service.line() == null ? isSame(line, service) : line.number() == service.line())
            .map(PayableClaim.Line::unitsBilled)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static boolean isSame(PayableClaim.Line line, TypedEob.TypedService service) {
    String code = line.procedure() == null ? line.revenueCode() : line.procedure().value();
    return Objects.equals(code, service.procedure())
        && Money.parse(service.charged()).filter(line.charge()::equals).isPresent();
  }
}
