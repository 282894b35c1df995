package org.cleanclaim.coding.ranking;

import java.util.HashMap;
import java.util.Map;

/// From which likelihood on each code of a note is listed. Where several codes of a category are
/// named and none is sure, the category may be: its best code counts with the likelihood that any
/// of them is given, the others with their own.
final class CategoryLikelihood {
  private final Map<String, Category> categories = new HashMap<>();

  private record Category(String best, double likelihood, double none) {
    Category with(String code, double other) {
      double left = none * (1 - other);
      return other > likelihood
          ? new Category(code, other, left)
          : new Category(best, likelihood, left);
    }
  }

  /// Takes a code of the note in.
  void add(String code, double likelihood) {
    categories.merge(
        Categories.of(code),
        new Category(code, likelihood, 1 - likelihood),
        (known, one) -> known.with(code, likelihood));
  }

  /// In thousandths.
  ///
  /// @param likelihood of the code itself
  int permille(String code, double likelihood) {
    Category category = categories.get(Categories.of(code));
    double counted =
        category != null && category.best().equals(code) ? 1 - category.none() : likelihood;
    return (int) Math.round(1_000 * counted);
  }
}
