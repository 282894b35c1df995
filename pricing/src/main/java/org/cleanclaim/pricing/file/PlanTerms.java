package org.cleanclaim.pricing.file;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.cleanclaim.pricing.CodeScope;
import org.cleanclaim.pricing.benefit.Accumulators;
import org.cleanclaim.pricing.benefit.BenefitPlan;
import org.cleanclaim.pricing.benefit.ServiceCategory;

/// What a plan file holds.
///
/// @param categories the first that holds a code decides its category
/// @param members everybody insured
public record PlanTerms(BenefitPlan plan, List<Category> categories, List<InsuredMember> members) {

  public record Category(CodeScope codes, ServiceCategory category) {}

  /// @param id the member number
  /// @param family members with the same share its accumulators; the member's own number where none
  ///   is stated
  /// @param opening what had been borne in the benefit year before the first claim
  /// @param openedOn a day of that benefit year
  public record InsuredMember(
      String id,
      String family,
      EffectivePeriod coverage,
      Accumulators opening,
      LocalDate openedOn) {}

  public PlanTerms {
    categories = List.copyOf(categories);
    members = List.copyOf(members);
  }

  /// The category of a code.
  public ServiceCategory category(ProcedureCode procedure) {
    for (Category category : categories) {
      if (category.codes().contains(procedure.value())) return category.category();
    }
    return ServiceCategory.OTHER;
  }
}
