package org.cleanclaim.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.codesets.InstalledPublication.Label;
import org.cleanclaim.codesets.store.InstallReport;

/// What the `codes` commands print for programs.
final class CodesJson {
  private CodesJson() {}

  static List<Map<String, Object>> report(InstallReport report) {
    return report.outcomes().stream().map(CodesJson::outcome).toList();
  }

  private static Map<String, Object> outcome(InstallReport.Outcome outcome) {
    var map = new LinkedHashMap<String, Object>();
    map.put("file", outcome.file());
    switch (outcome) {
      case InstallReport.Installed in -> {
        map.put("outcome", "installed");
        map.put("kind", in.kind().name());
        map.put("edition", in.edition());
        map.put("effectiveFrom", in.effectiveFrom().toString());
        map.put("rows", in.rows());
        map.put("billable", in.billable());
        map.put("sha256", in.sha256());
        map.put("replaces", in.replaces());
      }
      case InstallReport.Unchanged same -> {
        map.put("outcome", "unchanged");
        map.put("kind", same.kind().name());
        map.put("edition", same.edition());
        map.put("reason", same.reason());
      }
      case InstallReport.PassedOver over -> {
        map.put("outcome", "passed over");
        map.put("reason", over.reason());
      }
      case InstallReport.Refused refused -> {
        map.put("outcome", "refused");
        map.put("line", refused.line());
        map.put("reason", refused.reason());
        map.put("remedy", refused.remedy());
      }
    }
    return map;
  }

  static Map<String, Object> label(Label label) {
    var map = new LinkedHashMap<String, Object>();
    map.put("subject", label.kind().subject());
    label.kind().system().ifPresent(system -> map.put("system", system.name()));
    map.put("kind", label.kind().name());
    map.put("edition", label.edition());
    map.put("effectiveFrom", label.effectiveFrom().toString());
    map.put("rows", label.rows());
    map.put("billable", label.billable());
    map.put("starter", label.starter());
    map.put("source", label.source());
    return map;
  }
}
