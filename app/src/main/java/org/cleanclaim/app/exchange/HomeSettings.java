package org.cleanclaim.app.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.store.CodeStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeSettings {
  @Bean
  Home home(@Value("${cleanclaim.home}") Path root) throws IOException {
    return new Home(root).create();
  }

  /// The code sets that are installed under the home folder.
  @Bean
  CodeSets codeSets(Home home) throws IOException {
    return CodeStore.at(home.codesets()).open();
  }
}
