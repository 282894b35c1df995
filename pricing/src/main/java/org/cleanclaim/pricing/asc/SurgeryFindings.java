package org.cleanclaim.pricing.asc;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Says why a line has no price, or what its price rests on.
final class SurgeryFindings {
  private static final RuleId RULE = new RuleId("PRICE-ASC");
  private static final Citation SOURCE =
      new Citation(
          "CMS Claims Processing Manual, chapter 14, sections 10 to 60",
          EffectivePeriod.from(LocalDate.of(2008, 1, 1)));

  private SurgeryFindings() {}

  static Finding error(int line, String field, String message, String remedy) {
    return of(Severity.ERROR, Place.line(line, field), message, remedy);
  }

  static Finding warning(int line, String field, String message, String remedy) {
    return of(Severity.WARNING, Place.line(line, field), message, remedy);
  }

  static Finding ofClaim(String message, String remedy) {
    return of(Severity.ERROR, Place.WHOLE, message, remedy);
  }

  private static Finding of(Severity severity, Place place, String message, String remedy) {
    return new Finding(RULE, Layer.PAYER_RULE, severity, place, message, remedy, null, SOURCE);
  }
}
