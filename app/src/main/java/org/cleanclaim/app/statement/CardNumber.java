package org.cleanclaim.app.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The number of a payment card, which is never kept (PCI DSS 3.3.1 and 3.5.1): 13 to 19 digits in
/// the ranges of card issuers, the last a check digit over the others (ISO/IEC 7812-1, Annex B:
/// Luhn). Digits of another length, or that do not check, are references of terminals and banks.
final class CardNumber {
  // Groups of digits with one space or hyphen between them.
  private static final Pattern DIGITS = Pattern.compile("[0-9]+(?:[ -][0-9]+)*");

  private static final int SHORTEST = 13;
  private static final int LONGEST = 19;

  private CardNumber() {}

  /// Refuses texts of a payment of which one holds the number of a card.
  ///
  /// @throws BillingRefusal when one does
  static void refuse(@Nullable String... texts) {
    for (String text : texts) {
      if (text != null && isIn(text)) {
        throw new BillingRefusal(
            "\"%s\" looks like a card number. Enter the terminal's reference; card numbers are never kept."
                .formatted(masked(text)));
      }
    }
  }

  static boolean isIn(String text) {
    return DIGITS
        .matcher(text)
        .results()
        .anyMatch(found -> isAmong(List.of(found.group().split("[ -]"))));
  }

  /// Whether some groups that follow each other are a card's number: an expiry date or a security
  /// code may stand around it.
  private static boolean isAmong(List<String> groups) {
    var starts = new ArrayList<StringBuilder>();
    for (String group : groups) {
      starts.add(new StringBuilder());
      for (StringBuilder number : starts) {
        if (number.length() <= LONGEST) number.append(group);
        if (isCard(number)) return true;
      }
    }
    return false;
  }

  private static boolean isCard(CharSequence digits) {
    return digits.length() >= SHORTEST
        && digits.length() <= LONGEST
        && isOfIssuer(digits)
        && isChecked(digits);
  }

  // Payment cards begin with 3 to 6, and those of one scheme with 2221 to 2720 too.
  private static boolean isOfIssuer(CharSequence digits) {
    int first = Integer.parseInt(digits.subSequence(0, 4).toString());
    return (first >= 3000 && first <= 6999) || (first >= 2221 && first <= 2720);
  }

  private static boolean isChecked(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  private static String masked(String text) {
    return text.replaceAll("[0-9]", "•");
  }
}
