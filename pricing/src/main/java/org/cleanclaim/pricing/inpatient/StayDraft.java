package org.cleanclaim.pricing.inpatient;

import static org.cleanclaim.pricing.inpatient.Rounding.kept;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.pricing.PriceStep;
import org.cleanclaim.pricing.inpatient.InpatientTables.StandardRate;
import org.cleanclaim.pricing.inpatient.WageIndices.HospitalWages;
import org.jspecify.annotations.Nullable;

/// A stay on the way to its price. Each amount is kept with as many places as the CMS pricer keeps
/// it, rounded half up: nine within the calculation, two where an amount is paid, four for factors.
final class StayDraft {
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final InpatientYear year;
  private final Discharge discharge;
  private final Hospital hospital;
  private final HospitalWages area;
  private final DrgWeight drg;
  private final StandardRate rate;
  private final HospitalFactors factors;
  private final Arithmetic arithmetic;
  private final Review review;
  private final BigDecimal covid;
  private final BigDecimal product;

  /// Of the rate, what a stay cut short is paid, four places.
  private BigDecimal fraction = BigDecimal.ONE;

  private BigDecimal weightedFraction;
  private @Nullable StayReturn cut;
  private BigDecimal fullFederal = BigDecimal.ZERO;
  private BigDecimal federal = BigDecimal.ZERO;
  private BigDecimal capital = BigDecimal.ZERO;
  private final Map<StayPart, Money> parts = new EnumMap<>(StayPart.class);

  StayDraft(
      InpatientYear year,
      Discharge discharge,
      Hospital hospital,
      HospitalWages area,
      DrgWeight drg,
      StandardRate rate,
      Arithmetic arithmetic) {
    this.year = year;
    this.discharge = discharge;
    this.hospital = hospital;
    this.area = area;
    this.drg = drg;
    this.rate = rate;
    this.factors = HospitalFactors.of(year, hospital, area, arithmetic);
    this.arithmetic = arithmetic;
    this.review = discharge.review().orElse(Review.FULL);
    this.covid = discharge.isCovid() ? new BigDecimal("1.2") : BigDecimal.ONE;
    this.product = hasProductWithoutCost() ? year.cellTherapyWithoutProduct() : BigDecimal.ONE;
    this.weightedFraction = drg.weight();
  }

  StayPrice price() {
    shorten();
    rates();
    BigDecimal federalPart = paid(StayPart.FEDERAL, federal);
    BigDecimal share =
        paid(StayPart.SHARE, federalPart.multiply(factors.share()).multiply(QUARTER));
    BigDecimal teaching = paid(StayPart.TEACHING, federalPart.multiply(factors.teaching()));
    BigDecimal uncompensated = hospital.operating().uncompensatedCare().toBigDecimal();
    paid(StayPart.UNCOMPENSATED_CARE, uncompensated);
    var addOns = new AddOns(year, discharge, hospital);
    BigDecimal technology =
        addOns.technologies(federalPart.add(share).add(teaching).add(uncompensated));
    BigDecimal base = kept(federal.add(technology), 2);
    var outlier = outlier(technology, uncompensated, hospital.operating().costRatio());
    BigDecimal treatments = addOns.covidTreatments(outlier);
    technology = technology.add(treatments);
    base = base.add(treatments);
    paid(StayPart.NEW_TECHNOLOGY, technology);
    paid(StayPart.ISLET_CELLS, addOns.islets());

    if (outlier.isPaid() && discharge.coveredDays() < discharge.stayDays()) {
      // the programs' entries are looked at all the same, and what they lack goes before
      return StayFindings.refused(
          ValuePrograms.readmissionsFault(hospital).orElse(StayReturn.OUTLIER_UNCOVERED_DAYS));
    }
    Optional<StayReturn> fault = ValuePrograms.fault(hospital);
    if (fault.isPresent()) return StayFindings.refused(fault.get());
    paid(StayPart.READMISSIONS, ValuePrograms.readmissions(hospital, base));
    paid(StayPart.VALUE_PURCHASING, ValuePrograms.valuePurchasing(hospital, base));
    capitalParts(outlier);
    paid(StayPart.OUTLIER, outlier.operatingPart());
    paid(StayPart.OWN_RATE, ownRate(outlier, uncompensated));
    lowVolume();
    if (hospital.programs().hasConditionReduction()) {
      if (hospital.isInPuertoRico()) return StayFindings.refused(StayReturn.WAIVER);
      paid(
          StayPart.ACQUIRED_CONDITIONS,
          sum().subtract(amount(StayPart.ISLET_CELLS)).multiply(new BigDecimal("-0.01")));
    }
    StayReturn how = how(outlier);
    if (how.canBeReconciled() && nearOutlier(addOns, uncompensated)) how = how.nearOutlier();
    return new StayPrice.Paid(
        how,
        area.index(),
        kept(drg.weight().multiply(covid).multiply(product), 4),
        fraction,
        parts,
        Rounding.money(outlier.standardized(factors, weightedFraction, technology)),
        recordsCut(),
        steps());
  }

