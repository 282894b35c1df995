package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cleanclaim.edits.ncci.NcciLine;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.Modifier;

/// The services on the patient's other claims, those that come before the claim and those that come
/// after it alike: rules that ask here find the same whatever the order of the claims.
@FunctionalInterface
public interface OtherServices {
  /// There is no other claim.
  OtherServices NONE = (_, _) -> List.of();

  /// Those that began on the days from a first to a last one.
  List<OtherService> between(LocalDate from, LocalDate through);

  /// Those of some claims.
  static OtherServices of(List<Claim> claims) {
    if (claims.isEmpty()) return NONE;
    var all = new ArrayList<OtherService>();
    for (Claim claim : claims) all.addAll(of(claim));
    return (from, through) ->
        all.stream()
            .filter(service ->
                !service.line().from().isBefore(from) && !service.line().from().isAfter(through))
            .toList();
  }

  /// Those of one claim: the lines that name a procedure.
  static List<OtherService> of(Claim claim) {
    var services = new ArrayList<OtherService>(claim.lines().size());
    Performer usual = Performer.of(claim);
    for (ServiceLine line : claim.lines()) {
      if (line.procedure() == null) continue;
      Performer by = Performer.of(claim, line, usual);
      services.add(new OtherService(claim.payer().id(), claim.type(), by, line(line)));
    }
    return services;
  }

  /// A line that names a procedure, as the correct coding initiative looks at it.
  static NcciLine line(ServiceLine line) {
    return new NcciLine(
        Objects.requireNonNull(line.procedure()).value(),
        modifiers(line),
        line.unitsBilled(),
        line.servedFrom(),
        line.servedThrough());
  }

  private static List<String> modifiers(ServiceLine line) {
    if (line.modifiers().isEmpty()) return List.of();
    var values = new ArrayList<String>(line.modifiers().size());
    for (Modifier modifier : line.modifiers()) values.add(modifier.value());
    return values;
  }
}
