package org.cleanclaim.app.chart;

import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.check.ChartChecks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The chart checks by the installed code sets, with the engines that suggest.
@Configuration(proxyBeanMethods = false)
class ChartCheckSetup {
  @Bean
  ChartChecks chartChecks(CodeSets codeSets, CodingEngines engines) {
    return ChartChecks.of(codeSets, engines::asOf);
  }
}