  private boolean hasProductWithoutCost() {
    List<String> secondary =
        discharge
            .diagnoses()
            .subList(Math.min(1, discharge.diagnoses().size()), discharge.diagnoses().size());
    return drg.drg() == 18
        && ((secondary.contains("Z006") && !discharge.conditions().contains("ZC"))
            || discharge.conditions().contains("ZB"));
  }

  /// A stay that ends in a transfer is paid by the day. Source: 42 CFR 412.4(f).
  private void shorten() {
    boolean isPerDiem = review.isTransfer() || (review.isPostAcute() && drg.isPerDiem());
    boolean isHalf = review.isPostAcute() && drg.isHalfPerDiem();
    if (drg.usualDays().signum() <= 0 || (!isPerDiem && !isHalf)) return;
    BigDecimal days = BigDecimal.valueOf(discharge.perDiemDays());
    BigDecimal exact = days.divide(drg.usualDays(), 30, RoundingMode.DOWN);
    if (isHalf) exact = arithmetic.between(exact.multiply(HALF), 4).add(HALF);
    BigDecimal part = kept(exact, 4);
    if (part.compareTo(BigDecimal.ONE) > 0) return;
    fraction = part;
    weightedFraction = kept((isHalf ? exact : part).multiply(drg.weight()), 4);
    if (!drg.isCutFor(discharge.perDiemDays())) return;
    if (review == Review.TRANSFER) cut = StayReturn.TRANSFER;
    else if (review == Review.TRANSFER_WITHOUT_OUTLIER) cut = StayReturn.TRANSFER_WITHOUT_OUTLIER;
    else cut = isHalf ? StayReturn.POST_ACUTE_HALF : StayReturn.POST_ACUTE;
  }

  private void rates() {
    fullFederal = kept(standardRate().multiply(drg.weight()).multiply(covid).multiply(product), 9);
    capital =
        kept(
            drg.weight()
                .multiply(factors.capitalRate())
                .multiply(factors.capitalCola())
                .multiply(product),
            9);
    federal = fullFederal;
    if (cut != null) {
      federal = kept(fullFederal.multiply(fraction), 9);
      capital = kept(capital.multiply(fraction), 9);
    }
  }

  private BigDecimal standardRate() {
    return rate.labor().multiply(area.index()).add(rate.rest().multiply(hospital.costOfLiving()));
  }

  private Outlier outlier(BigDecimal technology, BigDecimal uncompensated, BigDecimal costRatio) {
    boolean isShort = BigDecimal.valueOf(discharge.perDiemDays()).compareTo(drg.usualDays()) < 0;
    BigDecimal threshold = year.outlierThreshold();
    boolean isThresholdCut =
        isShort
            && (review == Review.TRANSFER || (review == Review.POST_ACUTE && drg.isPostAcute()));
    if (isThresholdCut) threshold = kept(threshold.multiply(fraction), 2);
    return Outlier.of(
        new Outlier.Rates(federal, capital, technology, uncompensated, costRatio),
        threshold,
        year,
        discharge,
        hospital,
        factors,
        arithmetic);
  }

  private boolean nearOutlier(AddOns addOns, BigDecimal uncompensated) {
    BigDecimal technology =
        addOns.technologies(
            amount(StayPart.FEDERAL)
                .add(amount(StayPart.SHARE))
                .add(amount(StayPart.TEACHING))
                .add(uncompensated));
    return outlier(
            technology, uncompensated, hospital.operating().costRatio().add(new BigDecimal("0.2")))
        .isPaid();
  }

  private void capitalParts(Outlier outlier) {
    if (hospital.capital().isNew()) return;
    BigDecimal part = paid(StayPart.CAPITAL, capital);
    paid(StayPart.CAPITAL_SHARE, part.multiply(factors.capitalShare()));
    paid(StayPart.CAPITAL_TEACHING, part.multiply(factors.capitalTeaching()));
    paid(StayPart.CAPITAL_OUTLIER, outlier.capitalPart());
  }

