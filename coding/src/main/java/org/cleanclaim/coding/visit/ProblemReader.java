package org.cleanclaim.coding.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cleanclaim.coding.CodingProposal;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Suggestion;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.visit.DecisionMaking.Level;
import org.jspecify.annotations.Nullable;

/// The problems addressed: statements that name a diagnosis which the note supports, each with what
/// is said about it before the next.
final class ProblemReader {
  private static final Pattern SEVERE =
      Pattern.compile(
          "\\b(?:severe (?:exacerbation|progression)|life[- ]threatening|threat to life|respiratory"
              + " failure|septic shock|sepsis|unstable angina|hemodynamically unstable|stemi|acute"
              + " stroke|suicidal ideation with (?:plan|intent))\\b");
  private static final Pattern WORSE =
      Pattern.compile(
          "\\b(?:worsen\\w*|worse|exacerbat\\w*|uncontrolled|poorly controlled|inadequately"
              + " controlled|not (?:well )?controlled|not at goal|above"
              + " goal|progress(?:ed|ion|ing)|flare\\w*|decompensat\\w*|side effects? of"
              + " (?:treatment|medication))\\b");
  private static final Pattern STABLE =
      Pattern.compile(
          "\\b(?:stable|controlled|at goal|doing well|asymptomatic|in"
              + " remission|improv\\w+|unchanged)\\b");
  private static final Pattern SYSTEMIC =
      Pattern.compile(
          "\\b(?:systemic symptoms|with fever|febrile|pneumonia|pyelonephritis|colitis)\\b");
  private static final Pattern UNCERTAIN =
      Pattern.compile(
          "\\b(?:uncertain prognosis|mass|lump|concerning for (?:malignancy|cancer)|suspicious for"
              + " (?:malignancy|cancer))\\b");
  private static final Pattern COMPLICATED =
      Pattern.compile(
          "\\b(?:loss of consciousness|multiple (?:injuries|fractures)|open fracture)\\b");
  private static final Pattern MINOR =
      Pattern.compile("\\b(?:self[- ]limited|minor problem|common cold|insect bite)\\b");
  private static final Pattern ACUTE = Pattern.compile("\\bacute\\b");
  private static final Pattern CHRONIC_WORD = Pattern.compile("\\bchronic\\b");

  private final Documentation note;
  private final List<Statement> statements;

  ProblemReader(Documentation note, List<Statement> statements) {
    this.note = note;
    this.statements = statements;
  }

  List<VisitElement> read(CodingProposal diagnoses) {
    var problems = new ArrayList<VisitElement>();
    var places = new TreeMap<Integer, Suggestion>();
    for (Suggestion diagnosis : diagnoses.suggestions()) {
      boolean isProblem = "ZVWXY".indexOf(diagnosis.code().charAt(0)) < 0;
      int at = statement(diagnosis.evidence().getFirst().start());
      if (at >= 0 && (isProblem || Chronic.is(diagnosis.code()))) places.putIfAbsent(at, diagnosis);
    }
    for (var place : places.entrySet()) {
      Integer next = places.higherKey(place.getKey());
      int until = next == null ? statements.size() : next;
      problems.add(problem(place.getKey(), until, place.getValue()));
    }
    return problems;
  }

  private int statement(int offset) {
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i).start() <= offset && offset < statements.get(i).end()) return i;
    }
    return -1;
  }

  private VisitElement problem(int from, int until, Suggestion diagnosis) {
    Evidence named = diagnosis.evidence().getFirst();
    boolean isChronic = Chronic.is(diagnosis.code()) || said(CHRONIC_WORD, from, from + 1) != null;
    Evidence found = said(SEVERE, from, until);
    if (found != null) return new VisitElement("severe, or a threat to life", Level.HIGH, found);
    boolean isStable = said(STABLE, from, until) != null;
    if (Threat.is(diagnosis.code(), note.setting(), isStable)) {
      return new VisitElement("a threat to life or bodily function", Level.HIGH, named);
    }
    found = said(WORSE, from, until);
    if (found != null && isChronic) {
      return new VisitElement("chronic illness that got worse", Level.MODERATE, found);
    }
    found = said(ACUTE, from, from + 1);
    if (found != null && isChronic) {
      return new VisitElement("chronic illness, acute now", Level.MODERATE, found);
    }
    if (isChronic) {
      found = said(STABLE, from, until);
      return found == null
          ? new VisitElement("chronic illness, its state not documented", Level.LOW, named)
          : new VisitElement("chronic illness, stable", Level.LOW, found);
    }
    found = said(UNCERTAIN, from, from + 1);
    if (found != null) {
      return new VisitElement("new problem of uncertain outcome", Level.MODERATE, found);
    }
    found = said(SYSTEMIC, from, until);
    if (found != null) {
      return new VisitElement("acute illness with systemic symptoms", Level.MODERATE, found);
    }
    found = said(COMPLICATED, from, until);
    if (found != null) return new VisitElement("complicated injury", Level.MODERATE, found);
    found = said(MINOR, from, until);
    return found != null
        ? new VisitElement("minor problem", Level.STRAIGHTFORWARD, found)
        : new VisitElement("acute, uncomplicated", Level.LOW, named);
  }

  private @Nullable Evidence said(Pattern words, int from, int until) {
    for (Statement statement : statements.subList(from, Math.min(until, statements.size()))) {
      boolean isOfProblem =
          switch (statement.kind()) {
            case ASSESSMENT, REASONING, PLAN -> true;
            default -> statement.equals(statements.get(from));
          };
      if (!isOfProblem) return null;
      Evidence found = Clause.find(words, statement, note.documentId(), note.text());
      if (found != null) return found;
    }
    return null;
  }

  /// Two chronic illnesses come to more than one; two minor problems too.
  static Level level(List<VisitElement> problems) {
    Level most = Level.STRAIGHTFORWARD;
    int chronic = 0;
    int minor = 0;
    for (VisitElement problem : problems) {
      if (problem.level().compareTo(most) > 0) most = problem.level();
      if (problem.what().startsWith("chronic")) chronic++;
      if (problem.level() == Level.STRAIGHTFORWARD) minor++;
    }
    if (chronic >= 2 && most == Level.LOW) return Level.MODERATE;
    return minor >= 2 && most == Level.STRAIGHTFORWARD ? Level.LOW : most;
  }
}
