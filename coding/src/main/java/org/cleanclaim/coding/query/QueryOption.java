package org.cleanclaim.coding.query;

import java.util.List;

/// One answer that a query offers.
///
/// @param supportedBy numbers of the indicators that make it a clinical possibility, counted from
///   1; none for *other*, *unable to determine*, *yes* and *no*
public record QueryOption(String text, List<Integer> supportedBy) {
  public static final QueryOption OTHER = new QueryOption("Other (please state)", List.of());
  public static final QueryOption UNDETERMINED =
      new QueryOption("Unable to determine clinically", List.of());
  public static final QueryOption YES = new QueryOption("Yes", List.of());
  public static final QueryOption NO = new QueryOption("No", List.of());

  public QueryOption {
    supportedBy = List.copyOf(supportedBy);
  }

  /// Whether it leaves the answer to words of the provider's own.
  public boolean isOther() {
    return QueryWording.says(QueryWording.OTHER, text);
  }

  /// Whether it says that the matter cannot be decided.
  public boolean isUndetermined() {
    return QueryWording.says(QueryWording.UNDETERMINED, text);
  }

  /// Whether it says no.
  public boolean isNo() {
    return text.strip().equalsIgnoreCase(NO.text());
  }

  /// Whether it names something clinical, and so needs support.
  public boolean isClinical() {
    return !isOther() && !isUndetermined() && !text.strip().equalsIgnoreCase(YES.text()) && !isNo();
  }
}
