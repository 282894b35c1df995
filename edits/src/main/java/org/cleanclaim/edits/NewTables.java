package org.cleanclaim.edits;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.edits.payerrule.Replay.Played;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.claim.Claim;

/// Another version of the publishers' tables beside the one in use, for a replay over past claims:
/// what it would say that the present one does not, and the reverse. Each claim is judged on its
/// last day of service, by itself.
public final class NewTables {
  /// What a finding is about, whatever its words.
  private record Said(RuleId rule, Place place) {}

  private final Scrubber present;
  private final Scrubber coming;

  /// @param present judges by the tables in use
  /// @param coming judges by the version that is tried
  public NewTables(Scrubber present, Scrubber coming) {
    this.present = present;
    this.coming = coming;
  }

  /// What only the new version says.
  public Played added(Claim claim) {
    return difference(coming, present, claim);
  }

  /// What the new version says no longer.
  public Played dropped(Claim claim) {
    return difference(present, coming, claim);
  }

  private static Played difference(Scrubber one, Scrubber other, Claim claim) {
    var day = claim.servedThrough();
    if (day.isEmpty()) return new Played(List.of(), Set.of());
    var context = ScrubContext.asOf(day.get());
    var known = new HashSet<Said>();
    other.scrub(claim, context).forEach(f -> known.add(new Said(f.rule(), f.place())));
    var only =
        one.scrub(claim, context).stream()
            .filter(f -> !known.contains(new Said(f.rule(), f.place())))
            .toList();
    return new Played(only, Set.of());
  }
}
