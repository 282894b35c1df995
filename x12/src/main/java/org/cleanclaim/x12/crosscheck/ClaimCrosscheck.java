package org.cleanclaim.x12.crosscheck;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.kernel.Characters;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.cleanclaim.x12.Faults;
import org.cleanclaim.x12.lexer.Segment;
import org.cleanclaim.x12.lexer.SegmentNames;
import org.jspecify.annotations.Nullable;

/// What has to fit together in a claim: total and lines, pointers and diagnoses, dates, the patient
/// and the subscriber, a replacement and the number of what it replaces, an earlier payer's
/// decision and the charge.
final class ClaimCrosscheck implements Crosscheck {
  private static final int HL = SegmentNames.code("HL");
  private static final int SBR = SegmentNames.code("SBR");
  private static final int CLM = SegmentNames.code("CLM");
  private static final int HI = SegmentNames.code("HI");
  private static final int DTP = SegmentNames.code("DTP");
  private static final int REF = SegmentNames.code("REF");
  private static final int AMT = SegmentNames.code("AMT");
  private static final int CAS = SegmentNames.code("CAS");
  private static final int NM1 = SegmentNames.code("NM1");
  private static final int LX = SegmentNames.code("LX");
  private static final int SV1 = SegmentNames.code("SV1");
  private static final int SV2 = SegmentNames.code("SV2");
  private static final int SV3 = SegmentNames.code("SV3");
  private static final int SVD = SegmentNames.code("SVD");
  private static final int BHT = SegmentNames.code("BHT");

  /// Claim numbers remembered to find repetitions.
  private static final int REMEMBERED = 100_000;

  private final boolean isInstitutional;
  private final Faults faults;
  private final Set<String> numbers = new HashSet<>();

  private String madeOn = "";
  private boolean isPatientLevel;
  private boolean isSelf;
  private boolean isLaterPayer;

  private @Nullable Segment clm;
  private String claimLoop = "";
  private int diagnoses;
  private boolean isLackOfDiagnosesSaid;
  private long lineTotal;
  private int lines;
  private int lineNumber;
  private boolean isTotalKnown = true;
  private boolean hasReplaced;
  private boolean hasAccidentDate;
  private final List<Earlier> earlier = new ArrayList<>();
  private @Nullable Earlier other;
  private @Nullable Segment service;
  private int chargeAt;
  private @Nullable Segment svd;
  private long lineAdjusted;

  /// What an earlier payer did with the claim (loops 2320, 2330B, 2430).
  private static final class Earlier {
    final Segment sbr;
    String payer = "";
    long paid;
    boolean isPaidKnown;
    long adjusted;

    Earlier(Segment sbr) {
      this.sbr = sbr;
    }
  }

  ClaimCrosscheck(String version, Faults faults) {
    this.isInstitutional = version.contains("X223");
    this.faults = faults;
  }

  @Override
  public void take(Segment segment, String loop) {
    int code = segment.idCode();
    if (code == HL || code == CLM || (code == SBR && clm == null)) {
      head(segment, loop);
    } else if (code == BHT) {
      madeOn = segment.element(4);
    } else if (clm != null) {
      ofClaim(segment, code, loop);
    }
  }

  private void head(Segment segment, String loop) {
    int code = segment.idCode();
    if (code == HL) {
      closeClaim();
      isPatientLevel = segment.elementIs(3, "23");
    } else if (code == SBR) {
      isSelf = segment.elementIs(2, "18");
      isLaterPayer = !segment.isEmpty(1) && !segment.elementIs(1, "P");
    } else {
      closeClaim();
      open(segment, loop);
    }
  }

  private void open(Segment segment, String loop) {
    clm = segment.keep();
    claimLoop = loop;
    String number = segment.element(1);
    if (!number.isEmpty() && numbers.size() < REMEMBERED && !numbers.add(number)) {
      add(
          Check.CLAIM_NUMBER_REPEATED,
          segment,
          1,
          "Another claim of the transaction has the same number.",
          "Give each claim a number of its own: answers find their claim by it.");
    }
    if (!isPatientLevel && !isSelf) {
      faults.add(
          Fault.of(
              Check.CLAIM_PATIENT,
              segment,
              loop,
              "The patient is not the subscriber, but there is no patient level (2000C).",
              "Add the patient level, or say in SBR02 that the subscriber is the patient (18)."));
    }
  }

