package org.cleanclaim.app.underpayment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.HospitalStay;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.contract.Variance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Holds a payment beside the contract: line by line, or as a whole where the contract pays for a
/// case or the payment names no services.
@Component
class ContractComparison {
  /// A difference up to this comes from rounding and is as agreed.
  private static final Money TOLERANCE = Money.ofCents(1);

  /// In place of a line's or service's number.
  private static final int WHOLE_CLAIM = 0;

  private final Claims claims;
  private final InstalledFees medicare;

  ContractComparison(Claims claims, CodeSets codeSets) {
    this.claims = claims;
    this.medicare = new InstalledFees(codeSets);
  }

  /// The first day of service: as the payment says, as the claim does where the payment names no
  /// services, else the day of payment.
  LocalDate servedFrom(MatchedPayment payment, LocalDate paidOn) {
    LocalDate told = payment.payment().servedFrom();
    if (told != null) return told;
    return payment.payment().services().isEmpty()
        ? billed(payment).servedFrom().orElse(paidOn)
        : paidOn;
  }

  private Claim billed(MatchedPayment payment) {
    return claims.get(new ClaimId(payment.claimId())).snapshot();
  }

  /// A payer that comes after another one allows by what that one left.
  static boolean isPrimary(MatchedPayment payment) {
    return switch (payment.payment().status()) {
      case SECONDARY, SECONDARY_FORWARDED, TERTIARY, TERTIARY_FORWARDED -> false;
      case null, default -> true;
    };
  }

  /// What a contract has to say of a payment.
  List<Compared> of(MatchedPayment payment, Contract contract, LocalDate paidOn) {
    var billed = billed(payment);
    var expectations =
        contract.expect(ContractLine.of(billed), HospitalStay.of(billed).orElse(null), medicare);
    if (payment.payment().services().isEmpty() || contract.isOneCase(expectations)) {
      var variance = Variance.ofWhole(expectations, payment.payment(), TOLERANCE);
      return List.of(compared(payment, contract, variance, WHOLE_CLAIM, paidOn));
    }
    var compared = new ArrayList<Compared>();
    var variances = Variance.of(contract, medicare, payment.payment(), paidOn, TOLERANCE);
    Map<Integer, List<Variance>> ofLines = new LinkedHashMap<>();
    for (Variance variance : variances) {
      int line = line(payment, variance);
      if (line > 0) {
        ofLines.computeIfAbsent(line, k -> new ArrayList<>()).add(variance);
      } else {
        compared.add(compared(payment, contract, variance, 0, paidOn));
      }
    }
    ofLines.forEach((line, pieces) ->
        (isPart(payment, pieces, billed, line)
                ? Optional.of(pieces.getFirst())
                : expected(billed, expectations, line)
                    .flatMap(expected -> Variance.together(pieces, expected, TOLERANCE)))
            .ifPresent(v -> compared.add(compared(payment, contract, v, line, paidOn))));
    return compared;
  }

  /// Whether the payer decides one piece of a line and is still to decide the others. Only then is
  /// its own code and units what counts: what it restates of a whole line changes nothing of what
  /// was billed and agreed, and why it pays less is a reason of its own.
  private static boolean isPart(
      MatchedPayment payment, List<Variance> pieces, Claim billed, int line) {
    if (pieces.size() > 1) return false;
    var decided = payment.payment().services().get(pieces.getFirst().service() - 1).charged();
    return billed.lines().stream()
        .anyMatch(l -> l.number() == line && decided.compareTo(l.charge()) < 0);
  }

  private static int line(MatchedPayment payment, Variance variance) {
    int place = variance.service() - 1;
    return place < payment.lines().size() ? payment.lines().get(place) : 0;
  }

  /// What the contract says of a line as it was billed.
  private static Optional<Expectation.Allowed> expected(
      Claim billed, List<Expectation> expectations, int line) {
    for (int i = 0; i < billed.lines().size() && i < expectations.size(); i++) {
      boolean isIt = billed.lines().get(i).number() == line;
      if (isIt && expectations.get(i) instanceof Expectation.Allowed allowed) {
        return Optional.of(allowed);
      }
    }
    return Optional.empty();
  }

  private Compared compared(
      MatchedPayment payment, Contract contract, Variance variance, int line, LocalDate paidOn) {
    Paid paid = paid(payment, variance, line);
    LocalDate from = paid.servedFrom() == null ? servedFrom(payment, paidOn) : paid.servedFrom();
    return new Compared(line, variance, contract.name(), from, paid.charged(), paid.adjustments());
  }

  private static Paid paid(MatchedPayment payment, Variance variance, int line) {
    Paid paid = Paid.of(payment.payment(), variance.service());
    if (line == 0) return paid;
    for (int i = variance.service(); i < payment.lines().size(); i++) {
      if (payment.lines().get(i) == line) paid = paid.and(Paid.of(payment.payment(), i + 1));
    }
    return paid;
  }

  /// What a remittance says of a service or of a whole claim.
  private record Paid(@Nullable LocalDate servedFrom, Money charged, List<Adjustment> adjustments) {
    /// With a further piece of the same line.
    Paid and(Paid piece) {
      var all = new ArrayList<>(adjustments);
      all.addAll(piece.adjustments());
      return new Paid(servedFrom, charged.plus(piece.charged()), List.copyOf(all));
    }

    static Paid of(ClaimPayment claim, int number) {
      if (number == WHOLE_CLAIM) {
        return new Paid(claim.servedFrom(), claim.charged(), claim.allAdjustments());
      }
      ServicePayment service = claim.services().get(number - 1);
      return new Paid(
          service.servedFrom() == null ? claim.servedFrom() : service.servedFrom(),
          service.charged(),
          service.adjustments());
    }
  }
}
