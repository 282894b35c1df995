package org.cleanclaim.coding.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cleanclaim.codesets.book.CodeFamily.Relative;
import org.cleanclaim.coding.Evidence;
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
        if (family.stream().anyMatch(r -> r.id().equals(other.code()))) {
          pair(codes.get(i), other, family, findings);
        }
      }
    }
  }

  private static String category(Listed code) {
    return code.code().substring(0, Math.min(3, code.code().length()));
  }

  private static void pair(Listed first, Listed second, List<Relative> family, Findings findings) {
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
    Optional<Relative> bilateral =
        family.stream().filter(r -> Side.of(r.title()) == Side.BOTH).findFirst();
    if (one != two && bilateral.isPresent()) {
      findings.add(
          ChartRule.SIDE_BILATERAL,
          second,
          "%s and %s are the two sides of one condition that has a code for both."
              .formatted(first.dotted(), second.dotted()),
          "Replace them with " + Icd10Cm.parse(bilateral.get().id()).orElseThrow().dotted() + ".");
    }
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
