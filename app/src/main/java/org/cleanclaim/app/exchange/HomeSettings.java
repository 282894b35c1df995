package org.cleanclaim.app.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeSettings {
  @Bean
  Home home(@Value("${cleanclaim.home}") Path root) throws IOException {
    return new Home(root).create();
  }
}
