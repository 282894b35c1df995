package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.party.Sex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartRulesTest {
  private final ChartRules rules = new ChartRules(CodeSets.starter());

  private List<String> find(String diagnosis, Sex sex, LocalDate born) {
    return Found.by(rules, aClaim().sex(sex).born(born).diagnosis(diagnosis).line("99213", "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "O80, true, false",
    "N70, true, false",
    "N98, true, false",
    "N699, false, false",
    "N99, false, false",
    "Z33, true, false",
    "Z39, true, false",
    "Z32, false, false",
    "Z40, false, false",
    "N40, false, true",
    "N53, false, true",
    "N39, false, false",
    "N54, false, false",
    "C61, false, true",
    "C60, false, false"
  })
  void diagnosesOfOneSex(String code, boolean isFemale, boolean isMale) {
    var born = LocalDate.of(1990, 1, 1);
    assertThat(find(code, Sex.MALE, born)).hasSize(isFemale ? 1 : 0);
    assertThat(find(code, Sex.FEMALE, born)).hasSize(isMale ? 1 : 0);
    assertThat(find(code, Sex.UNKNOWN, born)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Z3800, 0, true",
    "Z3800, 28, true",
    "Z3800, 29, false",
    "Z00110, 28, true",
    "Z00110, 29, false",
    "Z00129, 28, false",
    "Z00129, 29, true"
  })
  void diagnosesOfTheFirstDays(String code, int days, boolean fits) {
    assertThat(find(code, Sex.FEMALE, SERVED.minusDays(days))).hasSize(fits ? 0 : 1);
  }

  @Test
  void childrenAndAdultsPartOnTheirEighteenthBirthday() {
    var birthday = SERVED.minusYears(18);
    assertThat(find("Z00129", Sex.FEMALE, birthday.plusDays(1))).isEmpty();
    assertThat(find("Z00129", Sex.FEMALE, birthday)).containsExactly("DX-AGE");
    assertThat(find("Z0000", Sex.FEMALE, birthday)).isEmpty();
    assertThat(find("Z0000", Sex.FEMALE, birthday.plusDays(1))).containsExactly("DX-AGE");
    assertThat(find("Z0000", Sex.FEMALE, null)).as("no birth date, no age").isEmpty();
    assertThat(find("Z0000", Sex.FEMALE, SERVED.plusDays(1))).as("not yet born").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"V01, true", "Y93, true", "U07, false", "Z00, false", "S52501A, false"})
  void externalCausesDoNotStandFirst(String code, boolean isExternal) {
    var born = LocalDate.of(1990, 1, 1);
    assertThat(find(code, Sex.FEMALE, born).contains("DX-EXTERNAL-FIRST")).isEqualTo(isExternal);
  }

  @Test
  void anExclusionIsToldAtEachNoteThatNamesTheOther() {
    var claim = aClaim().diagnosis("E1165", "E1065").line("99213", "1");
    assertThat(rules.check(claim.build(), Found.CONTEXT))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.message()).contains("E11.65", "E10.65"));
    assertThat(Found.by(rules, aClaim().diagnosis("E1165", "E119").line("99213", "1")))
        .as("codes of one category")
        .isEmpty();
  }
}
