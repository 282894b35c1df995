package org.cleanclaim.app.claim;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What payers ask for by LOINC codes (STC01-2 with the list LOI in 005010X213), in words of our
/// own.
public final class AskedDocument {
  /// The list of a status code that is a LOINC code (STC01-4).
  public static final String LIST = "LOI";

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("11488-4", "consultation note"),
          Map.entry("11502-2", "laboratory report"),
          Map.entry("11503-0", "medical records"),
          Map.entry("11504-8", "operative note"),
          Map.entry("11506-3", "progress note"),
          Map.entry("11526-1", "pathology report"),
          Map.entry("18748-4", "imaging report"),
          Map.entry("18761-7", "transfer summary"),
          Map.entry("18776-5", "plan of treatment"),
          Map.entry("18842-5", "discharge summary"),
          Map.entry("28570-0", "procedure note"),
          Map.entry("34111-5", "emergency department note"),
          Map.entry("34117-2", "history and physical"),
          Map.entry("34133-9", "summary of the episode"),
          Map.entry("34746-8", "nursing note"),
          Map.entry("57133-1", "referral note"));

  private AskedDocument() {}

  /// `discharge summary`; a code without words stands for itself.
  public static String inWords(String loinc) {
    return WORDS.getOrDefault(loinc, "LOINC " + loinc);
  }

  /// What a request was made with, where it names documents: `discharge summary, R4:18842-5`.
  ///
  /// @param codes with blanks between, each a code or a category and a code with a colon between
  static String named(String codes) {
    String words =
        Arrays.stream(codes.split(" "))
            .map(AskedDocument::word)
            .filter(word -> word != null)
            .collect(Collectors.joining(", "));
    return words.isEmpty() ? codes : words + ", " + codes;
  }

  private static @Nullable String word(String code) {
    return WORDS.get(code.substring(code.indexOf(':') + 1));
  }
}
