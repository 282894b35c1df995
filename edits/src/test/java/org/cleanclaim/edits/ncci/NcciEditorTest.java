package org.cleanclaim.edits.ncci;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.codesets.publication.RuleTables;
import org.junit.jupiter.api.Test;

class NcciEditorTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final String[] CODES = {"A0001", "A0002", "A0003", "A0004", "A0005", "A0006"};

  private static NcciLine line(String code, int units, String... modifiers) {
    return new NcciLine(code, List.of(modifiers), BigDecimal.valueOf(units), DAY, DAY);
  }

  private static NcciEditor editor(
      CodePairs.Builder pairs, Map<String, UnitLimit> limits, Map<String, AddOn> addOns) {
    return new NcciEditor(
        NcciTables.of(
            ServiceKind.PRACTITIONER, pairs.build(), new UnitLimits(limits), new AddOns(addOns)));
  }

  private static NcciEditor paired(LocalDate from, LocalDate until, int indicator) {
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

  private static NcciEditor limited(int units, UnitLimit.Indicator indicator) {
    return editor(
        new CodePairs.Builder(),
        Map.of("A0001", new UnitLimit(BigDecimal.valueOf(units), indicator, "test")),
        Map.of());
  }

  private static List<Integer> denied(NcciEditor editor, NcciLine... lines) {
    return editor.judge(ServiceKind.PRACTITIONER, List.of(lines)).stream()
        .map(NcciDenial::line)
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void theSecondCodeOfAPairIsDenied() {
    assertThat(denied(paired(null, null, 0), line("A0002", 1), line("A0001", 1)))
        .containsExactly(0);
    assertThat(denied(paired(null, null, 0), line("A0002", 1, "59"), line("A0001", 1)))
        .containsExactly(0);
  }

  @Test
  void aModifierSetsAsideWhatAllowsIt() {
    var editor = paired(null, null, 1);
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1, "59"))).isEmpty();
    assertThat(denied(editor, line("A0001", 1, "XS"), line("A0002", 1))).isEmpty();
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1, "RT"))).isEmpty();
    assertThat(denied(editor, line("A0001", 1, "RT"), line("A0002", 1))).containsExactly(1);
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1, "76"))).containsExactly(1);
    assertThat(denied(editor, line("A0001", 1, "59"), line("A0001", 1), line("A0002", 1)))
        .containsExactly(2);
  }

  @Test
  void modifiersOfVisitsSetAsideVisitsOnly() {
    var pairs = new CodePairs.Builder();
    for (String part : List.of("99213", "20610", "T1015", "Z1016", "G2211")) {
      pairs.add("10060", part, CodePairs.OPEN, CodePairs.OPEN, 1, "test");
    }
    var editor = editor(pairs, Map.of(), Map.of());
    for (String modifier : List.of("24", "25", "27", "57")) {
      for (String visit : List.of("99213", "T1015")) {
        assertThat(denied(editor, line("10060", 1), line(visit, 1, modifier))).isEmpty();
      }
      for (String other : List.of("20610", "G2211")) {
        assertThat(denied(editor, line("10060", 1), line(other, 1, modifier))).containsExactly(1);
      }
      assertThat(denied(editor, line("10060", 1), line("Z1016", 1, modifier)))
          .as("nobody knows what a local code is")
          .isEmpty();
      assertThat(denied(editor, line("10060", 1, modifier), line("99213", 1)))
          .as("on the first code")
          .containsExactly(1);
    }
    for (String modifier : List.of("58", "78", "79", "91", "LT", "59", "XU")) {
      assertThat(denied(editor, line("10060", 1), line("20610", 1, modifier))).isEmpty();
    }
  }

  @Test
  void aTableThatContradictsItselfIsReadAndTheRowInForceHolds() {
    var pairs = new CodePairs.Builder();
    pairs.add("A0001", "A0002", CodePairs.OPEN, CodePairs.OPEN, 9, "never");
    pairs.add("A0001", "A0002", CodePairs.OPEN, CodePairs.OPEN, 0, "always");
    pairs.add("A0002", "A0001", CodePairs.OPEN, CodePairs.OPEN, 0, "the other way");
    pairs.add("A0003", "A0004", (int) DAY.toEpochDay() - 9, (int) DAY.toEpochDay() + 9, 1, "one");
    pairs.add("A0003", "A0004", (int) DAY.toEpochDay(), CodePairs.OPEN, 1, "overlapping");
    var editor = editor(pairs, Map.of(), Map.of());
    assertThat(denied(editor, line("A0001", 1), line("A0002", 1))).containsExactly(0, 1);
    assertThat(denied(editor, line("A0003", 1), line("A0004", 1))).containsExactly(1);
    assertThat(editor.judge(ServiceKind.PRACTITIONER, List.of(line("A0003", 1), line("A0004", 1))))
        .as("told once")
        .hasSize(1);
  }

  @Test
  void anAddOnOfTwoTypesIsLeftToTheContractor() {
    var rows =
        List.of(
            List.of("A0009", "1", "A0001", "", ""),
            List.of("A0009", "2", "CCCCC", "", ""),
            List.of("A0008", "1", "A0001", "", ""),
            List.of("A0008", "1", "A0002", "20250101", "20241231"));
    var columns = List.of("add_on", "type", "primary", "from", "until");
    var tables = new RuleTables(List.of(new RuleTables.Table("add_ons", columns, rows)));
    var editor = editor(new CodePairs.Builder(), Map.of(), AddOns.of(tables).byCode());
    assertThat(denied(editor, line("A0009", 1))).isEmpty();
    assertThat(denied(editor, line("A0008", 1))).containsExactly(0);
    assertThat(denied(editor, line("A0008", 1), line("A0001", 1))).isEmpty();
    assertThat(denied(editor, line("A0008", 1), line("A0002", 1)))
        .as("a row that ends before it begins never holds")
        .containsExactly(0);
  }

  @Test
  void unknownCodesNegativeUnitsAndManyLinesAreJudged() {
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), line("Q9999", 99), line("A0001", -5)))
        .isEmpty();
    var many = new ArrayList<NcciLine>();
    for (int i = 0; i < 999; i++) many.add(line("A0001", 1));
    assertThat(
            denied(limited(998, UnitLimit.Indicator.DAY_BY_POLICY), many.toArray(NcciLine[]::new)))
        .hasSize(999);
    assertThat(
            denied(limited(999, UnitLimit.Indicator.DAY_BY_POLICY), many.toArray(NcciLine[]::new)))
        .isEmpty();
  }

  @Test
  void before20190701TheModifierCountsOnTheSecondCodeOnly() {
    var day = LocalDate.of(2019, 6, 30);
    var whole = new NcciLine("A0001", List.of("59"), BigDecimal.ONE, day, day);
    var part = new NcciLine("A0002", List.of(), BigDecimal.ONE, day, day);
    assertThat(denied(paired(null, null, 1), whole, part)).containsExactly(1);
    var later = day.plusDays(1);
    assertThat(
            denied(
                paired(null, null, 1),
                new NcciLine("A0001", List.of("59"), BigDecimal.ONE, later, later),
                new NcciLine("A0002", List.of(), BigDecimal.ONE, later, later)))
        .isEmpty();
  }

  @Test
  void aPairHoldsFromItsFirstDayToItsLast() {
    var lines = new NcciLine[] {line("A0001", 1), line("A0002", 1)};
    assertThat(denied(paired(DAY, null, 0), lines)).containsExactly(1);
    assertThat(denied(paired(DAY.plusDays(1), null, 0), lines)).isEmpty();
    assertThat(denied(paired(DAY.minusDays(9), DAY, 0), lines)).containsExactly(1);
    assertThat(denied(paired(DAY.minusDays(9), DAY.minusDays(1), 0), lines)).isEmpty();
    assertThat(denied(paired(DAY, DAY, 0), lines)).as("withdrawn").isEmpty();
    assertThat(denied(paired(null, null, 9), lines)).as("never applies").isEmpty();
  }

  @Test
  void otherDaysDoNotMeet() {
    var other = DAY.plusDays(1);
    assertThat(
            denied(
                paired(null, null, 0),
                line("A0001", 1),
                new NcciLine("A0002", List.of(), BigDecimal.ONE, other, other)))
        .isEmpty();
  }

  @Test
  void unitsCountByLineOrByDay() {
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), line("A0001", 2), line("A0001", 2)))
        .isEmpty();
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), line("A0001", 3), line("A0001", 2)))
        .containsExactly(0);
    for (var byDay :
        List.of(UnitLimit.Indicator.DAY_BY_POLICY, UnitLimit.Indicator.DAY_BY_CLINICAL_BENCHMARK)) {
      assertThat(denied(limited(3, byDay), line("A0001", 2), line("A0001", 2, "76")))
          .containsExactly(0, 1);
      assertThat(denied(limited(4, byDay), line("A0001", 2), line("A0001", 2, "76"))).isEmpty();
      assertThat(denied(limited(3, byDay), line("A0001", 2), line("A0001", 2, "55"))).isEmpty();
    }
  }

  @Test
  void unitsOfSeveralDaysAreDividedAndRoundedUp() {
    var threeDays = new NcciLine("A0001", List.of(), BigDecimal.valueOf(7), DAY, DAY.plusDays(2));
    assertThat(denied(limited(3, UnitLimit.Indicator.LINE), threeDays)).isEmpty();
    assertThat(denied(limited(2, UnitLimit.Indicator.LINE), threeDays)).containsExactly(0);
  }

  @Test
  void anAddOnNeedsAPrimaryThatIsPaid() {
    var primary = new AddOn.Primary("A0001", Long.MIN_VALUE, Long.MAX_VALUE);
    var listed = Map.of("A0009", new AddOn(AddOn.Type.LISTED, List.of(primary)));
    var none = new CodePairs.Builder();
    assertThat(denied(editor(none, Map.of(), listed), line("A0009", 1))).containsExactly(0);
    assertThat(denied(editor(none, Map.of(), listed), line("A0009", 1), line("A0001", 1)))
        .isEmpty();
    var limit = Map.of("A0001", new UnitLimit(BigDecimal.ZERO, UnitLimit.Indicator.LINE, "test"));
    assertThat(denied(editor(none, limit, listed), line("A0009", 1), line("A0001", 1)))
        .containsExactly(0, 1);
    for (var open : List.of(AddOn.Type.CONTRACTOR, AddOn.Type.LISTED_AND_CONTRACTOR)) {
      var addOns = Map.of("A0009", new AddOn(open, List.of(primary)));
      assertThat(denied(editor(none, Map.of(), addOns), line("A0009", 1))).isEmpty();
    }
  }

  @Test
  void anAddOnOfADeniedAddOnIsDenied() {
    var addOns =
        Map.of(
            "A0008",
            new AddOn(
                AddOn.Type.LISTED,
                List.of(new AddOn.Primary("A0009", Long.MIN_VALUE, Long.MAX_VALUE))),
            "A0009",
            new AddOn(AddOn.Type.LISTED, List.of()));
    assertThat(
            denied(
                editor(new CodePairs.Builder(), Map.of(), addOns),
                line("A0008", 1),
                line("A0009", 1)))
        .containsExactly(0, 1);
    assertThat(
            editor(new CodePairs.Builder(), Map.of(), addOns)
                .judge(ServiceKind.PRACTITIONER, List.of(line("A0008", 1), line("A0009", 1))))
        .as("each is told once")
        .hasSize(2);
  }

  @Test
  void aDenialNamesItsPlaceItsReasonAndItsTable() {
    var pairs = new CodePairs.Builder();
    pairs.add("A0001", "A0002", CodePairs.OPEN, CodePairs.OPEN, 1, "test");
    var limit = new UnitLimit(BigDecimal.ONE, UnitLimit.Indicator.DAY_BY_POLICY, "test");
    var addOn = new AddOn(AddOn.Type.LISTED, List.of());
    var lines =
        List.of(
            line("A0002", 1),
            line("A0001", 1),
            line("A0003", 1),
            line("A0003", 2),
            line("A0009", 1));

    var denials =
        editor(pairs, Map.of("A0003", limit), Map.of("A0009", addOn))
            .judge(ServiceKind.PRACTITIONER, lines);

    assertThat(denials)
        .containsExactly(
            new NcciDenial.Bundled(
                0, 1, new CodePairs.Pair("A0001", "A0002", null, null, 1, "test"), "starter"),
            new NcciDenial.TooManyUnits(2, BigDecimal.valueOf(3), limit, "starter"),
            new NcciDenial.TooManyUnits(3, BigDecimal.valueOf(3), limit, "starter"),
            new NcciDenial.WithoutPrimary(4, addOn, "given"));
  }

  @Test
  void aPrimaryOfAnotherDaySupportsNoAddOn() {
    var primary = new AddOn.Primary("A0001", Long.MIN_VALUE, Long.MAX_VALUE);
    var listed = Map.of("A0009", new AddOn(AddOn.Type.LISTED, List.of(primary)));
    var next = DAY.plusDays(1);

    assertThat(
            denied(
                editor(new CodePairs.Builder(), Map.of(), listed),
                line("A0009", 1),
                new NcciLine("A0001", List.of(), BigDecimal.ONE, next, next)))
        .containsExactly(0);
  }

  @Test
  void aKindOfServicesWithoutTablesIsNotJudged() {
    var lines = List.of(line("A0001", 9), line("A0002", 1));
    assertThat(paired(null, null, 0).judge(ServiceKind.HOSPITAL, lines)).isEmpty();
    assertThat(limited(1, UnitLimit.Indicator.LINE).judge(ServiceKind.SUPPLIER, lines)).isEmpty();
  }

  @Test
  void partsOfUnitsAreNotRoundedOnOneDay() {
    var half = new NcciLine("A0001", List.of(), new BigDecimal("0.5"), DAY, DAY);
    assertThat(denied(limited(1, UnitLimit.Indicator.DAY_BY_POLICY), half, half)).isEmpty();
  }

  @Test
  void aLineThatEndsBeforeItBeginsIsJudgedByItsUnits() {
    var reversed = new NcciLine("A0001", List.of(), BigDecimal.TWO, DAY, DAY.minusDays(1));
    assertThat(denied(limited(1, UnitLimit.Indicator.LINE), reversed)).containsExactly(0);
  }

  @Test
  void aSingleLineOverItsDailyLimitIsDenied() {
    var byDay = UnitLimit.Indicator.DAY_BY_POLICY;
    assertThat(denied(limited(2, byDay), line("A0001", 3))).containsExactly(0);
    assertThat(denied(limited(2, byDay), line("A0001", 3, "55"))).isEmpty();
    assertThat(denied(limited(2, byDay), line("A0001", 2))).isEmpty();
  }

  @Test
  void orderSplittingAndUnrelatedLinesChangeNothing() {
    var random = new Random(20261128);
    for (int round = 0; round < 2_000; round++) {
      NcciEditor editor = random(random);
      var lines = new ArrayList<NcciLine>();
      for (int i = random.nextInt(1, 7); i > 0; i--) lines.add(randomLine(random));
      Map<NcciLine, Set<String>> before = outcome(editor, lines);

      var shuffled = new ArrayList<>(lines);
      Collections.shuffle(shuffled, random);
      assertThat(outcome(editor, shuffled)).isEqualTo(before);

      // two claims of the day: what was on the other claim is judged with it
      int cut = random.nextInt(lines.size());
      var split = new ArrayList<>(lines.subList(cut, lines.size()));
      split.addAll(lines.subList(0, cut));
      assertThat(outcome(editor, split)).isEqualTo(before);

      var more = new ArrayList<>(lines);
      more.add(random.nextInt(more.size() + 1), line("Z9999", 1));
      var after = outcome(editor, more);
      after.keySet().removeIf(l -> l.code().equals("Z9999"));
      assertThat(after).isEqualTo(before);
    }
  }

  private static NcciEditor random(Random random) {
    var pairs = new CodePairs.Builder();
    for (int i = 0; i < 5; i++) {
      int first = random.nextInt(CODES.length);
      int second = (first + 1 + random.nextInt(CODES.length - 1)) % CODES.length;
      pairs.add(
          CODES[first],
          CODES[second],
          CodePairs.OPEN,
          random.nextBoolean() ? CodePairs.OPEN : (int) DAY.toEpochDay(),
          random.nextInt(2),
          "test");
    }
    var limits = new HashMap<String, UnitLimit>();
    var addOns = new HashMap<String, AddOn>();
    for (String code : CODES) {
      if (random.nextBoolean()) {
        limits.put(
            code,
            new UnitLimit(
                BigDecimal.valueOf(random.nextInt(4)),
                UnitLimit.Indicator.of(random.nextInt(1, 4)),
                "test"));
      }
      if (random.nextInt(4) == 0) {
        addOns.put(
            code,
            new AddOn(
                AddOn.Type.of(random.nextInt(1, 4)),
                List.of(
                    new AddOn.Primary(
                        CODES[random.nextInt(CODES.length)], Long.MIN_VALUE, Long.MAX_VALUE))));
      }
    }
    return editor(pairs, limits, addOns);
  }

  private static NcciLine randomLine(Random random) {
    String[] modifiers = {"59", "25", "RT", "76", "55", "GA"};
    var chosen =
        random.nextInt(3) == 0
            ? List.of(modifiers[random.nextInt(modifiers.length)])
            : List.<String>of();
    LocalDate day = DAY.plusDays(random.nextInt(2));
    return new NcciLine(
        CODES[random.nextInt(CODES.length)],
        chosen,
        BigDecimal.valueOf(random.nextInt(1, 4)),
        day,
        day);
  }

  private static Map<NcciLine, Set<String>> outcome(NcciEditor editor, List<NcciLine> lines) {
    var outcome = new HashMap<NcciLine, Set<String>>();
    lines.forEach(line -> outcome.put(line, new TreeSet<>()));
    for (NcciDenial denial : editor.judge(ServiceKind.PRACTITIONER, lines)) {
      outcome.get(lines.get(denial.line())).add(denial.getClass().getSimpleName());
    }
    return outcome;
  }
}
