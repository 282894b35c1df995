package org.cleanclaim.coding.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.codesets.Note;

/// What stands for a condition that somebody had, or that is in the family: the codes of Z80 to Z87
/// of which the tabular list says `Conditions classifiable to C50` (Official Guidelines
/// I.C.21.c.4).
public final class HistoryCodes {
  private static final Pattern CLASSIFIABLE = Pattern.compile("(?i)^conditions? classifiable to ");
  private static final Pattern CODES =
      Pattern.compile("([A-Z]\\d\\w(?:\\.\\w{1,4})?)-?(?:-([A-Z]\\d\\w(?:\\.\\w{1,4})?))?");
  private static final String LAST_OF_FAMILY = "Z85";

  private final List<History> personal = new ArrayList<>();
  private final List<History> family = new ArrayList<>();

  private record History(CodeEntry code, Note conditions) {}

  public HistoryCodes(Edition edition) {
    for (String category : List.of("Z80", "Z82", "Z83", "Z84", "Z85", "Z86", "Z87")) {
      edition.find(category).ifPresent(entry -> read(edition, entry));
    }
  }

  private void read(Edition edition, CodeEntry entry) {
    edition.children(entry.code()).forEach(child -> read(edition, child));
    if (!entry.billable()) return;
    for (Note note : edition.notes(entry.code())) {
      Matcher head = CLASSIFIABLE.matcher(note.text());
      if (note.kind() != Note.Kind.INCLUSION_TERM || !head.find()) continue;
      var codes = new ArrayList<String>();
      Matcher named = CODES.matcher(note.text()).region(head.end(), note.text().length());
      while (named.find()) {
        String from = named.group(1).replace(".", "");
        codes.add(
            named.group(2) == null ? from + "-" : from + "-" + named.group(2).replace(".", ""));
      }
      boolean isOfFamily = entry.code().compareTo(LAST_OF_FAMILY) < 0;
      (isOfFamily ? family : personal).add(new History(entry, new Note(note.kind(), "", codes)));
    }
  }

  /// The code for having had a condition.
  public Optional<CodeEntry> personal(String condition) {
    return of(personal, condition);
  }

  /// The code for a condition of the family.
  public Optional<CodeEntry> family(String condition) {
    return of(family, condition);
  }

  /// Only where one code claims the condition.
  private static Optional<CodeEntry> of(List<History> histories, String condition) {
    List<CodeEntry> claiming =
        histories.stream()
            .filter(history -> history.conditions().names(condition))
            .map(History::code)
            .distinct()
            .toList();
    return claiming.size() == 1 ? Optional.of(claiming.getFirst()) : Optional.empty();
  }
}
