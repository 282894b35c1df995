package org.cleanclaim.coding.specificity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.search.ClinicalWord;

/// A place of a text that names a side of a part of the body: `right knee`, `knee (left)`, `both
/// feet`.
///
/// @param site the part by its stem, with the word that places it (`middle finger`)
/// @param near the stems that may name the part: up to three behind the side, or before it
/// @param first the first word of it, inclusive
/// @param last exclusive
public record SideMention(Side side, String site, Set<String> near, int first, int last) {
  private static final int REACH = 3;

  /// Words that by themselves name no part.
  private static final Set<String> PLACING =
      Set.of(
          "upper",
          "lower",
          "low",
          "middl",
          "med",
          "medi",
          "later",
          "proxim",
          "dist",
          "anterior",
          "posterior",
          "index",
          "ring",
          "littl",
          "great",
          "big");

  public SideMention {
    near = Set.copyOf(near);
  }

  /// Those of a sentence or a title, from left to right.
  ///
  /// @param barriers by word: whether nothing reaches from the word before over to it
  public static List<SideMention> of(List<ClinicalWord> words, boolean[] barriers) {
    var mentions = new ArrayList<SideMention>();
    for (int i = 0; i < words.size(); i++) {
      Optional<Side> side = side(words, i);
      if (side.isEmpty()) continue;
      int site = i + 1;
      // `Right and left knee`: both sides of what comes next.
      while (site < words.size() && side(words, site).isPresent()) site++;
      boolean isBehind = site < words.size() && !barriers[site];
      if (isBehind) {
        mentions.add(behind(words, barriers, i, site, side.get()));
      } else if (i > 0 && !barriers[i] && side(words, i - 1).isEmpty()) {
        mentions.add(before(words, barriers, i, side.get()));
      }
    }
    return List.copyOf(mentions);
  }

  private static Optional<Side> side(List<ClinicalWord> words, int place) {
    return Side.ofStem(words.get(place).stem());
  }

  private static SideMention before(
      List<ClinicalWord> words, boolean[] barriers, int at, Side side) {
    var near = new HashSet<String>();
    for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
      near.add(words.get(i).stem());
      if (barriers[i]) break;
    }
    return new SideMention(side, words.get(at - 1).stem(), near, at - 1, at + 1);
  }

  private static SideMention behind(
      List<ClinicalWord> words, boolean[] barriers, int at, int site, Side side) {
    var near = new HashSet<String>();
    for (int i = site; i < Math.min(words.size(), site + REACH); i++) {
      if (side(words, i).isPresent() || (i > site && barriers[i])) break;
      near.add(words.get(i).stem());
    }
    String stem = words.get(site).stem();
    boolean isPlaced = PLACING.contains(stem) && near.size() > 1;
    String part = isPlaced ? stem + " " + words.get(site + 1).stem() : stem;
    return new SideMention(side, part, near, at, site + (isPlaced ? 2 : 1));
  }
}
