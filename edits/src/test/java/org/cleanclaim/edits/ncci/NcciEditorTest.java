package org.cleanclaim.edits.ncci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ncci.NcciExamples.DAY;
import static org.cleanclaim.edits.ncci.NcciExamples.denied;
import static org.cleanclaim.edits.ncci.NcciExamples.editor;
import static org.cleanclaim.edits.ncci.NcciExamples.limited;
import static org.cleanclaim.edits.ncci.NcciExamples.line;
import static org.cleanclaim.edits.ncci.NcciExamples.paired;

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

/// Add-on codes, and pairs, units and add-ons together.
class NcciEditorTest {
  private static final String[] CODES = {"A0001", "A0002", "A0003", "A0004", "A0005", "A0006"};

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
