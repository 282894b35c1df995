package org.cleanclaim.coding.pregnancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.EncounterSetting;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.mention.TermIndex;
import org.cleanclaim.coding.pregnancy.Gestation.Period;
import org.cleanclaim.coding.reading.ReadNote;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;

class GestationReaderTest {
  private static final TermIndex NO_TERMS = TermIndex.of(List.of(), stems -> false);

  private static Gestation read(String text) {
    var note =
        new Documentation(
            "d", text, EncounterSetting.OUTPATIENT, LocalDate.of(2026, 5, 4), 30, Sex.FEMALE);
    return GestationReader.read(ReadNote.of(note, NO_TERMS), true);
  }

  @Test
  void weeksAreReadAsTheyAreWritten() {
    Map<String, Integer> told =
        Map.ofEntries(
            Map.entry("HPI: G2P1 at 29w3d.", 29),
            Map.entry("HPI: 36w1d, feels well.", 36),
            Map.entry("HPI: G1 P0 at 34 weeks 2 days.", 34),
            Map.entry("HPI: IUP at 34 weeks and 2 days by dates.", 34),
            Map.entry("Assessment: anemia, at 22 weeks gestation.", 22),
            Map.entry("HPI: prenatal visit, 22 weeks.", 22),
            Map.entry("OB visit. GA 12+4.", 12),
            Map.entry("HPI: EGA: 28 4/7 weeks.", 28),
            Map.entry("HPI: 39 2/7 weeks pregnant.", 39),
            Map.entry("HPI: gestational age of 26 weeks.", 26),
            Map.entry("HPI: IUP at thirty-nine weeks.", 39),
            Map.entry("HPI: she is 8 wks pregnant.", 8));
    told.forEach((text, weeks) -> {
      assertThat(read(text).completedWeeks()).as(text).isEqualTo(weeks);
      assertThat(read(text).trimester()).as(text).isEqualTo(Trimester.ofWeek(weeks));
    });
  }

  @Test
  void theTrimesterChangesAtFourteenAndTwentyEightWeeks() {
    assertThat(read("HPI: 13w6d.").trimester()).isEqualTo(Trimester.FIRST);
    assertThat(read("HPI: 14w0d.").trimester()).isEqualTo(Trimester.SECOND);
    assertThat(read("HPI: 27w6d.").trimester()).isEqualTo(Trimester.SECOND);
    assertThat(read("HPI: 28w0d.").trimester()).isEqualTo(Trimester.THIRD);
    assertThat(read("Prenatal visit, third trimester.").trimester()).isEqualTo(Trimester.THIRD);
  }

  @Test
  void weeksOfSomethingElseAreNone() {
    for (String text :
        List.of(
            "HPI: prenatal visit. Nausea for 3 weeks.",
            "HPI: prenatal visit. Return in 4 weeks.",
            "HPI: prenatal visit. Seen 2 weeks ago.",
            "HPI: prenatal visit. Anatomy scan at 20w2d was normal.",
            "HPI: prenatal visit.\nPlan: induction at 39 weeks.",
            "HPI: prenatal visit.\nPMH: preterm birth at 33w0d.")) {
      assertThat(read(text).period()).as(text).isEqualTo(Period.PREGNANCY);
      assertThat(read(text).completedWeeks()).as(text).isNull();
    }
  }

  @Test
  void whoIsNotPregnantNowIsNot() {
    for (String text :
        List.of(
            "HPI: Not pregnant. Pregnancy test negative.",
            "HPI: his wife is 30 weeks pregnant.",
            "HPI: G2P2, both delivered at 39 weeks.",
            "HPI: planning a pregnancy, takes prenatal vitamins.",
            "HPI: ankle pain for 12 weeks.",
            "HPI: eight months postpartum.",
            "Family history: sister pregnant at 20w1d.")) {
      assertThat(read(text).period()).as(text).isEqualTo(Period.NONE);
    }
  }

  @Test
  void sixWeeksAfterTheDeliveryAreThePuerperium() {
    assertThat(read("HPI: six weeks postpartum.").period()).isEqualTo(Period.PUERPERIUM);
    assertThat(read("HPI: postpartum day 2.").period()).isEqualTo(Period.PUERPERIUM);
    assertThat(read("HPI: 9 weeks postpartum.").period()).isEqualTo(Period.NONE);
  }

  @Test
  void severalWeeksAreNoneButTheTrimesterThatTheyShareIsOne() {
    Gestation told = read("HPI: prenatal visit at 29w3d.\nNarrative: now 30w1d.");

    assertThat(told.completedWeeks()).isNull();
    assertThat(told.trimester()).isEqualTo(Trimester.THIRD);
  }

  @Test
  void theWeeksAreFoundAgainInTheNote() {
    String text = "HPI: 28 year old G2P1 at 29w3d.";

    assertThat(read(text).weeksAt())
        .extracting(Evidence::quote)
        .containsExactly(text.substring(text.indexOf("29w3d"), text.length() - 1));
    assertThat(read(text).pregnancies()).isEqualTo(2);
  }
}
