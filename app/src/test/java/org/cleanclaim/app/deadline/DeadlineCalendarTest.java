package org.cleanclaim.app.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cleanclaim.app.deadline.Clock.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineCalendarTest {
  private static final LocalDate DUE = LocalDate.of(2026, 7, 5);

  private static Clock clock(String title) {
    return clock(title, null);
  }

  private static Clock clock(String title, @Nullable String claim) {
    return new Clock(
        1,
        UUID.fromString("00000000-0000-0000-0000-000000000001"),
        ClockKind.APPEAL,
        "denial 7",
        1,
        title,
        ClockRule.days(120, "42 CFR 405.942(a)").receivedAfter(5),
        LocalDate.of(2026, 3, 2),
        DUE,
        null,
        "BILLER",
        State.RUNNING,
        null,
        null,
        null,
        null,
        claim,
        null,
        null,
        null,
        3);
  }

  @Test
  void anEntryLastsTheDueDay() {
    String text =
        DeadlineCalendar.of(
            List.of(clock("Redetermination")), Instant.parse("2026-03-02T10:00:00Z"));

    assertThat(text)
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("DTSTART;VALUE=DATE:20260705\r\n", "DTEND;VALUE=DATE:20260706\r\n")
        .contains("DTSTAMP:20260302T100000Z\r\n", "SEQUENCE:3\r\n")
        .endsWith("END:VCALENDAR\r\n");
  }

  @Test
  void anAppealIsNamedByItsClaim() {
    String text =
        DeadlineCalendar.of(
            List.of(clock("Redetermination", "CC000017")), Instant.parse("2026-03-02T10:00:00Z"));

    assertThat(text).contains("SUMMARY:Redetermination · claim CC000017\r\n");
  }

  @Test
  void separatorsAreEscapedAndLongLinesFolded() {
    String text =
        DeadlineCalendar.of(
            List.of(clock("A; B, C\\ and é".repeat(9))), Instant.parse("2026-03-02T10:00:00Z"));

    assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    assertThat(text.replace("\r\n ", "")).contains("SUMMARY:A\\; B\\, C\\\\ and éA\\; B");
  }

  @Test
  void theToneComesNearerWithTheDay() {
    var clock = clock("x");

    assertThat(clock.tone(DUE.minusDays(31))).isEqualTo("gray");
    assertThat(clock.tone(DUE.minusDays(30))).isEqualTo("blue");
    assertThat(clock.tone(DUE.minusDays(7))).isEqualTo("yellow");
    assertThat(clock.tone(DUE.minusDays(2))).isEqualTo("red");
    assertThat(clock.left(DUE.plusDays(1))).isEqualTo("1 day late");
  }
}
