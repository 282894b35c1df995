package org.cleanclaim.edits.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitCodesTest {
  @ParameterizedTest
  @CsvSource({
    "99201, 2020-12-31, true",
    "99201, 2021-01-01, false",
    "99202, 2026-03-02, true",
    "99215, 2026-03-02, true",
    "99281, 2026-03-02, true",
    "99381, 2026-03-02, true",
    "99397, 2026-03-02, true",
    "99442, 2024-12-31, true",
    "99442, 2025-01-01, false",
    "99499, 2026-03-02, true",
    "99500, 2026-03-02, false",
    "97999, 2026-03-02, false",
    "98000, 2024-12-31, false",
    "98000, 2025-01-01, true",
    "98015, 2026-03-02, true",
    "98016, 2026-03-02, true",
    "98017, 2026-03-02, false",
    "92002, 2026-03-02, true",
    "92004, 2026-03-02, true",
    "92012, 2026-03-02, true",
    "92014, 2026-03-02, true",
    "92003, 2026-03-02, false",
    "92015, 2026-03-02, false",
    "T1015, 2026-03-02, true",
    "T1016, 2026-03-02, false",
    "G0380, 2026-03-02, true",
    "G0385, 2026-03-02, false",
    "G0402, 2008-12-31, false",
    "G0402, 2009-01-01, true",
    "G0438, 2010-12-31, false",
    "G0438, 2026-03-02, true",
    "G0439, 2026-03-02, true",
    "G0463, 2026-03-02, true",
    "G0466, 2026-03-02, true",
    "G2010, 2026-03-02, true",
    "G2012, 2024-12-31, true",
    "G2012, 2025-01-01, false",
    "G2211, 2026-03-02, false",
    "S0612, 2026-03-02, true",
    "20610, 2026-03-02, false",
    "9921F, 2026-03-02, false"
  })
  void aCodeIsAVisitOnItsDays(String code, LocalDate day, boolean isVisit) {
    assertThat(VisitCodes.isVisit(code, day)).isEqualTo(isVisit);
  }

  @ParameterizedTest
  @CsvSource({
    "99213, true",
    "99223, true",
    "99255, true",
    "99285, true",
    "99291, true",
    "99304, true",
    "99350, true",
    "98008, true",
    "92014, true",
    "G0468, false",
    "G0439, false",
    "99396, false",
    "99429, false",
    "99417, false",
    "99490, false",
    "99288, false",
    "G2212, false",
    "20610, false"
  })
  void somePatientsComeBecauseOfAProblem(String code, boolean isForAProblem) {
    assertThat(VisitCodes.isMeetingForAProblem(code, LocalDate.of(2026, 3, 2)))
        .isEqualTo(isForAProblem);
  }

  @ParameterizedTest
  @CsvSource({
    "20610, true",
    "G2211, true",
    "V2020, true",
    "0001F, true",
    "99213, false",
    "W1234, false",
    "Z1016, false"
  })
  void ofLocalCodesNobodyCanSay(String code, boolean isNone) {
    assertThat(VisitCodes.isNoVisit(code, LocalDate.of(2026, 3, 2))).isEqualTo(isNone);
  }
}
