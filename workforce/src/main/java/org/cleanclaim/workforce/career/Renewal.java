package org.cleanclaim.workforce.career;

/// What keeps credentials of one grantor: units of continuing education in a cycle.
///
/// @param credentials how many credentials of the grantor are held; `5+` means five or more
/// @param units units to be earned in the cycle, for all of them together
/// @param years length of the cycle
public record Renewal(String grantor, String credentials, int units, int years, String source) {

  public boolean covers(int held) {
    if (!credentials.endsWith("+")) return held == Integer.parseInt(credentials);
    return held >= Integer.parseInt(credentials.substring(0, credentials.length() - 1));
  }
}
