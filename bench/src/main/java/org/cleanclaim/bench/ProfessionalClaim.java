package org.cleanclaim.bench;

import org.jspecify.annotations.Nullable;

/// Writes one professional claim after another, loop 2300 and below.
final class ProfessionalClaim {
  private static final String[] DIAGNOSES = {
    "E119", "I10", "J069", "M5450", "R0789", "Z0000", "K219", "F411", "N390", "J45909", "E785",
    "M25561", "R109", "L309", "R059", "E039", "G43909", "D649", "J189", "R5383"
  };
  private static final String INJURY = "S93401A";
  private static final String[] NOTES = {
    "PATIENT SEEN WITH INTERPRETER",
    "SAME DAY VISIT, UNRELATED PROBLEM",
    "RECORDS SENT BY MAIL",
    "SECOND OPINION ASKED FOR BY THE PATIENT",
    "CORRECTED AFTER PHONE CALL WITH THE PLAN"
  };

  private final Dice dice;
  private final ServiceLines lines = new ServiceLines();
  private final Clinician[] referrers = new Clinician[40];
  private final long[] paid = new long[ServiceLines.MOST];
  private final long[] contractual = new long[ServiceLines.MOST];
  private final long[] owed = new long[ServiceLines.MOST];
  private long claims;

  ProfessionalClaim(Dice dice) {
    this.dice = dice;
    for (int i = 0; i < referrers.length; i++) referrers[i] = Clinician.any(dice);
  }

  /// @param earlier the payer that has decided already, null when there is none
  void write(SegmentBuffer out, Practice practice, Person patient, @Nullable Payer earlier) {
    claims++;
    String place = place();
    lines.draw(dice, place);
    int daysAgo = dice.between(5, 60);
    boolean isAccident = dice.percent(4);
    boolean isReplacement = dice.percent(2);
    clm(out, place, isAccident, isReplacement);
    dates(out, place, daysAgo, isAccident);
    if (earlier == null && dice.percent(10)) {
      out.segment("AMT").element("F5").amount(Math.min(lines.total(), 2500)).end();
    }
    references(out, isReplacement);
    if (dice.percent(5)) {
      out.segment("NTE").element("ADD").element(dice.oneOf(NOTES)).end();
    }
    int diagnoses = diagnoses(out, isAccident);
    Clinician rendering = practice.clinician(dice);
    providers(out, practice, rendering, place);
    if (earlier != null) {
      decide();
      otherSubscriber(out, patient, earlier);
    }
    for (int i = 0; i < lines.count(); i++) {
      line(out, i, diagnoses, daysAgo, place);
      if (earlier != null) decision(out, i, earlier, daysAgo);
    }
  }

  private String place() {
    int roll = dice.below(100);
    if (roll < 72) return "11";
    if (roll < 80) return "10";
    if (roll < 88) return "22";
    return roll < 94 ? "21" : "23";
  }

  private void clm(SegmentBuffer out, String place, boolean isAccident, boolean isReplacement) {
    out.segment("CLM")
        .element("BC", 1_000_000_000L + claims)
        .amount(lines.total())
        .empty(2)
        .element(place)
        .component("B")
        .component(isReplacement ? "7" : "1")
        .element("Y")
        .element("A")
        .element("Y")
        .element("Y");
    if (isAccident) {
      out.empty(1);
      if (dice.percent(50)) {
        out.element("AA").component("").component("").component(Invented.state(dice));
      } else {
        out.element("OA");
      }
    }
    out.end();
  }

  private void dates(SegmentBuffer out, String place, int daysAgo, boolean isAccident) {
    if (isAccident) {
      date(out, "439", daysAgo + dice.below(10));
    } else if (dice.percent(10)) {
      date(out, "431", daysAgo + dice.between(1, 20));
    }
    if (place.equals("21")) {
      date(out, "435", daysAgo + dice.below(4));
      if (dice.percent(60)) date(out, "096", Math.max(0, daysAgo - dice.below(4)));
    }
  }

  private static void date(SegmentBuffer out, String what, int daysAgo) {
    out.segment("DTP").element(what).element("D8").element(Calendar.daysAgo(daysAgo)).end();
  }

  private void references(SegmentBuffer out, boolean isReplacement) {
    if (dice.percent(5)) reference(out, "9F", "RF", dice.between(10_000, 99_999));
    if (dice.percent(8)) reference(out, "G1", "PA", dice.between(1_000_000, 9_999_999));
    if (isReplacement) reference(out, "F8", "ICN", dice.between(100_000_000, 999_999_999));
    if (lines.hasLaboratory()) reference(out, "X4", "99D", dice.between(1_000_000, 9_999_999));
    if (dice.percent(30)) reference(out, "D9", "", 7_000_000_000L + claims);
    if (dice.percent(20)) reference(out, "EA", "MR", dice.between(10_000, 999_999));
  }

  private static void reference(SegmentBuffer out, String what, String prefix, long number) {
    out.segment("REF").element(what).element(prefix, number).end();
  }

