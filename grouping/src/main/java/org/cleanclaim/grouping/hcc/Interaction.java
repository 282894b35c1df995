package org.cleanclaim.grouping.hcc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Conditions that together cost more than each by itself, or more in a member entitled by
/// disability.
///
/// @param name as the coefficients call it
/// @param terms sets of categories, each of which has to be met
record Interaction(String name, Whom whom, List<BitSet> terms) {
  Interaction {
    terms = List.copyOf(terms);
  }

  /// In which members it counts.
  enum Whom {
    ALL,
    DISABLED,
    UNDER_65
  }

  boolean isMet(BitSet categories, Member member) {
    boolean isMeant =
        switch (whom) {
          case ALL -> true;
          case DISABLED -> member.isDisabled();
          case UNDER_65 -> !member.isAged();
        };
    if (!isMeant) return false;
    for (BitSet term : terms) {
      if (!term.intersects(categories)) return false;
    }
    return true;
  }

  /// Reads terms such as `disabled & 157-159`.
  static Interaction of(String name, String text) {
    var whom = Whom.ALL;
    var terms = new ArrayList<BitSet>();
    for (String term : text.split("&", -1)) {
      switch (term.strip()) {
        case "disabled" -> whom = Whom.DISABLED;
        case "under65" -> whom = Whom.UNDER_65;
        default -> terms.add(categories(term.strip()));
      }
    }
    return new Interaction(name, whom, terms);
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
