package org.cleanclaim.grouping.hcc;

import java.util.List;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// What age, sex and the reason for entitlement add in the models of Part D. Source: CMS RxHCC
/// software V08.
final class DrugTerms {
  private DrugTerms() {}

  static void add(
      List<Coefficient> terms, Member member, Segment segment, SegmentCoefficients coefficients) {
    int age = member.countedAge();
    String sex = member.sex() == Sex.FEMALE ? "f" : "m";
    boolean isOriginallyDisabled = member.isOriginallyDisabled();
    if (!segment.hasDiagnoses()) {
      put(
          terms,
          coefficients.named(
              (member.kidney() == KidneyStatus.NO_FAILURE ? "nesrd_" : "esrd_")
                  + (isOriginallyDisabled ? "od_x_" : "nod_x_")
                  + sex
                  + AgeBands.newEnrollee(age)));
      return;
    }
    put(terms, coefficients.ofAge(member.sex(), age));
    if (isOriginallyDisabled) {
      put(terms, coefficients.named(sex + "65od"));
      put(terms, coefficients.named("origds"));
    }
  }

  private static void put(List<Coefficient> terms, @Nullable Coefficient coefficient) {
    if (coefficient != null) terms.add(coefficient);
  }
}
