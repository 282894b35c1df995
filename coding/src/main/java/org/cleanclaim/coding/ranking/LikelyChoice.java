package org.cleanclaim.coding.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/// From which likelihood on codes are listed as likely, so that the lists agree best with the
/// coders: by F1 of codes and F1 of categories, which count the same.
final class LikelyChoice {
  private LikelyChoice() {}

  /// A code that a note names.
  ///
  /// @param note its number
  /// @param permille the likelihood of the code
  /// @param isRight whether the coder gave it
  /// @param isOfRightCategory whether the coder gave it or another of its category
  record Guess(int note, String code, int permille, boolean isRight, boolean isOfRightCategory) {}

  private record ListedCategory(int note, String category) {}

  /// @param givenCodes how many codes the coders gave in all these notes
  /// @param givenCategories how many categories
  static int of(List<Guess> guesses, int givenCodes, int givenCategories) {
    var ordered = new ArrayList<Guess>(guesses);
    ordered.sort(Comparator.comparingInt((Guess guess) -> -guess.permille()));
    var listed = new HashSet<ListedCategory>();
    int right = 0;
    int rightCategories = 0;
    double best = 0;
    int likely = 1_000;
    for (int i = 0; i < ordered.size(); i++) {
      Guess guess = ordered.get(i);
      if (guess.isRight()) right++;
      boolean isNew = listed.add(new ListedCategory(guess.note(), guess.code().substring(0, 3)));
      if (isNew && guess.isOfRightCategory()) rightCategories++;
      if (i + 1 < ordered.size() && ordered.get(i + 1).permille() == guess.permille()) continue;
      double agreement =
          f1(right, i + 1, givenCodes) + f1(rightCategories, listed.size(), givenCategories);
      if (agreement > best) {
        best = agreement;
        likely = guess.permille();
      }
    }
    return likely;
  }

  private static double f1(int right, int listed, int given) {
    return 2.0 * right / (listed + given);
  }
}
