package org.cleanclaim.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdcTest {

  @ParameterizedTest
  @CsvSource({
    "0409-3795-01, 00409379501",
    "50242-040-62, 50242004062",
    "60575-4112-1, 60575411201",
    "00409-3795-01, 00409379501",
    "00409379501, 00409379501",
    "' 0409-3795-01 ', 00409379501",
  })
  void theShortPartOfAPackagesNumberTakesAZeroInFront(String typed, String code) {
    assertThat(Ndc.parse(typed)).contains(new Ndc(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0409379501",
        "409-3795-01",
        "50242-040-6",
        "004093795011",
        "0409-379501",
        "0409_3795_01",
        "0409-3795-0A",
        "",
        "٠٠٤٠٩٣٧٩٥٠١"
      })
  void whatDoesNotSayWhereTheZeroGoesIsNone(String typed) {
    assertThat(Ndc.parse(typed)).isEmpty();
  }

  @Test
  void itIsWrittenForPeopleWithHyphens() {
    assertThat(new Ndc("50242004062").hyphened()).isEqualTo("50242-0040-62");
  }
}
