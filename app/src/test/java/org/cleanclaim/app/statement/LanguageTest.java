package org.cleanclaim.app.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LanguageTest {
  @Test
  void daysAreWrittenAsPatientsWriteThem() {
    var day = LocalDate.of(2026, 3, 5);
    assertThat(Language.ENGLISH.day(day)).isEqualTo("March 5, 2026");
    assertThat(Language.SPANISH.day(day)).isEqualTo("5 de marzo de 2026");
  }
}
