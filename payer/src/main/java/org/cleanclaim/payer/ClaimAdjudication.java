package org.cleanclaim.payer;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.Relationship;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.code.AdjustmentGroup;
import org.cleanclaim.kernel.code.Modifier;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.party.ProviderRole;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ClaimPayment;
import org.cleanclaim.kernel.remittance.ClaimPaymentStatus;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.cleanclaim.pricing.Accumulators;
import org.cleanclaim.pricing.Adjudicator;
import org.cleanclaim.pricing.Adjudicator.PricedLine;
import org.jspecify.annotations.Nullable;

/// Decides one claim from the payer's book. Each line balances by construction.
final class ClaimAdjudication {
  // A modifier that says the part was done apart from the whole (NCCI policy manual, chapter I,
  // section E).
  private static final Set<String> APART =
      Set.of("25", "59", "XE", "XS", "XP", "XU", "24", "57", "58", "78", "79", "91", "LT", "RT");

  private static final java.math.BigDecimal SEQUESTRATION = new java.math.BigDecimal("0.02");

  private record Refusal(AdjustmentGroup group, String reason, @Nullable String remark) {}

  private final PayerBook book;
  private final List<PlannedEvent> events;
  private final Claim claim;
  private final Member member;
  private final LocalDate receivedOn;
  private final boolean isDuplicate;
  private Accumulators accumulators;

  ClaimAdjudication(
      PayerBook book,
      List<PlannedEvent> events,
      Claim claim,
      Member member,
      LocalDate receivedOn,
      boolean isDuplicate,
      Accumulators accumulators) {
    this.book = book;
    this.events = events;
    this.claim = claim;
    this.member = member;
    this.receivedOn = receivedOn;
    this.isDuplicate = isDuplicate;
    this.accumulators = accumulators;
  }

  Accumulators accumulators() {
    return accumulators;
  }

  ClaimPayment decide(String payerClaimControlNumber) {
    var services = claim.lines().stream().map(this::service).toList();
    Money paid = Money.sum(services.stream().map(ServicePayment::paid).toList());
    Money patient =
        Money.sum(
            services.stream()
                .flatMap(s -> s.adjustments().stream())
                .filter(a -> a.group() == AdjustmentGroup.PR)
                .map(Adjustment::amount)
                .toList());
    boolean isDenied =
        paid.isZero()
            && services.stream().flatMap(s -> s.adjustments().stream()).allMatch(a -> isRefusal(a));
    var memberId = claim.subscriber().memberId();
    return new ClaimPayment(
        claim.controlNumber().value(),
        (isDenied ? ClaimPaymentStatus.DENIED : ClaimPaymentStatus.PRIMARY).code(),
        claim.totalCharge(),
        paid,
        patient,
        book.remittanceFilingCode(),
        payerClaimControlNumber,
        claim.placeOfService() == null ? null : claim.placeOfService().value(),
        claim.frequency().code(),
        claim.patient().name(),
        claim.patient().relationship() == Relationship.SELF && memberId != null
            ? memberId.value()
            : null,
        claim
            .provider(ProviderRole.RENDERING)
            .map(p -> p.npi() == null ? null : p.npi().value())
            .orElse(null),
        null,
        claim.servedFrom().orElse(null),
        claim.servedThrough().orElse(null),
        receivedOn,
        List.of(),
        List.of(),
        services,
        Particulars.NONE);
  }

  private static boolean isRefusal(Adjustment adjustment) {
    return switch (adjustment.reason().value()) {
      case "1", "2", "3", "45", "253" -> false;
      default -> true;
    };
  }

