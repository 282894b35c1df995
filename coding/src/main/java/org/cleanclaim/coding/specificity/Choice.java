package org.cleanclaim.coding.specificity;

import java.util.List;
import java.util.Set;
import org.cleanclaim.codesets.CodeEntry;
import org.jspecify.annotations.Nullable;

/// The ways out of a code of the tabular list, and those that may be taken where no words lead.
record Choice(List<Way> ways, List<Way> plain) {
  static final Choice NONE = new Choice(List.of(), List.of());

  static Choice of(CodeEntry only) {
    return new Choice(List.of(), List.of(new Way(only, 0, List.of(), Set.of())));
  }

  /// The same without the ways that the side alone tells, or what goes without saying.
  Choice byWordsOfItsOwn() {
    return new Choice(
        ways.stream()
            .filter(way ->
                way.says().stream()
                    .anyMatch(
                        stem -> !CodeResolver.SIDES.contains(stem) && !InjuryDefaults.isOne(stem)))
            .toList(),
        plain);
  }

  /// The same without the ways that some words tell, which a code says itself and means another
  /// thing by.
  Choice byMoreThan(Set<String> own) {
    return new Choice(ways.stream().filter(way -> !own.containsAll(way.says())).toList(), plain);
  }

  /// The child whose own words are all there; of several the one that says most.
  @Nullable CodeEntry told(Set<String> near) {
    Way best = null;
    for (Way way : ways) {
      if (way.isTold(near) && way.isBetter(best, near)) best = way;
    }
    return best == null ? null : best.child();
  }

  /// The only child for the condition without more, or the one of them that is of what is told.
  @Nullable CodeEntry plain(Set<String> near) {
    if (plain.size() == 1) return plain.getFirst().child();
    long most = plain.stream().mapToLong(way -> way.joinedTold(near)).max().orElse(0);
    List<Way> best = plain.stream().filter(way -> way.joinedTold(near) == most).toList();
    return most > 0 && best.size() == 1 ? best.getFirst().child() : null;
  }

  /// A way to one of the codes.
  ///
  /// @param size how many words the child has of its own
  /// @param says those that must stand in the statement
  /// @param joined what it is of among things that the title above joins
  record Way(CodeEntry child, int size, List<String> says, Set<String> joined) {
    boolean isTold(Set<String> near) {
      for (String stem : says) if (!near.contains(stem)) return false;
      return true;
    }

    long joinedTold(Set<String> near) {
      return joined.stream().filter(near::contains).count();
    }

    boolean isBetter(@Nullable Way than, Set<String> near) {
      if (than == null) return true;
      if (size != than.size()) return size > than.size();
      return joinedTold(near) > than.joinedTold(near);
    }
  }
}
