package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.FixKind;
import org.cleanclaim.app.claim.OverrideRight;
import org.cleanclaim.app.insight.FindingFigures;
import org.cleanclaim.app.payerrule.PayerRuleBook;
import org.cleanclaim.app.worklist.FindingLists;
import org.cleanclaim.app.worklist.FindingLists.FindingFilter;
import org.cleanclaim.app.worklist.FindingLists.RuleRecord;
import org.cleanclaim.edits.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The rules that claims are scrubbed by, and how their findings fare.
@Controller
public class RulePages {
  /// A rule with how it has fared.
  public record RuleRow(Rule rule, RuleRecord record) {}

  private final Pages pages;
  private final FindingLists findings;
  private final FindingFigures figures;
  private final PayerRuleBook payerRules;

  RulePages(Pages pages, FindingLists findings, FindingFigures figures, PayerRuleBook payerRules) {
    this.pages = pages;
    this.findings = findings;
    this.figures = figures;
    this.payerRules = payerRules;
  }

  @GetMapping("/rules")
  ResponseEntity<String> rules(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    Map<String, RuleRecord> records =
        findings.records().stream()
            .collect(Collectors.toMap(RuleRecord::ruleId, Function.identity()));
    var rows = new ArrayList<RuleRow>();
    for (Rule rule : Rule.values()) {
      String id = rule.id().value();
      rows.add(new RuleRow(rule, records.getOrDefault(id, new RuleRecord(id, 0, 0, 0))));
    }
    return pages.page(request, "claims", "Rules", "rule/list.jte", Map.of("rules", rows));
  }

  @GetMapping("/rules/{id}")
  ResponseEntity<String> rule(
      HttpServletRequest request,
      @PathVariable String id,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var builtIn = Rule.find(id);
    if (builtIn.isEmpty()) return payerRule(id);
    Rule rule = builtIn.get();
    var values = new LinkedHashMap<String, Object>();
    values.put("rule", rule);
    values.put("open", findings.findingPage(FindingFilter.OPEN.ofRule(id), page));
    values.put(
        "fate",
        figures.byRule().stream()
            .filter(f -> f.ruleId().equals(id))
            .findFirst()
            .map(FindingFigures.RuleFate::fate)
            .orElse(new FindingFigures.Fate(0, 0, 0, 0, 0, 0, 0)));
    values.put("bars", MonthBars.of(figures.byMonth(id)));
    values.put("fixes", FixKind.fitting(id, rule.layer()));
    values.put("right", OverrideRight.of(rule.overriding()));
    return pages.page(request, "claims", "Rule " + id, "rule/rule.jte", values);
  }

  /// Findings name built-in rules and the practice's own alike.
  private ResponseEntity<String> payerRule(String id) {
    if (payerRules.versions(id).isEmpty()) throw new NoSuchElementException();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/rules/payer/" + id))
        .build();
  }

  @GetMapping("/claims/findings/reasons")
  ResponseEntity<String> reasons(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable String rule,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_FIGURES);
    String wanted = rule == null || rule.isBlank() ? null : rule.strip();
    var values = new LinkedHashMap<String, Object>();
    values.put("rules", figures.byRule());
    values.put("months", figures.byMonth(wanted));
    values.put("bars", MonthBars.of(figures.byMonth(wanted)));
    values.put("reasons", figures.reasons(wanted, page));
    values.put("rule", wanted == null ? "" : wanted);
    return pages.page(request, "claims", "How findings fare", "claim/reasons.jte", values);
  }
}