  private ServicePayment service(ServiceLine line) {
    var refusal = refusal(line);
    if (refusal.isPresent()) {
      var adjustment = Adjustment.of(refusal.get().group(), refusal.get().reason(), line.charge());
      String remark = refusal.get().remark();
      return payment(
          line,
          Money.ZERO,
          null,
          line.charge().isZero() ? List.of() : List.of(adjustment),
          remark == null ? List.of() : List.of(remark));
    }
    Money allowed = allowed(line).orElse(Money.ZERO);
    var priced =
        new PricedLine(
            line.charge(),
            allowed,
            book.category(java.util.Objects.requireNonNull(line.procedure())));
    var result = Adjudicator.adjudicate(member.plan(), accumulators, List.of(priced));
    accumulators = result.accumulators();
    var decided = result.lines().getFirst();
    var adjustments = new ArrayList<>(decided.adjustments());
    Money paid = decided.paid();
    if (book.isSequestered() && paid.isPositive()) {
      Money kept = paid.times(SEQUESTRATION, RoundingMode.HALF_UP);
      if (kept.isPositive()) adjustments.add(Adjustment.of(AdjustmentGroup.CO, "253", kept));
      paid = paid.minus(kept);
    }
    return payment(line, paid, decided.allowed(), adjustments, List.of());
  }

  private Optional<Money> allowed(ServiceLine line) {
    if (line.procedure() == null) return Optional.empty();
    var expected =
        book.contract()
            .expected(
                line.procedure(),
                line.modifiers(),
                line.unitsBilled(),
                line.charge(),
                line.servedFrom());
    if (expected == null) return Optional.empty();
    Money amount = expected.allowed();
    for (PlannedEvent event : events) {
      if (event instanceof PlannedEvent.PayUnderContract less && less.concerns(claim, line)) {
        amount = amount.times(less.share(), RoundingMode.HALF_UP);
      }
    }
    return Optional.of(amount);
  }

  private Optional<Refusal> refusal(ServiceLine line) {
    for (PlannedEvent event : events) {
      if (event instanceof PlannedEvent.Deny deny && deny.concerns(claim, line)) {
        return Optional.of(
            new Refusal(AdjustmentGroup.valueOf(deny.group()), deny.reason(), deny.remark()));
      }
    }
    if (isDuplicate) return refused(AdjustmentGroup.OA, "18", null);
    if (!member.coverage().contains(line.servedFrom())) {
      boolean isBefore = line.servedFrom().isBefore(member.coverage().from());
      return refused(AdjustmentGroup.PR, isBefore ? "26" : "27", "N30");
    }
    if (receivedOn.isAfter(line.servedFrom().plusDays(book.timelyFilingDays()))) {
      return refused(AdjustmentGroup.CO, "29", null);
    }
    if (line.procedure() == null) return refused(AdjustmentGroup.CO, "16", "M51");
    boolean isAuthorized =
        claim.authorizationNumber() != null || line.authorizationNumber() != null;
    if (book.authorizationRequired().contains(line.procedure()) && !isAuthorized) {
      return refused(AdjustmentGroup.CO, "197", "M62");
    }
    if (isPartOfAnother(line)) return refused(AdjustmentGroup.CO, "97", "M80");
    if (allowed(line).isEmpty()) return refused(AdjustmentGroup.CO, "96", "N425");
    return Optional.empty();
  }

  private static Optional<Refusal> refused(
      AdjustmentGroup group, String reason, @Nullable String remark) {
    return Optional.of(new Refusal(group, reason, remark));
  }

  private boolean isPartOfAnother(ServiceLine line) {
    if (line.modifiers().stream().map(Modifier::value).anyMatch(APART::contains)) return false;
    return claim.lines().stream()
        .filter(other -> other.number() != line.number() && other.procedure() != null)
        .filter(other -> other.servedFrom().equals(line.servedFrom()))
        .anyMatch(other ->
            line.procedure() != null
                && other.procedure() != null
                && book.bundled()
                    .contains(new PayerBook.CodePair(other.procedure(), line.procedure())));
  }

  private static ServicePayment payment(
      ServiceLine line,
      Money paid,
      @Nullable Money allowed,
      List<Adjustment> adjustments,
      List<String> remarks) {
    return new ServicePayment(
        "HC",
        line.procedure() == null ? "" : line.procedure().value(),
        line.modifiers(),
        line.revenueCode(),
        null,
        line.charge(),
        paid,
        line.unitsBilled(),
        null,
        line.servedFrom(),
        line.servedThrough(),
        line.controlNumber(),
        allowed,
        adjustments,
        remarks,
        Particulars.NONE);
  }
}
