package org.cleanclaim.app.coverage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a payer did not answer a question about a person (AAA of a 271 or 278), in words.
///
/// @param code AAA03, source 901
/// @param remedy what to do
/// @param followUp what the payer itself says to do (AAA04)
public record PayerRefusal(String code, String words, String remedy, String followUp) {
  private static final Map<String, List<String>> WORDS = CodeWords.read("rejections.tsv");

  /// The refusal of a reason and a follow-up code. One that no table knows keeps its code.
  public static PayerRefusal of(String reasonCode, @Nullable String followUpCode) {
    var row = WORDS.getOrDefault(reasonCode, List.of(reasonCode, "", ""));
    String words = row.get(1);
    return new PayerRefusal(
        reasonCode,
        words.isEmpty() ? "The payer refuses with reason " + reasonCode : words,
        words.isEmpty() ? "Ask the payer what it means" : row.get(2),
        followUp(followUpCode));
  }

  private static String followUp(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "C" -> "correct it and ask again";
      case "N" -> "do not ask again";
      case "P" -> "ask again as it is";
      case "R" -> "asking again is allowed";
      case "S" -> "do not ask again, it was passed on";
      case "W" -> "wait 30 days and ask again";
      case "X" -> "wait 10 days and ask again";
      case "Y" -> "do not ask again, it is held and will be answered";
      default -> "";
    };
  }

  /// In one sentence.
  public String sentence() {
    return "%s (%s). %s.".formatted(words, code, remedy);
  }
}
