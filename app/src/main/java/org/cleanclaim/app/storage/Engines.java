package org.cleanclaim.app.storage;

import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.coverage.MedicareCoverage;
import org.cleanclaim.edits.ncci.NcciTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

  @Bean
  Scrubber scrubber(CodeSets codeSets, NcciTables ncci) {
    return Scrubber.of(codeSets, ncci);
  }
}