  private void ofClaim(Segment segment, int code, String loop) {
    if (code == CAS) {
      adjustments(segment);
    } else if (code == DTP) {
      date(segment, loop);
    } else if (code == SV1 || code == SV2 || code == SV3) {
      service(segment, code, loop);
    } else if (code == LX) {
      closeLine();
      numbered(segment, loop);
      other = null;
    } else if (code == SVD) {
      closeDecision();
      svd = segment.keep();
    } else if (code == SBR) {
      other = new Earlier(segment.keep());
      earlier.add(other);
    } else if (code == NM1) {
      if (other != null && segment.elementIs(1, "PR")) other.payer = segment.element(9);
    } else if (code == AMT) {
      amount(segment);
    } else if (code == HI) {
      diagnoses(segment);
    } else if (code == REF) {
      if (segment.elementIs(1, "F8") && loop.equals(claimLoop)) hasReplaced = true;
    }
  }

  private void numbered(Segment lx, String loop) {
    lineNumber++;
    if (lx.wholeNumber(1) == lineNumber) return;
    addIn(
        loop,
        Check.LX_NUMBER,
        lx,
        1,
        "LX01 should be %d: lines are numbered one by one from 1.".formatted(lineNumber),
        "Number the lines anew.");
    lineNumber = Math.max(lx.wholeNumber(1), lineNumber);
  }

  private void amount(Segment amt) {
    if (amt.elementIs(1, "T")) isTotalKnown = false;
    if (other == null || !amt.elementIs(1, "D")) return;
    long paid = amt.cents(2);
    if (paid == Segment.NO_AMOUNT) return;
    other.paid = paid;
    other.isPaidKnown = true;
  }

  private void adjustments(Segment cas) {
    long sum = 0;
    for (int element = 3; element <= 18; element += 3) {
      long cents = cas.cents(element);
      if (cents == Segment.NO_AMOUNT) return;
      sum += cents;
    }
    if (svd != null) {
      lineAdjusted += sum;
      Earlier payer = payer(svd.element(1));
      if (payer != null) payer.adjusted += sum;
    } else if (other != null) {
      other.adjusted += sum;
    }
  }

  private @Nullable Earlier payer(String id) {
    for (Earlier payer : earlier) {
      if (payer.payer.equals(id)) return payer;
    }
    return null;
  }

  private void service(Segment segment, int code, String loop) {
    chargeAt = code == SV2 ? 3 : 2;
    long charge = segment.cents(chargeAt);
    if (charge == Segment.NO_AMOUNT) {
      isTotalKnown = false;
    } else {
      lineTotal += charge;
    }
    lines++;
    service = segment.keep();
    if (code == SV1) pointers(segment, 7, loop);
    if (code == SV3) pointers(segment, 11, loop);
  }

  private void pointers(Segment segment, int element, String loop) {
    if (segment.isEmpty(element)) return;
    if (inRange(segment.wholeNumber(element)) || isLackOfDiagnosesSaid) return;
    for (String pointer : segment.components(element)) {
      boolean isNumber =
          pointer.length() <= 2 && Characters.areDigits(pointer, 0, pointer.length());
      if (pointer.isEmpty() || (isNumber && inRange(Integer.parseInt(pointer)))) continue;
      addIn(
          loop,
          Check.CLAIM_POINTER,
          segment,
          element,
          "%s points to a diagnosis that the claim does not have (it has %d)."
              .formatted(Fault.designator(segment.id(), element, 0), diagnoses),
          "Correct the pointer, or add the diagnosis.");
      isLackOfDiagnosesSaid = diagnoses == 0;
      return;
    }
  }

  private boolean inRange(int pointer) {
    return pointer >= 1 && pointer <= diagnoses;
  }

  private void diagnoses(Segment hi) {
    for (int element = 1; element <= hi.elementCount(); element++) {
      String qualifier = hi.component(element, 1);
      switch (qualifier) {
        case "ABK", "ABF", "BK", "BF" -> diagnoses++;
        default -> {}
      }
    }
  }

  private void date(Segment dtp, String loop) {
    if (dtp.elementIs(1, "439")) hasAccidentDate = true;
    boolean isService = dtp.elementIs(1, "472") || dtp.elementIs(1, "434");
    String value = dtp.element(3);
    if (value.length() == 17 && value.substring(0, 8).compareTo(value.substring(9)) > 0) {
      addIn(loop, Check.CLAIM_DATES, dtp, 3, "The period ends before it begins.", "Correct it.");
    } else if (isService
        && madeOn.length() == 8
        && value.length() >= 8
        && value.substring(0, 8).compareTo(madeOn) > 0) {
      addIn(
          loop,
          Check.CLAIM_DATES,
          dtp,
          3,
          "The day of service lies after the day on which the file was made.",
          "Correct the date.");
    }
  }

