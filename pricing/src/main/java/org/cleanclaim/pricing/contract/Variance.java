package org.cleanclaim.pricing.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.PlaceOfService;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.Remittance;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.PriceStep;
import org.jspecify.annotations.Nullable;

/// How what a payer allowed for one service differs from what the contract says.
///
/// @param claim our number of the claim
/// @param service number of the service in the claim payment, from 1; 0 for a payment of the whole
///   claim without services
/// @param expected by contract; null where it has no price
/// @param term that decided; null where none did
/// @param allowed by the payer; null where the service was not paid for a reason of its own
/// @param steps how the expected amount came about; they add up to it
/// @param finding why there is nothing to compare; null where there is
public record Variance(
    String claim,
    int service,
    String procedure,
    @Nullable Money expected,
    @Nullable String term,
    @Nullable Money allowed,
    Kind kind,
    List<PriceStep> steps,
    @Nullable Finding finding) {
  public Variance {
    steps = List.copyOf(steps);
  }

  /// What came of the comparison.
  public enum Kind {
    AS_AGREED,
    /// The payer allowed less.
    UNDERPAID,
    /// The payer allowed more.
    OVERPAID,
    /// The payer refused the service; that is a denial, not a price.
    DENIED,
    /// The contract has no price for it.
    NOT_PRICED
  }

  /// What the payer allowed above the contract; negative when it allowed less.
  public Money difference() {
    return expected == null || allowed == null ? Money.ZERO : allowed.minus(expected);
  }

  /// Compares every service of a remittance.
  ///
  /// @param tolerance a difference up to this is as agreed
  public static List<Variance> of(
      Contract contract, MedicareFees medicare, Remittance remittance, Money tolerance) {
    var all = new ArrayList<Variance>();
    for (ClaimPayment claim : remittance.claims()) {
      all.addAll(of(contract, medicare, claim, remittance.paidOn(), tolerance));
    }
    return List.copyOf(all);
  }

  /// Compares every service of one claim payment; a reversal has nothing to compare.
  ///
  /// @param paidOn stands in for a day of service that nobody states
  public static List<Variance> of(
      Contract contract,
      MedicareFees medicare,
      ClaimPayment claim,
      LocalDate paidOn,
      Money tolerance) {
    if (claim.isReversal()) return List.of();
    var all = new ArrayList<Variance>();
    var expectations =
        contract.expect(
            lines(claim, paidOn), HospitalStay.of(claim, paidOn).orElse(null), medicare);
    for (int i = 0; i < expectations.size(); i++) {
      var expectation = expectations.get(i);
      boolean isCapitated = contract.isCapitated(expectation);
      all.add(of(claim, i, expectation, isCapitated, tolerance));
    }
    return List.copyOf(all);
  }

  /// Compares what a payer allows of a line in pieces with what the contract says of the line.
  ///
  /// @param pieces of the line, as they were compared one by one
  /// @return nothing when a piece was refused
  public static Optional<Variance> together(
      List<Variance> pieces, Expectation.Allowed expected, Money tolerance) {
    var allowed = new ArrayList<Money>();
    for (Variance piece : pieces) {
      if (piece.allowed() == null) return Optional.empty();
      allowed.add(piece.allowed());
    }
    Money sum = Money.sum(allowed);
    var first = pieces.getFirst();
    return Optional.of(
        new Variance(
            first.claim(),
            first.service(),
            first.procedure(),
            expected.allowed(),
            expected.term(),
            sum,
            kind(expected.allowed(), sum, tolerance),
            expected.steps(),
            null));
  }

  /// Compares payments as a whole with what the contract says of the claim's lines together: those
  /// that name no services, or those for a case, which a payer may decide in parts. A line without
  /// price leaves nothing to compare.
  ///
  /// @param expectations of the lines as they were billed
  /// @param parts of the claim, all that the payer has decided of it
  public static Variance ofWhole(
      List<Expectation> expectations, List<ClaimPayment> parts, Money tolerance) {
    var claim = parts.getFirst();
    Money allowed =
        allowed(
            Money.sum(parts.stream().map(ClaimPayment::charged).toList()),
            parts.stream().flatMap(part -> part.allAdjustments().stream()).toList());
    var steps = new ArrayList<PriceStep>();
    var terms = new LinkedHashSet<String>();
    for (Expectation expectation : expectations) {
      switch (expectation) {
        case Expectation.Unpriced unpriced -> {
          return whole(claim, null, "", allowed, Kind.NOT_PRICED, List.of(), unpriced.finding());
        }
        case Expectation.Allowed line -> {
          terms.add(line.term());
          for (PriceStep step : line.steps()) {
            String text = "line %d: %s".formatted(line.number(), step.text());
            steps.add(new PriceStep(text, step.amount(), step.source()));
          }
        }
      }
    }
    Money expected = Money.sum(steps.stream().map(PriceStep::amount).toList());
    Kind kind = kind(expected, allowed, tolerance);
    return whole(claim, expected, String.join(", ", terms), allowed, kind, steps, null);
  }

  private static Variance whole(
      ClaimPayment claim,
      @Nullable Money expected,
      String term,
      @Nullable Money allowed,
      Kind kind,
      List<PriceStep> steps,
      @Nullable Finding finding) {
    return new Variance(
        claim.claimControlNumber(),
        0,
        "whole claim",
        expected,
        expected == null ? null : term,
        allowed,
        kind,
        steps,
        finding);
  }

  private static List<ContractLine> lines(ClaimPayment claim, LocalDate paidOn) {
    var place =
        claim.facilityCode() == null
            ? null
            : PlaceOfService.parse(claim.facilityCode()).orElse(null);
    var lines = new ArrayList<ContractLine>();
    for (ServicePayment service : claim.services()) {
      var servedOn = service.servedFrom() == null ? claim.servedFrom() : service.servedFrom();
      BigDecimal units =
          service.unitsSubmitted() == null ? service.unitsPaid() : service.unitsSubmitted();
      String code =
          service.submittedProcedure() == null ? service.procedure() : service.submittedProcedure();
      lines.add(
          new ContractLine(
              lines.size() + 1,
              ProcedureCode.parse(code).orElse(null),
              service.department(),
              service.modifiers(),
              units,
              service.charged(),
              servedOn == null ? paidOn : servedOn,
              place));
    }
    return lines;
  }

  private static Variance of(
      ClaimPayment claim,
      int place,
      Expectation expectation,
      boolean isCapitated,
      Money tolerance) {
    var service = claim.services().get(place);
    Money stated = service.allowed();
    Money reckoned = allowed(service.charged(), service.adjustments());
    Money allowed =
        isCapitated && isByMonth(service)
            ? service.paid()
            : stated == null || reckoned == null ? reckoned : stated;
    return switch (expectation) {
      case Expectation.Unpriced unpriced ->
          new Variance(
              claim.claimControlNumber(),
              place + 1,
              service.procedure(),
              null,
              null,
              allowed,
              Kind.NOT_PRICED,
              List.of(),
              unpriced.finding());
      case Expectation.Allowed expected ->
          new Variance(
              claim.claimControlNumber(),
              place + 1,
              service.procedure(),
              expected.allowed(),
              expected.term(),
              allowed,
              kind(expected.allowed(), allowed, tolerance),
              expected.steps(),
              null);
    };
  }

  /// Whether the payer says that its monthly payment covers a service.
  private static boolean isByMonth(ServicePayment service) {
    return service.adjustments().stream()
        .anyMatch(a -> a.group() == AdjustmentGroup.CO && a.reason().value().equals("24"));
  }

  private static Kind kind(Money expected, @Nullable Money allowed, Money tolerance) {
    if (allowed == null) return Kind.DENIED;
    Money difference = allowed.minus(expected);
    if (difference.abs().compareTo(tolerance) <= 0) return Kind.AS_AGREED;
    return difference.isNegative() ? Kind.UNDERPAID : Kind.OVERPAID;
  }

  /// The charge less what the contract took; null when the payer gave another reason than price and
  /// cost share.
  private static @Nullable Money allowed(Money charged, List<Adjustment> adjustments) {
    Money allowed = charged;
    for (Adjustment adjustment : adjustments) {
      boolean isPatient = adjustment.group() == AdjustmentGroup.PR;
      switch (adjustment.reason().value()) {
        case "45", "59", "94" -> allowed = allowed.minus(adjustment.amount());
        case "1", "2", "3" -> {
          if (!isPatient) return null;
        }
        case "253", "23", "225" -> {}
        default -> {
          return null;
        }
      }
    }
    return allowed;
  }
}
