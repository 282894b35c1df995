package org.cleanclaim.app.risk;

import java.math.BigDecimal;
import org.cleanclaim.grouping.hcc.DrugPlan;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.jspecify.annotations.Nullable;

/// Which scores of the members of files are asked for.
public sealed interface RiskQuestion {
  /// The score that Medicare pays an Advantage plan by, for members without renal disease.
  record OfPayment(int paymentYear) implements RiskQuestion {}

  /// The score of one model.
  ///
  /// @param plan for the models of drugs; null where it is not said
  /// @param normalization of the year's Rate Announcement; null where the known one is to be taken
  record OfModel(
      int paymentYear, RiskModel model, @Nullable DrugPlan plan, @Nullable BigDecimal normalization)
      implements RiskQuestion {}

  /// The HHS-HCC score of the individual and small group markets.
  record OfMarket(int benefitYear) implements RiskQuestion {}
}
