package org.cleanclaim.app.risk;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.grouping.hcc.Coefficient;
import org.cleanclaim.grouping.hcc.PaymentScore;
import org.cleanclaim.grouping.hcc.RiskModel;
import org.cleanclaim.grouping.hcc.RiskReasons;
import org.cleanclaim.kernel.code.Icd10Cm;

/// Writes scores for people and for programs.
public final class RiskReport {
  private RiskReport() {}

  /// One line for the member and, where asked, the steps from the diagnoses to the score.
  static void print(ScoredMember scored, Detail detail, PrintStream out) {
    out.printf(
        "member %-20s payment score %d: %s%n",
        scored.member(), scored.score().year(), scored.score().score());
    for (ScoredMember.Part part : scored.parts()) {
      if (detail == Detail.STEPS) steps(part, out);
      for (RiskReasons.Condition condition : part.notSeenAgain()) {
        printNotSeen(part.score().raw().model(), condition, out);
      }
    }
    scored.notes().forEach(note -> out.println("  " + note));
  }

  /// How much is printed.
  public enum Detail {
    RESULT,
    STEPS
  }

  private static void steps(ScoredMember.Part part, PrintStream out) {
    PaymentScore.Part score = part.score();
    out.printf(
        "  %s, segment %s: %s%n",
        score.raw().model().title(), score.raw().segment(), score.raw().segment().title());
    part.conditions().forEach(condition -> print(condition, out));
    for (RiskReasons.Edited edited : part.edited()) {
      out.printf("    %s: %s%n", dotted(List.of(edited.diagnosis())), edited.reason());
    }
    if (!part.withoutCategory().isEmpty()) {
      out.printf("    without a category: %s%n", dotted(part.withoutCategory()));
    }
    for (Coefficient term : score.raw().terms()) {
      out.printf("    %9s  %s %s%n", term.factor(), term.name(), term.label());
    }
    if (!score.raw().hasDemographics()) {
      out.println("    The segment has no coefficient for this age and sex.");
    }
    out.printf("    %9s  raw score%n", score.raw().raw());
    out.printf(
        "    %9s  normalized: divided by %s%n", score.normalized(), score.share().normalization());
    out.printf("    %9s  less coding intensity%n", score.adjusted());
    out.printf("    %9s  part of %s in the payment score%n", score.weighed(), score.share().part());
  }

  static void printNotSeen(RiskModel model, RiskReasons.Condition condition, PrintStream out) {
    out.printf(
        "  not seen again (%s): HCC %d %s, last year %s%n",
        model, condition.category(), condition.label(), dotted(condition.diagnoses()));
  }

  static void print(RiskReasons.Condition condition, PrintStream out) {
    out.printf(
        "    HCC %-4d %s, by %s%s%n",
        condition.category(), condition.label(), dotted(condition.diagnoses()), fate(condition));
  }

  private static String fate(RiskReasons.Condition condition) {
    if (condition.isCounted()) return "";
    if (condition.isOfEveryMember()) return "; does not count: every member of the model has it";
    return condition.droppedBy().isPresent()
        ? "; taken in by HCC " + condition.droppedBy().getAsInt()
        : "; counts only beside other conditions, none of which is there";
  }

  private static String dotted(List<String> diagnoses) {
    return String.join(", ", diagnoses.stream().map(code -> new Icd10Cm(code).dotted()).toList());
  }

  /// The same as a tree of maps and lists.
  static Map<String, Object> json(ScoredMember scored) {
    var json = new LinkedHashMap<String, Object>();
    json.put("member", scored.member());
    json.put("paymentYear", scored.score().year());
    json.put("paymentScore", scored.score().score());
    var models = new ArrayList<Map<String, Object>>();
    for (ScoredMember.Part part : scored.parts()) models.add(json(part));
    json.put("models", models);
    json.put("notes", scored.notes());
    return json;
  }

  private static Map<String, Object> json(ScoredMember.Part part) {
    PaymentScore.Part score = part.score();
    var json = new LinkedHashMap<String, Object>();
    json.put("model", score.raw().model());
    json.put("segment", score.raw().segment());
    json.put("categories", score.raw().categories());
    json.put("conditions", part.conditions().stream().map(RiskReport::json).toList());
    json.put("edited", part.edited());
    json.put("withoutCategory", part.withoutCategory());
    json.put("terms", score.raw().terms().stream().map(RiskReport::json).toList());
    json.put("raw", score.raw().raw());
    json.put("normalization", score.share().normalization());
    json.put("normalized", score.normalized());
    json.put("adjusted", score.adjusted());
    json.put("part", score.share().part());
    json.put("weighed", score.weighed());
    json.put("notSeenAgain", part.notSeenAgain().stream().map(RiskReport::json).toList());
    return json;
  }

  static Map<String, Object> json(RiskReasons.Condition condition) {
    var json = new LinkedHashMap<String, Object>();
    json.put("category", condition.category());
    json.put("label", condition.label());
    json.put("diagnoses", condition.diagnoses());
    json.put("counted", condition.isCounted());
    condition.droppedBy().ifPresent(parent -> json.put("takenInBy", parent));
    return json;
  }

  static Map<String, Object> json(Coefficient term) {
    var json = new LinkedHashMap<String, Object>();
    json.put("name", term.name());
    json.put("label", term.label());
    json.put("factor", term.factor());
    return json;
  }
}
