package org.cleanclaim.app.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cleanclaim.app.DemoServer;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.claim.BilledClaim;
import org.cleanclaim.app.claim.Claims;
import org.cleanclaim.app.denial.ClaimStandings;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.exchange.Interchanges;
import org.cleanclaim.app.exchange.Usage;
import org.cleanclaim.app.intake.Intake;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.party.PartyName.OrganizationName;
import org.cleanclaim.kernel.status.ClaimStatus;
import org.cleanclaim.kernel.status.ClaimStatusInquiry;
import org.cleanclaim.kernel.status.StatusParties;
import org.cleanclaim.x12.CheckOptions;
import org.cleanclaim.x12.Transaction;
import org.cleanclaim.x12.X12Checker;
import org.cleanclaim.x12.X12Reader;
import org.cleanclaim.x12.X12Writer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Claims of the demo month as if their payer had been silent, in transactions that leave nothing.
class StatusDeskTest {
  private final DemoServer demo = DemoServer.shared();
  private final SilentClaims silent = demo.bean(SilentClaims.class);
  private final StatusDesk desk = demo.bean(StatusDesk.class);
  private final Claims claims = demo.bean(Claims.class);
  private final JdbcClient jdbc = demo.bean(JdbcClient.class);

  private interface Work {
    void on(BilledClaim claim);
  }

  /// Some days after a claim was sent whose payer has not gone beyond a status.
  private void waiting(String status, int days, Work work) {
    long organization = demo.bean(Organizations.class).all().getFirst().id();
    var actor = new Actor(organization, "pat", Set.of(Role.BILLER), false);
    var transaction = new TransactionTemplate(demo.bean(PlatformTransactionManager.class));
    Acting.as(
        actor,
        () ->
            transaction.execute(tx -> {
              tx.setRollbackOnly();
              var id =
                  jdbc.sql(
                          "select public_id from claim where status = 'ADJUDICATED' order by"
                              + " claim_id limit 1")
                      .query(UUID.class)
                      .single();
              jdbc.sql(
                      "update claim set status = :status, adjudicated_at = null where public_id ="
                          + " :id")
                  .param("status", status)
                  .param("id", id)
                  .update();
              var sent =
                  jdbc.sql("select last_sent_at from claim where public_id = :id")
                      .param("id", id)
                      .query(Timestamp.class)
                      .single()
                      .toInstant();
              return Acting.as(
                  actor,
                  at(sent.plus(Duration.ofDays(days)).plusSeconds(60)),
                  () -> {
                    work.on(claims.find(id).orElseThrow());
                    return 0;
                  });
            }));
  }

  private static Clock at(Instant instant) {
    return Clock.fixed(instant, ZoneOffset.UTC);
  }

  private List<Silence> of(BilledClaim claim) {
    return silent.list(null, null).stream()
        .filter(s -> s.publicId().equals(claim.publicId()))
        .map(SilentClaim::silence)
        .toList();
  }

  @Test
  void eachKindOfSilenceHasItsTime() {
    waiting("SENT", SilentClaims.FILE_DAYS - 1, claim -> assertThat(of(claim)).isEmpty());
    waiting(
        "SENT",
        SilentClaims.FILE_DAYS,
        claim -> assertThat(of(claim)).containsExactly(Silence.NO_FILE_ANSWER));
    waiting("ACCEPTED", SilentClaims.CLAIM_DAYS - 1, claim -> assertThat(of(claim)).isEmpty());
    waiting(
        "ACCEPTED",
        SilentClaims.CLAIM_DAYS,
        claim -> assertThat(of(claim)).containsExactly(Silence.NO_CLAIM_ANSWER));
    waiting("AT_PAYER", 1, claim -> assertThat(of(claim)).isEmpty());
    waiting("AT_PAYER", 40, claim -> assertThat(of(claim)).containsExactly(Silence.NO_DECISION));
  }

  @Test
  void aPayerThatIsUsedToAnswerSoonIsMissedSoon() {
    waiting(
        "AT_PAYER",
        8,
        claim -> {
          decided(claim, "interval '60 days'");
          assertThat(of(claim)).isEmpty();
          decided(claim, "interval '5 days'");
          assertThat(of(claim)).containsExactly(Silence.NO_DECISION);
          assertThat(silent.list(null, Silence.NO_DECISION))
              .filteredOn(s -> s.publicId().equals(claim.publicId()))
              .singleElement()
              .satisfies(s -> {
                assertThat(s.usualDays()).isEqualTo(5);
                assertThat(s.days()).isEqualTo(8);
              });
          assertThat(silent.list("no such payer", null)).isEmpty();
        });
  }

  /// At least ten decided claims of the payer, each after this long.
  private void decided(BilledClaim like, String after) {
    jdbc.sql("update claim set payer_id = :payer where status = 'ADJUDICATED' and public_id <> :id")
        .param("payer", like.payerId())
        .param("id", like.publicId())
        .update();
    int changed =
        jdbc.sql(
                "update claim set first_sent_at = :sent, adjudicated_at = cast(:sent as"
                    + " timestamptz) + "
                    + after
                    + " where status = 'ADJUDICATED'")
            .param("sent", Timestamp.from(Instant.parse("2026-06-01T12:00:00Z")))
            .update();
    assertThat(changed).isGreaterThanOrEqualTo(SilentClaims.ENOUGH_CLAIMS);
  }