  private int diagnoses(SegmentBuffer out, boolean isAccident) {
    int count = dice.rather(1, 8);
    int start = dice.below(DIAGNOSES.length);
    out.segment("HI");
    for (int i = 0; i < count; i++) {
      String code = isAccident && i == 0 ? INJURY : DIAGNOSES[(start + 3 * i) % DIAGNOSES.length];
      out.element(i == 0 ? "ABK" : "ABF").component(code);
    }
    out.end();
    return count;
  }

  /// Loops 2310A to 2310C.
  private void providers(SegmentBuffer out, Practice practice, Clinician rendering, String place) {
    if (dice.percent(25)) referrers[dice.below(referrers.length)].write(out, "DN");
    if (!practice.isOne()) {
      rendering.write(out, "82");
      out.segment("PRV").element("PE").element("PXC").element(rendering.taxonomy()).end();
    }
    if (place.equals("21") || place.equals("22") || place.equals("23")) {
      out.segment("NM1").element("77").element("2").element(Invented.hospitalName(dice)).empty(4);
      out.element("XX").element(Invented.npi(dice)).end();
      Invented.address(out, dice);
    }
  }

  /// What the earlier payer decided: charge = paid + contractual + owed on each line.
  private void decide() {
    for (int i = 0; i < lines.count(); i++) {
      long charge = lines.charge(i);
      long allowed = charge * dice.between(55, 95) / 100;
      owed[i] = allowed * dice.between(0, 40) / 100;
      contractual[i] = charge - allowed;
      paid[i] = allowed - owed[i];
    }
  }

  /// Loops 2320 to 2330B.
  private void otherSubscriber(SegmentBuffer out, Person patient, Payer earlier) {
    long all = 0;
    for (int i = 0; i < lines.count(); i++) all += paid[i];
    boolean isSelf = !earlier.isPrivate() || dice.percent(70);
    out.segment("SBR").element("P").element(isSelf ? "18" : "01").empty(6);
    out.element(earlier.filing()).end();
    out.segment("AMT").element("D").amount(all).end();
    out.segment("OI").empty(2).element("Y").empty(2).element("Y").end();
    if (earlier.isMedicare()) out.segment("MOA").empty(2).element("MA01").end();
    Person insured = isSelf ? patient : Person.of(patient.surname(), dice);
    insured.name(out, "IL").element("MI");
    earlier.member(out, dice);
    out.end();
    if (dice.percent(50)) Invented.address(out, dice);
    earlier.write(out);
    if (dice.percent(30)) reference(out, "F8", "ICN", dice.between(100_000_000, 999_999_999));
  }

  /// Loops 2400 to 2420A.
  private void line(SegmentBuffer out, int line, int diagnoses, int daysAgo, String place) {
    Service service = lines.service(line);
    out.segment("LX").element(line + 1).end();
    out.segment("SV1");
    lines.procedure(out, line);
    out.amount(lines.charge(line)).element("UN").element(lines.units(line)).empty(2);
    int first = dice.below(diagnoses);
    out.element(first + 1);
    for (int i = 1; i < Math.min(dice.between(1, 4), diagnoses); i++) {
      out.component((first + i) % diagnoses + 1);
    }
    if (place.equals("23")) out.empty(1).element("Y");
    out.end();
    serviceDate(out, daysAgo, service);
    reference(out, "6R", "", claims * 10 + line);
    if (dice.percent(4)) {
      out.segment("NTE").element("ADD").element(dice.oneOf(NOTES)).end();
    }
    if (service.kind() == Service.Kind.DRUG) drug(out, line, service);
  }

  private void serviceDate(SegmentBuffer out, int daysAgo, Service service) {
    if (service.kind() == Service.Kind.PROCEDURE && dice.percent(4)) {
      out.segment("DTP").element("472").element("RD8");
      // A period is one element: two days of eight digits and a hyphen.
      out.element(Calendar.daysAgo(daysAgo) + "-" + Calendar.daysAgo(daysAgo - 2)).end();
    } else {
      date(out, "472", daysAgo);
    }
  }

  /// Loop 2410.
  private void drug(SegmentBuffer out, int line, Service service) {
    out.segment("LIN").empty(1).element("N4").element(service.ndc()).end();
    out.segment("CTP").empty(3).element(lines.units(line)).element(dice.percent(50) ? "ML" : "UN");
    out.end();
    if (dice.percent(20)) reference(out, "XZ", "RX", dice.between(100_000, 999_999));
  }

  /// Loop 2430.
  private void decision(SegmentBuffer out, int line, Payer earlier, int daysAgo) {
    out.segment("SVD").element(earlier.id()).amount(paid[line]);
    lines.procedure(out, line);
    out.empty(1).element(lines.units(line)).end();
    if (contractual[line] > 0) {
      out.segment("CAS").element("CO").element("45").amount(contractual[line]).end();
    }
    if (owed[line] > 0) {
      out.segment("CAS").element("PR").element("2").amount(owed[line]).end();
    }
    date(out, "573", Math.max(1, daysAgo - 4));
    if (owed[line] > 0) out.segment("AMT").element("EAF").amount(owed[line]).end();
  }
}
