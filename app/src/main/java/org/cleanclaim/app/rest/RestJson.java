package org.cleanclaim.app.rest;

import org.cleanclaim.app.storage.OutwardJson;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RestJson {
  @Bean
  JsonMapperBuilderCustomizer outwardForms() {
    return OutwardJson::teach;
  }
}
