package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanclaim.kernel.party.Sex;
import org.jspecify.annotations.Nullable;

/// The coefficients of one segment, laid out for quick use.
final class SegmentCoefficients {
  /// From this number of conditions on the models count no further.
  static final int MOST_COUNTED = 10;

  private final Map<String, Coefficient> named;
  private final @Nullable Coefficient[] ofCategory;
  private final @Nullable Coefficient[] ofCount = new Coefficient[MOST_COUNTED + 1];
  private final @Nullable Coefficient[] ofWomen = new Coefficient[Member.OLDEST_YEARS + 1];
  private final @Nullable Coefficient[] ofMen = new Coefficient[Member.OLDEST_YEARS + 1];
  private final List<Weighed> interactions = new ArrayList<>();

  /// An interaction with what it adds in the segment.
  record Weighed(Interaction interaction, Coefficient coefficient) {}

  /// @param named by name in small letters, without the segment
  SegmentCoefficients(
      Map<String, Coefficient> named, Map<Integer, String> labels, List<Interaction> interactions) {
    this.named = Map.copyOf(named);
    this.ofCategory = new Coefficient[RiskTables.CATEGORIES];
    for (int category = 0; category < ofCategory.length; category++) {
      Coefficient found = named.get("hcc" + category);
      if (found == null) continue;
      ofCategory[category] =
          new Coefficient(
              found.name(), labels.getOrDefault(category, found.label()), found.thousandths());
    }
    for (int count = 1; count <= MOST_COUNTED; count++) {
      ofCount[count] = named.get(count == MOST_COUNTED ? "d10p" : "d" + count);
    }
    for (int age = 0; age <= Member.OLDEST_YEARS; age++) {
      ofWomen[age] = named.get("f" + AgeBands.continuing(age));
      ofMen[age] = named.get("m" + AgeBands.continuing(age));
    }
    for (Interaction interaction : interactions) {
      Coefficient found = named.get(interaction.name().toLowerCase(Locale.ROOT));
      if (found != null) this.interactions.add(new Weighed(interaction, found));
    }
  }

  @Nullable Coefficient named(String name) {
    return named.get(name);
  }

  /// What sex and age add for who is not new.
  @Nullable Coefficient ofAge(Sex sex, int ageYears) {
    return sex == Sex.FEMALE ? ofWomen[ageYears] : ofMen[ageYears];
  }

  @Nullable Coefficient ofCategory(int category) {
    return ofCategory[category];
  }

  /// What a number of conditions adds by itself.
  @Nullable Coefficient ofCount(int conditions) {
    return ofCount[Math.min(conditions, MOST_COUNTED)];
  }

  List<Weighed> interactions() {
    return interactions;
  }
}
