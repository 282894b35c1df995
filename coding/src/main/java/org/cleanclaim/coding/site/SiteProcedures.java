package org.cleanclaim.coding.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.coding.Documentation;
import org.cleanclaim.coding.Evidence;
import org.cleanclaim.coding.Mention;
import org.cleanclaim.coding.hcpcs.ServiceProposal;
import org.cleanclaim.coding.hcpcs.ServiceSuggestion;
import org.cleanclaim.coding.statement.ActReader;
import org.cleanclaim.coding.statement.ActStatus;
import org.cleanclaim.coding.statement.Statement;
import org.cleanclaim.coding.statement.Statements;
import org.cleanclaim.kernel.Citation;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Layer;
import org.cleanclaim.kernel.Place;
import org.cleanclaim.kernel.RuleId;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.code.ProcedureCode;

/// What a site writes down itself: words of its notes, a comma, the code they stand for. CPT is
/// licensed by the AMA to the site; the program ships no words for its numbers.
///
/// @param findings lines that could not be read
public record SiteProcedures(List<Entry> entries, List<Finding> findings) {
  /// No file.
  public static final SiteProcedures NONE = new SiteProcedures(List.of(), List.of());

  /// @param words as the site wrote them, all to stand in one statement in any order
  public record Entry(String words, ProcedureCode code, int line) {}

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-'][\\p{L}\\p{N}]+)*");

  public SiteProcedures {
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /// Reads the lines of a file: `words,code`; a header `words,code`, blank lines and lines that
  /// begin with # are passed over.
  ///
  /// @param name of the file, for findings
  public static SiteProcedures read(String name, String csv) {
    var entries = new ArrayList<Entry>();
    var findings = new ArrayList<Finding>();
    int number = 0;
    for (String line : csv.lines().toList()) {
      number++;
      String plain = line.strip().replace("\uFEFF", "");
      if (plain.isEmpty() || plain.startsWith("#")) continue;
      int comma = plain.lastIndexOf(',');
      String words = comma < 0 ? "" : unquoted(plain.substring(0, comma));
      String code = comma < 0 ? plain : unquoted(plain.substring(comma + 1));
      if (words.equalsIgnoreCase("words") && code.equalsIgnoreCase("code")) continue;
      Optional<ProcedureCode> parsed = ProcedureCode.parse(code.toUpperCase(Locale.ROOT));
      if (parsed.isEmpty() || !WORD.matcher(words).find()) {
        findings.add(unreadable(name, number));
        continue;
      }
      entries.add(new Entry(words, parsed.get(), number));
    }
    return new SiteProcedures(entries, findings);
  }

  private static String unquoted(String text) {
    String plain = text.strip();
    boolean isQuoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
    return isQuoted ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  private static Finding unreadable(String name, int line) {
    return new Finding(
        new RuleId("NOTE-PROCEDURE-WORDS"),
        Layer.STRUCTURE,
        Severity.WARNING,
        Place.field(name + ", line " + line),
        "The line is not words, a comma and a code of five characters.",
        "Write it as: knee joint injection,20610",
        null,
        new Citation(
            "A site's own procedure words, docs/reference/coding.md",
            EffectivePeriod.from(LocalDate.of(2015, 10, 1))));
  }

  /// The codes whose words a statement has that says the service was done.
  public ServiceProposal propose(Documentation note) {
    if (entries.isEmpty()) return new ServiceProposal(List.of(), List.of());
    var suggestions = new LinkedHashMap<ProcedureCode, ServiceSuggestion>();
    var notCoded = new ArrayList<Mention>();
    for (Statement said : Statements.of(note.text())) {
      for (Entry entry : entries) {
        Optional<Evidence> found = find(entry, said, note);
        if (found.isEmpty() || suggestions.containsKey(entry.code())) continue;
        Evidence at = found.get();
        ActStatus status = ActReader.read(said, at.start(), at.end(), note.servedOn());
        if (status == ActStatus.DONE) suggestions.put(entry.code(), suggestion(entry, at));
        else notCoded.add(new Mention(at, entry.code().value(), true, status.inWords()));
      }
    }
    return new ServiceProposal(List.copyOf(suggestions.values()), notCoded);
  }

  private static ServiceSuggestion suggestion(Entry entry, Evidence at) {
    List<String> path =
        List.of(
            "“%s” are the site's words for %s, line %d of its file"
                .formatted(entry.words(), entry.code(), entry.line()),
            "the clause says it was done");
    return new ServiceSuggestion(
        entry.code().value(), entry.words(), 1, 80, List.of(at), path, List.of());
  }

  private static Optional<Evidence> find(Entry entry, Statement said, Documentation note) {
    int from = said.lower().length();
    int to = 0;
    Matcher word = WORD.matcher(entry.words().toLowerCase(Locale.ROOT));
    while (word.find()) {
      Matcher found =
          Pattern.compile(
                  "(?<![\\p{L}\\p{N}])" + Pattern.quote(word.group()) + "s?(?![\\p{L}\\p{N}])")
              .matcher(said.lower());
      if (!found.find()) return Optional.empty();
      from = Math.min(from, found.start());
      to = Math.max(to, found.end());
    }
    int start = said.start() + from;
    int end = said.start() + to;
    return Optional.of(
        new Evidence(note.documentId(), start, end, note.text().substring(start, end)));
  }

  /// Whether there is nothing to look for.
  public boolean isEmpty() {
    return entries.isEmpty();
  }
}
