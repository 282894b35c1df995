package org.cleanclaim.grouping.hhs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The variables of the models: condition categories, drug categories, groups, ages, interactions.
/// Each has a place of its own, so that a member's values are an array.
final class Variables {
  static final String AGE = "AGE_LAST";
  static final String MONTHS = "ENROLDURATION";

  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> names = new ArrayList<>();

  int place(String name) {
    Integer known = places.putIfAbsent(name, names.size());
    if (known != null) return known;
    names.add(name);
    return names.size() - 1;
  }

  String name(int place) {
    return names.get(place);
  }

  int size() {
    return names.size();
  }

  /// The variable of a condition category: `HHS_HCC035_1` for 35_1.
  int ofCondition(String category) {
    return place("HHS_HCC" + padded(category, 3));
  }

  /// The variable of a drug category: `RXC_01` for 1.
  int ofDrugs(String category) {
    return place("RXC_" + padded(category, 2));
  }

  private static String padded(String category, int digits) {
    int end = category.indexOf('_') < 0 ? category.length() : category.indexOf('_');
    return "0".repeat(Math.max(0, digits - end)) + category;
  }
}
