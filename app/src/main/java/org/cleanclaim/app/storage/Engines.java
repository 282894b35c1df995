package org.cleanclaim.app.storage;

import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.edits.Scrubber;
import org.cleanclaim.edits.ncci.NcciTables;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The engines' tables, loaded once.
@Configuration(proxyBeanMethods = false)
class Engines {
  @Bean
  Scrubber scrubber(CodeSets codeSets) {
    return Scrubber.of(codeSets, NcciTables.of(codeSets));
  }
}
