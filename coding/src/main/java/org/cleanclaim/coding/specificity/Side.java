package org.cleanclaim.coding.specificity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A side of the body.
public enum Side {
  RIGHT,
  LEFT,
  BOTH,
  UNSPECIFIED;

  private static final Pattern SAYS_RIGHT = Pattern.compile("\\bright\\b");
  private static final Pattern SAYS_LEFT = Pattern.compile("\\bleft\\b");
  private static final Pattern SAYS_BOTH = Pattern.compile("\\b(?:bilateral|both)\\b");

  /// What a title or the words of a note say of the side.
  public static Side of(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    if (SAYS_BOTH.matcher(words).find()) return BOTH;
    boolean isRight = SAYS_RIGHT.matcher(words).find();
    boolean isLeft = SAYS_LEFT.matcher(words).find();
    if (isRight == isLeft) return isRight ? BOTH : UNSPECIFIED;
    return isRight ? RIGHT : LEFT;
  }

  /// What a stem of a note says; empty for every other word.
  static Optional<Side> ofStem(String stem) {
    return switch (stem) {
      case "right" -> Optional.of(RIGHT);
      case "left" -> Optional.of(LEFT);
      case "bilater" -> Optional.of(BOTH);
      default -> Optional.empty();
    };
  }

  /// Whether it is one side, and not the other one's.
  public boolean isOne() {
    return this == RIGHT || this == LEFT;
  }

  /// The other one of a pair; both and unspecified have none and stay.
  public Side opposite() {
    return switch (this) {
      case RIGHT -> LEFT;
      case LEFT -> RIGHT;
      case BOTH, UNSPECIFIED -> this;
    };
  }

  public boolean isOpposite(Side other) {
    return isOne() && other.isOne() && this != other;
  }
}
