package org.cleanclaim.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Codes that a term or category is about: single codes and ranges such as `99381-99397`.
public record CodeScope(List<Range> ranges) {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4,5}");
  private static final Pattern DRG = Pattern.compile("[0-9]{3}");

  /// Both ends belong to it; codes are of one length.
  public record Range(String from, String through) {
    boolean contains(String code) {
      return code.length() == from.length()
          && code.compareTo(from) >= 0
          && code.compareTo(through) <= 0;
    }
  }

  public CodeScope {
    ranges = List.copyOf(ranges);
  }

  /// Reads codes and ranges; empty when one of them is neither.
  public static Optional<CodeScope> parse(List<String> texts) {
    return parse(texts, CODE);
  }

  /// Reads DRGs and ranges of them such as `190-195`; leading zeros may be left out.
  public static Optional<CodeScope> drgs(List<String> texts) {
    return parse(texts.stream().map(CodeScope::padded).toList(), DRG);
  }

  private static String padded(String text) {
    return Pattern.compile("[0-9]+")
        .matcher(text)
        .replaceAll(
            number -> "0".repeat(Math.max(0, 3 - number.group().length())) + number.group());
  }

  private static Optional<CodeScope> parse(List<String> texts, Pattern code) {
    var ranges = new ArrayList<Range>();
    for (String text : texts) {
      String[] ends = text.strip().split("-", 2);
      String from = ends[0].strip();
      String through = ends[ends.length - 1].strip();
      if (!code.matcher(from).matches()
          || !code.matcher(through).matches()
          || from.length() != through.length()
          || from.compareTo(through) > 0) {
        return Optional.empty();
      }
      ranges.add(new Range(from, through));
    }
    return Optional.of(new CodeScope(ranges));
  }

  public boolean contains(String code) {
    for (Range range : ranges) {
      if (range.contains(code)) return true;
    }
    return false;
  }
}
