package org.cleanclaim.app.underpayment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cleanclaim.app.claim.ClaimId;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.remittance.MatchedPayments.MatchedPayment;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.pricing.contract.Contract;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.HospitalStay;
import org.cleanclaim.pricing.contract.InstalledFees;
import org.cleanclaim.pricing.contract.Variance;
import org.springframework.stereotype.Component;

/// Holds a payment beside the contract: line by line, or as a whole where the contract pays for a
/// case or the payment names no services.
@Component
class ContractComparison {
  /// A difference up to this comes from rounding and is as agreed.
  private static final Money TOLERANCE = Money.ofCents(1);

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

  /// What a contract has to say of a payment. A payer may decide a claim in several payments, and
  /// one line of it in pieces: they are compared together, once the last has come.
  ///
  /// @param before the payments on the same claim that came before it and stand, the latest first
  List<Compared> of(
      MatchedPayment payment,
      Contract contract,
      LocalDate paidOn,
      Supplier<List<MatchedPayment>> before) {
    var billed = billed(payment);
    var expectations =
        contract.expect(ContractLine.of(billed), HospitalStay.of(billed).orElse(null), medicare);
    if (payment.payment().services().isEmpty() || contract.isOneCase(expectations)) {
      return ofWhole(payment, contract, billed, expectations, paidOn, before);
    }
    var compared = new ArrayList<Compared>();
    var ofLines = new LinkedHashMap<Integer, Pieces>();
    for (Piece piece : pieces(payment, contract, paidOn)) {
      if (piece.line() > 0) {
        ofLines.computeIfAbsent(piece.line(), Pieces::new).add(piece);
      } else {
        var alone = new Pieces(0);
        alone.add(piece);
        compared.add(compared(alone, contract, piece.variance(), paidOn, false));
      }
    }
    for (Pieces pieces : ofLines.values()) {
      var line = line(billed, pieces.line());
      if (line.isEmpty()) continue;
      if (pieces.isPartOf(line.get())) {
        for (MatchedPayment earlier : before.get()) {
          pieces.addWhatFits(pieces(earlier, contract, paidOn), line.get());
        }
      }
      of(pieces, line.get(), expected(billed, expectations, pieces.line()), contract, paidOn)
          .ifPresent(compared::add);
    }
    return compared;
  }

  private Optional<Compared> of(
      Pieces pieces,
      ServiceLine line,
      Optional<Expectation.Allowed> expected,
      Contract contract,
      LocalDate paidOn) {
    if (!pieces.isPartOf(line)) {
      return expected
          .flatMap(price -> Variance.together(pieces.variances(), price, TOLERANCE))
          .map(variance -> compared(pieces, contract, variance, paidOn, false));
    }
    return pieces
        .partByUnits(line)
        .map(variance -> compared(pieces, contract, variance, paidOn, true));
  }

  private List<Compared> ofWhole(
      MatchedPayment payment,
      Contract contract,
      Claim billed,
      List<Expectation> expectations,
      LocalDate paidOn,
      Supplier<List<MatchedPayment>> before) {
    var together = new ArrayList<>(List.of(payment));
    Money charged = payment.payment().charged();
    if (charged.compareTo(billed.totalCharge()) < 0) {
      for (MatchedPayment earlier : before.get()) {
        Money with = charged.plus(earlier.payment().charged());
        if (with.compareTo(billed.totalCharge()) > 0) continue;
        together.add(earlier);
        charged = with;
      }
      if (charged.compareTo(billed.totalCharge()) < 0) return List.of();
    }
    var payments = together.stream().map(MatchedPayment::payment).toList();
    return List.of(
        new Compared(
            0,
            Variance.ofWhole(expectations, payments, TOLERANCE),
            contract.name(),
            servedFrom(payment, paidOn),
            charged,
            payments.stream().flatMap(p -> p.allAdjustments().stream()).toList(),
            others(payment, together),
            false));
  }

  private List<Piece> pieces(MatchedPayment payment, Contract contract, LocalDate paidOn) {
    return Variance.of(contract, medicare, payment.payment(), paidOn, TOLERANCE).stream()
        .map(variance -> new Piece(payment, variance))
        .toList();
  }

  private static Optional<ServiceLine> line(Claim billed, int number) {
    return billed.lines().stream().filter(l -> l.number() == number).findFirst();
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
      Pieces pieces, Contract contract, Variance variance, LocalDate paidOn, boolean isPart) {
    var first = pieces.first();
    LocalDate from = first.service().servedFrom();
    return new Compared(
        pieces.line(),
        variance,
        contract.name(),
        from == null ? servedFrom(first.payment(), paidOn) : from,
        isPart ? first.service().charged() : pieces.charged(),
        isPart ? first.service().adjustments() : pieces.adjustments(),
        others(first.payment(), pieces.payments()),
        isPart);
  }

  private static Set<Long> others(MatchedPayment payment, List<MatchedPayment> together) {
    return together.stream()
        .map(MatchedPayment::claimPaymentId)
        .filter(id -> id != payment.claimPaymentId())
        .collect(Collectors.toSet());
  }
}
