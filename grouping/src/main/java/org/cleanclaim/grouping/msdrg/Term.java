package org.cleanclaim.grouping.msdrg;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Terms of the formulas that are no lists: they count, or look at the patient.
enum Term {
  MCC,
  CC,
  ALIVE,
  DIED,
  /// Left against medical advice.
  AMA,
  /// A newborn moved to another facility for acute care, planned readmission included.
  XFRNBA,
  INVALID_PDX,
  PDX_ECODE,
  INVALID_SEX,
  INVALID_DSTAT,
  /// Significant trauma at two or more body sites.
  MULTST,
  /// Joints of the leg replaced on two sides or at two places.
  BILATERAL,
  FOUR_STENTS,
  FOUR_VESSELS,
  /// An operating-room procedure.
  ORPROC,
  /// Single-level fusions, anterior and posterior, of more than two in all.
  SINGLEFUSIONCTR,
  SGLANTSECTXCTR,
  SGLPOSTFUSECTR,
  /// Single-level fusions at two or more places.
  MULTFUSE,
  SGLANTCTR,
  SGLPOST1CTR;

  private static final Map<String, Term> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Function.identity()));

  boolean holds(StayFacts stay) {
    return switch (this) {
      case MCC -> stay.hasMcc();
      case CC -> stay.hasCc();
      case ALIVE -> !stay.hasDied();
      case DIED -> stay.hasDied();
      case AMA -> stay.dischargeStatus() == DischargeStatus.AGAINST_ADVICE;
      case XFRNBA -> DischargeStatus.isAcuteTransfer(stay.dischargeStatus());
      case INVALID_PDX -> stay.isPrincipalUnknown();
      case PDX_ECODE -> stay.isPrincipalOn("ecode");
      case INVALID_SEX -> stay.needsSex();
      case INVALID_DSTAT -> !DischargeStatus.isValid(stay.dischargeStatus());
      case MULTST -> stay.traumaSites() >= 2;
      case BILATERAL -> stay.jointsReplaced() >= 2;
      case FOUR_STENTS -> stay.counted("stent") >= 4;
      case FOUR_VESSELS -> stay.counted("vessel") >= 4;
      case ORPROC -> stay.hasOperation();
      case SINGLEFUSIONCTR -> isCombinedFusion(stay);
      case SGLANTSECTXCTR -> stay.countOn("sglantsectXfuse") >= 2;
      case SGLPOSTFUSECTR -> stay.countOn("sglpostfuse") >= 2;
      case MULTFUSE -> stay.countOn("sglantfuse") + stay.countOn("sglpostfuse1") >= 2;
      case SGLANTCTR -> stay.countOn("sglantfuse") >= 2;
      case SGLPOST1CTR -> stay.countOn("sglpostfuse1") >= 2;
    };
  }

  private static boolean isCombinedFusion(StayFacts stay) {
    int anterior = stay.countOn("sglantfuse");
    int posterior = stay.countOn("sglpostfuse");
    return anterior > 0 && posterior > 0 && anterior + posterior > 2;
  }

  static Optional<Term> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
