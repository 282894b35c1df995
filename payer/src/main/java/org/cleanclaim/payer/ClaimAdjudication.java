package org.cleanclaim.payer;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimType;
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
import org.cleanclaim.payer.DecidedClaim.DecidedLine;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.benefit.BenefitClaim;
import org.cleanclaim.pricing.benefit.BenefitClaim.Form;
import org.cleanclaim.pricing.benefit.BenefitLedger;
import org.cleanclaim.pricing.benefit.BenefitLine;
import org.cleanclaim.pricing.benefit.LineBenefit;
import org.cleanclaim.pricing.benefit.NetworkTier;
import org.cleanclaim.pricing.benefit.ServiceCategory;
import org.cleanclaim.pricing.cob.SecondaryBenefit.Primary;
import org.cleanclaim.pricing.contract.ContractLine;
import org.cleanclaim.pricing.contract.Expectation;
import org.cleanclaim.pricing.contract.HospitalStay;
import org.cleanclaim.pricing.contract.MedicareFees;
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
  private final BenefitLedger ledger;
  private final NetworkTier tier;
  private final MedicareFees medicare;
  private final Map<Integer, Primary> prior;
  private final Map<Integer, Refusal> refusals = new HashMap<>();
  private final Map<Integer, Expectation> expectations = new HashMap<>();
  private final Map<Integer, LineBenefit> benefits = new HashMap<>();
  private @Nullable Finding outOfOrder;

  ClaimAdjudication(
      PayerBook book,
      List<PlannedEvent> events,
      Claim claim,
      Member member,
      LocalDate receivedOn,
      boolean isDuplicate,
      BenefitLedger ledger,
      NetworkTier tier,
      MedicareFees medicare) {
    this.book = book;
    this.events = events;
    this.claim = claim;
    this.member = member;
    this.receivedOn = receivedOn;
    this.isDuplicate = isDuplicate;
    this.ledger = ledger;
    this.tier = tier;
    this.medicare = medicare;
    this.prior = PriorPayments.areExpected(claim) ? PriorPayments.of(claim) : Map.of();
  }

  DecidedClaim decide(String payerClaimControlNumber) {
    for (ServiceLine line : claim.lines()) {
      var refusal = refusal(line);
      if (refusal != null) refusals.put(line.number(), refusal);
    }
    price();
    share(payerClaimControlNumber);
    var services = claim.lines().stream().map(this::service).toList();
    var lines = new ArrayList<DecidedLine>();
    for (int i = 0; i < services.size(); i++) {
      lines.add(explained(claim.lines().get(i), services.get(i)));
    }
    var payment = StayPayment.of(claim, payment(payerClaimControlNumber, services));
    return new DecidedClaim(payment, lines, outOfOrder);
  }

  private ClaimPayment payment(String payerClaimControlNumber, List<ServicePayment> services) {
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
            && expectations.values().stream().noneMatch(book.contract()::isCapitated)
            && services.stream().flatMap(s -> s.adjustments().stream()).allMatch(a -> isRefusal(a));
    var memberId = claim.subscriber().memberId();
    return new ClaimPayment(
        claim.controlNumber().value(),
        (isDenied ? ClaimPaymentStatus.DENIED : status()).code(),
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
      case "1", "2", "3", "23", "45", "253" -> false;
      default -> true;
    };
  }

  private ClaimPaymentStatus status() {
    return switch (claim.subscriber().sequence()) {
      case PRIMARY -> ClaimPaymentStatus.PRIMARY;
      case SECONDARY -> ClaimPaymentStatus.SECONDARY;
      case TERTIARY -> ClaimPaymentStatus.TERTIARY;
    };
  }

  /// Asks the contract about all lines that were not refused, as some terms look at several.
  private void price() {
    var open =
        ContractLine.of(claim).stream().filter(l -> !refusals.containsKey(l.number())).toList();
    var stay = HospitalStay.of(claim).orElse(null);
    for (Expectation expectation : book.contract().expect(open, stay, medicare)) {
      expectations.put(expectation.number(), expectation);
      if (expectation instanceof Expectation.Unpriced) {
        refusals.put(expectation.number(), new Refusal(AdjustmentGroup.CO, "96", "N425"));
      } else if (book.contract().isCapitated(expectation)) {
        refusals.put(expectation.number(), new Refusal(AdjustmentGroup.CO, "24", null));
      }
    }
  }

  /// Applies the plan to all lines that have a price.
  private void share(String payerClaimControlNumber) {
    var lines = new ArrayList<BenefitLine>();
    for (ServiceLine line : claim.lines()) {
      if (!refusals.containsKey(line.number())
          && expectations.get(line.number()) instanceof Expectation.Allowed expected) {
        lines.add(
            new BenefitLine(
                line.number(),
                line.servedFrom(),
                line.charge(),
                allowed(line, expected),
                category(line),
                tier,
                prior.get(line.number())));
      }
    }
    var posted =
        ledger.post(
            new BenefitClaim(
                payerClaimControlNumber,
                member.id().value(),
                receivedOn,
                claim.type() == ClaimType.INSTITUTIONAL ? Form.INSTITUTIONAL : Form.PROFESSIONAL,
                lines));
    outOfOrder = posted.outOfOrder();
    for (LineBenefit benefit : posted.lines()) {
      benefits.put(benefit.line().number(), benefit);
      if (benefit instanceof LineBenefit.Undecided) {
        refusals.put(benefit.line().number(), new Refusal(AdjustmentGroup.CO, "16", "MA130"));
      }
    }
  }

  private ServiceCategory category(ServiceLine line) {
    return line.procedure() == null ? ServiceCategory.OTHER : book.category(line.procedure());
  }

  private Money allowed(ServiceLine line, Expectation.Allowed expected) {
    Money amount = expected.allowed();
    for (PlannedEvent event : events) {
      if (event instanceof PlannedEvent.PayUnderContract less && less.concerns(claim, line)) {
        amount = amount.times(less.share(), RoundingMode.HALF_UP);
      }
    }
    return amount;
  }

  private ServicePayment service(ServiceLine line) {
    var refusal = refusals.get(line.number());
    if (benefits.get(line.number()) instanceof LineBenefit.Decided decided && refusal == null) {
      var adjustments = new ArrayList<>(decided.adjustments());
      Money kept = keptBack(decided);
      if (kept.isPositive()) adjustments.add(Adjustment.of(AdjustmentGroup.CO, "253", kept));
      return payment(line, decided.paid().minus(kept), decided.allowed(), adjustments, List.of());
    }
    Refusal why = Objects.requireNonNull(refusal);
    var adjustment = Adjustment.of(why.group(), why.reason(), line.charge());
    return payment(
        line,
        Money.ZERO,
        null,
        line.charge().isZero() ? List.of() : List.of(adjustment),
        why.remark() == null ? List.of() : List.of(why.remark()));
  }

  private Money keptBack(LineBenefit.Decided decided) {
    return book.isSequestered()
        ? decided.paid().times(SEQUESTRATION, RoundingMode.HALF_UP)
        : Money.ZERO;
  }

  private DecidedLine explained(ServiceLine line, ServicePayment service) {
    var expectation = expectations.get(line.number());
    var benefit = benefits.get(line.number());
    List<PriceStep> benefitSteps = List.of();
    Finding finding = null;
    if (benefit instanceof LineBenefit.Decided decided) {
      var steps = new ArrayList<>(decided.steps());
      Money kept = keptBack(decided);
      if (kept.isPositive()) {
        steps.add(new PriceStep("sequestration", kept.negated(), "Budget Control Act of 2011"));
      }
      benefitSteps = steps;
    } else if (benefit instanceof LineBenefit.Undecided undecided) {
      finding = undecided.finding();
    }
    if (expectation instanceof Expectation.Unpriced unpriced) finding = unpriced.finding();
    var expected = expectation instanceof Expectation.Allowed a ? a : null;
    return new DecidedLine(
        line.number(),
        expected == null ? null : expected.term(),
        expected == null ? List.of() : expected.steps(),
        benefitSteps,
        service.adjustments(),
        finding);
  }

  private @Nullable Refusal refusal(ServiceLine line) {
    for (PlannedEvent event : events) {
      if (event instanceof PlannedEvent.Deny deny && deny.concerns(claim, line)) {
        return new Refusal(AdjustmentGroup.valueOf(deny.group()), deny.reason(), deny.remark());
      }
    }
    if (isDuplicate) return new Refusal(AdjustmentGroup.OA, "18", null);
    if (!member.coverage().contains(line.servedFrom())) {
      boolean isBefore = line.servedFrom().isBefore(member.coverage().from());
      return new Refusal(AdjustmentGroup.PR, isBefore ? "26" : "27", "N30");
    }
    if (receivedOn.isAfter(line.servedFrom().plusDays(book.timelyFilingDays()))) {
      return new Refusal(AdjustmentGroup.CO, "29", null);
    }
    if (PriorPayments.areExpected(claim) && !prior.containsKey(line.number())) {
      return new Refusal(AdjustmentGroup.OA, "22", "MA04");
    }
    if (line.procedure() == null) {
      return line.revenueCode() == null ? new Refusal(AdjustmentGroup.CO, "16", "M51") : null;
    }
    boolean isAuthorized =
        claim.authorizationNumber() != null || line.authorizationNumber() != null;
    if (book.authorizationRequired().contains(line.procedure()) && !isAuthorized) {
      return new Refusal(AdjustmentGroup.CO, "197", "M62");
    }
    return isPartOfAnother(line) ? new Refusal(AdjustmentGroup.CO, "97", "M80") : null;
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
    var procedure = line.procedure();
    boolean isDepartmentAlone = procedure == null && line.revenueCode() != null;
    return new ServicePayment(
        isDepartmentAlone ? "NU" : "HC",
        procedure == null ? Objects.requireNonNullElse(line.revenueCode(), "") : procedure.value(),
        line.modifiers(),
        isDepartmentAlone ? null : line.revenueCode(),
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
