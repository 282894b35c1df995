package org.cleanclaim.coding.specificity;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;

/// One condition on both sides of the body (Official Guidelines, section I.B.13). Its code may
/// stand apart from those of one side, as M17.0 from M17.1-.
public final class BothSides {
  private static final int CATEGORY = 3;
  private static final Set<String> OF_SIDE =
      Set.of("", "unilateral", "bilateral", "right", "left", "both", "of", "and", "the");

  private BothSides() {}

  /// Whether two titles name the same condition, whatever they say of the side.
  public static boolean areOfOneCondition(String title, String other) {
    return words(title).equals(words(other));
  }

  /// The billable code for both sides of what a code says of one; empty where the list has none.
  public static Optional<CodeEntry> of(Edition codes, LocalDate day, CodeEntry one) {
    return codes.books().family().sides(one.code()).stream()
        .filter(sibling -> Side.of(sibling.title()) == Side.BOTH)
        .flatMap(sibling -> codes.find(sibling.id()).stream())
        .filter(both -> codes.isBillable(both.code(), day))
        .findFirst()
        .or(() ->
            IntStream.of(codes.codes().beginningWith(one.code().substring(0, CATEGORY)))
                .mapToObj(codes::entry)
                .filter(both -> Side.of(both.title()) == Side.BOTH)
                .filter(both -> areOfOneCondition(both.title(), one.title()))
                .filter(both -> codes.isBillable(both.code(), day))
                .findFirst());
  }

  private static Set<String> words(String title) {
    var words = new HashSet<>(List.of(title.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")));
    words.removeAll(OF_SIDE);
    return words;
  }
}
