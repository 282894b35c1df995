package org.cleanclaim.kernel;

import org.jspecify.annotations.Nullable;

/// Where in a claim, chart or file a [Finding] points.
///
/// @param serviceLine 1-based line number of the claim, or null for the whole claim
/// @param field the field in the words of the screen, for example `"Member id"`
/// @param loop X12 loop such as `2010BA`, when known
/// @param segment segment id with its number in the file such as `NM1 (17)`, when read from a file
/// @param byteOffset offset of the segment in the file, when read from a file
/// @param code the code of a chart, with its dot, when one is meant
/// @param words the words of a document, when some are meant
public record Place(
    @Nullable Integer serviceLine,
    @Nullable String field,
    @Nullable String loop,
    @Nullable String segment,
    @Nullable Long byteOffset,
    @Nullable String code,
    @Nullable TextSpan words) {

  public static final Place WHOLE = new Place(null, null, null, null, null);

  /// A place in a claim or file.
  public Place(
      @Nullable Integer serviceLine,
      @Nullable String field,
      @Nullable String loop,
      @Nullable String segment,
      @Nullable Long byteOffset) {
    this(serviceLine, field, loop, segment, byteOffset, null, null);
  }

  public static Place field(String field) {
    return new Place(null, field, null, null, null);
  }

  public static Place line(int serviceLine, String field) {
    return new Place(serviceLine, field, null, null, null);
  }

  public static Place segment(@Nullable String loop, String segment, long byteOffset) {
    return new Place(null, null, loop, segment, byteOffset);
  }

  /// A code of a chart.
  ///
  /// @param field what the code is: `Diagnosis 2`
  /// @param code with its dot
  public static Place code(String field, String code) {
    return new Place(null, field, null, null, null, code, null);
  }

  /// The same place with words of a document that it rests on.
  public Place at(TextSpan span) {
    return new Place(serviceLine, field, loop, segment, byteOffset, code, span);
  }

  /// The place in words: `line 2, Modifier` or `loop 2300, CLM (12), byte 845`.
  public String inWords() {
    var text = new StringBuilder();
    if (serviceLine != null) append(text, "line " + serviceLine);
    if (field != null) append(text, field);
    if (code != null) append(text, code);
    if (loop != null) append(text, "loop " + loop);
    if (segment != null) append(text, segment);
    if (byteOffset != null) append(text, "byte " + byteOffset);
    if (words != null) append(text, words.inWords());
    return text.isEmpty() ? "whole claim" : text.toString();
  }

  private static void append(StringBuilder words, String part) {
    if (!words.isEmpty()) words.append(", ");
    words.append(part);
  }
}
