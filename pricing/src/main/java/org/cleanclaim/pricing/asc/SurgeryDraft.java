package org.cleanclaim.pricing.asc;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;

/// A line on the way to its price. The amount stays exact to the end; each step is written down
/// with what it does to the amount in cents.
final class SurgeryDraft {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final String MANUAL = "Claims Processing Manual, chapter 14, section ";

  private final SurgeryLine line;
  private final SurgeryRate rate;
  private final int units;
  private final List<PriceStep> steps = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private BigDecimal amount = BigDecimal.ZERO;
  private BigDecimal wages = BigDecimal.ONE;

  /// @param units that are paid
  SurgeryDraft(SurgeryLine line, SurgeryRate rate, int units) {
    this.line = line;
    this.rate = rate;
    this.units = units;
    step(
        units == 1 ? "rate" : "rate for %d units".formatted(units),
        rate.rate().multiply(BigDecimal.valueOf(units)),
        rate.isAncillary() ? "CMS, ASC Addendum BB" : "CMS, ASC Addendum AA");
  }

  int number() {
    return line.number();
  }

  boolean isProcedure() {
    return !rate.isAncillary();
  }

  /// A procedure that was given up or cut short is not reduced again beside others. Source: 42 CFR
  /// 416.172(d) and (e).
  boolean isRanked() {
    return rate.isDiscounted() && !has("73") && !has("52");
  }

  void note(Finding finding) {
    findings.add(finding);
  }

  /// The device that was not used, or that came free or at a discount, leaves the rate before
  /// wages.
  SurgeryDraft lessDevice() {
    if (has("73")) takeDevice(BigDecimal.ONE, "device not used (73)", "40.4");
    else if (has("FB")) takeDevice(BigDecimal.ONE, "device without cost (FB)", "40.8");
    else if (has("FC")) takeDevice(HALF, "device at partial cost (FC), half of it", "40.8");
    return this;
  }

  private void takeDevice(BigDecimal share, String text, String section) {
    BigDecimal part =
        rate.deviceOffset().min(rate.rate()).multiply(share).multiply(BigDecimal.valueOf(units));
    if (part.signum() > 0) step(text, amount.subtract(part), MANUAL + section);
  }

  /// Half of the rate is labor and follows the area's wages.
  SurgeryDraft atWages(BigDecimal index) {
    if (rate.followsWages()) {
      wages = index.multiply(HALF).add(HALF);
      step("wages, index " + index.toPlainString(), amount.multiply(wages), MANUAL + "40.2");
    }
    return this;
  }

  /// A device that is paid by itself takes its share of the whole rate off the procedure.
  SurgeryDraft beside(SurgeryTables.DevicePair pair) {
    if (pair.share().signum() == 0) return this;
    BigDecimal part =
        rate.rate().multiply(BigDecimal.valueOf(units)).multiply(wages).multiply(pair.share());
    step(
        "device %s is paid by itself".formatted(pair.device()),
        amount.subtract(part).max(BigDecimal.ZERO),
        "CMS, ASC code pair file");
    return this;
  }

  SurgeryDraft asFarAsDone() {
    if (has("73")) step("stopped before anesthesia (73)", amount.multiply(HALF), MANUAL + "40.4");
    else if (has("52")) step("reduced service (52)", amount.multiply(HALF), MANUAL + "40.4");
    return this;
  }

  SurgeryDraft upToCharge() {
    Money charge = line.charge();
    if (charge != null && charge.toBigDecimal().compareTo(amount) < 0) {
      step("not more than the charge", charge.toBigDecimal(), "Social Security Act 1833(a)(1)(G)");
    }
    return this;
  }

  /// One unit of the dearest procedure is paid in full, all else by half.
  void behindOthers() {
    step("another procedure of the day, half", amount.multiply(HALF), MANUAL + "40.5");
  }

  void first() {
    if (units == 1) return;
    step(
        "first unit in full, the others half",
        amount
            .multiply(BigDecimal.valueOf(units + 1L))
            .divide(BigDecimal.valueOf(2L * units), MathContext.DECIMAL128),
        MANUAL + "40.5");
  }

  /// Which of two lines has the dearer unit.
  static int dearerFirst(SurgeryDraft one, SurgeryDraft other) {
    return other
        .amount
        .multiply(BigDecimal.valueOf(one.units))
        .compareTo(one.amount.multiply(BigDecimal.valueOf(other.units)));
  }

  SurgeryPrice.Priced price() {
    return new SurgeryPrice.Priced(line.number(), units, cents(amount), steps, findings);
  }

  private boolean has(String modifier) {
    return line.modifiers().contains(modifier);
  }

  private void step(String text, BigDecimal now, String source) {
    steps.add(new PriceStep(text, cents(now).minus(cents(amount)), source));
    amount = now;
  }

  /// To the nearest cent; an exact half goes to the even cent. CMS names no rule for the half; the
  /// public pricer that the cases come from rounds so.
  private static Money cents(BigDecimal dollars) {
    return Money.ofCents(
        dollars.movePointRight(2).setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }
}