  private void closeDecision() {
    if (svd == null || service == null) return;
    Segment decision = svd;
    svd = null;
    long charge = service.cents(chargeAt);
    long paid = decision.cents(2);
    long expected = charge - lineAdjusted;
    lineAdjusted = 0;
    // A bundled line (SVD06) was paid with another one.
    boolean isBundled = !decision.isEmpty(6);
    if (isBundled || paid == Segment.NO_AMOUNT || charge == Segment.NO_AMOUNT) return;
    if (paid == expected) return;
    addIn(
        "2430",
        Check.COORDINATION_LINE,
        decision,
        2,
        "The earlier payer's decision does not add up: charge less adjustments is %s, paid is %s."
            .formatted(Money.ofCents(expected), Money.ofCents(paid)),
        "Copy all adjustments of the line from the earlier payer's remittance.");
  }

  private void closeLine() {
    closeDecision();
    service = null;
  }

  private void closeClaim() {
    closeLine();
    Segment claim = clm;
    clm = null;
    if (claim != null) {
      long total = claim.cents(2);
      if (total != Segment.NO_AMOUNT) {
        total(claim, total);
        for (Earlier payer : earlier) coordination(payer, total);
      }
      whole(claim);
    }
    diagnoses = 0;
    isLackOfDiagnosesSaid = false;
    lineTotal = 0;
    lines = 0;
    lineNumber = 0;
    isTotalKnown = true;
    hasReplaced = false;
    hasAccidentDate = false;
    earlier.clear();
    other = null;
    lineAdjusted = 0;
  }

  private void total(Segment claim, long total) {
    // A predetermination (CLM19 PB) prices nothing yet; sales tax may stand beside the lines.
    if (lines == 0 || !isTotalKnown || total == lineTotal || claim.elementIs(19, "PB")) return;
    add(
        Check.CLAIM_TOTAL,
        claim,
        2,
        "CLM02 is %s, its lines add up to %s."
            .formatted(Money.ofCents(total), Money.ofCents(lineTotal)),
        "Correct the total or the lines: payers refuse a claim that does not add up.");
  }

  private void coordination(Earlier payer, long total) {
    if (!payer.isPaidKnown || payer.adjusted == 0 || payer.paid + payer.adjusted == total) return;
    addIn(
        "2320",
        Check.COORDINATION_CLAIM,
        payer.sbr,
        1,
        "What the earlier payer paid and adjusted is %s, the claim is %s."
            .formatted(Money.ofCents(payer.paid + payer.adjusted), Money.ofCents(total)),
        "Copy all adjustments of the claim and its lines from that payer's remittance.");
  }

  private void whole(Segment claim) {
    String frequency = claim.component(5, 3);
    if ((frequency.equals("7") || frequency.equals("8")) && !hasReplaced) {
      faults.add(
          Fault.of(
              Check.CLAIM_REPLACEMENT,
              claim,
              claimLoop,
              "The claim replaces or voids another, but does not name the payer's number of it.",
              "Add REF F8 with the payer's claim control number."));
    }
    if (isLaterPayer && earlier.isEmpty()) {
      faults.add(
          Fault.of(
              Check.CLAIM_OTHER_PAYER,
              claim,
              claimLoop,
              "The payer is not the first one, but no other payer is named (2320).",
              "Add the earlier payer with its decision, or correct SBR01."));
    }
    if (!isInstitutional && !claim.component(11, 1).isEmpty() && !hasAccidentDate) {
      faults.add(
          Fault.of(
              Check.CLAIM_ACCIDENT,
              claim,
              claimLoop,
              "The claim names an accident without its day.",
              "Add DTP 439."));
    }
  }

  @Override
  public void end() {
    closeClaim();
  }

  private void add(Check check, Segment segment, int element, String message, String remedy) {
    addIn(claimLoop, check, segment, element, message, remedy);
  }

  private void addIn(
      String loop, Check check, Segment segment, int element, String message, String remedy) {
    faults.add(
        Fault.of(check, segment, loop, message, remedy).at(element, 0, segment.element(element)));
  }
}
