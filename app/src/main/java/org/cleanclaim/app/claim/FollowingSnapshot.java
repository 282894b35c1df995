package org.cleanclaim.app.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ClaimCopy;
import org.cleanclaim.kernel.claim.ClaimFrequency;
import org.cleanclaim.kernel.claim.ClaimPatient;
import org.cleanclaim.kernel.claim.ClaimPayer;
import org.cleanclaim.kernel.claim.LineAdjudication;
import org.cleanclaim.kernel.claim.LineCopy;
import org.cleanclaim.kernel.claim.OtherCoverage;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.cleanclaim.kernel.claim.Subscriber;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.kernel.identifier.ClaimControlNumber;
import org.cleanclaim.kernel.identifier.PayerId;
import org.cleanclaim.kernel.particular.Particulars;
import org.cleanclaim.kernel.particular.QualifiedDate;
import org.cleanclaim.kernel.remittance.Adjustment;
import org.cleanclaim.kernel.remittance.ServicePayment;
import org.jspecify.annotations.Nullable;

/// The claim to the next payer: the one that was decided, as billed, for another subscriber and
/// payer, with what each payer before has paid and taken off (loops 2320, 2330, 2430).
final class FollowingSnapshot {

  /// What is the next payer's own on the claim.
  record Next(
      ClaimControlNumber number,
      Subscriber subscriber,
      ClaimPatient patient,
      ClaimPayer payer,
      ClaimAuthorizations.Numbers numbers,
      @Nullable String casualtyNumber) {}

  private final Claim earlier;
  private final EarlierDecision decision;

  FollowingSnapshot(Claim earlier, EarlierDecision decision) {
    this.earlier = earlier;
    this.decision = decision;
  }

  /// @param before the snapshot that was made from an earlier decision of the same payer, which may
  ///   hold other lines; null for none
  Claim of(Next next, @Nullable Claim before) {
    var lines = new ArrayList<ServiceLine>();
    for (ServiceLine line : earlier.lines()) {
      var copy =
          LineCopy.of(line)
              .controlNumber(ClaimCopies.renumbered(line, earlier.controlNumber(), next.number()))
              .priorAdjudications(adjudications(line, before));
      lines.add(copy.copy());
    }
    var others = new ArrayList<OtherCoverage>();
    for (OtherCoverage other : earlier.otherCoverages()) {
      if (!other.payer().id().equals(next.payer().id())) others.add(other);
    }
    others.add(decided(lines));
    return MedicareSecond.said(
        ClaimCopy.of(earlier)
            .controlNumber(next.number())
            .frequency(ClaimFrequency.ORIGINAL)
            .payerClaimControlNumber(null)
            .subscriber(next.subscriber())
            .patient(next.patient())
            .payer(next.payer())
            .authorizationNumber(next.numbers().authorization())
            .referralNumber(next.numbers().referral())
            .propertyCasualtyClaimNumber(next.casualtyNumber())
            .otherCoverages(others)
            .lines(lines)
            .copy());
  }

  /// A claim that exists, with patient, policy and payer of now.
  static Claim renewed(Claim following, Next next) {
    return MedicareSecond.said(
        ClaimCopy.of(following)
            .subscriber(next.subscriber())
            .patient(next.patient())
            .payer(next.payer())
            .authorizationNumber(next.numbers().authorization())
            .referralNumber(next.numbers().referral())
            .propertyCasualtyClaimNumber(next.casualtyNumber())
            .copy());
  }

  /// What the payers before have left of a claim.
  static Money owed(Claim following, PayerId last) {
    Money owed = Money.ZERO;
    for (OtherCoverage other : following.otherCoverages()) {
      if (!other.payer().id().equals(last)) continue;
      owed = owed.plus(EarlierDecision.owed(other.adjustments()));
      if (other.patientOwes() != null && other.adjustments().isEmpty()) {
        owed = owed.plus(other.patientOwes());
      }
    }
    for (ServiceLine line : following.lines()) {
      for (LineAdjudication one : line.priorAdjudications()) {
        if (one.payer().equals(last)) owed = owed.plus(EarlierDecision.owed(one.adjustments()));
      }
    }
    return owed;
  }

  private OtherCoverage decided(List<ServiceLine> lines) {
    Money paid = decision.payment().paid();
    if (decision.isByLine()) {
      paid = Money.ZERO;
      for (ServiceLine line : lines) {
        for (LineAdjudication one : line.priorAdjudications()) {
          if (one.payer().equals(earlier.payer().id())) paid = paid.plus(one.paid());
        }
      }
    }
    return new OtherCoverage(
        earlier.subscriber(),
        earlier.patient().relationship(),
        earlier.payer(),
        paid,
        decision.isByLine() ? null : decision.owed(),
        decision.payment().payerClaimControlNumber(),
        claimAdjustments(),
        earlier.assignsBenefits(),
        earlier.releaseOfInformation(),
        decision.payment().remarks(),
        List.of(),
        decision.isByLine() ? Particulars.NONE : decidedOn());
  }

  // A service that belongs to no line of ours can only be told for the claim as a whole.
  private List<Adjustment> claimAdjustments() {
    var adjustments = new ArrayList<>(decision.payment().adjustments());
    if (!decision.isByLine()) {
      for (ServicePayment service : decision.payment().services()) {
        adjustments.addAll(service.adjustments());
      }
    }
    return adjustments;
  }

  // The day stands once: with the lines, or with the payer (DTP 573).
  private Particulars decidedOn() {
    var day = new QualifiedDate("573", decision.decidedOn(), decision.decidedOn(), null);
    return new Particulars(
        List.of(day), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private List<LineAdjudication> adjudications(ServiceLine line, @Nullable Claim before) {
    var all = new ArrayList<>(line.priorAdjudications());
    if (!decision.isByLine()) return all;
    var services = decision.services(line.number());
    if (services.isEmpty()) {
      if (before != null) all.addAll(kept(line.number(), before));
      return all;
    }
    for (ServicePayment service : services) all.add(adjudication(line, service));
    return all;
  }

  private List<LineAdjudication> kept(int number, Claim before) {
    return before.lines().stream()
        .filter(l -> l.number() == number)
        .flatMap(l -> l.priorAdjudications().stream())
        .filter(a -> a.payer().equals(earlier.payer().id()))
        .toList();
  }

  // Told of hospital lines only; the payer may name none.
  private static @Nullable String department(ServiceLine line, ServicePayment service) {
    if (line.revenueCode() == null || service.department() == null) return line.revenueCode();
    return service.department();
  }

  private LineAdjudication adjudication(ServiceLine line, ServicePayment service) {
    Money owed = EarlierDecision.owed(service.adjustments());
    // Payers send codes that are on no list; then the line's own code stands.
    var paidCode =
        service.procedureQualifier().equals("HC")
            ? ProcedureCode.parse(service.procedure())
            : Optional.<ProcedureCode>empty();
    return new LineAdjudication(
        earlier.payer().id(),
        service.paid(),
        paidCode.orElse(line.procedure()),
        paidCode.isPresent() ? service.modifiers() : line.modifiers(),
        department(line, service),
        service.unitsPaid(),
        service.adjustments(),
        decision.decidedOn(),
        owed.isPositive() ? owed : null);
  }
}
