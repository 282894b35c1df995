package org.cleanclaim.app.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How patients pay. A card is one that a terminal took: no number of it is kept.
public enum PayMethod {
  CARD,
  CHECK,
  CASH,
  TRANSFER,
  MONEY_ORDER;

  /// As it stands on receipts and in files.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// All of them, as they are chosen from.
  public static List<String> words() {
    return Arrays.stream(values()).map(PayMethod::word).toList();
  }

  /// @throws BillingRefusal for anything else
  static PayMethod of(String text) {
    String typed = text.strip().toLowerCase(Locale.ROOT);
    if (typed.isEmpty()) throw new BillingRefusal("Say how it was paid.");
    return Arrays.stream(values())
        .filter(m -> m.word().equals(typed))
        .findFirst()
        .orElseThrow(() ->
            new BillingRefusal(
                "\"%s\" is no way to pay: it is one of %s."
                    .formatted(text.strip(), String.join(", ", words()))));
  }
}
