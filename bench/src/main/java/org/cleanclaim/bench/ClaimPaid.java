package org.cleanclaim.bench;

/// Writes one claim payment after another, loop 2100 and below.
final class ClaimPaid {
  private static final String[] DENIALS = {"97", "204", "29", "50"};
  private static final String[] REMARKS = {"N130", "N19", "M80", "N362", "M15"};
  private static final String[] PATIENT_SHARES = {"1", "2", "3"};

  /// How many numbers lie between this file's claims and those of earlier remittances.
  private static final long EARLIER = 500_000_000;

  private final Dice dice;
  private final ServiceLines lines = new ServiceLines();
  private final long[] contractual = new long[ServiceLines.MOST];
  private final long[] sequestered = new long[ServiceLines.MOST];
  private final long[] owed = new long[ServiceLines.MOST];
  private final long[] paid = new long[ServiceLines.MOST];
  private final boolean[] isDenied = new boolean[ServiceLines.MOST];
  private long claims;

  ClaimPaid(Dice dice) {
    this.dice = dice;
  }

  /// @return what was paid for the claim, in cents
  long write(SegmentBuffer out, Payer payer, Practice practice) {
    claims++;
    String place = dice.percent(85) ? "11" : "22";
    lines.draw(dice, place);
    boolean isWhollyDenied = dice.percent(6);
    long all = decide(payer, isWhollyDenied);
    // A deductible that the payer takes from the claim as a whole.
    long deductible = all > 5000 && dice.percent(5) ? dice.between(1, 50) * 100L : 0;
    long share = deductible;
    for (int i = 0; i < lines.count(); i++) share += owed[i];
    boolean isCrossover = payer.isMedicare() && !isWhollyDenied && dice.percent(20);
    String status = isWhollyDenied ? "4" : isCrossover ? "19" : "1";
    clp(out, claims, status, lines.total(), all - deductible, share, payer, place);
    if (deductible > 0) {
      out.segment("CAS").element("PR").element("1").amount(deductible).end();
    }
    parties(out, payer, practice, isCrossover);
    int daysAgo = dice.between(10, 60);
    around(out, payer, daysAgo);
    for (int i = 0; i < lines.count(); i++) service(out, i, daysAgo);
    return all - deductible;
  }

  /// Takes back what an earlier remittance paid.
  ///
  /// @return what was paid, a negative amount
  long reversed(SegmentBuffer out, Payer payer) {
    lines.draw(dice, "11");
    long all = decide(payer, false);
    clp(out, claims - EARLIER, "22", -lines.total(), -all, 0, payer, "11");
    Person.any(dice).name(out, "QC").element("MI");
    payer.member(out, dice);
    out.end();
    int daysAgo = dice.between(90, 200);
    for (int i = 0; i < lines.count(); i++) {
      svc(out, i, -1);
      date(out, "472", daysAgo);
      adjustments(out, i, -1);
      controlNumber(out, i);
    }
    return -all;
  }

  /// charge = paid + contractual + sequestered + owed on each line.
  private long decide(Payer payer, boolean isWhollyDenied) {
    long all = 0;
    for (int i = 0; i < lines.count(); i++) {
      long charge = lines.charge(i);
      isDenied[i] = isWhollyDenied || dice.percent(4);
      long allowed = isDenied[i] ? 0 : charge * dice.between(45, 90) / 100;
      owed[i] = dice.percent(60) ? allowed * dice.between(5, 30) / 100 : 0;
      sequestered[i] = payer.isMedicare() ? (allowed - owed[i]) * 2 / 100 : 0;
      contractual[i] = charge - allowed;
      paid[i] = allowed - owed[i] - sequestered[i];
      all += paid[i];
    }
    return all;
  }

