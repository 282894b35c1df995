package org.cleanclaim.edits;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cleanclaim.edits.payerrule.PastClaim;
import org.cleanclaim.edits.payerrule.Replay.Played;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.claim.Claim;
import org.jspecify.annotations.Nullable;

/// Another version of the publishers' tables beside the one in use, for a replay over past claims:
/// what it would say that the present one does not, and the reverse. Each claim is judged by itself
/// on the day on which it was submitted.
public final class NewTables {
  /// What a finding is about, whatever its words.
  private record Said(RuleId rule, Place place) {}

  private final Scrubber present;
  private final Scrubber coming;
  private final @Nullable LocalDate begin;

  private NewTables(Scrubber present, Scrubber coming, @Nullable LocalDate begin) {
    this.present = present;
    this.coming = coming;
    this.begin = begin;
  }

  /// Compares both versions on the days on which the claims were served.
  ///
  /// @param present judges by the tables in use
  /// @param coming judges by the version that is tried
  public static NewTables on(Scrubber present, Scrubber coming) {
    return new NewTables(present, coming, null);
  }

  /// Compares both versions on claims that are moved to the day on which the new one begins: those
  /// served before it are played as if they had been served from then on.
  ///
  /// @param begin the first day of service of the version that is tried
  public static NewTables from(Scrubber present, Scrubber coming, LocalDate begin) {
    return new NewTables(present, coming, begin);
  }

  /// What only the new version says.
  public Played added(PastClaim past) {
    return difference(coming, present, past);
  }

  /// What the new version says no longer.
  public Played dropped(PastClaim past) {
    return difference(present, coming, past);
  }

  private Played difference(Scrubber one, Scrubber other, PastClaim past) {
    LocalDate day = past.judgedOn().orElse(null);
    if (day == null) return Played.NOTHING;
    Claim claim = past.claim();
    if (begin != null) {
      day = day.plusDays(MovedClaim.daysTo(claim, begin));
      claim = MovedClaim.servedFrom(claim, begin);
    }
    var context = ScrubContext.asOf(day);
    var known = new HashSet<Said>();
    other.scrub(claim, context).forEach(f -> known.add(new Said(f.rule(), f.place())));
    var only =
        one.scrub(claim, context).stream()
            .filter(f -> !known.contains(new Said(f.rule(), f.place())))
            .toList();
    return new Played(only, List.of(), Set.of());
  }
}
