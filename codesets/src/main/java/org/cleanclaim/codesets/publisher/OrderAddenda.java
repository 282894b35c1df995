package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodeChanges;
import org.cleanclaim.codesets.publication.CodeChanges.Action;
import org.cleanclaim.codesets.publication.CodeChanges.Change;
import org.cleanclaim.codesets.publication.PublicationKind;

/// The addenda of the order files: columns 1-13 the action; of ICD-10-CM 14 flag, 16-22 code, 24-83
/// short and 85 onward long title; of ICD-10-PCS 14-20 code, 22-81 short and 83 onward long title.
/// The counts at the end must agree.
final class OrderAddenda implements Layout {
  private static final Pattern ACTION = Pattern.compile("(Add|Delete|Revise from|Revise to):.*");
  private static final Pattern FILE =
      Pattern.compile("\\s+(\\d+) codes in (icd10(?:cm|pcs)_order_(\\d{4}).*)");
  private static final Pattern COUNT =
      Pattern.compile("\\s+(\\d{1,6}) (additions|deletions|revisions)\\s*");

  @Override
  public boolean fits(Contents file) {
    String head = file.head();
    String first = head.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    return ACTION.matcher(first).matches()
        || (first.equals("Headers") && head.contains(" headers in icd10"));
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var changes = new ArrayList<Change>();
    Map<Action, Integer> counts = new EnumMap<>(Action.class);
    int countLines = 0;
    boolean isDiagnosis = true;
    int year = 0;
    int codesBefore = 0;
    int codesAfter = 0;
    try (var lines = file.lines()) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Matcher count = COUNT.matcher(line);
        Matcher named = FILE.matcher(line);
        if (ACTION.matcher(line).matches()) {
          if (changes.isEmpty()) isDiagnosis = line.length() > 14 && line.charAt(14) == ' ';
          read(line, isDiagnosis, lines, changes);
        } else if (count.matches()) {
          countLines++;
          counts.merge(counted(count.group(2)), Integer.parseInt(count.group(1)), Integer::sum);
        } else if (named.matches()) {
          isDiagnosis = named.group(2).startsWith("icd10cm");
          year = Integer.parseInt(named.group(3));
          codesBefore = codesAfter;
          codesAfter = Integer.parseInt(named.group(1));
        }
      }
      lines.requireEnded();
      check(changes, counts, countLines, lines);
    }
    var edition = dating.fiscal(year);
    return new ReadResult.Changes(
        isDiagnosis ? PublicationKind.ICD10CM_CODES : PublicationKind.ICD10PCS_CODES,
        edition.name(),
        edition.effectiveFrom(),
        "CMS order file addenda " + file.name(),
        new CodeChanges(changes, codesBefore, codesAfter));
  }

  private static void read(String line, boolean isDiagnosis, Lines lines, List<Change> changes)
      throws DamagedFile {
    if (line.startsWith("Revise from:")) return;
    int start = isDiagnosis ? 15 : 13;
    if (line.length() < start + 70) throw lines.damage("The line ends before the long title.");
    String code = line.substring(start, start + 7).strip();
    boolean isCode = isDiagnosis ? Codes.isDiagnosis(code) : Codes.isProcedureOrTable(code);
    if (!isCode) throw lines.damage("There is no code in column %d.".formatted(start + 1));
    char flag = line.charAt(13);
    if (isDiagnosis && flag != '0' && flag != '1') {
      throw lines.damage("Column 14 is neither 0 nor 1.");
    }
    Action action =
        switch (line.charAt(0)) {
          case 'A' -> Action.ADD;
          case 'D' -> Action.DELETE;
          default -> Action.REVISE;
        };
    changes.add(
        new Change(
            action,
            code,
            isDiagnosis ? flag == '1' : null,
            line.substring(start + 8, start + 68).strip(),
            line.substring(start + 69).strip()));
  }

  private static Action counted(String word) {
    return switch (word) {
      case "additions" -> Action.ADD;
      case "deletions" -> Action.DELETE;
      default -> Action.REVISE;
    };
  }

  private static void check(
      List<Change> changes, Map<Action, Integer> counts, int countLines, Lines lines)
      throws DamagedFile {
    if (countLines != 6) throw lines.damage("The counts at the end of the file are missing.");
    for (Action action : Action.values()) {
      long found = changes.stream().filter(c -> c.action() == action).count();
      int stated = counts.getOrDefault(action, 0);
      if (found != stated) {
        throw lines.damage(
            "The file has %d lines of %s where its end counts %d."
                .formatted(found, action, stated));
      }
    }
  }
}
