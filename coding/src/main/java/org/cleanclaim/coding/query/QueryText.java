package org.cleanclaim.coding.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query says.
///
/// @param purpose what a yes or no query is about; null for the other kinds
/// @param subject its title in a list
/// @param options what the provider may choose, in the order shown; none for an open query
/// @param indicators what it quotes of the record
public record QueryText(
    QueryKind kind,
    @Nullable YesNoPurpose purpose,
    String subject,
    String question,
    List<QueryOption> options,
    List<QueryIndicator> indicators) {
  public QueryText {
    options = List.copyOf(options);
    indicators = List.copyOf(indicators);
  }

  @Override
  public String toString() {
    return "QueryText[" + kind + "]";
  }
}
