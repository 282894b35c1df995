package org.cleanclaim.app.scrub;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.edits.payerrule.RuleChange;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Prints what was found, claim by claim, and counts it by rule.
public final class FindingPrinter {
  /// How findings are written.
  public enum Form {
    TEXT,
    /// One object a line.
    JSON,
    CSV
  }

  /// By what a claim is named.
  public enum Naming {
    /// Its control number.
    NUMBER,
    /// Its place in the file, so that nothing leads to the patient.
    POSITION
  }

  private static final JsonMapper MAPPER = OutwardJson.mapper();

  private final PrintWriter out;
  private final Form form;
  private final Naming naming;
  private final TreeMap<String, int[]> counts = new TreeMap<>();
  private String file = "";
  private int claimsWithFindings;
  private int findings;
  private int errors;

  public FindingPrinter(PrintWriter out, Form form, Naming naming) {
    this.out = out;
    this.form = form;
    this.naming = naming;
    if (form == Form.CSV) {
      out.println("file,claim,severity,rule,place,message,remedy,expectedDenial,source");
    }
  }

  /// The file that the next claims come from.
  public void begin(String name) {
    file = name;
  }

  /// Prints what came of one claim.
  public void print(Scrubbed scrubbed) {
    String claim = scrubbed.claim();
    String name = claim == null ? "" : claim;
    if (claim != null && naming == Naming.POSITION) name = "#" + scrubbed.position();
    boolean isFound = scrubbed.look() != Scrubbed.Look.SECOND_OF_FOUND;
    if (claim != null && isFound && !scrubbed.findings().isEmpty()) claimsWithFindings++;
    for (RuleChange change : scrubbed.changes()) print(name, change);
    for (Finding finding : scrubbed.findings()) {
      findings++;
      if (finding.severity() == Severity.ERROR) errors++;
      counts.computeIfAbsent(finding.rule().value(), rule -> new int[1])[0]++;
      print(name, finding);
    }
  }

  private void print(String claim, Finding finding) {
    switch (form) {
      case TEXT -> {
        out.print(claim.isEmpty() ? file : claim);
        out.print(' ');
        out.print(finding.severity());
        out.print(' ');
        out.print(finding.rule().value());
        out.print(' ');
        out.print(finding.place().inWords());
        out.print(": ");
        out.print(finding.message());
        out.print(' ');
        out.println(finding.remedy());
      }
      case JSON -> out.println(MAPPER.writeValueAsString(asMap(claim, finding)));
      case CSV -> csv(fields(claim, finding));
    }
  }

  private void print(String claim, RuleChange change) {
    boolean showsValues = naming == Naming.NUMBER;
    String place = change.place().inWords();
    switch (form) {
      case TEXT ->
          out.printf(
              "%s CHANGED %s %s%s%n",
              claim,
              change.ruleId(),
              place,
              showsValues ? ": " + shown(change.before()) + " to " + shown(change.after()) : "");
      case JSON -> {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("claim", claim);
        line.put("changedBy", change.ruleId().value());
        line.put("version", change.version());
        line.put("place", place);
        if (showsValues) {
          line.put("before", change.before());
          line.put("after", change.after());
        }
        out.println(MAPPER.writeValueAsString(line));
      }
      case CSV ->
          csv(List.of(file, claim, "CHANGED", change.ruleId().value(), place, "", "", "", ""));
    }
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private Map<String, @Nullable Object> asMap(String claim, Finding finding) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("file", file);
    line.put("claim", claim);
    line.put("severity", finding.severity().name());
    line.put("layer", finding.layer().name());
    line.put("rule", finding.rule().value());
    line.put("line", finding.place().serviceLine());
    line.put("place", finding.place().inWords());
    line.put("message", finding.message());
    line.put("remedy", finding.remedy());
    line.put("expectedDenial", denial(finding));
    line.put("source", finding.source().source());
    return line;
  }

  private List<String> fields(String claim, Finding finding) {
    return List.of(
        file,
        claim,
        finding.severity().name(),
        finding.rule().value(),
        finding.place().inWords(),
        finding.message(),
        finding.remedy(),
        denial(finding),
        finding.source().source());
  }

  private static String denial(Finding finding) {
    return finding.expectedDenial() == null ? "" : finding.expectedDenial().value();
  }

  private void csv(List<String> fields) {
    var line = new StringBuilder();
    for (String field : fields) {
      if (!line.isEmpty()) line.append(',');
      boolean isPlain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
      line.append(isPlain ? field : '"' + field.replace("\"", "\"\"") + '"');
    }
    out.println(line);
  }

  /// Prints the counts by rule.
  ///
  /// @param claims how many were scrubbed
  public void finish(int claims) {
    if (form == Form.TEXT) {
      out.println();
      out.printf("%-40s %9s%n", "Rule", "findings");
      counts.forEach((rule, count) -> out.printf("%-40s %,9d%n", rule, count[0]));
      out.println();
      out.printf("%-40s %,9d%n", "Claims", claims);
      out.printf("%-40s %,9d%n", "Claims with findings", claimsWithFindings);
      out.printf("%-40s %,9d%n", "Findings", findings);
      out.printf("%-40s %,9d%n", "Errors", errors);
    }
    if (form == Form.JSON) {
      Map<String, Object> rules = new LinkedHashMap<>();
      counts.forEach((rule, count) -> rules.put(rule, count[0]));
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("claims", claims);
      line.put("claimsWithFindings", claimsWithFindings);
      line.put("findings", findings);
      line.put("errors", errors);
      line.put("byRule", rules);
      out.println(MAPPER.writeValueAsString(line));
    }
    out.flush();
  }

  public int findings() {
    return findings;
  }
}
