package org.cleanclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cleanclaim.edits.ClaimBuilder.SERVED;
import static org.cleanclaim.edits.ClaimBuilder.aClaim;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;
import org.junit.jupiter.api.Test;

/// A claim of a stream is looked at twice; together the looks say what one look says that knows all
/// other claims.
class TwoLooksTest {
  private static final Scrubber SCRUBBER = FeeScheduleSets.SCRUBBER;
  private static final List<String> CODES =
      List.of("99213", "20610", "27447", "87880", "10060", "11055");

  @Test
  void twoLooksSayWhatOneSays() {
    var random = new Random(20261128);
    for (int round = 0; round < 300; round++) {
      var claim = aClaim();
      for (int i = 0; i < 3; i++)
        claim.line(code(random), "1", random.nextInt(4) == 0 ? "24" : "RT");
      Claim built = claim.build();
      var others = new ArrayList<Claim>();
      for (int i = 0; i < random.nextInt(4); i++) {
        var day = SERVED.plusDays(random.nextInt(-20, 2));
        others.add(aClaim().numbered("H" + i).line(code(random), "1", "1", day).build());
      }
      var services = OtherServices.of(others);
      var known = Found.CONTEXT.withOtherServices(services);

      var first = SCRUBBER.firstLook(built, Found.CONTEXT);
      var second = SCRUBBER.secondLook(built, known);
      var told = keys(first.findings());
      told.addAll(keys(second));

      assertThat(told).as("round %d", round).containsAll(keys(SCRUBBER.scrub(built, known)));
      assertThat(keys(second)).noneMatch(keys(first.findings())::contains);
      if (!second.isEmpty()) {
        assertThat(first.isOpen() || SCRUBBER.isConcerned(built, services)).isTrue();
      }
    }
  }

  @Test
  void whatAnotherClaimMayAnswerWaitsForTheSecondLook() {
    var visit = aClaim().line("99213", "1", "24").build();
    var operation = aClaim().numbered("T2").line("27447", "1", "1", SERVED.minusDays(9)).build();
    var known = Found.CONTEXT.withOtherServices(OtherServices.of(List.of(operation)));

    var first = SCRUBBER.firstLook(visit, Found.CONTEXT);

    assertThat(first.findings()).isEmpty();
    assertThat(first.isOpen()).isTrue();
    assertThat(SCRUBBER.secondLook(visit, known)).isEmpty();
    assertThat(keys(SCRUBBER.secondLook(visit, Found.CONTEXT))).containsExactly("MOD-GLOBAL 1");
    assertThat(SCRUBBER.isConcerned(aClaim().line("99213", "1").build(), OtherServices.NONE))
        .isFalse();
  }

  private static String code(Random random) {
    return CODES.get(random.nextInt(CODES.size()));
  }

  private static Set<String> keys(List<Finding> findings) {
    var keys = new HashSet<String>();
    findings.forEach(f -> keys.add(f.rule() + " " + f.place().serviceLine()));
    return keys;
  }
}
