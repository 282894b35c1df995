package org.cleanclaim.app.chart;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.CodeSystemVersion;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.kernel.code.CodeSystem;
import org.springframework.stereotype.Component;

/// One compiled coding engine per code set version in force.
@Component
class CodingEngines {
  private final CodeSets codeSets;
  private final Map<String, CodingEngine> engines = new ConcurrentHashMap<>();

  CodingEngines(CodeSets codeSets) {
    this.codeSets = codeSets;
  }

  CodingEngine asOf(LocalDate servedOn) {
    String version =
        codeSets.version(CodeSystem.ICD10CM, servedOn).map(CodeSystemVersion::name).orElse("none");
    return engines.computeIfAbsent(version, v -> CodingEngine.of(codeSets, servedOn));
  }
}
