package org.cleanclaim.x12;

/// A functional group (GS): transaction sets of one kind.
///
/// @param functionalId GS01: HC claims, HP remittances, HS and HB eligibility, FA 999, HN claim
///   status
/// @param version GS08, for example 005010X222A1
public record Group(
    String functionalId, String sender, String receiver, String controlNumber, String version) {

  /// Whether kind and control number have the shape that a 999 has to repeat.
  boolean isAcknowledgeable() {
    return functionalId.matches("[A-Z0-9]{2}") && controlNumber.matches("[0-9]{1,9}");
  }
}
