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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
    assertThat(story.encounters()).isEqualTo(38);
    assertThat(story.charts()).isEqualTo(38);
    assertThat(story.codes()).isEqualTo(85);
    assertThat(story.accepted())
        .isGreaterThan(story.codes() / 2); // the coder takes most codes from the engine
    // The self-pay patient's two visits make no claim; one claim is corrected, and one goes on to a
    // second payer.
    assertThat(story.claims()).isEqualTo(36 + 1 + 1);
    assertThat(story.rejected()).isEqualTo(1);
    assertThat(story.denialCases()).isEqualTo(6);
    assertThat(story.underpaidLines()).isEqualTo(1);
    assertThat(story.isAuditTrailWhole()).isTrue();
  }

  @Test
  void whatIsNotPaidAtFirstIsFollowed() {
    assertThat(story.again()).isEqualTo(new Story.Again(1, 1, 1, 3, 1, 1));
  }

  @Test
  void aStayIsBilledAndItsPatientPaysByPlan() throws IOException {
    // 3 days at 1450.00, and 55 percent of 3042.40 for all else: 6023.32 allowed. 1100.00 are left
    // of the deductible, and a fifth of the rest is 984.66.
    assertThat(story.beforehand()).isEqualTo(new Story.Beforehand(1, 1, 1));
    assertThat(story.patients())
        .isEqualTo(
            new Story.Patients(
                1, Money.of("2084.66"), 1, Money.of("20.00"), 1, Money.of("134.50"), 1));
    var stays = new ArrayList<String>();
    for (Path file : list("inbox")) {
      if (Files.readString(file).contains("MIA*3~")) stays.add(Files.readString(file));
    }
    assertThat(stays).hasSize(1);
    assertThat(stays.getFirst())
        .contains("*8892.4*3938.66*2084.66*", "SVC*NU:0120*5850*2600*", "*11*1~");
  }

  @Test
  void whatWasAskedBeforehandIsOnTheClaim() {
    Map<String, @Nullable Object> found =
        server.inPractice(() ->
            server
                .bean(TransactionTemplate.class)
                .execute(status ->
                    server
                        .bean(JdbcClient.class)
                        .sql(
                            """
                            select c.snapshot ->> 'authorizationNumber' as billed, a.number as given
                            from authorization_use u
                            join payer_authorization a using (payer_authorization_id)
                            join claim c using (claim_id)
                            join encounter e using (encounter_id)
                            where e.visit_number = 'E37'
                            """)
                        .query()
                        .singleRow()));
    assertThat(found.get("billed")).isNotNull().isEqualTo(found.get("given"));
  }

  @Test
  void thePageTellsTheStoryToThoseWhoMaySeeFigures() {
    assertThat(server.get("mara", "/story").body())
        .contains("$2,084.66", "$134.50", "$20.00", "appeals won 1, lost 1", "✓ whole");
    assertThat(server.get("casey", "/story").statusCode()).isEqualTo(403);
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
    assertThat(story.billed()).isEqualTo(Money.of("23289.40"));
    // Beside the ordinary visits: the tracing of E26 is lost on appeal (28.00 allowed, 5.60 of it
    // the patient's) and its charge of 60.00 written off; the procedure of E22 is taken back (92.00
    // allowed, 18.40 of it the patient's) and its charge of 140.00 is open again; the second payer
    // of E24 pays the patient's 25.02; assistance takes half of the self-pay patient's visits,
    // 134.50. What was corrected, won or asked for comes to what it would have.
    assertThat(story.allowed()).isEqualTo(Money.of("13457.82"));
    assertThat(story.insurancePaid()).isEqualTo(Money.of("9803.76"));
    assertThat(story.adjusted()).isEqualTo(Money.of("9113.14"));
    assertThat(story.writtenOff()).isEqualTo(Money.of("194.50"));
    assertThat(story.patientShare()).isEqualTo(Money.of("3760.00"));
    // The statement of E22's patient has 18.40 less; the first instalment of the plan is 347.45;
    // the
    // copay of 20.00 that was refunded is in and out.
    assertThat(story.patientPaid()).isEqualTo(Money.of("811.05"));
    // The two denied lines and the one that was taken back.
    assertThat(story.openInsurance()).isEqualTo(Money.of("418.00"));
    assertThat(story.openPatient()).isEqualTo(Money.of("2948.95"));
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
