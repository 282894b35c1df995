package org.cleanclaim.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
    var wrong = new ArrayList<String>();
    for (var handler : handlers.entrySet()) {
      if (!handler.getValue().getBeanType().getPackageName().startsWith("org.cleanclaim")) continue;
      for (String path : handler.getKey().getPatternValues()) {
        boolean isFile =
            path.endsWith(".csv")
                || path.endsWith(".zip")
                || path.endsWith(".pdf")
                || path.endsWith(".ics")
                || path.endsWith(".x12")
                || ((path.endsWith("/proof") || path.equals("/remittances/{id}/paper"))
                    && handler.getKey().toString().startsWith("{GET"))
                || path.endsWith("/attachments/{attachment}")
                || path.endsWith("/documents/{document}/file")
                || path.startsWith("/api/")
                || path.startsWith("/files/")
                || path.startsWith("/statements/");
        if (LocalFileGate.isFile(handler.getValue()) != isFile) wrong.add(path);
        if (isFile) files++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(files).isGreaterThan(20);
  }
}
