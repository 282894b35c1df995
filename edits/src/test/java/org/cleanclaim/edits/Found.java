package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.List;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.claim.Claim;

/// What one family of rules finds, in short: `DX-SEX`, and `2 MOD-25` on the second line.
final class Found {
  static final ScrubContext CONTEXT = ScrubContext.asOf(LocalDate.of(2026, 3, 10));

  private Found() {}

  static List<String> by(EditRule family, ClaimBuilder claim) {
    return by(family, claim, CONTEXT);
  }

  static List<String> by(EditRule family, ClaimBuilder claim, ScrubContext context) {
    return inShort(family.check(claim.build(), context));
  }

  static List<String> by(EditRule family, Claim claim, ScrubContext context) {
    return inShort(family.check(claim, context));
  }

  private static List<String> inShort(List<Finding> findings) {
    return findings.stream()
        .map(f -> {
          Integer line = f.place().serviceLine();
          return line == null ? f.rule().value() : line + " " + f.rule();
        })
        .toList();
  }
}
