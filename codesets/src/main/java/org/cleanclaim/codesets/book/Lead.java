package org.cleanclaim.codesets.book;

/// A line of a book that leads to a code.
///
/// @param code as printed, with the dash of an incomplete code: `H9329-`
/// @param role how the line names it
public record Lead(Place place, String code, Role role) {

  /// How a line names a code.
  public enum Role {
    /// The code to be reported, or a beginning of it.
    CODE,
    /// The code in brackets, reported after the one before it (Official Guidelines, section I.A.7).
    MANIFESTATION,
    /// A code that is attached to a reference.
    REFERENCE
  }
}
