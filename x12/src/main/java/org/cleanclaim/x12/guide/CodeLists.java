package org.cleanclaim.x12.guide;

import java.time.LocalDate;

/// Code lists that other publishers keep (CARC, places of service, states ...), by date.
public interface CodeLists {

  /// What a list says of a code on a day.
  enum Standing {
    IN_FORCE,
    NOT_IN_FORCE,
    UNKNOWN,
    /// The list itself is not at hand.
    NO_LIST
  }

  /// @param list as guides name it, for example `carc`
  Standing standing(String list, String code, LocalDate on);

  /// No list at hand.
  static CodeLists none() {
    return (list, code, on) -> Standing.NO_LIST;
  }
}
