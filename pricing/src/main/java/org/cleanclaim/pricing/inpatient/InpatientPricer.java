package org.cleanclaim.pricing.inpatient;

import java.time.LocalDate;
import org.cleanclaim.pricing.inpatient.WageIndices.HospitalWages;
import org.jspecify.annotations.Nullable;

/// Prices acute inpatient stays of a federal fiscal year by Medicare's prospective payment system.
public final class InpatientPricer {
  private static final int MOST_RESERVE_DAYS = 60;

  private final InpatientTables tables;
  private final InpatientYear year;
  private final WageIndices wages;
  private final Arithmetic arithmetic;

  private InpatientPricer(InpatientTables tables, InpatientYear year, Arithmetic arithmetic) {
    this.tables = tables;
    this.year = year;
    this.wages = new WageIndices(tables, year, arithmetic);
    this.arithmetic = arithmetic;
  }

  /// The pricer of the fiscal year of a day of discharge; null where its rules are not known here.
  public static @Nullable InpatientPricer of(
      InpatientTables tables, LocalDate discharge, Arithmetic arithmetic) {
    return InpatientYear.of(discharge)
        .map(year -> new InpatientPricer(tables, year, arithmetic))
        .orElse(null);
  }

  /// What the hospital is paid for the stay, before deductible and coinsurance.
  public StayPrice price(Discharge discharge, Hospital hospital) {
    if (discharge.on().isBefore(year.begins()) || discharge.on().isAfter(year.ends())) {
      return StayFindings.refused(StayReturn.DATES);
    }
    if (!hospital.programs().ehr().isEmpty() && !hospital.programs().isCutForRecords()) {
      return StayFindings.refused(StayReturn.CAPITAL_OR_READMISSIONS);
    }
    HospitalWages area = wages.of(hospital, discharge.on()).orElse(null);
    if (area == null) return StayFindings.refused(StayReturn.WAGE_INDEX);
    StayReturn fault = fault(discharge, hospital, area);
    if (fault != null) return StayFindings.refused(fault);
    DrgWeight weight = tables.weight(discharge.drg()).orElse(null);
    if (weight == null) return StayFindings.refused(StayReturn.DRG);
    var rate = tables.rate(area.index(), hospital.programs()).orElse(null);
    if (rate == null) return StayFindings.refused(StayReturn.WAGE_INDEX);
    StayPrice price =
        new StayDraft(year, discharge, hospital, area, weight, rate, arithmetic).price();
    return price instanceof StayPrice.Paid && hospital.isWaived()
        ? StayFindings.refused(StayReturn.WAIVER)
        : price;
  }

  /// What is wrong with the bill or the hospital, in the order in which it is looked for.
  private static @Nullable StayReturn fault(
      Discharge discharge, Hospital hospital, HospitalWages area) {
    LocalDate day = discharge.on();
    boolean isReviewed = discharge.review().isPresent();
    if (day.isBefore(hospital.from()) || day.isBefore(area.from())) return StayReturn.DATES;
    LocalDate terminated = hospital.terminatedOn();
    if (terminated != null && !day.isBefore(terminated)) return StayReturn.DATES;
    if (discharge.stayDays() < 0 || (discharge.stayDays() == 0 && !isReviewed)) {
      return StayReturn.LENGTH_OF_STAY;
    }
    if (discharge.reserveDays() < 0 || discharge.reserveDays() > MOST_RESERVE_DAYS) {
      return StayReturn.RESERVE_DAYS;
    }
    if (discharge.coveredDays() < 0
        || (discharge.coveredDays() == 0 && discharge.stayDays() > 0)
        || discharge.reserveDays() > discharge.coveredDays()) {
      return StayReturn.COVERED_DAYS;
    }
    if (!isReviewed) return StayReturn.REVIEW_CODE;
    var capital = hospital.capital();
    return !capital.isNew() && !capital.payCode().matches("[BC]")
        ? StayReturn.CAPITAL_OR_READMISSIONS
        : null;
  }
}
