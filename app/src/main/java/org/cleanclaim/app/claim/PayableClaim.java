package org.cleanclaim.app.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.encounter.EncounterId;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.jspecify.annotations.Nullable;

/// What a payment has to know of a claim to find it and its lines.
///
/// @param visits that it bills
/// @param follows our number of the claim to the payer before; null when this payer is the first
/// @param hasNextPayer another policy of the patient comes after this one on the day of service
/// @param isLeftUnbilled what this payer has left so far is asked of the next one, or was not left
///   to the patient
/// @param capitated numbers of the lines that its payer pays by a sum per member and month
public record PayableClaim(
    ClaimId id,
    String controlNumber,
    @Nullable String payerClaimControlNumber,
    long patientId,
    ClaimVisits visits,
    long payerId,
    @Nullable String follows,
    boolean hasNextPayer,
    boolean isLeftUnbilled,
    Money totalCharge,
    LocalDate servedFrom,
    String memberId,
    String lastName,
    String firstName,
    List<Line> lines,
    Set<Integer> capitated) {
  public PayableClaim {
    lines = List.copyOf(lines);
    capitated = Set.copyOf(capitated);
  }

  /// A line as billed.
  public record Line(
      int number,
      @Nullable String controlNumber,
      @Nullable ProcedureCode procedure,
      List<Modifier> modifiers,
      @Nullable String revenueCode,
      Money charge,
      java.math.BigDecimal unitsBilled,
      LocalDate servedFrom) {
    public Line {
      modifiers = List.copyOf(modifiers);
    }
  }

  /// The visit of a line; of a service that is no line of ours, the first.
  public EncounterId visitOf(@Nullable Integer line) {
    if (line == null) return visits.lead();
    return lines.stream()
        .filter(l -> l.number() == line)
        .findFirst()
        .map(l -> visits.of(l.number(), l.controlNumber()))
        .orElse(visits.lead());
  }

  /// Whether what its payer leaves goes to a next payer rather than to the patient.
  ///
  /// @param isEarlier what an earlier decision left, which goes back where it was taken from
  public boolean asksNextPayer(boolean isEarlier) {
    return hasNextPayer && (!isEarlier || isLeftUnbilled);
  }

  /// Whether its payer pays a line by a sum per member and month.
  ///
  /// @param line null for the claim as a whole, and for a service that is no line of ours
  public boolean isCapitated(@Nullable Integer line) {
    return line == null
        ? !lines.isEmpty() && lines.stream().allMatch(l -> capitated.contains(l.number()))
        : capitated.contains(line);
  }

  public PayableClaim withCapitated(Set<Integer> numbers) {
    return new PayableClaim(
        id,
        controlNumber,
        payerClaimControlNumber,
        patientId,
        visits,
        payerId,
        follows,
        hasNextPayer,
        isLeftUnbilled,
        totalCharge,
        servedFrom,
        memberId,
        lastName,
        firstName,
        lines,
        numbers);
  }

  @Override
  public String toString() {
    return "PayableClaim[" + controlNumber + "]";
  }
}
