package org.cleanclaim.app.user;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which passwords are taken. Length counts and no mixture of characters is asked for, as NIST SP
/// 800-63B-4 section 3.1.1.2 has it: at least 15 characters where the password is all that signs
/// in, none that is easily guessed.
public final class PasswordRule {
  /// NIST SP 800-63B-4, 3.1.1.2, for a password without a second factor.
  public static final int SHORTEST = 15;

  /// What the hash (bcrypt) takes in; what is longer would not count.
  private static final int MOST_BYTES = 72;

  /// Fewer different characters than this are a pattern.
  private static final int FEWEST_DIFFERENT = 6;

  private static final Set<String> GUESSED =
      Set.of(
          "password",
          "passwort",
          "qwerty",
          "letmein",
          "welcome",
          "iloveyou",
          "cleanclaim",
          "administrator",
          "changeme");

  private static final String ROWS =
      "abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 01234567890";
  private static final int LONGEST_ROW = 6;

  private PasswordRule() {}

  /// Why a password is not taken, in a sentence; empty when it is.
  public static Optional<String> refusal(String password, String userName, String displayName) {
    if (password.length() < SHORTEST) {
      return Optional.of(
          "A password has at least %d characters. Some words in a row are easy to remember."
              .formatted(SHORTEST));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("A password has at most %d bytes.".formatted(MOST_BYTES));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.contains(userName) || names(lower, displayName)) {
      return Optional.of("The password contains the user's name. Choose other words.");
    }
    String rest = lower;
    for (String word : GUESSED) rest = rest.replace(word, "");
    boolean isGuessed =
        rest.chars().filter(Character::isLetter).count() < FEWEST_DIFFERENT && !rest.equals(lower);
    if (isGuessed || rest.chars().distinct().count() < FEWEST_DIFFERENT || hasRow(lower)) {
      return Optional.of(
          "The password is easily guessed. Choose some words that do not belong together.");
    }
    return Optional.empty();
  }

  private static boolean names(String password, String displayName) {
    for (String name : displayName.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (name.length() > 3 && password.contains(name)) return true;
    }
    return false;
  }

  /// A stretch of the alphabet, the keyboard or the digits, forward or backward.
  private static boolean hasRow(String password) {
    String backward = new StringBuilder(ROWS).reverse().toString();
    for (int i = 0; i + LONGEST_ROW <= password.length(); i++) {
      String part = password.substring(i, i + LONGEST_ROW);
      if (ROWS.contains(part) || backward.contains(part)) return true;
    }
    return false;
  }
}
