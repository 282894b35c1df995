package org.cleanclaim.app.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {
  @ParameterizedTest
  @CsvSource({
    "00000, false",
    "00099, false",
    "00100, true",
    "01999, true",
    "02000, false",
    "0100T, false",
    "99213, false"
  })
  void codesOfAnesthesiaAre00100To01999(String code, boolean isAnesthesia) {
    assertThat(new Bill.Item(1, code, List.of(), 1, "11", null).isAnesthesia())
        .isEqualTo(isAnesthesia);
  }
}
