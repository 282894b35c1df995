package org.cleanclaim.app.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came of the members of files.
///
/// @param scored who could be scored, in the order of the files
/// @param findings who could not, and what was left out
public record RiskScores(List<Scored> scored, List<RiskFinding> findings) {
  public RiskScores {
    scored = List.copyOf(scored);
    findings = List.copyOf(findings);
  }

  /// As `risk --json` and the API give it.
  public Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("members", scored.stream().map(Scored::json).toList());
    json.put("findings", findings);
    return json;
  }
}
