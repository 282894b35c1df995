package org.cleanclaim.edits.ncci;

import java.util.List;

/// A procedure that is paid beside a primary one only.
///
/// @param type who names the primaries
/// @param primaries those that are listed
public record AddOn(Type type, List<Primary> primaries) {
  public AddOn {
    primaries = List.copyOf(primaries);
  }

  /// Who says which procedures are primaries.
  public enum Type {
    /// 1: the list is complete.
    LISTED,
    /// 2: the contractor decides; there is no list.
    CONTRACTOR,
    /// 3: the list is there, and the contractor may add to it.
    LISTED_AND_CONTRACTOR;

    /// The type of its number, 1 to 3.
    public static Type of(int number) {
      return switch (number) {
        case 1 -> LISTED;
        case 2 -> CONTRACTOR;
        case 3 -> LISTED_AND_CONTRACTOR;
        default -> throw new IllegalArgumentException("no type of add-on: " + number);
      };
    }
  }

  /// A primary procedure.
  ///
  /// @param from first epoch day
  /// @param until last epoch day
  public record Primary(String code, long from, long until) {
    boolean isOn(long day) {
      return from <= day && day <= until;
    }
  }

  /// Whether a code is a listed primary on a day.
  boolean isPrimary(String code, long day) {
    for (Primary primary : primaries) {
      if (primary.code().equals(code) && primary.isOn(day)) return true;
    }
    return false;
  }
}
