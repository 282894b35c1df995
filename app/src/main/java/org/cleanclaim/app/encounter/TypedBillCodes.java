package org.cleanclaim.app.encounter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.kernel.claim.InformationCode;
import org.cleanclaim.kernel.claim.InformationCode.Kind;
import org.jspecify.annotations.Nullable;

/// Codes of a hospital bill as people type them, one a line: what it is, the code, then its days or
/// its amount: `occurrence 11 2026-03-01`, `value 80 3.00`, `condition 02`, `admitting R079`.
public final class TypedBillCodes {
  private static final Map<String, Kind> WORDS =
      Map.of(
          "admitting", Kind.ADMITTING_DIAGNOSIS,
          "reason", Kind.REASON_FOR_VISIT,
          "condition", Kind.CONDITION,
          "occurrence", Kind.OCCURRENCE,
          "span", Kind.OCCURRENCE_SPAN,
          "value", Kind.VALUE,
          "procedure", Kind.OTHER_PROCEDURE);

  private TypedBillCodes() {}

  /// @throws IllegalStateException with the line that cannot be read and what it should be
  public static List<InformationCode> read(String text) {
    var codes = new ArrayList<InformationCode>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) codes.add(read(line.strip(), number));
    }
    return codes;
  }

  private static InformationCode read(String line, int number) {
    var words = line.split("\\s+");
    Kind kind = WORDS.get(words[0].toLowerCase(Locale.ROOT));
    if (kind == null || words.length < 2) {
      throw unreadable(number, "it begins with one of " + known() + " and the code");
    }
    String code = words[1].replace(".", "").toUpperCase(Locale.ROOT);
    try {
      return switch (kind) {
        case VALUE -> code(kind, code, null, null, Money.of(word(words, 2, number)));
        case OCCURRENCE, OTHER_PROCEDURE ->
            code(kind, code, LocalDate.parse(word(words, 2, number)), null, null);
        case OCCURRENCE_SPAN ->
            code(
                kind,
                code,
                LocalDate.parse(word(words, 2, number)),
                LocalDate.parse(word(words, 3, number)),
                null);
        default -> code(kind, code, null, null, null);
      };
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      throw unreadable(number, "its day is written 2026-03-01, its amount 3.00");
    }
  }

  private static String word(String[] words, int at, int number) {
    if (at < words.length) return words[at];
    throw unreadable(number, "its day or amount is missing");
  }

  private static InformationCode code(
      Kind kind,
      String code,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      @Nullable Money amount) {
    return new InformationCode(kind, kind.list(), code, from, through, amount, null);
  }

  private static IllegalStateException unreadable(int number, String how) {
    return new IllegalStateException(
        "Line %d of the codes cannot be read: %s.".formatted(number, how));
  }

  private static String known() {
    return WORDS.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  /// As they would be typed.
  public static String written(List<InformationCode> codes) {
    var text = new StringBuilder();
    for (InformationCode code : codes) {
      WORDS.entrySet().stream()
          .filter(e -> e.getValue() == code.kind())
          .findFirst()
          .ifPresent(e -> {
            text.append(e.getKey()).append(' ').append(code.code());
            if (code.from() != null) text.append(' ').append(code.from());
            if (code.through() != null) text.append(' ').append(code.through());
            if (code.amount() != null) text.append(' ').append(code.amount());
            text.append('\n');
          });
    }
    return text.toString();
  }
}
