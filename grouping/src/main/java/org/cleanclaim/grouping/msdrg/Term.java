package org.cleanclaim.grouping.msdrg;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Terms of the formulas that are no lists: they count, or look at the patient.
enum Term {
  MCC(StayFacts::hasMcc),
  CC(StayFacts::hasCc),
  ALIVE(stay -> !stay.hasDied()),
  DIED(StayFacts::hasDied),
  /// Left against medical advice.
  AMA(stay -> stay.dischargeStatus() == 7),
  /// A newborn moved to another facility for acute care, planned readmission included.
  XFRNBA(stay -> List.of(2, 5, 66, 82, 85, 94).contains(stay.dischargeStatus())),
  INVALID_PDX(StayFacts::isPrincipalUnknown),
  PDX_ECODE(stay -> stay.isPrincipalOn("ecode")),
  INVALID_SEX(StayFacts::needsSex),
  INVALID_DSTAT(stay -> !DischargeStatus.isValid(stay.dischargeStatus())),
  /// Significant trauma at two or more body sites.
  MULTST(stay -> stay.traumaSites() >= 2),
  /// Joints of the leg replaced on two sides or at two places.
  BILATERAL(stay -> stay.jointsReplaced() >= 2),
  FOUR_STENTS(stay -> stay.counted("stent") >= 4),
  FOUR_VESSELS(stay -> stay.counted("vessel") >= 4),
  ORPROC(StayFacts::hasOperation),
  SINGLEFUSIONCTR(stay ->
      stay.countOn("sglantfuse") > 0
          && stay.countOn("sglpostfuse") > 0
          && stay.countOn("sglantfuse") + stay.countOn("sglpostfuse") > 2),
  SGLANTSECTXCTR(stay -> stay.countOn("sglantsectXfuse") >= 2),
  SGLPOSTFUSECTR(stay -> stay.countOn("sglpostfuse") >= 2),
  MULTFUSE(stay -> stay.countOn("sglantfuse") + stay.countOn("sglpostfuse1") >= 2),
  SGLANTCTR(stay -> stay.countOn("sglantfuse") >= 2),
  SGLPOST1CTR(stay -> stay.countOn("sglpostfuse1") >= 2);

  private static final Map<String, Term> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  private final Predicate<StayFacts> test;

  Term(Predicate<StayFacts> test) {
    this.test = test;
  }

  boolean holds(StayFacts stay) {
    return test.test(stay);
  }

  static Optional<Term> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
