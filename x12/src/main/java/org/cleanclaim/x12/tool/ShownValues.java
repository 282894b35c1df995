package org.cleanclaim.x12.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.Money;
import org.cleanclaim.x12.guide.GuideBook;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Values of a segment as a person reads them: amounts with cents, days as 2026-03-01, codes as
/// they are. A value that is not what its place asks for is shown as it stands.
final class ShownValues {
  private static final String AMOUNT = "782";
  private static final String DAY = "373";
  private static final String TIME = "337";
  private static final String PERIOD = "1251";
  private static final String BINARY = "785";
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern DAY_AND_TIME = Pattern.compile("\\d{12,14}");
  private static final Pattern TWO_DAYS = Pattern.compile("\\d{8}-\\d{8}");

  private final GuideBook guides;

  ShownValues(GuideBook guides) {
    this.guides = guides;
  }

  /// Every element that is filled in, behind its number.
  String of(Segment segment) {
    var shown = new StringBuilder();
    for (int i = 1; i <= segment.elementCount(); i++) {
      if (segment.isEmpty(i)) continue;
      shown.append("  ").append(i < 10 ? "0" : "").append(i).append(' ');
      element(segment, i, shown);
    }
    return printable(shown);
  }

  private void element(Segment segment, int position, StringBuilder shown) {
    String number = guides.elementNumber(segment.id(), position, 0);
    if (BINARY.equals(number)) {
      shown.append("(%,d bytes)".formatted(segment.length(position)));
      return;
    }
    String text = segment.element(position);
    String repetition = String.valueOf(segment.separators().repetition());
    String component = String.valueOf(segment.separators().component());
    String before = position > 1 ? segment.element(position - 1) : "";
    boolean isFirst = true;
    for (String value : text.split(Pattern.quote(repetition), -1)) {
      if (!isFirst) shown.append(repetition);
      isFirst = false;
      if (value.contains(component)) {
        components(segment.id(), position, value.split(Pattern.quote(component), -1), component)
            .forEach(shown::append);
      } else {
        shown.append(readable(value, number, before));
      }
    }
  }

  private List<String> components(String id, int position, String[] values, String separator) {
    var shown = new ArrayList<String>();
    for (int i = 0; i < values.length; i++) {
      if (i > 0) shown.add(separator);
      String number = guides.elementNumber(id, position, i + 1);
      shown.add(readable(values[i], number, i > 0 ? values[i - 1] : ""));
    }
    return shown;
  }

  private static String readable(String value, @Nullable String number, String before) {
    if (number == null) return value;
    return switch (number) {
      case AMOUNT -> amount(value);
      case DAY -> day(value);
      case TIME -> time(value);
      case PERIOD -> period(value, before);
      default -> value;
    };
  }

  static String amount(String value) {
    return Money.parse(value).map(m -> m.toBigDecimal().setScale(2).toPlainString()).orElse(value);
  }

  static String day(String value) {
    if (value.length() != 8 || !DIGITS.matcher(value).matches()) return value;
    return value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6);
  }

  static String time(String value) {
    if (value.length() < 4 || !DIGITS.matcher(value).matches()) return value;
    return value.substring(0, 2) + ":" + value.substring(2, 4);
  }

  // The qualifier before a period says its form.
  private static String period(String value, String form) {
    return switch (form) {
      case "D8" -> day(value);
      case "RD8" ->
          TWO_DAYS.matcher(value).matches()
              ? day(value.substring(0, 8)) + " to " + day(value.substring(9))
              : value;
      case "DT" ->
          DAY_AND_TIME.matcher(value).matches()
              ? day(value.substring(0, 8)) + " " + time(value.substring(8))
              : value;
      case "TM" -> time(value);
      default -> value;
    };
  }

  /// A file must not steer the terminal on which it is shown.
  private static String printable(StringBuilder text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) text.setCharAt(i, '?');
    }
    return text.toString();
  }
}
