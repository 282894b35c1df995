package org.cleanclaim.kernel;

import org.jspecify.annotations.Nullable;

/// Where in a claim, chart or file a [Finding] points.
///
/// @param serviceLine 1-based line number of the claim, or null for the whole claim
/// @param field the field in the words of the screen, for example `"Member id"`
/// @param loop X12 loop such as `2010BA`, when known
/// @param segment segment id with its number in the file such as `NM1 (17)`, when read from a file
/// @param byteOffset offset of the segment in the file, when read from a file
public record Place(
    @Nullable Integer serviceLine,
    @Nullable String field,
    @Nullable String loop,
    @Nullable String segment,
    @Nullable Long byteOffset) {

  public static final Place WHOLE = new Place(null, null, null, null, null);

  public static Place field(String field) {
    return new Place(null, field, null, null, null);
  }

  public static Place line(int serviceLine, String field) {
    return new Place(serviceLine, field, null, null, null);
  }

  public static Place segment(@Nullable String loop, String segment, long byteOffset) {
    return new Place(null, null, loop, segment, byteOffset);
  }

  /// The place in words: `line 2, Modifier` or `loop 2300, CLM (12), byte 845`.
  public String inWords() {
    var words = new StringBuilder();
    if (serviceLine != null) append(words, "line " + serviceLine);
    if (field != null) append(words, field);
    if (loop != null) append(words, "loop " + loop);
    if (segment != null) append(words, segment);
    if (byteOffset != null) append(words, "byte " + byteOffset);
    return words.isEmpty() ? "whole claim" : words.toString();
  }

  private static void append(StringBuilder words, String part) {
    if (!words.isEmpty()) words.append(", ");
    words.append(part);
  }
}
