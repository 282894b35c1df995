package org.cleanclaim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cleanclaim.app.ApplicationStart;
import org.cleanclaim.app.insight.Story;
import org.cleanclaim.app.storage.Database;
import org.cleanclaim.postgres.PostgresServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoMonthTest {
  @TempDir static Path home;

  @Test
  void playsTheMonthOnceAndTellsTheSameStoryAgain() {
    try (var server = PostgresServer.start(home)) {
      var owner = server.connection();
      var database =
          Database.prepare(owner.jdbcUrl(), owner.user(), owner.password(), home.resolve("app-password"));
      try (var context = ApplicationStart.withoutPages(home, database)) {
        Story first = context.getBean(DemoMonth.class).play(line -> {});
        Story again = context.getBean(DemoMonth.class).play(line -> {});
        first.lines().forEach(System.out::println);

        assertThat(first.encounters()).isEqualTo(36);
        assertThat(first.debits()).isEqualTo(first.credits());
        assertThat(first.isAuditTrailWhole()).isTrue();
        assertThat(again).isEqualTo(first);
      }
    }
  }
}