  private void clp(
      SegmentBuffer out,
      long number,
      String status,
      long charged,
      long amountPaid,
      long share,
      Payer payer,
      String place) {
    out.segment("CLP").element("BC", 1_000_000_000L + number).element(status);
    out.amount(charged).amount(amountPaid);
    if (share > 0) {
      out.amount(share);
    } else {
      out.empty(1);
    }
    out.element(payer.remittanceFiling())
        .element("2026", 10_000_000_000L + number)
        .element(place)
        .element("1")
        .end();
  }

  private void parties(SegmentBuffer out, Payer payer, Practice practice, boolean isCrossover) {
    Person patient = Person.any(dice);
    patient.name(out, "QC").element("MI");
    payer.member(out, dice);
    out.end();
    if (payer.isPrivate() && dice.percent(25)) {
      Person.of(patient.surname(), dice).name(out, "IL").element("MI");
      payer.member(out, dice);
      out.end();
    }
    if (!practice.isOne()) practice.clinician(dice).write(out, "82");
    if (isCrossover) {
      Payer next = Payer.anyPrivate(dice);
      out.segment("NM1").element("TT").element("2").element(next.name()).empty(4);
      out.element("PI").element(next.id()).end();
    }
    if (payer.isMedicare()) {
      out.segment("MOA").empty(2).element("MA01");
      if (isCrossover) out.element("MA18");
      out.end();
    }
  }

  private void around(SegmentBuffer out, Payer payer, int daysAgo) {
    if (payer.isPrivate() && dice.percent(50)) {
      out.segment("REF").element("1L").element("GRP", dice.between(1000, 99_999)).end();
    }
    if (dice.percent(15)) {
      out.segment("REF").element("EA").element("MR", dice.between(10_000, 999_999)).end();
    }
    date(out, "232", daysAgo);
    date(out, "233", daysAgo);
    if (dice.percent(70)) date(out, "050", daysAgo - dice.between(2, 8));
    if (dice.percent(3)) {
      out.segment("PER").element("CX").element("CLAIM QUESTIONS").element("TE");
      out.element(Invented.phone(dice)).end();
    }
    if (dice.percent(40)) {
      long allowed = 0;
      for (int i = 0; i < lines.count(); i++) allowed += lines.charge(i) - contractual[i];
      if (allowed > 0) out.segment("AMT").element("AU").amount(allowed).end();
    }
  }

  private void service(SegmentBuffer out, int line, int daysAgo) {
    svc(out, line, 1);
    date(out, "472", daysAgo);
    adjustments(out, line, 1);
    controlNumber(out, line);
    long allowed = lines.charge(line) - contractual[line];
    if (allowed > 0) out.segment("AMT").element("B6").amount(allowed).end();
    if (isDenied[line] || dice.percent(5)) {
      out.segment("LQ").element("HE").element(dice.oneOf(REMARKS)).end();
    }
  }

  private void svc(SegmentBuffer out, int line, int sign) {
    out.segment("SVC");
    lines.procedure(out, line);
    out.amount(sign * lines.charge(line)).amount(sign * paid[line]);
    out.empty(1).element(lines.units(line)).end();
  }

  private void adjustments(SegmentBuffer out, int line, int sign) {
    if (contractual[line] > 0) {
      out.segment("CAS").element("CO").element(isDenied[line] ? dice.oneOf(DENIALS) : "45");
      out.amount(sign * contractual[line]);
      if (sequestered[line] > 0) {
        out.empty(1).element("253").amount(sign * sequestered[line]);
      }
      out.end();
    }
    if (owed[line] > 0) {
      out.segment("CAS").element("PR").element(dice.oneOf(PATIENT_SHARES));
      out.amount(sign * owed[line]).end();
    }
  }

  private void controlNumber(SegmentBuffer out, int line) {
    out.segment("REF").element("6R").element(claims * 10 + line).end();
  }

  private static void date(SegmentBuffer out, String what, int daysAgo) {
    out.segment("DTM").element(what).element(Calendar.daysAgo(daysAgo)).end();
  }
}
