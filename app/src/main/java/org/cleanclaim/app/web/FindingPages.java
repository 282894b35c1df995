package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.claim.ClaimFixes;
import org.cleanclaim.app.claim.ClaimFixes.Chosen;
import org.cleanclaim.app.claim.Fix;
import org.cleanclaim.app.claim.FixKind;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.worklist.FindingLists;
import org.cleanclaim.app.worklist.FindingLists.FindingFilter;
import org.cleanclaim.app.worklist.FindingLists.ListedFinding;
import org.cleanclaim.app.worklist.FindingLists.State;
import org.cleanclaim.kernel.Layer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Findings of all claims by their cause, and the same fix for many.
@Controller
class FindingPages {
  private static final int MOST_CHOSEN = 100_000;
  private static final List<String> HEADS =
      List.of(
          "claim",
          "patient",
          "payer",
          "served_on",
          "status",
          "rule",
          "layer",
          "severity",
          "place",
          "message",
          "remedy",
          "expected_denial",
          "overridden_by",
          "override_reason");

  private final Pages pages;
  private final FindingLists findings;
  private final ClaimFixes fixes;
  private final Payers payers;
  private final AuditTrail audit;

  FindingPages(
      Pages pages, FindingLists findings, ClaimFixes fixes, Payers payers, AuditTrail audit) {
    this.pages = pages;
    this.findings = findings;
    this.fixes = fixes;
    this.payers = payers;
    this.audit = audit;
  }

  /// The filters as they stand in the address.
  record Asked(
      @Nullable String rule,
      @Nullable String layer,
      @Nullable String severity,
      @Nullable String payer,
      @Nullable String state) {
    FindingFilter filter() {
      return new FindingFilter(
          blankToNull(rule),
          blankToNull(layer),
          blankToNull(severity),
          blankToNull(payer),
          stateOf(state));
    }
  }

  @GetMapping("/claims/findings")
  ResponseEntity<String> list(
      HttpServletRequest request,
      @ModelAttribute Asked asked,
      @RequestParam(defaultValue = "1") int page) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    return list(request, asked.filter(), page, "");
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, FindingFilter filter, String problem) {
    return list(request, filter, 1, problem);
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, FindingFilter filter, int number, String problem) {
    var page = findings.findingPage(filter, number);
    var values = new LinkedHashMap<String, Object>();
    values.put("page", page);
    values.put("counts", findings.counts(filter.ofRule(null)));
    values.put("filter", filter);
    values.put("payers", payers.all());
    values.put("fits", fitting(filter, page.rows()));
    values.put("problem", problem);
    return pages.page(request, "claims", "Findings", "claim/findings.jte", values);
  }

  /// The fixes that mend the rule of the filter; none while findings of several rules are shown.
  private static List<FixKind> fitting(FindingFilter filter, List<ListedFinding> rows) {
    String rule = filter.rule();
    if (rule == null || rows.isEmpty() || filter.state() != State.OPEN) return List.of();
    return FixKind.fitting(rule, Layer.valueOf(rows.getFirst().layer()));
  }

  @GetMapping(value = "/claims/findings.csv", produces = "text/csv")
  void csv(HttpServletResponse response, @ModelAttribute Asked asked) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    audit.record("exported findings", "finding list", "csv", null, null);
    CsvAnswer.<ListedFinding>write(
        response,
        "findings.csv",
        HEADS,
        to -> findings.each(asked.filter(), to),
        f ->
            Csv.line(
                f.controlNumber(),
                f.patient(),
                f.payer(),
                f.servedFrom(),
                f.status(),
                f.ruleId(),
                f.layer(),
                f.severity(),
                f.place(),
                f.message(),
                f.remedy(),
                f.expectedDenial(),
                f.overriddenBy(),
                f.overrideReason()));
  }

  /// Shows what a fix would change; nothing is changed yet.
  @PostMapping("/claims/findings/preview")
  ResponseEntity<String> preview(
      HttpServletRequest request,
      @RequestParam String rule,
      @RequestParam(required = false) String kind,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(name = "all", required = false) String all,
      @RequestParam(name = "pick", required = false) List<String> picks) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var filter = new FindingFilter(rule, null, null, blankToNull(payer), State.OPEN);
    var fix = fix(kind, value);
    if (fix.isEmpty()) return list(request, filter, "Choose what to change.");
    var chosen = all == null ? chosen(picks) : chosenBy(filter);
    var report = fixes.preview(rule, fix.get(), chosen);
    if (!report.problem().isEmpty()) return list(request, filter, report.problem());
    return pages.page(
        request,
        "claims",
        "Preview of a fix",
        "claim/fix-preview.jte",
        Map.of("rule", rule, "fix", fix.get(), "payer", payer, "report", report));
  }

  @PostMapping("/claims/findings/apply")
  ResponseEntity<String> apply(
      HttpServletRequest request,
      @RequestParam String rule,
      @RequestParam(required = false) String kind,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(name = "pick", required = false) List<String> picks) {
    AccessDeniedForActor.unless(Permission.WORK_CLAIM);
    var filter = new FindingFilter(rule, null, null, blankToNull(payer), State.OPEN);
    var fix = fix(kind, value);
    if (fix.isEmpty()) return list(request, filter, "Choose what to change.");
    var report = fixes.apply(rule, fix.get(), chosen(picks), reason);
    if (!report.problem().isEmpty()) return list(request, filter, report.problem());
    return pages.page(
        request,
        "claims",
        "Result of the fix",
        "claim/fix-result.jte",
        Map.of("rule", rule, "fix", fix.get(), "payer", payer, "report", report));
  }

  private static Optional<Fix> fix(@Nullable String kind, String value) {
    return Arrays.stream(FixKind.values())
        .filter(k -> k.name().equals(kind))
        .findFirst()
        .map(k -> new Fix(k, value));
  }

  private List<Chosen> chosenBy(FindingFilter filter) {
    return findings.findings(filter, MOST_CHOSEN).stream()
        .map(f -> new Chosen(f.claimId(), f.revision()))
        .distinct()
        .toList();
  }

  /// Reads `claim:revision`; what cannot be read chooses nothing.
  private static List<Chosen> chosen(@Nullable List<String> picks) {
    var chosen = new ArrayList<Chosen>();
    for (String pick : picks == null ? List.<String>of() : picks) {
      if (pick.matches("[0-9a-fA-F-]{36}:\\d{1,6}")) {
        chosen.add(
            new Chosen(
                UUID.fromString(pick.substring(0, 36)), Integer.parseInt(pick.substring(37))));
      }
    }
    return chosen.stream().distinct().toList();
  }

  private static State stateOf(@Nullable String text) {
    return Arrays.stream(State.values())
        .filter(s -> s.name().equalsIgnoreCase(text))
        .findFirst()
        .orElse(State.OPEN);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