  /// What the hospital's own rate gives beyond the federal one. Source: 42 CFR 412.92(d),
  /// 412.108(c).
  private BigDecimal ownRate(Outlier outlier, BigDecimal uncompensated) {
    if (!hospital.hasOwnRate()) return BigDecimal.ZERO;
    BigDecimal own =
        kept(
            hospital
                .operating()
                .ownRate()
                .multiply(kept(year.ownRateGrowth(hospital.programs()), 5))
                .multiply(drg.weight())
                .multiply(covid)
                .multiply(product),
            9);
    BigDecimal whole =
        BigDecimal.ONE.add(factors.teaching()).add(factors.share().multiply(QUARTER));
    BigDecimal federalParts =
        standardRate().multiply(weightedFraction).multiply(covid).multiply(product).multiply(whole);
    BigDecimal federalRate = kept(arithmetic.sum(federalParts, outlier.operatingPart()), 9);
    BigDecimal more = own.subtract(federalRate).subtract(uncompensated);
    if (more.signum() <= 0) return BigDecimal.ZERO;
    return kept(hospital.isMedicareDependent() ? more.multiply(new BigDecimal("0.75")) : more, 9);
  }

  private void lowVolume() {
    BigDecimal factor = hospital.programs().lowVolumeFactor();
    if (factor.signum() <= 0 || factor.compareTo(QUARTER) > 0) return;
    BigDecimal counted =
        sum()
            .subtract(amount(StayPart.ISLET_CELLS))
            .subtract(amount(StayPart.READMISSIONS))
            .subtract(amount(StayPart.VALUE_PURCHASING));
    paid(StayPart.LOW_VOLUME, counted.multiply(factor));
  }

  /// What the same stay would be paid more without the cut; it is in the rates already.
  private Money recordsCut() {
    if (!hospital.programs().isCutForRecords()) return Money.ZERO;
    BigDecimal operating =
        amount(StayPart.OWN_RATE)
            .add(amount(StayPart.FEDERAL))
            .add(amount(StayPart.SHARE))
            .add(amount(StayPart.TEACHING));
    BigDecimal counted =
        operating.add(amount(StayPart.READMISSIONS)).add(amount(StayPart.VALUE_PURCHASING));
    if (parts.containsKey(StayPart.LOW_VOLUME)) {
      counted =
          counted.add(
              operating
                  .multiply(hospital.programs().lowVolumeFactor())
                  .setScale(2, RoundingMode.DOWN));
    }
    BigDecimal ratio =
        hospital.programs().reportsQuality()
            ? year.recordsRatio()
            : year.recordsRatioWithoutQuality();
    return Rounding.money(kept(counted.multiply(ratio), 2).subtract(counted));
  }

  private StayReturn how(Outlier outlier) {
    if (review == Review.TRANSFER) {
      if (outlier.isPaid()) return StayReturn.TRANSFER_OUTLIER;
      if (cut != null) return cut;
    } else if (cut != null) {
      return cut;
    }
    boolean isLong = BigDecimal.valueOf(discharge.perDiemDays()).compareTo(drg.usualDays()) >= 0;
    if (outlier.isPaid()) return isLong ? StayReturn.OUTLIER_LONG_STAY : StayReturn.OUTLIER;
    return isLong ? StayReturn.PAID_LONG_STAY : StayReturn.PAID;
  }

  private List<PriceStep> steps() {
    var steps = new ArrayList<PriceStep>();
    parts.forEach((part, amount) -> {
      if (part == StayPart.FEDERAL) federalSteps(steps, amount);
      else steps.add(new PriceStep(part.title(), amount, part.source()));
    });
    return steps;
  }

  private void federalSteps(List<PriceStep> steps, Money amount) {
    Money full = Rounding.money(fullFederal);
    steps.add(
        new PriceStep(
            "%s: (%s labor x wage index %s + %s x %s) x weight %s%s%s"
                .formatted(
                    StayPart.FEDERAL.title(),
                    rate.labor(),
                    area.index().toPlainString(),
                    rate.rest(),
                    hospital.costOfLiving().toPlainString(),
                    drg.weight().toPlainString(),
                    discharge.isCovid() ? " x 1.2 for COVID-19" : "",
                    product.compareTo(BigDecimal.ONE) == 0
                        ? ""
                        : " x %s, product without cost".formatted(product.toPlainString())),
            full,
            StayPart.FEDERAL.source()));
    if (cut != null) {
      steps.add(
          new PriceStep(
              "%s %d of %s usual days: %s of the rate"
                  .formatted(
                      cut.meaning(),
                      discharge.perDiemDays(),
                      drg.usualDays().toPlainString(),
                      fraction.toPlainString()),
              amount.minus(full),
              "42 CFR 412.4(f)"));
    }
  }

  private BigDecimal paid(StayPart part, BigDecimal exact) {
    BigDecimal amount = kept(exact, 2);
    if (amount.signum() != 0) parts.put(part, Rounding.money(amount));
    return amount;
  }

  private BigDecimal amount(StayPart part) {
    return parts.getOrDefault(part, Money.ZERO).toBigDecimal();
  }

  private BigDecimal sum() {
    return Money.sum(parts.values()).toBigDecimal();
  }
}
