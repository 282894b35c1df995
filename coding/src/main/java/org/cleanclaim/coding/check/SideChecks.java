package org.cleanclaim.coding.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.specificity.BothSides;
import org.cleanclaim.coding.specificity.Side;
import org.cleanclaim.kernel.TextSpan;
import org.cleanclaim.kernel.code.Icd10Cm;

/// One condition on several sides of the body (Official Guidelines, section I.B.13).
final class SideChecks {
  private SideChecks() {}

  static void check(ChartView view, Findings findings) {
    List<Listed> codes = view.codes().stream().filter(c -> c.entry() != null).toList();
    for (int i = 0; i < codes.size(); i++) {
      evidence(codes.get(i), findings);
      Set<String> categories = Set.of(category(codes.get(i)));
      var others = new ArrayList<Listed>();
      for (int j = i + 1; j < codes.size(); j++) {
        if (categories.contains(category(codes.get(j)))) others.add(codes.get(j));
      }
      if (others.isEmpty()) continue;
      List<Relative> family = view.edition().books().family().sides(codes.get(i).code());
      for (Listed other : others) {
        boolean isSibling = family.stream().anyMatch(r -> r.id().equals(other.code()));
        if (isSibling || isOtherSide(codes.get(i), other)) {
          pair(view, codes.get(i), other, findings);
        }
      }
    }
  }

  private static String category(Listed code) {
    return code.code().substring(0, Math.min(3, code.code().length()));
  }

  /// Whether the titles differ in the side alone, and one of them says both: codes for both sides
  /// may stand apart from those of one, as M17.0 from M17.1-.
  private static boolean isOtherSide(Listed first, Listed second) {
    boolean isBoth = Side.of(first.title()) == Side.BOTH || Side.of(second.title()) == Side.BOTH;
    return isBoth && BothSides.areOfOneCondition(first.title(), second.title());
  }

  private static void pair(ChartView view, Listed first, Listed second, Findings findings) {
    if (first.code().equals(second.code())) return;
    Side one = Side.of(first.title());
    Side two = Side.of(second.title());
    if (one == Side.UNSPECIFIED || two == Side.UNSPECIFIED) {
      Listed vague = one == Side.UNSPECIFIED ? first : second;
      Listed exact = one == Side.UNSPECIFIED ? second : first;
      findings.add(
          ChartRule.SIDE_BESIDE_UNSPECIFIED,
          vague,
          "%s leaves the side open that %s names.".formatted(vague.dotted(), exact.dotted()),
          "Take the code of the unspecified side out.");
      return;
    }
    if (one == Side.BOTH || two == Side.BOTH) {
      Listed both = one == Side.BOTH ? first : second;
      Listed single = one == Side.BOTH ? second : first;
      findings.add(
          ChartRule.SIDE_BILATERAL,
          single,
          "%s says both sides, %s one of them.".formatted(both.dotted(), single.dotted()),
          "Keep the one that the record supports.");
      return;
    }
    if (one == two) return;
    Optional.ofNullable(first.entry())
        .flatMap(entry -> BothSides.of(view.edition(), view.day(), entry))
        .ifPresent(both ->
            findings.add(
                ChartRule.SIDE_BILATERAL,
                second,
                "%s and %s are the two sides of one condition that has a code for both."
                    .formatted(first.dotted(), second.dotted()),
                "Replace them with " + Icd10Cm.written(both.code()) + "."));
  }

  /// The code names one side and its evidence the other.
  private static void evidence(Listed code, Findings findings) {
    Side side = Side.of(code.title());
    if (!side.isOne()) return;
    for (Evidence evidence : code.ordered().evidence()) {
      if (!side.isOpposite(Side.of(evidence.quote()))) continue;
      findings.add(
          ChartRule.SIDE_EVIDENCE,
          code.place().at(new TextSpan(evidence.documentId(), evidence.start(), evidence.end())),
          code.dotted() + " names one side, the words that support it the other.",
          "Take the code of the side that the record names.");
    }
  }
}
