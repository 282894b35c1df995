package org.cleanclaim.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cleanclaim.app.storage.Database;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the application on a prepared database.
public final class ApplicationStart {
  private ApplicationStart() {}

  /// With web pages and REST on a port of the loopback address.
  public static ConfigurableApplicationContext serve(Path home, Database database, int port) {
    var settings = settings(home, database);
    settings.put("server.port", port);
    return start(settings, WebApplicationType.SERVLET);
  }

  /// Without pages, for commands that use the application's use cases.
  public static ConfigurableApplicationContext withoutPages(Path home, Database database) {
    return start(settings(home, database), WebApplicationType.NONE);
  }

  private static Map<String, Object> settings(Path home, Database database) {
    var settings = new HashMap<String, Object>();
    settings.put("cleanclaim.home", home.toString());
    settings.put("spring.datasource.url", database.url());
    settings.put("spring.datasource.username", database.user());
    settings.put("spring.datasource.password", database.password());
    settings.put("logging.file.name", home.resolve("logs/cleanclaim.log").toString());
    settings.put("logging.threshold.console", "off");
    return settings;
  }

  private static ConfigurableApplicationContext start(
      Map<String, Object> settings, WebApplicationType type) {
    return new SpringApplicationBuilder(CleanclaimApplication.class)
        .web(type)
        .registerShutdownHook(false)
        .properties(settings)
        .run();
  }
}
