package org.cleanclaim.app.pricing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cleanclaim.app.pricing.ClaimRows.BadCell;
import org.cleanclaim.grouping.msdrg.Stay;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.cleanclaim.pricing.inpatient.Discharge;
import org.cleanclaim.pricing.inpatient.Review;
import org.jspecify.annotations.Nullable;

/// What a claim or a row of a table says of an inpatient stay to be priced.
///
/// @param npi of the hospital, or its certification number; empty where it is not said
/// @param first day of admission
/// @param last day of discharge
/// @param status discharge status of the bill; negative where it is not said
/// @param drg of the bill; 0 where it bears none
/// @param coveredDays that Medicare covers; negative where it is not said
/// @param input what the stay is grouped by where the bill bears no DRG
record StayBill(
    String id,
    String npi,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    int status,
    int drg,
    int coveredDays,
    int reserveDays,
    Money charges,
    List<String> procedures,
    List<String> diagnoses,
    List<String> conditions,
    StayFiles.Input input) {
  static final String COLUMNS =
      "The columns of a stay are claim or id, npi (or provider), admitted, discharged, status,"
          + " charge, principal, secondaries, procedures and, where it is known, drg; else dob or"
          + " age, and sex. Codes are parted by blanks.";

  private static final int MOST_DRG = 999;

  /// Acute hospitals, and critical access hospitals; the second ones with a planned readmission.
  /// Source: 42 CFR 412.4(b).
  private static final Set<Integer> TRANSFER = Set.of(2, 66, 82, 94);

  /// Skilled nursing, other hospitals, home health, hospice. Source: 42 CFR 412.4(c).
  private static final Set<Integer> POST_ACUTE =
      Set.of(3, 5, 6, 50, 51, 62, 63, 65, 83, 85, 86, 90, 91, 93);

  StayBill {
    procedures = List.copyOf(procedures);
    diagnoses = List.copyOf(diagnoses);
    conditions = List.copyOf(conditions);
  }

  static StayBill of(Claim claim) {
    var npi = claim.billingProvider().npi();
    var billed = claim.informationCodes(Kind.DRG);
    return new StayBill(
        claim.controlNumber().value(),
        npi == null ? "" : npi.value(),
        claim.admittedOn(),
        ClaimFacts.lastDay(claim),
        ClaimFacts.status(claim),
        !billed.isEmpty() && billed.getFirst().code().matches("[0-9]{1,3}")
            ? Integer.parseInt(billed.getFirst().code())
            : 0,
        value(claim, "80", -1),
        value(claim, "83", 0),
        claim.totalCharge(),
        ClaimFacts.procedures(claim),
        claim.diagnoses().stream().map(diagnosis -> diagnosis.code().value()).toList(),
        claim.informationCodes(Kind.CONDITION).stream().map(InformationCode::code).toList(),
        StayFiles.input(claim, Stay.PoaReporting.REQUIRED));
  }

  /// A value code's number of days, which files write as an amount.
  private static int value(Claim claim, String code, int otherwise) {
    return claim.informationCodes(Kind.VALUE).stream()
        .filter(value -> value.code().equals(code) && value.amount() != null)
        .map(InformationCode::amount)
        .findFirst()
        .map(amount -> amount.toBigDecimal().intValue())
        .orElse(otherwise);
  }

  /// Whether a row of a table is about a stay and not about a service.
  static boolean is(ClaimRows.Row row) {
    return row.cell("kind").equalsIgnoreCase("inpatient")
        || (row.cell("kind").isEmpty()
            && row.cell("code").isEmpty()
            && !row.cell("discharged").isEmpty());
  }

  static StayBill of(ClaimRows.Row row) throws BadCell {
    String id = row.cell("claim").isEmpty() ? row.cell("id") : row.cell("claim");
    Money charges = row.money("charge");
    if (charges.isNegative()) throw new BadCell("charge", row.cell("charge"));
    int drg = row.cell("drg").isEmpty() ? 0 : row.number("drg");
    if (drg < 0 || drg > MOST_DRG) throw new BadCell("drg", row.cell("drg"));
    var diagnoses = StayFiles.conditions(row, "principal");
    var all = new ArrayList<>(diagnoses);
    all.addAll(StayFiles.conditions(row, "secondaries"));
    return new StayBill(
        id.isEmpty() ? row.where() : id,
        row.cell("npi").isEmpty() ? row.cell("provider") : row.cell("npi"),
        row.day("admitted"),
        row.day("discharged"),
        row.number("status"),
        drg,
        row.cell("covered_days").isEmpty() ? -1 : row.number("covered_days"),
        row.cell("reserve_days").isEmpty() ? 0 : row.number("reserve_days"),
        charges,
        StayFiles.procedures(row),
        all.stream().map(Stay.Condition::code).toList(),
        row.words("conditions"),
        StayFiles.of(row, Stay.PoaReporting.REQUIRED));
  }

  Review review() {
    if (TRANSFER.contains(status)) return Review.TRANSFER;
    return POST_ACUTE.contains(status) ? Review.POST_ACUTE : Review.FULL;
  }

  /// The stay with a DRG, as the pricer takes it.
  Discharge discharge(int ofDrg, LocalDate admitted, LocalDate discharged) {
    int days = Math.toIntExact(ChronoUnit.DAYS.between(admitted, discharged));
    return new Discharge(
        review().code(),
        ofDrg,
        days,
        coveredDays < 0 ? Math.max(days, 1) : coveredDays,
        reserveDays,
        discharged,
        charges,
        procedures,
        diagnoses,
        conditions);
  }
}
