package org.cleanclaim.app.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Puts the gate before every page and every answer of the API.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class LocalFileGateSettings implements WebMvcConfigurer {
  private final LocalFileGate gate;

  LocalFileGateSettings(LocalFileGate gate) {
    this.gate = gate;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate);
  }
}
