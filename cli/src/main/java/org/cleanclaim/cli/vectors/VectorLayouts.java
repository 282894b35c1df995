package org.cleanclaim.cli.vectors;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// All forms of cases that can be run.
final class VectorLayouts {
  private static final List<VectorLayout> ALL =
      List.of(
          new NcciVectors(),
          new EditorLayout(),
          new MsDrgCases(),
          new RiskScoreCases(),
          new RiskSegmentCases(),
          new MarketRiskCases(),
          new TimelyFilingLayout(),
          new PhysicianFeeCases(),
          new SurgeryCases(),
          new InpatientCases(),
          new AnesthesiaCases(),
          new DecisionMakingCases(),
          new VisitTimeCases(),
          new ModifierFactorCases(),
          new DayReductionCases(),
          new BenefitCases(),
          new CoordinationCases(),
          new MedicareSecondaryCases());

  private VectorLayouts() {}

  static Optional<VectorLayout> of(JsonNode firstCase) {
    return ALL.stream().filter(layout -> layout.fits(firstCase)).findFirst();
  }
}
