package org.cleanclaim.codesets.publication;

import java.util.List;

/// Which class of patients a code is for: one sex, or a span of ages.
public record CodeClasses(List<Row> rows) implements Content {
  public CodeClasses {
    rows = List.copyOf(rows);
  }

  @Override
  public int size() {
    return rows.size();
  }

  /// A code and its class.
  ///
  /// @param code without dot
  /// @param kind `F` or `M`; or years of age, both included: `9-64`
  public record Row(String code, String kind) {}
}
