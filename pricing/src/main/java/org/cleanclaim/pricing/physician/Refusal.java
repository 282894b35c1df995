package org.cleanclaim.pricing.physician;

import java.time.LocalDate;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;

/// Says why a line has no price.
final class Refusal {
  private static final RuleId RULE = new RuleId("PRICE-PHYSICIAN");
  private static final Citation SOURCE =
      new Citation(
          "CMS Claims Processing Manual, chapter 12 and chapter 23, section 30.2",
          EffectivePeriod.from(LocalDate.of(1992, 1, 1)));

  private Refusal() {}

  static LinePrice.Refused of(ServiceLine line, String field, String message, String remedy) {
    return new LinePrice.Refused(
        line.number(),
        new Finding(
            RULE,
            Layer.PAYER_RULE,
            Severity.ERROR,
            Place.line(line.number(), field),
            message,
            remedy,
            null,
            SOURCE));
  }
}
