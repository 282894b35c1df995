package org.cleanclaim.app.rest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.FixKind;
import org.cleanclaim.app.claim.OverrideRight;
import org.cleanclaim.app.worklist.FindingLists;
import org.cleanclaim.app.worklist.FindingLists.RuleRecord;
import org.cleanclaim.edits.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The rules that claims are scrubbed by.
@RestController
@RequestMapping("/api/v1/rules")
class RuleResources {

  /// A rule with its source and how its findings fare.
  ///
  /// @param until first day on which the source no longer holds, null when it does
  /// @param overridableBy NOBODY, MANAGER or BILLER
  /// @param fixes kinds of a bulk fix that fit
  record RuleResource(
      String id,
      String layer,
      String severity,
      String intent,
      String source,
      LocalDate from,
      @Nullable LocalDate until,
      @Nullable String expectedDenial,
      OverrideRight overridableBy,
      List<FixKind> fixes,
      int openFindings,
      int claimsFound,
      int overrides) {}

  private final FindingLists findings;

  RuleResources(FindingLists findings) {
    this.findings = findings;
  }

  @GetMapping
  List<RuleResource> rules() {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    Map<String, RuleRecord> records =
        findings.records().stream()
            .collect(Collectors.toMap(RuleRecord::ruleId, Function.identity()));
    return Arrays.stream(Rule.values()).map(rule -> resource(rule, records)).toList();
  }

  @GetMapping("/{id}")
  RuleResource rule(@PathVariable String id) {
    return rules().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static RuleResource resource(Rule rule, Map<String, RuleRecord> records) {
    String id = rule.id().value();
    var fared = records.getOrDefault(id, new RuleRecord(id, 0, 0, 0));
    var source = rule.source();
    return new RuleResource(
        id,
        rule.layer().name(),
        rule.severity().name(),
        rule.intent(),
        source.source(),
        source.period().from(),
        source.period().until(),
        rule.expectedDenial() == null ? null : rule.expectedDenial().value(),
        OverrideRight.of(rule.overriding()),
        FixKind.fitting(id, rule.layer()),
        fared.open(),
        fared.found(),
        fared.overrides());
  }
}
