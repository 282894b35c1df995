package org.cleanclaim.coding.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.coding.CodingEngine;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Words of a note that have the letters of a disease and mean none.
class AmbiguousWordsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final CodingEngine ENGINE = CodingEngine.of(CodeSets.starter(), DAY);

  private static List<String> codes(String assessment) {
    return ENGINE
        .propose(
            new Documentation(
                "d",
                "Assessment: " + assessment + "\n",
                EncounterSetting.OUTPATIENT,
                DAY,
                40,
                Sex.FEMALE))
        .suggestions()
        .stream()
        .map(Suggestion::code)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wrist splint",
        "Declines treatment",
        "Concern for DVT",
        "CP free",
        "GBS positive",
        "RA 94%",
        "RA sat 94%",
        "96% on RA"
      })
  void meanNoDisease(String said) {
    assertThat(codes(said)).as(said).isEmpty();
  }

  @Test
  void aFeverForThreeDaysIsNoSandflyFever() {
    assertThat(codes("Sore throat for three days with fever. Strep throat."))
        .doesNotContain("A931");
  }

  @Test
  void treatmentOfTheDiseaseMeansTheDisease() {
    assertThat(codes("RA on methotrexate")).contains("M069");
  }
}
