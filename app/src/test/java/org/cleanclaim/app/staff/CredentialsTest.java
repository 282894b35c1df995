package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Role;
import org.cleanclaim.app.exchange.FileExchange;
import org.cleanclaim.app.worklist.StaffReminders;
import org.cleanclaim.app.worklist.StaffReminders.Reminder;
import org.cleanclaim.app.worklist.StaffReminders.Urgency;
import org.junit.jupiter.api.Test;

class CredentialsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final byte[] PAPER = "a certificate".getBytes(StandardCharsets.UTF_8);

  private final Credentials credentials = Undone.SERVER.bean(Credentials.class);
  private final StaffReminders reminders = Undone.SERVER.bean(StaffReminders.class);

  private static Credential held(StaffMember member, String letters) {
    return Undone.SERVER.bean(Credentials.class).ofMember(member.id()).stream()
        .filter(c -> c.credential().equals(letters))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aProofInTheArchiveMakesItCount() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          var casey = Undone.member("Casey Coder");
          assertThat(held(casey, "CRC").qualifies(DAY)).isFalse();

          credentials.prove(casey, held(casey, "CRC"), "crc.pdf", PAPER);

          assertThat(held(casey, "CRC").qualifies(DAY)).isTrue();
          var file = credentials.proof(casey, held(casey, "CRC")).orElseThrow();
          assertThat(Undone.SERVER.bean(FileExchange.class).content(file)).isEqualTo(PAPER);
          var cpc = held(casey, "CPC");
          credentials.put(casey, noted(cpc, "Card seen"));
          credentials.put(casey, noted(cpc, "Card seen")); // once more adds nothing
          assertThat(credentials.past(casey))
              .extracting(PastCredential::because, PastCredential::proofReference)
              .containsExactly(
                  org.assertj.core.groups.Tuple.tuple(
                      PastCredential.End.NEW_PROOF, cpc.proofReference()));
          assertThatThrownBy(() -> credentials.prove(casey, held(casey, "CRC"), "x", new byte[0]))
              .hasMessageContaining("empty");
          assertThatThrownBy(
                  () -> credentials.prove(casey, held(casey, "CRC"), "x", new byte[1_000_001]))
              .hasMessageContaining("one megabyte");
        });
  }

  @Test
  void thePersonAndWhoKeepsTheStaffOpenAProofNobodyElse() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          var casey = Undone.member("Casey Coder");
          credentials.prove(casey, held(casey, "CRC"), "crc.pdf", PAPER);
          var crc = held(casey, "CRC");

          assertThat(Undone.then("casey", Role.CODER, () -> credentials.proof(casey, crc)))
              .isPresent();
          assertThatThrownBy(
                  () -> Undone.then("bill", Role.BILLER, () -> credentials.proof(casey, crc)))
              .isInstanceOf(AccessDeniedForActor.class);
          assertThatThrownBy(() ->
                  Undone.then(
                      "casey",
                      Role.CODER,
                      () -> {
                        credentials.prove(casey, crc, "own.pdf", PAPER);
                        return true;
                      }))
              .isInstanceOf(AccessDeniedForActor.class);
        });
  }

  @Test
  void remindersSayWhatComesNext() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          assertThat(reminders.all(DAY))
              .extracting(Reminder::name, Reminder::urgency, Reminder::due)
              .contains(
                  org.assertj.core.groups.Tuple.tuple("Casey Coder", Urgency.NOW, null),
                  org.assertj.core.groups.Tuple.tuple(
                      "Bill Biller", Urgency.SOON, LocalDate.of(2026, 4, 30)));
          assertThat(reminders.all(DAY)).allSatisfy(r -> assertThat(r.nextStep()).isNotBlank());
          assertThat(reminders.all(DAY))
              .anyMatch(r -> r.what().equals("CPB: 6 of 36 education units are missing."));
          assertThat(reminders.all(LocalDate.of(2026, 5, 1)))
              .anyMatch(r -> r.what().equals("CPB has expired.") && r.urgency() == Urgency.NOW);
          assertThat(reminders.of(Undone.member("Mara Manager"), DAY)).isEmpty();
        });
  }

  @Test
  void aQueueIsStaffedBySomebodyWhoSignsIn() {
    Undone.as(
        "adam",
        Role.ADMIN,
        () -> {
          var staff = Undone.SERVER.bean(Staff.class);
          staff.link(Undone.member("Ines Inpatient"), null, null);
          assertThat(reminders.all(DAY))
              .anyMatch(r -> r.memberId() == null && r.name().equals("Queue: inpatient charts"));

          staff.link(Undone.member("Ines Inpatient"), "audra", null);

          assertThat(reminders.all(DAY)).noneMatch(r -> r.memberId() == null);
          assertThat(reminders.all(LocalDate.of(2027, 1, 1)))
              .anyMatch(r -> r.memberId() == null); // hers has expired by then
        });
  }

  @Test
  void anotherOrganizationSeesNoStaff() throws SQLException {
    try (var connection = Undone.SERVER.applicationConnection();
        var statement = connection.createStatement()) {
      for (String table :
          new String[] {
            "staff_member",
            "staff_credential",
            "staff_credential_past",
            "queue_rule",
            "queue_exception",
            "work_standard",
            "work_goal",
            "staff_pay",
            "remote_work"
          }) {
        statement.execute("select set_config('cleanclaim.organization_id', '999999', false)");
        try (var rows = statement.executeQuery("select count(*) from " + table)) {
          rows.next();
          assertThat(rows.getInt(1)).as(table).isZero();
        }
      }
    }
  }

  private static CredentialEntry noted(Credential held, String proof) {
    return new CredentialEntry(
        held.credential(),
        held.number(),
        held.issuedOn(),
        held.expiresOn(),
        null,
        null,
        null,
        BigDecimal.ZERO,
        proof);
  }

  private static CredentialEntry entry(
      String letters, LocalDate issued, LocalDate expires, String earned) {
    return new CredentialEntry(
        letters,
        null,
        issued,
        expires,
        issued,
        expires,
        new BigDecimal("16"),
        new BigDecimal(earned),
        null);
  }

  @Test
  void aRenewalAsksForItsOwnProofAndKeepsTheOldOne() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          var casey = Undone.member("Casey Coder");
          credentials.prove(casey, held(casey, "CRC"), "crc.pdf", PAPER);
          var crc = held(casey, "CRC");

          credentials.put(casey, entry("CRC", crc.issuedOn(), crc.expiresOn(), "5"));
          assertThat(held(casey, "CRC").qualifies(DAY)).isTrue(); // units alone renew nothing
          assertThat(credentials.past(casey)).isEmpty();

          credentials.put(casey, entry("CRC", crc.issuedOn(), LocalDate.of(2030, 1, 14), "0"));
          assertThat(held(casey, "CRC").isProven()).isFalse();
          assertThat(held(casey, "CRC").qualifies(DAY)).isFalse();
          var past = credentials.past(casey).getFirst();
          assertThat(past.because()).isEqualTo(PastCredential.End.RENEWED);
          assertThat(past.endedBy()).isEqualTo("mara");
          assertThat(past.expiresOn()).isEqualTo(crc.expiresOn());
          assertThat(past.proofFile()).isEqualTo(crc.proofFile());
          assertThat(credentials.pastProof(casey, past.publicId())).isPresent();
          assertThat(
                  Undone.then(
                      "casey", Role.CODER, () -> credentials.pastProof(casey, past.publicId())))
              .isPresent();
          assertThatThrownBy(() ->
                  Undone.then(
                      "bill", Role.BILLER, () -> credentials.pastProof(casey, past.publicId())))
              .isInstanceOf(AccessDeniedForActor.class);

          credentials.prove(casey, held(casey, "CRC"), "new.pdf", PAPER);
          credentials.prove(casey, held(casey, "CRC"), "better.pdf", PAPER);
          credentials.remove(casey, held(casey, "CRC"), "given up");
          assertThat(credentials.past(casey))
              .extracting(PastCredential::because)
              .containsExactly(
                  PastCredential.End.REMOVED,
                  PastCredential.End.NEW_PROOF,
                  PastCredential.End.RENEWED);
        });
  }

  @Test
  void aSlipOfTheKeysIsNoCredential() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () -> {
          var casey = Undone.member("Casey Coder");
          var from = LocalDate.of(2025, 1, 1);
          var until = LocalDate.of(2027, 1, 1);

          assertThatThrownBy(() -> credentials.put(casey, entry("CPCC", from, until, "0")))
              .isInstanceOf(StaffRefusal.class)
              .hasMessageContaining("No credential CPCC is known. Nearest: CPC");
          assertThatThrownBy(() -> entry("CRC", LocalDate.of(202, 1, 1), until, "0"))
              .hasMessageContaining("Check the year");
          assertThatThrownBy(() -> entry("CRC", until, from, "0"))
              .hasMessageContaining("2025-01-01 is not after 2027-01-01");

          credentials.putUnlisted(casey, entry("CPCC", from, until, "0"));
          credentials.put(casey, entry("CPCC", from, until, "3")); // known from now on
          assertThat(held(casey, "CPCC").cycle().earned()).isEqualByComparingTo("3");
        });
  }

  @Test
  void aDayOfIssueStillToComeIsRefused() {
    Undone.as(
        "mara",
        Role.MANAGER,
        () ->
            Undone.on(
                DAY,
                () -> {
                  var tomorrow = DAY.plusDays(1);
                  assertThatThrownBy(() ->
                          credentials.put(
                              Undone.member("Casey Coder"),
                              entry("CCA", tomorrow, tomorrow.plusYears(2), "0")))
                      .hasMessageContaining("still to come");
                  return true;
                }));
  }
}
