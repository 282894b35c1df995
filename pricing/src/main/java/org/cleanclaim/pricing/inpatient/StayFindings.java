package org.cleanclaim.pricing.inpatient;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Says why a stay has no price.
final class StayFindings {
  private static final RuleId RULE = new RuleId("PRICE-INPATIENT");
  private static final Citation SOURCE =
      new Citation(
          "42 CFR part 412; CMS Claims Processing Manual, chapter 3, section 20",
          EffectivePeriod.from(LocalDate.of(1983, 10, 1)));

  private StayFindings() {}

  static StayPrice.Refused refused(StayReturn why) {
    return new StayPrice.Refused(why, of(why.meaning() + " Code " + why.code() + ".", remedy(why)));
  }

  static Finding of(String message, String remedy) {
    return new Finding(
        RULE, Layer.PAYER_RULE, Severity.ERROR, Place.WHOLE, message, remedy, null, SOURCE);
  }

  private static String remedy(StayReturn why) {
    return switch (why) {
      case WAGE_INDEX ->
          "Correct the hospital's areas and indices; last year's index has to be stated too.";
      case DRG -> "Group the stay by the version of its day of discharge.";
      case DATES -> "Take the hospital's facts that hold on the day of discharge.";
      case WAIVER, CAPITAL_OR_READMISSIONS, VALUE_PURCHASING ->
          "Correct the hospital's facts by the contractor's provider-specific file.";
      case REVIEW_CODE -> "Give 0, 3, 6, 7, 9 or 11.";
      case OUTLIER_UNCOVERED_DAYS ->
          "Bill the covered part with occurrence code 47 and the days beyond it apart.";
      case LENGTH_OF_STAY, RESERVE_DAYS, COVERED_DAYS -> "Correct the days of the bill.";
      default -> "Look at the bill.";
    };
  }
}
