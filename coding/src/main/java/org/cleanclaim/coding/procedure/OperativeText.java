package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.statement.ActReader;
import org.cleanclaim.coding.statement.ActStatus;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.statement.Statements;
import org.jspecify.annotations.Nullable;

/// What a record says about operations: the lines that name them, and the text that describes how
/// they were done.
final class OperativeText {
  private static final Pattern NAMES =
      Pattern.compile(
          "procedures?|(?:procedures?|procedure\\(s\\)|operations?) performed|operations?|operative"
              + " procedures?|name of procedure|title of (?:procedure|operation)");
  private static final Pattern OPERATION_WORD =
      Pattern.compile(
          "\\b\\w*(?:ectomy|ectomies|plasty|otomy|ostomy|oscopy|centesis|pexy|rrhaphy|desis)\\b|\\b(?:bypass|replacement|fusion|amputation|resection|excision|repair|reduction|transfusion|intubation)\\b");

  private final Documentation note;
  private final List<Statement> names = new ArrayList<>();
  private final List<Statement> all = new ArrayList<>();
  private final List<Statement> described = new ArrayList<>();

  OperativeText(Documentation note) {
    this.note = note;
    for (Statement said : Statements.of(note.text())) {
      boolean isOfStay =
          said.kind() != SectionKind.PAST_HISTORY && said.kind() != SectionKind.FAMILY_HISTORY;
      if (!isOfStay) continue;
      all.add(said);
      if (!NAMES.matcher(said.section()).matches()) continue;
      switch (ActReader.read(said, said.start(), said.end(), note.servedOn())) {
        case DONE, UNCLEAR -> names.add(said);
        case PLANNED, NOT_DONE, EARLIER -> {}
      }
    }
    if (names.isEmpty()) inSentences();
    for (Statement said : all) {
      boolean isName = NAMES.matcher(said.section()).matches() || names.contains(said);
      if (!isName) described.add(said);
    }
  }

  /// Without a heading for procedures: sentences that say that an operation was done.
  private void inSentences() {
    for (Statement said : all) {
      Matcher word = OPERATION_WORD.matcher(said.lower());
      if (!word.find()) continue;
      int start = said.start() + word.start();
      ActStatus status = ActReader.read(said, start, start + 1, note.servedOn());
      if (status == ActStatus.DONE) names.add(said);
    }
  }

  /// Whether the line names an operation by a word of its kind.
  static boolean namesOperation(Statement said) {
    return OPERATION_WORD.matcher(said.lower()).find();
  }

  List<Statement> names() {
    return names;
  }

  /// The first place where the line that names the procedure, or else what is told about it, says
  /// the words. Lines that name other procedures say nothing about it.
  @Nullable Evidence find(Pattern words, Statement name) {
    Evidence found = in(name, words);
    for (int i = 0; i < described.size() && found == null; i++) {
      found = in(described.get(i), words);
    }
    return found;
  }

  @Nullable Evidence in(Statement said, Pattern words) {
    Matcher found = words.matcher(said.lower());
    return found.find() ? evidence(said, found.start(), found.end()) : null;
  }

  /// The first statement, that of the name first, that has all words.
  @Nullable Statement with(Statement name, Set<String> words) {
    if (ProcedureTerms.words(name.lower()).containsAll(words)) return name;
    for (Statement said : described) {
      if (ProcedureTerms.words(said.lower()).containsAll(words)) return said;
    }
    return null;
  }

  Evidence evidence(Statement said, int from, int to) {
    int start = said.start() + from;
    int end = said.start() + to;
    return new Evidence(note.documentId(), start, end, note.text().substring(start, end));
  }

  Evidence whole(Statement said) {
    int from = 0;
    int to = said.lower().length();
    while (from < to && Character.isWhitespace(said.lower().charAt(from))) from++;
    while (to > from && Character.isWhitespace(said.lower().charAt(to - 1))) to--;
    return evidence(said, from, to);
  }
}
