package org.cleanclaim.codesets.book;

import java.util.List;
import org.cleanclaim.codesets.publication.PublicationKind;

/// Where a reference of a book leads.
public sealed interface Destination {

  /// To a line of the same book.
  ///
  /// @param choose what is still to be picked below it: `by site`; else empty
  record At(Place place, String choose) implements Destination {}

  /// To the nearest line that the book has; the last words have no line of their own.
  record Near(Place place, String missing) implements Destination {}

  /// To codes, categories or tables themselves.
  ///
  /// @param codes without dots; a range such as `N00-N07` as printed
  record Codes(List<String> codes) implements Destination {
    public Codes {
      codes = List.copyOf(codes);
    }
  }

  /// To another book.
  ///
  /// @param words the line to look for there; may be empty
  record Table(PublicationKind table, String words) implements Destination {}

  /// To a value that is chosen in the tables of ICD-10-PCS: a body part, a device.
  record Value(String text) implements Destination {}

  /// To the name of the condition, which the book cannot know: `see condition`.
  record Condition() implements Destination {}

  /// Nowhere: the book has no such main term.
  record Unknown(String reason) implements Destination {}
}