  @Test
  void theQuestionIsCleanAndTheAnswerStandsBesideTheClaim() {
    waiting(
        "AT_PAYER",
        40,
        claim -> {
          var asked = desk.ask(List.of(claim.publicId(), claim.publicId(), UUID.randomUUID()));
          assertThat(asked.claims()).isEqualTo(1);
          assertThat(asked.left()).singleElement().asString().contains("There is no claim");
          byte[] file = demo.bean(FileExchange.class).content(asked.files().getFirst());
          var inquiry = inquiry(file);
          assertThat(inquiry.charge()).isEqualTo(claim.totalCharge());
          assertThat(desk.ask(List.of(claim.publicId())).left())
              .singleElement()
              .asString()
              .contains("still to come");

          var report = demo.bean(Intake.class).receive("277.x12", answer(inquiry));

          assertThat(report.handled()).isEqualTo(1);
          assertThat(claims.timeline(claim.id()).getLast().why())
              .isEqualTo("In work at the payer (P1/20).");
          assertThat(demo.bean(Intake.class).receive("277-b.x12", answer(inquiry)).unknown())
              .as("the same answer again")
              .isEqualTo(1);
          assertThat(silent.list(null, null))
              .filteredOn(s -> s.publicId().equals(claim.publicId()))
              .singleElement()
              .satisfies(s -> assertThat(s.answer()).startsWith("In work"));
          assertThat(desk.ask(List.of(claim.publicId())).claims()).isEqualTo(1);
        });
  }

  @Test
  void whatThePayerDoesNotFindIsNotWaitedFor() {
    waiting(
        "ACCEPTED",
        1,
        claim -> {
          var asked = desk.ask(List.of(claim.publicId()));
          var inquiry = inquiry(demo.bean(FileExchange.class).content(asked.files().getFirst()));

          demo.bean(Intake.class).receive("277.x12", answer(inquiry, "D0", "35"));

          var standing = demo.bean(ClaimStandings.class).of(claim);
          assertThat(standing.next()).startsWith("The payer does not find it: call, or send it");
        });
  }

  @Test
  void whatIsDecidedIsNotAskedAbout() {
    waiting(
        "ADJUDICATED",
        40,
        claim ->
            assertThat(desk.ask(List.of(claim.publicId())).left())
                .singleElement()
                .asString()
                .contains("nothing to ask"));
  }

  @Test
  void answersAreSaidInWords() {
    assertThat(words("F1", Money.of("80.00"), LocalDate.of(2026, 3, 2), "T9"))
        .isEqualTo("Decided and paid: $80.00 on 2026-03-02, payment T9 (F1/65).");
    assertThat(words("F2", Money.ZERO, null, null)).isEqualTo("Decided and denied (F2/65).");
    assertThat(words("D0", null, null, null)).isEqualTo("The payer does not find it (D0/65).");
    assertThat(words("R3", null, null, null))
        .isEqualTo("The payer waits for something from us (R3/65).");
    assertThat(words("E1", null, null, null)).isEqualTo("The payer could not answer (E1/65).");
    assertThat(words("A2", null, null, null)).isEqualTo("Received, not decided (A2/65).");
  }

  private static String words(String category, Money paid, LocalDate paidOn, String check) {
    var statement =
        new ClaimStatus.Statement(
            List.of(new ClaimStatus.Code(category, "65", null, null)),
            null,
            null,
            paid,
            null,
            paidOn,
            check);
    return StatusInWords.of(
        new ClaimStatus(
            ClaimStatus.Level.CLAIM,
            "T",
            new StatusParties(
                new StatusParties.Party(new OrganizationName("P"), "PI", "1"),
                null,
                null,
                List.of(),
                null,
                null),
            List.of(statement),
            List.of(),
            null,
            null,
            List.of()));
  }

  private static ClaimStatusInquiry inquiry(byte[] file) {
    try {
      var checked =
          X12Checker.check(
              new ByteArrayInputStream(file), "276", CheckOptions.standard(), fault -> {});
      assertThat(checked.errors()).isZero();
      var read = X12Reader.read(new ByteArrayInputStream(file), "276");
      return ((Transaction.StatusInquiries) read.transactions().getFirst()).inquiries().getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] answer(ClaimStatusInquiry inquiry) {
    return answer(inquiry, "P1", "20");
  }

  private byte[] answer(ClaimStatusInquiry inquiry, String category, String status) {
    var envelope = demo.bean(Interchanges.class).next("CLINIC", Usage.LIVE);
    var statement =
        new ClaimStatus.Statement(
            List.of(new ClaimStatus.Code(category, status, null, null)),
            LocalDate.of(2026, 3, 2),
            inquiry.charge(),
            null,
            null,
            null,
            null);
    return X12Writer.claimStatusAnswers(
        envelope,
        "1",
        List.of(
            new ClaimStatus(
                ClaimStatus.Level.CLAIM,
                inquiry.trace(),
                inquiry.parties(),
                List.of(statement),
                List.of(),
                inquiry.servedFrom(),
                inquiry.servedThrough(),
                List.of())));
  }
}
