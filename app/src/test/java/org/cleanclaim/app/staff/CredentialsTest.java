package org.cleanclaim.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
                  org.assertj.core.groups.Tuple.tuple("Queue: inpatient charts", Urgency.NOW, null),
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
          assertThat(reminders.all(DAY)).anyMatch(r -> r.memberId() == null);

          var staff = Undone.SERVER.bean(Staff.class);
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
}
