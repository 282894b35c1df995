package org.cleanclaim.app.chart;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// One compiled coding engine per edition of the codes in force.
@Component
class CodingEngines {
  private final CodeSets codeSets;
  private final Map<String, CodingEngine> engines = new ConcurrentHashMap<>();

  CodingEngines(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  CodingEngine asOf(LocalDate servedOn) {
    String edition =
        codeSets.edition(CodeSystem.ICD10CM, servedOn).map(Edition::searchId).orElse("none");
    return engines.computeIfAbsent(edition, id -> CodingEngine.of(codeSets, servedOn));
  }
}
