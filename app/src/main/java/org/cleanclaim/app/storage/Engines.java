package org.cleanclaim.app.storage;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.MedicareEdits;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.Weight;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.payerrule.PayerClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The engines' tables, loaded once.
@Configuration(proxyBeanMethods = false)
class Engines {
  @Bean
  NcciTables ncciTables(CodeSets codeSets) {
    return NcciTables.of(codeSets);
  }

  @Bean
  MedicareCoverage medicareCoverage(CodeSets codeSets) {
    return MedicareCoverage.of(codeSets);
  }

  /// How much Medicare's edits weigh for a class of payers can be set: `cleanclaim.ncci.commercial`
  /// and `cleanclaim.mce.commercial` are `hold`, `warn` or `off`.
  @Bean
  Scrubber scrubber(CodeSets codeSets, NcciTables ncci, Environment environment) {
    return Scrubber.of(
        codeSets,
        ncci,
        MedicareEdits.USUAL
            .withPairsAndUnits(weights(environment, "ncci"))
            .withInpatientEditor(weights(environment, "mce")));
  }

  private static Map<PayerClass, Weight> weights(Environment environment, String edits) {
    var weights = new EnumMap<PayerClass, Weight>(PayerClass.class);
    for (PayerClass payers : PayerClass.values()) {
      String name = payers.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Weight weight = environment.getProperty("cleanclaim." + edits + "." + name, Weight.class);
      if (weight != null) weights.put(payers, weight);
    }
    return weights;
  }
}
