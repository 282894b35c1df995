package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.claim.ClaimType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelyFilingTest {
  private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\\s*\"?([\\w-]+)\"?");

  @ParameterizedTest
  @CsvSource({
    "PROFESSIONAL,2025-01-15,2025-01-20,2026-01-15",
    "DENTAL,2025-01-15,2025-01-20,2026-01-15",
    "INSTITUTIONAL,2025-01-15,2025-01-20,2026-01-20",
    "PROFESSIONAL,2024-02-29,2024-02-29,2025-02-28",
    "PROFESSIONAL,2023-02-28,2023-02-28,2024-02-28"
  })
  void medicareGivesOneCalendarYear(
      ClaimType type, LocalDate from, LocalDate through, LocalDate last) {
    LocalDate counted = TimelyFiling.countedFrom(type, from, through);
    var medicare = TimelyFiling.medicare();

    assertThat(medicare.lastDay(counted)).isEqualTo(last);
    assertThat(medicare.isTimely(counted, last)).isTrue();
    assertThat(medicare.isTimely(counted, last.plusDays(1))).isFalse();
  }

  @Test
  void aContractGivesDays() {
    assertThat(TimelyFiling.days(90).lastDay(LocalDate.of(2025, 1, 1)))
        .isEqualTo(LocalDate.of(2025, 4, 1));
  }

  @Test
  void agreesWithKnownAnswers() throws IOException {
    String root = System.getenv("CLEANCLAIM_DATA");
    Assumptions.assumeTrue(root != null, "CLEANCLAIM_DATA is not set: no known answers");
    Path file = Path.of(root, "vectors/professional_rules/timely_filing_cases.jsonl");
    Assumptions.assumeTrue(Files.exists(file), "no known answers of filing limits");
    int count = 0;
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank()) continue;
      var fields = new java.util.HashMap<String, String>();
      var matcher = FIELD.matcher(line);
      while (matcher.find()) fields.put(matcher.group(1), matcher.group(2));
      var type = ClaimType.valueOf(fields.get("claim_type").toUpperCase(Locale.ROOT));
      LocalDate counted =
          TimelyFiling.countedFrom(
              type,
              LocalDate.parse(fields.get("from_date")),
              LocalDate.parse(fields.get("through_date")));
      var medicare = TimelyFiling.medicare();
      assertThat(medicare.lastDay(counted)).as(line).hasToString(fields.get("last_day"));
      assertThat(medicare.isTimely(counted, LocalDate.parse(fields.get("received"))))
          .as(line)
          .isEqualTo(Boolean.parseBoolean(fields.get("timely")));
      count++;
    }
    assertThat(count).isPositive();
  }
}
