package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.cleanclaim.codesets.publication.CodePairs;
import org.cleanclaim.edits.ncci.AddOn;
import org.cleanclaim.edits.ncci.AddOns;
import org.cleanclaim.edits.ncci.NcciTables;
import org.cleanclaim.edits.ncci.ServiceKind;
import org.cleanclaim.edits.ncci.UnitLimit;
import org.cleanclaim.edits.ncci.UnitLimits;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.junit.jupiter.api.Test;

/// Over how many claims a day's lines are billed, and in which order the claims come, makes no
/// difference to pairs, unit limits and add-on codes.
class SplitClaimsTest {
  private static final String[] CODES = {"A0001", "A0002", "A0003", "A0004", "A0005"};
  private static final String[] MODIFIERS = {"59", "25", "RT", "76", "55"};

  /// A line with a charge of its own, by which it is known again.
  private record Billed(String code, String units, LocalDate day, String modifier, int charge) {}

  @Test
  void splittingADayOverClaimsChangesNothing() {
    var random = new Random(20261128);
    for (int round = 0; round < 1_000; round++) {
      var rules = new NcciRules(tables(random), MedicareEdits.USUAL);
      var lines = new ArrayList<Billed>();
      for (int i = random.nextInt(2, 8); i > 0; i--) lines.add(line(random, i));
      int cut = random.nextInt(1, lines.size());
      var first = lines.subList(0, cut);
      var second = lines.subList(cut, lines.size());

      var together = told(rules, List.of(lines));
      assertThat(told(rules, List.of(first, second))).as("round %d", round).isEqualTo(together);
      assertThat(told(rules, List.of(second, first))).as("round %d", round).isEqualTo(together);
    }
  }

  /// What is told of all claims. Units of a day are told on one of its lines: of that day.
  private static Set<String> told(NcciRules rules, List<List<Billed>> parts) {
    var claims = new ArrayList<Claim>();
    for (int i = 0; i < parts.size(); i++) claims.add(claim("T" + i, parts.get(i)));
    var told = new TreeSet<String>();
    for (int i = 0; i < claims.size(); i++) {
      var others = new ArrayList<>(claims);
      others.remove(i);
      for (Finding f : rules.check(claims.get(i), Found.CONTEXT.withHistory(others))) {
        Billed line = parts.get(i).get(f.place().serviceLine() - 1);
        boolean isOfDay = f.rule().equals(Rule.MUE.id()) && f.message().contains("a day takes");
        told.add(f.rule() + " " + (isOfDay ? line.code() + line.day() : line.charge()));
      }
    }
    return told;
  }

  private static Claim claim(String number, List<Billed> lines) {
    var claim = aClaim().numbered(number);
    for (Billed line : lines) {
      String[] modifiers = line.modifier() == null ? new String[0] : new String[] {line.modifier()};
      claim.line(line.code(), line.charge() + ".00", line.units(), line.day(), modifiers);
    }
    return claim.build();
  }

  private static Billed line(Random random, int charge) {
    return new Billed(
        CODES[random.nextInt(CODES.length)],
        Integer.toString(random.nextInt(1, 4)),
        SERVED.plusDays(random.nextInt(2)),
        random.nextInt(3) == 0 ? MODIFIERS[random.nextInt(MODIFIERS.length)] : null,
        charge);
  }

  private static NcciTables tables(Random random) {
    var pairs = new CodePairs.Builder();
    for (int i = 0; i < 4; i++) {
      int first = random.nextInt(CODES.length);
      int second = (first + 1 + random.nextInt(CODES.length - 1)) % CODES.length;
      pairs.add(
          CODES[first], CODES[second], CodePairs.OPEN, CodePairs.OPEN, random.nextInt(2), "test");
    }
    var limit =
        new UnitLimit(
            java.math.BigDecimal.valueOf(random.nextInt(1, 5)),
            UnitLimit.Indicator.of(random.nextInt(1, 4)),
            "test");
    var primary = new AddOn.Primary(CODES[1], Long.MIN_VALUE, Long.MAX_VALUE);
    return NcciTables.of(
        ServiceKind.PRACTITIONER,
        pairs.build(),
        new UnitLimits(Map.of(CODES[random.nextInt(CODES.length)], limit)),
        new AddOns(Map.of(CODES[0], new AddOn(AddOn.Type.LISTED, List.of(primary)))));
  }
}
