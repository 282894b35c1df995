package org.cleanclaim.app.chartcheck;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cleanclaim.app.storage.OutwardJson;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.kernel.Finding;
import org.cleanclaim.kernel.Severity;
import org.cleanclaim.kernel.TextSpan;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Checks charts as they are read, prints what was found and counts it by rule. Words of notes are
/// not printed, only where they stand.
public final class ChartFindingPrinter {
  /// How findings are written.
  public enum Form {
    TEXT,
    /// One object a line.
    JSON,
    CSV
  }

  private static final JsonMapper MAPPER = OutwardJson.mapper();

  private final ChartChecks checks;
  private final PrintWriter out;
  private final Form form;
  private final Map<String, Integer> counts = new TreeMap<>();
  private String file = "";
  private int charts;
  private int chartsWithFindings;
  private int notRead;
  private int toMend;

  public ChartFindingPrinter(ChartChecks checks, PrintWriter out, Form form) {
    this.checks = checks;
    this.out = out;
    this.form = form;
    if (form == Form.CSV) out.println("file,chart,severity,rule,place,code,message,remedy,source");
  }

  /// The file that the next charts come from.
  public void begin(String name) {
    file = name;
  }

  /// Checks and prints one chart.
  public void check(ReadChart read) {
    charts++;
    if (read instanceof ReadChart.Refused) notRead++;
    List<Finding> findings = read.findings(checks);
    if (!findings.isEmpty()) chartsWithFindings++;
    for (Finding finding : findings) {
      counts.merge(finding.rule().value(), 1, Integer::sum);
      if (finding.severity() != Severity.INFORMATION) toMend++;
      print(read.name(), finding);
    }
  }

  private void print(String chart, Finding finding) {
    switch (form) {
      case TEXT ->
          out.printf(
              "%s %s %s %s: %s %s [%s]%n",
              chart,
              finding.severity(),
              finding.rule(),
              finding.place().inWords(),
              finding.message(),
              finding.remedy(),
              finding.source().source());
      case JSON -> {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("file", file);
        line.put("chart", chart);
        line.putAll(asMap(finding));
        out.println(MAPPER.writeValueAsString(line));
      }
      case CSV -> csv(chart, finding);
    }
  }

  /// A finding of a chart with the names that all outputs use.
  public static Map<String, @Nullable Object> asMap(Finding finding) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("severity", finding.severity().name());
    line.put("layer", finding.layer().name());
    line.put("rule", finding.rule().value());
    line.put("place", finding.place().inWords());
    line.put("code", finding.place().code());
    TextSpan words = finding.place().words();
    if (words != null) {
      line.put(
          "words",
          Map.of("document", words.document(), "start", words.start(), "end", words.end()));
    }
    line.put("message", finding.message());
    line.put("remedy", finding.remedy());
    line.put("source", finding.source().source());
    line.put("validFrom", finding.source().period().from().toString());
    return line;
  }

  private void csv(String chart, Finding finding) {
    String code = finding.place().code();
    var line = new StringBuilder();
    for (String field :
        List.of(
            file,
            chart,
            finding.severity().name(),
            finding.rule().value(),
            finding.place().inWords(),
            code == null ? "" : code,
            finding.message(),
            finding.remedy(),
            finding.source().source())) {
      if (!line.isEmpty()) line.append(',');
      boolean isPlain = field.indexOf(',') < 0 && field.indexOf('"') < 0 && field.indexOf('\n') < 0;
      line.append(isPlain ? field : '"' + field.replace("\"", "\"\"") + '"');
    }
    out.println(line);
  }

  /// Prints the counts.
  public void finish() {
    if (form == Form.TEXT) {
      out.printf("%n%-40s %,9d%n", "Charts", charts);
      out.printf("%-40s %,9d%n", "Charts with findings", chartsWithFindings);
      out.printf("%-40s %,9d%n", "Charts not read", notRead);
      counts.forEach((rule, count) -> out.printf("%-40s %,9d%n", rule, count));
    }
    if (form == Form.JSON) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("charts", charts);
      line.put("chartsWithFindings", chartsWithFindings);
      line.put("chartsNotRead", notRead);
      line.put("byRule", counts);
      out.println(MAPPER.writeValueAsString(line));
    }
    out.flush();
  }

  /// How many findings somebody should look into; mere information does not count.
  public int toMend() {
    return toMend;
  }
}
