package org.cleanclaim.coding.specificity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cleanclaim.codesets.CodeEntry;
import org.cleanclaim.codesets.Edition;
import org.cleanclaim.kernel.code.Icd10Cm;
import org.jspecify.annotations.Nullable;

/// What documentation would make an unspecified code more specific: wherever the way down the
/// tabular list takes "unspecified", what the codes beside it are divided by. It names what is not
/// documented, and what the list knows of it in the list's order; never what the answer is.
public final class MissingDetail {
  private static final Pattern WORD = Pattern.compile("[^\\s,;()\\[\\]]+");
  private static final Pattern OPEN_END = Pattern.compile("(?i), (?:unspecified|not otherwise).*$");
  private static final Pattern UNSPECIFIED = Pattern.compile("(?i)\\bunspecified\\b");
  private static final int MOST = 5;

  /// Words that say nothing by themselves.
  private static final Set<String> EMPTY =
      Set.of(
          "other",
          "unspecified",
          "specified",
          "of",
          "the",
          "in",
          "and",
          "or",
          "with",
          "without",
          "due",
          "to",
          "for",
          "by",
          "at",
          "on",
          "not",
          "elsewhere",
          "classified",
          "as",
          "from");

  private static final Map<String, Set<String>> AXES =
      Map.of(
          "the side", Set.of("right", "left", "bilateral", "unilateral"),
          "whether it is acute or chronic", Set.of("acute", "chronic", "subacute", "recurrent"),
          "the severity", Set.of("mild", "moderate", "severe", "profound"),
          "the trimester", Set.of("first", "second", "third"),
          "whether it is displaced", Set.of("displaced", "nondisplaced"),
          "whether it is open or closed", Set.of("open", "closed"));

  private final Edition edition;
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  public MissingDetail(Edition edition) {
    this.edition = edition;
  }

  /// What is not documented, a sentence for each place of the list where the code takes
  /// "unspecified"; empty for a code that takes it nowhere.
  public List<String> of(CodeEntry code) {
    return known.computeIfAbsent(code.code(), any -> read(code));
  }

  private List<String> read(CodeEntry code) {
    var missing = new ArrayList<String>();
    for (CodeEntry entry = code; entry != null; entry = parent(entry)) {
      CodeEntry parent = parent(entry);
      if (parent == null || says(entry) <= says(parent)) continue;
      String axis = axis(entry, parent);
      if (!axis.isEmpty()) missing.addFirst("Not documented: " + axis + ".");
    }
    return List.copyOf(missing);
  }

  private @Nullable CodeEntry parent(CodeEntry entry) {
    return entry.parent() == null ? null : edition.find(entry.parent()).orElse(null);
  }

  private static long says(CodeEntry entry) {
    return UNSPECIFIED.matcher(entry.title()).results().count();
  }

  private String axis(CodeEntry entry, CodeEntry parent) {
    Set<String> known = words(parent.title());
    var options = new ArrayList<Set<String>>();
    var titles = new LinkedHashSet<String>();
    for (CodeEntry beside : edition.children(parent.code())) {
      if (beside.code().equals(entry.code()) || says(beside) > says(parent)) continue;
      if (beside.title().startsWith("Other ")) continue;
      Set<String> own = words(beside.title());
      own.removeAll(known);
      if (own.isEmpty()) continue;
      options.add(own);
      titles.add(inSentence(beside.title()));
    }
    withoutAlike(options);
    if (options.isEmpty()) return "";
    Set<String> single =
        options.stream().flatMap(Set::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    for (var axis : AXES.entrySet()) {
      if (!axis.getValue().containsAll(single)) continue;
      return axis.getKey() + " (" + String.join(", ", single) + ")";
    }
    String first = titles.stream().limit(MOST).collect(Collectors.joining("; "));
    String rest = titles.size() > MOST ? "; or another" : "";
    return "which form of " + Icd10Cm.written(parent.code()) + " it is: " + first + rest;
  }

  /// A title as part of a sentence, without what it leaves open.
  private static String inSentence(String title) {
    String told = OPEN_END.matcher(title).replaceAll("");
    boolean isName = told.length() > 1 && !Character.isLowerCase(told.charAt(1));
    return isName ? told : told.substring(0, 1).toLowerCase(Locale.ROOT) + told.substring(1);
  }

  /// Takes away what all options say alike.
  private static void withoutAlike(List<Set<String>> options) {
    if (options.size() < 2) return;
    var alike = new LinkedHashSet<>(options.getFirst());
    options.forEach(alike::retainAll);
    options.forEach(own -> own.removeAll(alike));
    options.removeIf(Set::isEmpty);
  }

  /// The words of a title that say something, in order, in small letters.
  private static Set<String> words(String title) {
    return WORD.matcher(title.toLowerCase(Locale.ROOT))
        .results()
        .map(found -> found.group())
        .filter(word -> !EMPTY.contains(word))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
