package org.cleanclaim.app.authorization;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.kernel.code.ProcedureCode;

/// Procedure codes from a first to a last one; one code when they are the same.
public record ServiceRange(String first, String last) {
  private static final Pattern WORD = Pattern.compile("([0-9A-Z]{5})(?:-([0-9A-Z]{5}))?");

  /// `97110` or `97110-97150`; empty when it is neither.
  public static Optional<ServiceRange> of(String word) {
    var found = WORD.matcher(word);
    if (!found.matches()) return Optional.empty();
    String last = found.group(2) == null ? found.group(1) : found.group(2);
    if (last.compareTo(found.group(1)) < 0) return Optional.empty();
    return Optional.of(new ServiceRange(found.group(1), last));
  }

  public boolean contains(ProcedureCode code) {
    return code.value().compareTo(first) >= 0 && code.value().compareTo(last) <= 0;
  }

  boolean overlaps(ServiceRange other) {
    return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
  }

  @Override
  public String toString() {
    return first.equals(last) ? first : first + "-" + last;
  }
}
