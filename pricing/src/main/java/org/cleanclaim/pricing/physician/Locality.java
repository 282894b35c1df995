package org.cleanclaim.pricing.physician;

/// A payment locality: the contractor and its number for the area. Source: CMS, Addendum E of the
/// physician fee schedule.
///
/// @param contractor five digits, such as `10112`
/// @param number two digits, such as `00`
public record Locality(String contractor, String number) {

  /// A locality as files write it, with leading zeros that spreadsheets drop put back.
  public static Locality of(String contractor, String number) {
    return new Locality(padded(contractor.strip(), 5), padded(number.strip(), 2));
  }

  private static String padded(String digits, int width) {
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }

  @Override
  public String toString() {
    return contractor + "-" + number;
  }
}
