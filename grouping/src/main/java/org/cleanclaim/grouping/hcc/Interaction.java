package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Conditions that together cost more than each by itself, or more in a member entitled by
/// disability.
///
/// @param name as the coefficients call it
/// @param terms sets of categories, each of which has to be met
record Interaction(String name, boolean isForDisabled, List<BitSet> terms) {
  Interaction {
    terms = List.copyOf(terms);
  }

  boolean isMet(BitSet categories, boolean isDisabled) {
    if (isForDisabled && !isDisabled) return false;
    for (BitSet term : terms) {
      if (!term.intersects(categories)) return false;
    }
    return true;
  }

  /// Reads terms such as `disabled & 157-159`.
  static Interaction of(String name, String text) {
    boolean isForDisabled = false;
    var terms = new ArrayList<BitSet>();
    for (String term : text.split("&", -1)) {
      if (term.strip().equals("disabled")) isForDisabled = true;
      else terms.add(categories(term.strip()));
    }
    return new Interaction(name, isForDisabled, terms);
  }

  /// Reads a list of categories such as `221-222,224`.
  static BitSet categories(String text) {
    var set = new BitSet();
    for (String range : text.split(",", -1)) {
      String[] ends = range.split("-", -1);
      set.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
    }
    return set;
  }
}
