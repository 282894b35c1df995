package org.cleanclaim.app.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// On no day may two policies of a patient have the same place in the order of payers: the one that
/// is asked first would be a matter of luck, and the other one never billed.
final class TakenPlaces {
  private TakenPlaces() {}

  /// @param changed policies as they would become
  /// @param all of the patient's policies as they are
  /// @throws CoverageRefusal when one of the others has a place of theirs on some of their days
  static void refuse(Collection<Coverage> changed, Collection<Coverage> all) {
    var ids = changed.stream().map(Coverage::id).toList();
    for (Coverage one : changed) {
      for (Coverage other : all) {
        if (ids.contains(other.id()) || !shareAPlace(one, other)) continue;
        throw new CoverageRefusal(
            "%s is %s on some of these days already (%s). End it first, choose another place, or name it in the order as well."
                .formatted(other.planName(), place(other), days(other)));
      }
    }
  }

  /// A sentence for each two policies that have one place on some same day, as after two records of
  /// one person were merged.
  static List<String> doubled(List<Coverage> all) {
    var sentences = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      for (Coverage other : all.subList(i + 1, all.size())) {
        Coverage one = all.get(i);
        if (!shareAPlace(one, other)) continue;
        sentences.add(
            "%s (%s) and %s (%s) are both %s on some same days, and only one is billed. Say who pays first, or withdraw the one that was entered twice."
                .formatted(one.planName(), days(one), other.planName(), days(other), place(one)));
      }
    }
    return sentences;
  }

  private static boolean shareAPlace(Coverage one, Coverage other) {
    return one.sequence() == other.sequence() && overlap(one, other);
  }

  private static boolean overlap(Coverage one, Coverage other) {
    var until = one.period().until();
    var otherUntil = other.period().until();
    return (otherUntil == null || one.period().from().isBefore(otherUntil))
        && (until == null || other.period().from().isBefore(until));
  }

  private static String place(Coverage coverage) {
    return coverage.sequence().name().toLowerCase(Locale.ROOT);
  }

  private static String days(Coverage coverage) {
    var until = coverage.period().until();
    return "from %s %s"
        .formatted(coverage.period().from(), until == null ? "on" : "to " + until.minusDays(1));
  }
}
