package org.cleanclaim.app.payerrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.exchange.Home;
import org.cleanclaim.codesets.store.CodeStore;
import org.cleanclaim.codesets.store.InstallProgress;
import org.cleanclaim.codesets.store.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A version of tables over the claims of the demo month.
class TableReplaysTest {
  private static final LocalDate FROM = LocalDate.of(2026, 7, 1);

  private final DemoServer server = DemoServer.shared();

  @TempDir Path folder;

  @Test
  void aNewQuarterIsPlayedAsIfThePastHadBeenServedInIt() throws IOException {
    var home = new Home(folder).create();
    install(home);
    var replays =
        new TableReplays(home, server.bean(PastClaims.class), server.bean(AuditTrail.class));

    WrittenRules.undone(
        Role.MANAGER,
        () -> {
          assertThat(replays.versions())
              .singleElement()
              .satisfies(v -> {
                assertThat(v.from()).isEqualTo(FROM);
                assertThat(v.tables().toString()).contains("unit limits");
              });
          var replay = replays.replay(FROM).orElseThrow();

          assertThat(replay.added().claims()).isGreaterThan(20);
          assertThat(replay.added().all().touched()).isPositive();
          assertThat(replay.added().all().falseHolds()).isPositive();
          assertThat(replay.added().rules()).extracting(r -> r.rule().value()).contains("NCCI-MUE");
          assertThat(replay.added().all().falselyHeld().isPositive()).isTrue();
          assertThat(replays.replay(FROM.plusDays(1))).isEmpty();
        });
  }

  @Test
  void whatIsInstalledCanBePlayedAndWithoutItNothing() throws IOException {
    var empty =
        new TableReplays(
            new Home(folder).create(),
            server.bean(PastClaims.class),
            server.bean(AuditTrail.class));
    WrittenRules.undone(Role.MANAGER, () -> assertThat(empty.versions()).isEmpty());
    assertThat(server.get("mara", "/rules/tables").body()).contains("grouper logic");
    assertThat(server.get("mara", "/api/v1/table-versions").body()).contains("grouper logic");
    assertThat(server.get("fran", "/rules/tables").statusCode()).isEqualTo(403);
  }

  /// A quarter in which no office visit may be billed.
  private void install(Home home) throws IOException {
    Path file = folder.resolve("MCR_MUE_PractitionerServices_Eff_07-01-2026.csv");
    var text =
        new StringBuilder(
            "HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE"
                + " Rationale\n");
    for (String visit : List.of("99202", "99203", "99204", "99212", "99213", "99214", "99215")) {
      text.append(visit).append(",0,2 Date of Service Edit: Policy,CMS Policy\n");
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
    CodeStore.at(home.codesets())
        .install(SourceFiles.at(file, folder.resolve("spool")), FROM, InstallProgress.silent());
  }
}
