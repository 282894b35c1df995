package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "description of .*|procedure (?:description|details|in detail|findings)|details of"
              + " procedure|operative (?:technique|findings)|intraoperative"
              + " findings|technique|findings|implants|drains|specimens?|hospital course|brief"
              + " hospital course|anesthesia");
  private static final Pattern BORDER =
      Pattern.compile(
          "[,;:]|\\b(?:because|which|where|who|after|before|showing|revealing|including|informed|that)\\b");

  private final Documentation note;
  private final List<Statement> names = new ArrayList<>();
  private final List<Statement> all = new ArrayList<>();
  private final List<Statement> described = new ArrayList<>();
  private final Map<Statement, Statement> sentences = new HashMap<>();
  private final boolean isHeaded;

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
    isHeaded = !names.isEmpty();
    if (!isHeaded) inSentences();
    for (Statement said : all) {
      boolean isName = NAMES.matcher(said.section()).matches();
      if (isHeaded && !isName && DESCRIPTION.matcher(said.section()).matches()) described.add(said);
    }
  }

  /// Without a heading for procedures: the clauses of sentences that say that an operation was
  /// done. The rest of such a text may tell of others, so nothing else is taken from it.
  private void inSentences() {
    for (Statement said : all) {
      Matcher word = OPERATION_WORD.matcher(said.lower());
      int behind = 0;
      while (word.find()) {
        if (word.start() < behind) continue;
        int start = said.start() + word.start();
        if (ActReader.read(said, start, start + 1, note.servedOn()) != ActStatus.DONE) continue;
        Statement clause = clause(said, word.start());
        behind = clause.end() - said.start();
        sentences.put(clause, said);
        names.add(clause);
      }
    }
  }

  private static Statement clause(Statement said, int at) {
    int from = 0;
    int to = said.lower().length();
    Matcher border = BORDER.matcher(said.lower());
    while (border.find()) {
      if (border.end() <= at) from = border.end();
      else if (border.start() > at) {
        to = border.start();
        break;
      }
    }
    return new Statement(
        said.section(),
        said.kind(),
        said.start() + from,
        said.start() + to,
        said.lower().substring(from, to),
        false);
  }

  /// Whether procedures stand under a heading of their own.
  boolean isHeaded() {
    return isHeaded;
  }

  /// The whole sentence that a clause was taken from.
  Statement sentence(Statement name) {
    return sentences.getOrDefault(name, name);
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
