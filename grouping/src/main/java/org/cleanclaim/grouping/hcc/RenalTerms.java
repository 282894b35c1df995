package org.cleanclaim.grouping.hcc;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What age, sex, Medicaid, institution and the time since the transplant add in the models of
/// end-stage renal disease. Sources: CMS ESRD software V21 and V24; Rate Announcement for 2023.
final class RenalTerms {
  private final RiskTables tables;
  private final Member member;
  private final Segment segment;
  private final List<Coefficient> terms;

  RenalTerms(RiskTables tables, Member member, Segment segment, List<Coefficient> terms) {
    this.tables = tables;
    this.member = member;
    this.segment = segment;
    this.terms = terms;
  }

  void add() {
    switch (segment) {
      case TRANSPLANT -> own(member.kidney().factor());
      case DNE -> {
        boolean isDisabledFirst = member.original() == Entitlement.DISABILITY;
        own(medicaidPrefix() + origin(isDisabledFirst) + "ne" + sex() + AgeBands.dialysis(age()));
      }
      case GNE -> {
        boolean isDisabledFirst = member.isOriginallyDisabled();
        own(
            medicaidPrefix()
                + origin(isDisabledFirst)
                + "g_ne"
                + sex()
                + AgeBands.newEnrollee(age()));
        addTimeSinceTransplant();
      }
      default -> {
        addContinuing();
        if (segment != Segment.DI) addTimeSinceTransplant();
      }
    }
  }

  /// Names of which the segment has no coefficient add nothing.
  private void addContinuing() {
    String sex = member.sex() == Sex.FEMALE ? "female" : "male";
    String aged = member.isDisabled() ? "_nonaged" : "_aged";
    put(tables.coefficients(segment).ofAge(member.sex(), age()));
    if (member.medicaid() != Medicaid.NONE) {
      own("mcaid_" + sex + aged);
      own("mcaid");
      own((member.medicaid() == Medicaid.FULL ? "fbdual_" : "pbdual_") + sex + aged);
    }
    if (member.isOriginallyDisabled()) {
      own("originallydisabled_" + sex);
      own("origds");
    }
    if (member.isAged() && isOriginallyRenal()) own("originally_esrd_" + sex);
    if (member.residence() == Residence.INSTITUTION) own("lti" + aged);
  }

  private void addTimeSinceTransplant() {
    String age = member.isAged() ? "ge65" : "lt65";
    boolean isEarly = member.kidney() == KidneyStatus.GRAFT_MONTH_4_TO_9;
    String duration = isEarly ? "dur4_9" : "dur10pl";
    if (tables.model() == RiskModel.ESRD_V21) {
      put(tables.named(age + "_" + duration));
      return;
    }
    String place = segment == Segment.GI ? "fgi_" : "fgc_";
    put(tables.named(place + age + "_" + duration + "_" + medicaidPart()));
    if (segment == Segment.GNE) {
      addNewEnrolleeAdjustment(duration);
      return;
    }
    if (member.medicaid() == Medicaid.PARTIAL) put(tables.named(place + "pbd_" + age + "_flag"));
    if (segment == Segment.GI) put(tables.named("lti_" + age));
  }

  /// The sum of a new enrollee with a graft is divided by the actuarial adjustment; the term is
  /// what that adds, so that the terms still add up.
  private void addNewEnrolleeAdjustment(String duration) {
    Coefficient adjustment = tables.named("actadj_" + duration);
    if (adjustment == null || adjustment.thousandths() == 0) return;
    int sum = terms.stream().mapToInt(Coefficient::thousandths).sum();
    int adjusted =
        BigDecimal.valueOf(sum)
            .movePointRight(3)
            .divide(BigDecimal.valueOf(adjustment.thousandths()), 0, RoundingMode.HALF_UP)
            .intValueExact();
    terms.add(
        new Coefficient(adjustment.name(), "divided by " + adjustment.factor(), adjusted - sum));
  }

  private boolean isOriginallyRenal() {
    return member.original() == Entitlement.RENAL_DISEASE
        || member.original() == Entitlement.DISABILITY_AND_RENAL_DISEASE;
  }

  private String medicaidPrefix() {
    if (tables.model() != RiskModel.ESRD_V21) return medicaidPart() + "_";
    return member.medicaid() == Medicaid.NONE ? "nmcaid_" : "mcaid_";
  }

  private String medicaidPart() {
    return member.medicaid() == Medicaid.FULL ? "fbd" : "nd_pbd";
  }

  private static String origin(boolean isDisabledFirst) {
    return isDisabledFirst ? "origdis_" : "norigdis_";
  }

  private String sex() {
    return member.sex().name().substring(0, 1).toLowerCase(Locale.ROOT);
  }

  private int age() {
    return member.countedAge();
  }

  private void own(String name) {
    put(tables.coefficients(segment).named(name));
  }

  private void put(@Nullable Coefficient coefficient) {
    if (coefficient != null) terms.add(coefficient);
  }
}
