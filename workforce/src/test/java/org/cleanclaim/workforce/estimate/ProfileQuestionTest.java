package org.cleanclaim.workforce.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cleanclaim.workforce.benchmark.Benchmarks;
import org.cleanclaim.workforce.career.Career;
import org.cleanclaim.workforce.estimate.ProfileQuestion.Answer;
import org.cleanclaim.workforce.publisher.FigureFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfileQuestionTest {
  private static final Benchmarks BUILT_IN = FigureFiles.builtIn();

  private static Answer answer(ProfileQuestion question) {
    return question.in(BUILT_IN, Career.builtIn());
  }

  @Test
  void wordsBecomeTheKeysOfTheTables() {
    assertThat(
            answer(
                new ProfileQuestion(
                    "cpc, ccs-p",
                    "3",
                    "florida",
                    "trenton",
                    "inpatient and outpatient hospital",
                    "billing manager")))
        .isEqualTo(
            new Answer.Understood(
                new Profile(
                    Set.of("CPC", "CCS-P"),
                    3,
                    "FL",
                    "Trenton, NJ",
                    "Hospital inpatient and outpatient",
                    "Billing Manager")));
    assertThat(answer(ProfileQuestion.BLANK)).isEqualTo(new Answer.Understood(Profile.BLANK));
    assertThat(answer(new ProfileQuestion("none", "", "", "", "", "")))
        .isEqualTo(new Answer.Understood(Profile.BLANK));
  }

  private static @Nullable String setting(String typed) {
    return switch (answer(new ProfileQuestion("", "", "", "", typed, ""))) {
      case Answer.Understood understood -> understood.profile().setting();
      case Answer.Unknown unknown -> throw new AssertionError(unknown.problems());
    };
  }

  @Test
  void aSettingIsTakenForNoOther() {
    assertThat(setting("outpatient hospital")).isEqualTo("outpatient hospital");
    assertThat(setting("hospital")).isEqualTo("hospital");
    assertThat(setting("HOSPITAL INPATIENT")).isEqualTo("Hospital inpatient");
    assertThat(setting("inpatient hospital")).isEqualTo("Hospital inpatient");
    assertThat(setting("large group practice")).isEqualTo("Large group practice (50+ physicians)");
    assertThat(setting("billing company")).isEqualTo("Billing company");
    assertThat(setting("large health system")).isEqualTo("large health system");
  }

  @Test
  void unknownNamesAreToldAllAtOnceWithTheNearest() {
    assertThat(answer(new ProfileQuestion("CPX", "-1", "Florda", "Sacremento", "moon", "")))
        .isInstanceOfSatisfying(
            Answer.Unknown.class,
            unknown ->
                assertThat(unknown.problems())
                    .hasSize(5)
                    .anyMatch(p -> p.contains("\"CPX\"") && p.contains("CPC"))
                    .anyMatch(p -> p.contains("\"-1\""))
                    .anyMatch(p -> p.contains("\"Florda\"") && p.contains("Florida"))
                    .anyMatch(p -> p.contains("Sacramento-Roseville-Arden-Arcade, CA"))
                    .anyMatch(p -> p.contains("setting \"moon\"")));
  }
}
