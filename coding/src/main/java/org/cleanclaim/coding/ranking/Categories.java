package org.cleanclaim.coding.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How often the classification's wordings are right for any code of a category, for codes that
/// were seldom or never met: coders who code one tumor by its site code the next one so.
final class Categories {
  private static final int DOCUMENTS = 4;

  private final Tally allWordings;
  private final Map<String, Tally> wordings = new HashMap<>();

  Categories(Learned learned) {
    this.allWordings = learned.allWordings();
    learned.wordings().forEach((code, tally) -> wordings.merge(of(code), tally, Tally::plus));
  }

  /// The category of a code.
  static String of(String code) {
    return code.substring(0, 3);
  }

  /// @param stated the codes that the note states
  /// @param given the codes of its coder, where the note is not to count for itself; else null
  double share(String code, List<String> stated, @Nullable Set<String> given) {
    Tally others = wordings.getOrDefault(of(code), Tally.NONE);
    if (given != null) {
      for (String each : stated) {
        if (of(each).equals(of(code))) others = others.without(true, given.contains(each));
      }
    }
    return others.share(allWordings.share(0.5, 1), DOCUMENTS);
  }
}
