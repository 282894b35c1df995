package org.cleanclaim.app.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The OpenAPI description.
@RestController
class Description {
  @GetMapping(value = "/api/v1/openapi.yaml", produces = "application/yaml")
  String openApi() throws IOException {
    try (InputStream yaml = Description.class.getResourceAsStream("/openapi.yaml")) {
      if (yaml == null) throw new IOException("openapi.yaml is missing");
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
