package org.cleanclaim.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.insight.Story;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.X12Checker;
import org.junit.jupiter.api.Test;

class DemoMonthTest {
  @Test
  void everyFileOfTheMonthFollowsItsGuide() throws IOException {
    var errors = new ArrayList<String>();
    int files = 0;
    for (String folder : List.of("outbox", "inbox")) {
      try (Stream<Path> all = Files.list(server.home().resolve(folder))) {
        for (Path file : all.filter(f -> f.toString().endsWith(".x12")).toList()) {
          files++;
          try (var in = Files.newInputStream(file)) {
            X12Checker.check(
                in,
                file.getFileName().toString(),
                CheckOptions.standard(),
                f -> {
                  if (f.isError()) errors.add(file.getFileName() + " " + f);
                });
          }
        }
      }
    }
    assertThat(files).isGreaterThan(40);
    assertThat(errors).isEmpty();
  }

  private final DemoServer server = DemoServer.shared();
  private final Story story = server.story();

  @Test
  void tellsHowManyVisitsBecameCodesAndClaims() {
    assertThat(story.encounters()).isEqualTo(36);
    assertThat(story.charts()).isEqualTo(36);
    assertThat(story.codes()).isEqualTo(81);
    assertThat(story.accepted())
        .isGreaterThan(story.codes() / 2); // the coder takes most codes from the engine
    assertThat(story.claims()).isEqualTo(34); // the self-pay patient's two visits make no claim
    assertThat(story.rejected()).isEqualTo(1);
    assertThat(story.denialCases()).isEqualTo(2);
    assertThat(story.underpaidLines()).isEqualTo(1);
    assertThat(story.isAuditTrailWhole()).isTrue();
  }

  @Test
  void holdsClaimsForThePlannedReasonsAndNoOthers() {
    assertThat(story.findingsByRule())
        .isEqualTo(
            Map.of(
                "ACC-WORK", 1,
                "AUTH-MISSING", 1,
                "DEMO-MEMBER-ID", 1,
                "MOD-SIDE", 1,
                "NCCI-MUE", 1,
                "NCCI-PTP", 2));
    assertThat(story.held()).isEqualTo(7);
    assertThat(story.unbilled()).isEqualTo(Money.ZERO);
  }

  @Test
  void theMoneyOfTheMonthIsWhatTheScenarioComesTo() {
    assertThat(story.billed()).isEqualTo(Money.of("13197.00"));
    assertThat(story.allowed()).isEqualTo(Money.of("6882.50"));
    assertThat(story.insurancePaid()).isEqualTo(Money.of("5398.08"));
    assertThat(story.adjusted()).isEqualTo(Money.of("5796.06"));
    assertThat(story.patientShare()).isEqualTo(Money.of("1724.86"));
    assertThat(story.patientPaid()).isEqualTo(Money.of("452.00"));
    assertThat(story.openInsurance()).isEqualTo(Money.of("278.00")); // the two denied lines
    assertThat(story.openPatient()).isEqualTo(Money.of("1272.86"));
    assertThat(story.debits()).isEqualTo(story.credits());
    // Every charged dollar went somewhere.
    assertThat(
            story
                .insurancePaid()
                .plus(story.adjusted())
                .plus(story.writtenOff())
                .plus(story.patientShare())
                .plus(story.openInsurance())
                .plus(story.unbilled()))
        .isEqualTo(story.billed());
    assertThat(story.patientShare().minus(story.patientPaid())).isEqualTo(story.openPatient());
  }

  @Test
  void aSecondRunChangesNothing() {
    assertThat(server.storyOfSecondRun()).isEqualTo(story);
  }

  @Test
  void leavesEveryFileWhereAnyoneCanOpenIt() throws IOException {
    assertThat(names("outbox"))
        .anyMatch(n -> n.startsWith("837P-"))
        .anyMatch(n -> n.startsWith("270-"));
    assertThat(names("inbox"))
        .anyMatch(n -> n.startsWith("835-"))
        .anyMatch(n -> n.startsWith("999-"))
        .anyMatch(n -> n.startsWith("277CA-"))
        .anyMatch(n -> n.startsWith("271-"))
        .anyMatch(n -> n.startsWith("TA1-"));
    String statements =
        "statements/"
            + server.inPractice(() -> server.bean(Organizations.class).current().npi().value());
    assertThat(names(statements)).allMatch(n -> n.endsWith(".pdf")).hasSize(story.statements());
    for (Path pdf : list(statements)) {
      assertThat(
              new String(Files.readAllBytes(pdf), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("%PDF-");
    }
  }

  private java.util.List<String> names(String folder) throws IOException {
    return list(folder).stream().map(p -> p.getFileName().toString()).toList();
  }

  private java.util.List<Path> list(String folder) throws IOException {
    try (Stream<Path> files = Files.list(server.home().resolve(folder))) {
      return files.toList();
    }
  }
}
