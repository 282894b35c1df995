package org.cleanclaim.coding.procedure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
          "procedures?|(?:procedures?|procedure\\(s\\)|operations?|surger(?:y|ies))"
              + " performed|operations?|(?:operative|surgical|principal|secondary) procedures?|name"
              + " of procedure|title of (?:procedure|operation)");
  private static final Pattern OPERATION_WORD =
      Pattern.compile(
          "\\b\\w*(?:ectomy|ectomies|plasty|otomy|ostomy|oscopy|centesis|pexy|rrhaphy|desis)\\b|\\b(?:bypass|replacement|fusion|amputation|resection|excision|repair|reduction|transfusion|intubation|acdf|[apt]lif)\\b|\\b(?:pacemaker|defibrillator|a?icd|generator)"
              + " (?:implantation|placement|insertion|change|exchange)\\b");

  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "description|description of .*|procedure (?:description|details|in"
              + " detail|findings)|details of (?:procedure|operation)|operative"
              + " (?:technique|findings)|intraoperative"
              + " findings|technique|findings|implants|drains|specimens?|hospital course|brief"
              + " hospital course|anesthesia");
  private static final Pattern REASON =
      Pattern.compile(
          "(?:pre|post)-?(?:operative|op) diagnos[ei]s|indications?|diagnos[ei]s|clinical history");
  private static final Pattern VERB =
      Pattern.compile("\\b(?:is|was|were|are|had|has|have|been|be|will|brought|taken|used)\\b");
  private static final Pattern PERFORMED = Pattern.compile("\\b(?:performed|done|carried out)\\b");
  private static final Pattern NOTHING =
      Pattern.compile("\\W*(?:none|n/?a|nil|no|see .*|as above|same|\\W*)\\W*");
  private static final Pattern LETTERS = Pattern.compile("[a-z]{3,}");
  private static final Pattern BORDER =
      Pattern.compile(
          "[,;:]|\\b(?:because|which|where|who|after|before|showing|revealing|including|informed|that)\\b");

  private final Documentation note;
  private final List<Statement> names = new ArrayList<>();
  private final List<Statement> all = new ArrayList<>();
  private final List<Statement> described = new ArrayList<>();
  private final List<Statement> reasons = new ArrayList<>();
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
      switch (ActReader.readOperation(said, said.start(), said.end(), note.servedOn())) {
        case DONE, UNCLEAR -> names.add(said);
        case PLANNED, NOT_DONE, EARLIER -> {}
      }
    }
    isHeaded = !names.isEmpty();
    if (!isHeaded) inSentences();
    for (Statement said : all) {
      if (isHeaded && DESCRIPTION.matcher(said.section()).matches()) described.add(said);
      if (isHeaded && REASON.matcher(said.section()).matches()) reasons.add(said);
    }
  }

  /// Without a heading for procedures: the clauses of sentences that say that an operation was
  /// done. The rest of such a text may tell of others, so nothing else is taken from it. What
  /// stands under such a heading was not done.
  private void inSentences() {
    for (Statement said : all) {
      if (NAMES.matcher(said.section()).matches()) continue;
      Matcher word = OPERATION_WORD.matcher(said.lower());
      int behind = 0;
      while (word.find()) {
        if (word.start() < behind) continue;
        int start = said.start() + word.start();
        if (ActReader.readOperation(said, start, start + 1, note.servedOn()) != ActStatus.DONE) {
          continue;
        }
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

  /// Whether the words name an operation: by a word of its kind, or as a name under a heading of
  /// procedures, which tells nothing and so has no verb.
  boolean namesOperation(Statement said) {
    boolean isTold = VERB.matcher(said.lower()).find() && !PERFORMED.matcher(said.lower()).find();
    if (OPERATION_WORD.matcher(said.lower()).find()) return !isHeaded || !isTold;
    return isHeaded
        && LETTERS.matcher(said.lower()).find()
        && !NOTHING.matcher(said.lower()).matches()
        && !VERB.matcher(said.lower()).find();
  }

  List<Statement> names() {
    return names;
  }

  /// What is told about the operations, in lower case.
  String description() {
    return said(described);
  }

  /// Why they were done, in lower case.
  String reason() {
    return said(reasons);
  }

  private static String said(List<Statement> statements) {
    return String.join(" . ", statements.stream().map(Statement::lower).toList());
  }

  /// What is told about how the operations were done.
  List<Statement> described() {
    return described;
  }

  /// What is told about why they were done.
  List<Statement> reasons() {
    return reasons;
  }

  /// The first place where the words that name the procedure, their line, or else what is told
  /// about it, says the words. Lines that name other procedures say nothing about it.
  @Nullable Evidence find(Pattern words, Act act) {
    Evidence found = in(act.clause(), words);
    if (found == null) found = in(act.line(), words);
    return found == null ? inDescription(words) : found;
  }

  @Nullable Evidence inDescription(Pattern words) {
    Evidence found = null;
    for (int i = 0; i < described.size() && found == null; i++) {
      found = in(described.get(i), words);
    }
    return found;
  }

  @Nullable Evidence in(Statement said, Pattern words) {
    Matcher found = words.matcher(said.lower());
    return found.find() ? evidence(said, found.start(), found.end()) : null;
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
