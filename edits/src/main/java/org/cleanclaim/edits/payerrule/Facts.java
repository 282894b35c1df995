package org.cleanclaim.edits.payerrule;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.claim.Claim;
import org.cleanclaim.kernel.claim.ServiceLine;
import org.jspecify.annotations.Nullable;

/// A claim, or one line of it, as conditions ask it: each field is read once, however many rules
/// want it. For one thread.
public final class Facts {
  private final Claim claim;
  private final @Nullable ServiceLine line;
  private final LocalDate day;
  private final @Nullable Facts whole;
  private final Map<ClaimField, List<String>> read = new EnumMap<>(ClaimField.class);
  private final List<Facts> lines;

  private Facts(Claim claim, @Nullable ServiceLine line, LocalDate day, @Nullable Facts whole) {
    this.claim = claim;
    this.line = line;
    this.day = day;
    this.whole = whole;
    this.lines =
        whole == null
            ? claim.lines().stream().map(each -> new Facts(claim, each, day, this)).toList()
            : List.of();
  }

  /// The facts of a claim.
  ///
  /// @param day the day on which the claim is judged
  public static Facts of(Claim claim, LocalDate day) {
    return new Facts(claim, null, day, null);
  }

  /// The facts of each line of the claim.
  List<Facts> lines() {
    return whole == null ? lines : whole.lines;
  }

  /// The line that is looked at; null when the claim as a whole is.
  @Nullable ServiceLine line() {
    return line;
  }

  /// All values of a field; none when the claim does not say, or when a field of lines is asked of
  /// the claim as a whole.
  List<String> values(ClaimField field) {
    if (whole != null && !field.isOfLine()) return whole.values(field);
    List<String> known = read.get(field);
    if (known == null) {
      known = field.read(claim, line, day);
      read.put(field, known);
    }
    return known;
  }
}
