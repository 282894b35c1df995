package org.cleanclaim.codesets.publication;

import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
import org.jspecify.annotations.Nullable;

/// A list of codes with their titles, in the publisher's order.
public record CodeList(List<Row> rows) implements Content {
  public CodeList {
    rows = List.copyOf(rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /// A code or a heading above codes.
  ///
  /// @param code as on claims, without dot: `E119`
  /// @param title the official long title, or our own words where the official ones are not free
  /// @param shortTitle empty where the publisher has none
  /// @param billable valid for submission; a heading such as `E11` is not
  /// @param parent the next broader code where the publisher says so; otherwise found by the code's
  ///   shape
  /// @param period days of service on which the code holds within the publication; null for all
  /// @param attributes the publisher's further columns by our name for them, empty ones left out
  public record Row(
      String code,
      String title,
      String shortTitle,
      boolean billable,
      @Nullable String parent,
      @Nullable EffectivePeriod period,
      Map<String, String> attributes) {
    public Row {
      attributes = Map.copyOf(attributes);
    }
  }
}
