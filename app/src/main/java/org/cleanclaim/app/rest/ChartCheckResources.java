package org.cleanclaim.app.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.chartcheck.ChartFiles;
import org.cleanclaim.app.chartcheck.ChartFindingPrinter;
import org.cleanclaim.app.chartcheck.NoteFiles;
import org.cleanclaim.app.chartcheck.ReadChart;
import org.cleanclaim.app.scrub.LimitedInput;
import org.cleanclaim.coding.check.ChartChecks;
import org.cleanclaim.coding.check.ChartRule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Checks charts that are sent. Nothing is kept.
@RestController
@RequestMapping("/api/v1/chart-check")
class ChartCheckResources {
  private static final long MOST_BYTES = 8L << 20;

  /// @param findings hard stops first
  record CheckedChart(String chart, List<Map<String, @Nullable Object>> findings) {}

  record Checked(List<CheckedChart> charts) {}

  /// A check of the catalog.
  record Check(String rule, String severity, String title, String section) {}

  private final ChartChecks checks;
  private final AuditTrail audit;

  ChartCheckResources(ChartChecks checks, AuditTrail audit) {
    this.checks = checks;
    this.audit = audit;
  }

  @GetMapping("/rules")
  List<Check> rules() {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    return List.of(ChartRule.values()).stream()
        .map(r -> new Check(r.id(), r.severity().name(), r.title(), r.section()))
        .toList();
  }

  @PostMapping
  Checked check(HttpServletRequest request) throws IOException {
    AccessDeniedForActor.unless(Permission.SEE_CHART);
    String type = request.getContentType();
    if (type != null && type.startsWith("application/x-www-form-urlencoded")) {
      throw new BadInput(
          "Send the charts as they are, with Content-Type application/json or text/csv.");
    }
    audit.record("checked charts", "file", "api", null, null);
    var charts = new ArrayList<CheckedChart>();
    try (var in = new LimitedInput(request.getInputStream(), MOST_BYTES)) {
      new ChartFiles(NoteFiles.none()).read(in, read -> charts.add(checked(read)));
    } catch (LimitedInput.TooLong e) {
      throw new BadInput(
          "The charts are larger than %,d bytes. Send fewer, or use the command."
              .formatted(MOST_BYTES));
    }
    return new Checked(charts);
  }

  private CheckedChart checked(ReadChart read) {
    return new CheckedChart(
        read.name(), read.findings(checks).stream().map(ChartFindingPrinter::asMap).toList());
  }
}
