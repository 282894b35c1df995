package org.cleanclaim.app.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Clocks as a calendar that other programs subscribe to (RFC 5545). It names claims by number and
/// nobody by name.
public final class DeadlineCalendar {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_LINE = 75; // octets without the line break

  private final StringBuilder text = new StringBuilder();

  private DeadlineCalendar() {}

  /// @param writtenAt when the calendar is written
  public static String of(List<Clock> clocks, Instant writtenAt) {
    var calendar = new DeadlineCalendar();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Cleanclaim//Deadlines//EN");
    calendar.line("METHOD:PUBLISH");
    calendar.line("X-WR-CALNAME:Cleanclaim deadlines");
    clocks.forEach(clock -> calendar.event(clock, writtenAt));
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(Clock clock, Instant writtenAt) {
    line("BEGIN:VEVENT");
    line("UID:" + clock.publicId() + "@cleanclaim");
    line("DTSTAMP:" + STAMP.format(writtenAt));
    line("SEQUENCE:" + clock.version());
    line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(clock.dueOn()));
    line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(clock.dueOn().plusDays(1)));
    line("TRANSP:TRANSPARENT");
    line("SUMMARY:" + escaped(clock.title() + " · " + clock.about()));
    line(
        "DESCRIPTION:"
            + escaped(
                "%s from %s (%s). It is met by: %s."
                    .formatted(
                        clock.rule().inWords(),
                        clock.startsOn(),
                        clock.rule().source(),
                        clock.kind().evidenceAsked())));
    line("END:VEVENT");
  }

  /// Text by RFC 5545, 3.3.11; other control characters cannot stand in it.
  private static String escaped(String words) {
    return words
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n")
        .replaceAll("\\p{Cntrl}", " ");
  }

  /// Long lines are folded between characters, so that none is longer than 75 octets.
  private void line(String content) {
    int octets = 0;
    for (int i = 0; i < content.length(); ) {
      int point = content.codePointAt(i);
      String character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LONGEST_LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.append(character);
      octets += size;
      i += character.length();
    }
    text.append("\r\n");
  }
}
