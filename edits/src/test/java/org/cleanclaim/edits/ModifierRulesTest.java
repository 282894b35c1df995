package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.util.List;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.kernel.code.ProcedureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModifierRulesTest {
  private final ModifierRules rules = new ModifierRules(CodeSets.starter());
  private final GlobalPeriodRules globalPeriod =
      new GlobalPeriodRules(CodeSets.starter(), MedicareEdits.USUAL);

  private List<String> find(String code, String... modifiers) {
    return Found.by(rules, aClaim().line(code, "1", modifiers));
  }

  @ParameterizedTest
  @CsvSource({
    "99201, false, false, false",
    "98008, true, false, false",
    "T1015, true, false, false",
    "99202, true, false, false",
    "99499, true, false, false",
    "99500, false, false, false",
    "G0439, true, false, false",
    "92014, true, false, false",
    "92015, false, false, false",
    "00099, false, false, false",
    "00100, false, true, false",
    "01999, false, true, false",
    "02000, false, false, false",
    "10003, false, false, false",
    "10004, false, false, true",
    "69990, false, false, true",
    "69991, false, false, false",
    "9921F, false, false, false",
    "0202T, false, false, false",
    "3006F, false, false, false"
  })
  void numbersTellTheKindOfService(
      String code, boolean isVisit, boolean isAnesthesia, boolean isSurgery) {
    var procedure = new ProcedureCode(code);
    assertThat(ServiceKind.isVisit(procedure, SERVED)).isEqualTo(isVisit);
    assertThat(ServiceKind.isAnesthesia(procedure)).isEqualTo(isAnesthesia);
    assertThat(ServiceKind.isSurgery(procedure)).isEqualTo(isSurgery);
  }

  @ParameterizedTest
  @CsvSource({
    "24, 99213, ''",
    "24, 20610, a visit",
    "57, 20610, a visit",
    "78, 20610, ''",
    "78, 99213, a procedure",
    "80, 99213, a procedure",
    "QK, 00100, ''",
    "QK, 99213, anesthesia",
    "26, 71046, ''",
    "26, 99213, a diagnostic service",
    "TC, 00100, a diagnostic service",
    "59, 99213, ''"
  })
  void aModifierFitsTheKindOfService(String modifier, String code, String wanted) {
    var findings = rules.check(aClaim().line(code, "1", modifier).build(), Found.CONTEXT);
    assertThat(findings).hasSize(wanted.isEmpty() ? 0 : 1);
    assertThat(findings).allSatisfy(f -> assertThat(f.message()).contains("is for " + wanted));
  }

  @Test
  void modifiersThatExcludeEachOtherAreToldOncePerGroup() {
    assertThat(find("73030", "26", "TC")).containsExactly("1 MOD-CONFLICT");
    assertThat(find("20610", "59", "XS", "XU")).containsExactly("1 MOD-CONFLICT");
    assertThat(find("20610", "76", "77", "59", "XS"))
        .containsExactly("1 MOD-CONFLICT", "1 MOD-CONFLICT");
    assertThat(find("20610", "54", "55")).containsExactly("1 MOD-CONFLICT");
    assertThat(find("20610", "55", "56")).isEmpty();
    assertThat(find("20610", "59", "59")).containsExactly("1 MOD-REPEATED");
    assertThat(find("20610", "59", "76")).isEmpty();
    var claim = aClaim().line("20610", "1", "GT", "XS", "59").build();
    assertThat(rules.check(claim, Found.CONTEXT).getFirst().message())
        .isEqualTo("Modifiers XS and 59 exclude each other.");
  }

  @Test
  void sidesOfALineContradictEachOther() {
    assertThat(find("20610", "LT", "RT")).containsExactly("1 MOD-SIDE");
    assertThat(find("20610", "50", "LT")).containsExactly("1 MOD-SIDE");
    assertThat(find("20610", "50", "RT")).containsExactly("1 MOD-SIDE");
    assertThat(find("20610", "50")).isEmpty();
  }

  @Test
  void theSideIsThatOfADiagnosisOfTheLine() {
    assertThat(side("LT", 1)).as("the right knee").containsExactly("1 MOD-SIDE");
    assertThat(side("LT", 2)).as("the left knee").isEmpty();
    assertThat(side("RT", 2)).containsExactly("1 MOD-SIDE");
    assertThat(side("LT", 1, 2)).as("both").isEmpty();
    assertThat(side("RT", 0, 3, 2)).as("pointers to nothing").containsExactly("1 MOD-SIDE");
    assertThat(side("GT", 1)).isEmpty();
    var bilateral = aClaim().diagnosis("M170").line("20610", "1", "LT").line("20610", "1", "RT");
    assertThat(Found.by(rules, bilateral)).isEmpty();
  }

  private List<String> side(String modifier, Integer... pointers) {
    return Found.by(
        rules,
        aClaim().diagnosis("M1711", "M1712").pointingTo(pointers).line("20610", "1", modifier));
  }

  @Test
  void theMessageNamesBothSides() {
    var claim = aClaim().diagnosis("M1712").line("20610", "1", "RT").build();
    assertThat(rules.check(claim, Found.CONTEXT).getFirst().message())
        .isEqualTo("The modifier says right, the diagnosis says left.");
  }

  @Test
  void anEarlierOperationWithinNinetyDaysMakesAGlobalPeriod() {
    assertThat(operated(90)).isEmpty();
    assertThat(operated(91)).containsExactly("1 MOD-GLOBAL");
    assertThat(operated(0)).isEmpty();
    assertThat(operated(-1)).as("the operation comes later").containsExactly("1 MOD-GLOBAL");
    for (String modifier : List.of("24", "58", "78", "79")) {
      assertThat(Found.by(globalPeriod, aClaim().line("99213", "1", modifier)))
          .containsExactly("1 MOD-GLOBAL");
    }
    assertThat(Found.by(globalPeriod, aClaim().line("99213", "1", "25"))).isEmpty();
  }

  private List<String> operated(int daysBefore) {
    var day = SERVED.minusDays(daysBefore);
    var operation = aClaim().numbered("T2").revenueLine("0360", "1").line("27447", "1", "1", day);
    return Found.by(
        globalPeriod,
        aClaim().line("99213", "1", "24"),
        Found.CONTEXT.withHistory(List.of(operation.build())));
  }

  @Test
  void anOperationOnTheSameClaimCountsButNotTheLineItself() {
    var both = aClaim().line("27447", "1", "1", SERVED.minusDays(3)).line("20610", "1", "78");
    assertThat(Found.by(globalPeriod, both)).isEmpty();
    assertThat(Found.by(globalPeriod, aClaim().line("20610", "1", "78")))
        .containsExactly("1 MOD-GLOBAL");
    var visitBefore =
        aClaim().line("99212", "1", "1", SERVED.minusDays(3)).line("99213", "1", "24");
    assertThat(Found.by(globalPeriod, visitBefore)).containsExactly("2 MOD-GLOBAL");
  }
}
