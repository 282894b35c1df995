package org.cleanclaim.x12.crosscheck;

import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentNames;
import org.jspecify.annotations.Nullable;

/// The balance of an 835 on its three levels: a service's charge less its adjustments is what was
/// paid for it; the same for a claim, whose services add up to it; and the claims less the
/// provider-level adjustments are the payment.
final class RemittanceCrosscheck implements Crosscheck {
  private static final int BPR = SegmentNames.code("BPR");
  private static final int CLP = SegmentNames.code("CLP");
  private static final int SVC = SegmentNames.code("SVC");
  private static final int CAS = SegmentNames.code("CAS");
  private static final int PLB = SegmentNames.code("PLB");
  private static final String ASK = "Ask the payer for a corrected file; post nothing from this.";

  private final Faults faults;
  private @Nullable Segment bpr;
  private @Nullable Segment clp;
  private @Nullable Segment svc;
  private long claimAdjusted;
  private long serviceAdjusted;
  private long servicesAdjusted;
  private long servicesPaid;
  private int services;
  private long claimsPaid;
  private long providerAdjusted;
  private boolean isReadable = true;
  private boolean isClaimReadable = true;

  RemittanceCrosscheck(Faults faults) {
    this.faults = faults;
  }

  @Override
  public void take(Segment segment, String loop) {
    int code = segment.idCode();
    if (code == CAS) {
      adjustments(segment);
    } else if (code == SVC) {
      closeService();
      if (clp == null) return;
      svc = segment.keep();
      services++;
      servicesPaid += amount(segment, 3);
    } else if (code == CLP) {
      closeClaim();
      clp = segment.keep();
      claimsPaid += amount(segment, 4);
    } else if (code == PLB) {
      closeClaim();
      for (int element = 4; element <= 14; element += 2) {
        providerAdjusted += amount(segment, element);
      }
    } else if (code == BPR && bpr == null) {
      bpr = segment.keep();
    }
  }

  private void adjustments(Segment cas) {
    long sum = 0;
    for (int element = 3; element <= 18; element += 3) sum += amount(cas, element);
    if (svc != null) {
      serviceAdjusted += sum;
    } else {
      claimAdjusted += sum;
    }
  }

  private void closeService() {
    if (svc == null) return;
    Segment service = svc;
    svc = null;
    servicesAdjusted += serviceAdjusted;
    long charged = service.cents(2);
    long paid = service.cents(3);
    long expected = charged - serviceAdjusted;
    serviceAdjusted = 0;
    if (!isClaimReadable || charged == Segment.NO_AMOUNT || paid == expected) return;
    faults.add(
        Fault.of(
                Check.SERVICE_BALANCE,
                service,
                "2110",
                "The service is out of balance: charge less adjustments is %s, paid is %s."
                    .formatted(money(expected), money(paid)),
                ASK)
            .at(3, 0, service.element(3)));
  }

  private void closeClaim() {
    closeService();
    if (clp != null && isClaimReadable) checkClaim(clp);
    clp = null;
    claimAdjusted = 0;
    servicesAdjusted = 0;
    servicesPaid = 0;
    services = 0;
    isClaimReadable = true;
  }

  private void checkClaim(Segment claim) {
    long paid = claim.cents(4);
    long expected = claim.cents(3) - claimAdjusted - servicesAdjusted;
    if (paid != expected) {
      outOfBalance(
          claim,
          "The claim is out of balance: charge less adjustments is %s, paid is %s."
              .formatted(money(expected), money(paid)));
    } else if (services > 0 && servicesPaid - claimAdjusted != paid) {
      outOfBalance(
          claim,
          "The claim's services less its own adjustments are %s, paid is %s."
              .formatted(money(servicesPaid - claimAdjusted), money(paid)));
    }
  }

  private void outOfBalance(Segment claim, String message) {
    faults.add(
        Fault.of(Check.CLAIM_BALANCE, claim, "2100", message, ASK).at(4, 0, claim.element(4)));
  }

  @Override
  public void end() {
    closeClaim();
    if (bpr == null || !isReadable) return;
    long stated = bpr.cents(2);
    long expected = claimsPaid - providerAdjusted;
    if (stated == Segment.NO_AMOUNT || stated == expected) return;
    faults.add(
        Fault.of(
                Check.REMITTANCE_BALANCE,
                bpr,
                "",
                "Claims paid less provider adjustments are %s, BPR02 says %s."
                    .formatted(money(expected), money(stated)),
                ASK)
            .at(2, 0, bpr.element(2)));
  }

  // An amount that cannot be read is told elsewhere; no balance is computed with it.
  private long amount(Segment segment, int element) {
    long cents = segment.cents(element);
    if (cents != Segment.NO_AMOUNT && Math.abs(cents) < 1L << 53) return cents;
    isReadable = false;
    isClaimReadable = false;
    return 0;
  }

  private static Money money(long cents) {
    return Money.ofCents(cents);
  }
}
