package org.cleanclaim.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.CodeSets;
import org.cleanclaim.codesets.CodeSystemVersion;
import org.cleanclaim.codesets.Note;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.junit.jupiter.api.Test;

class ChartCheckTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  @Test
  void unknownIncompleteAndExcludedCodesAreFound() {
    assertThat(rules("E119", "O244")).containsExactly("CHART-EXCLUDES1", "CHART-CODE-UNKNOWN");
    assertThat(rules("E11")).containsExactly("CHART-CODE-INCOMPLETE");
    assertThat(rules("E119")).isEmpty();
  }

  private static List<String> rules(String... codes) {
    var period = EffectivePeriod.from(LocalDate.of(2025, 10, 1));
    var note = new Note(Note.Kind.EXCLUDES1, "gestational diabetes", List.of("O24-"));
    var table = new LinkedHashMap<String, CodeEntry>();
    table.put(
        "E11",
        new CodeEntry(
            CodeSystem.ICD10CM,
            "E11",
            "Type 2 diabetes",
            false,
            null,
            List.of(note),
            Map.of(),
            period));
    table.put(
        "E119",
        new CodeEntry(
            CodeSystem.ICD10CM, "E119", "Uncomplicated", true, "E11", List.of(), Map.of(), period));
    var version =
        new CodeSystemVersion(CodeSystem.ICD10CM, "t", period, table, List.of(), "t", true);
    var listed = List.of(codes).stream().map(Icd10Cm::new).toList();
    return ChartCheck.check(listed, DAY, CodeSets.of(List.of(version))).stream()
        .map(f -> f.rule().value())
        .toList();
  }
}
