package org.cleanclaim.edits.ncci;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.publication.CodePairs;

/// Lines and tables for the tests of the editor.
final class NcciExamples {
  static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private NcciExamples() {}

  static NcciLine line(String code, int units, String... modifiers) {
    return new NcciLine(code, List.of(modifiers), BigDecimal.valueOf(units), DAY, DAY);
  }

  static NcciEditor editor(
      CodePairs.Builder pairs, Map<String, UnitLimit> limits, Map<String, AddOn> addOns) {
    return new NcciEditor(
        NcciTables.of(
            ServiceKind.PRACTITIONER, pairs.build(), new UnitLimits(limits), new AddOns(addOns)));
  }

  static NcciEditor paired(LocalDate from, LocalDate until, int indicator) {
    var pairs = new CodePairs.Builder();
    pairs.add(
        "A0001",
        "A0002",
        from == null ? CodePairs.OPEN : (int) from.toEpochDay(),
        until == null ? CodePairs.OPEN : (int) until.toEpochDay(),
        indicator,
        "test");
    return editor(pairs, Map.of(), Map.of());
  }

  static NcciEditor limited(int units, UnitLimit.Indicator indicator) {
    return editor(
        new CodePairs.Builder(),
        Map.of("A0001", new UnitLimit(BigDecimal.valueOf(units), indicator, "test")),
        Map.of());
  }

  static List<Integer> denied(NcciEditor editor, NcciLine... lines) {
    return editor.judge(ServiceKind.PRACTITIONER, List.of(lines)).stream()
        .map(NcciDenial::line)
        .distinct()
        .sorted()
        .toList();
  }
}
