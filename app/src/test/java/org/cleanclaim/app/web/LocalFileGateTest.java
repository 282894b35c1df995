package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.cleanclaim.app.DemoServer;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class LocalFileGateTest {
  private final DemoServer server = DemoServer.shared();

  /// Addresses of a CSV, of an archived file or paper, and of the API are files; nothing else is.
  @Test
  void everyAddressIsAFileOrAPage() {
    var handlers =
        server
            .context()
            .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
            .getHandlerMethods();
    int files = 0;
    for (var handler : handlers.entrySet()) {
      if (!handler.getValue().getBeanType().getPackageName().startsWith("org.cleanclaim")) continue;
      for (String path : handler.getKey().getPatternValues()) {
        boolean isFile =
            path.endsWith(".csv")
                || path.endsWith(".zip")
                || path.endsWith(".pdf")
                || path.endsWith(".ics")
                || (path.endsWith("/proof") && handler.getKey().toString().startsWith("{GET"))
                || path.startsWith("/api/")
                || path.startsWith("/files/")
                || path.startsWith("/statements/");
        assertThat(LocalFileGate.isFile(handler.getValue())).as(path).isEqualTo(isFile);
        if (isFile) files++;
      }
    }
    assertThat(files).isGreaterThan(20);
  }
}
