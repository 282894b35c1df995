package org.cleanclaim.app.web.billing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.statement.BillingDay;
import org.cleanclaim.app.statement.BillingPolicies;
import org.cleanclaim.app.statement.BillingRefusal;
import org.cleanclaim.app.statement.PolicyField;
import org.cleanclaim.app.statement.TypedPolicy;
import org.cleanclaim.app.web.Pages;
import org.cleanclaim.app.web.registration.PagePart;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The policy of patient billing: what holds, what each value does, and how it came to be.
@Controller
class BillingPolicyPages {
  /// What somebody who types is told.
  record Checked(Map<String, String> faults) {}

  private final Pages pages;
  private final BillingPolicies policies;
  private final BillingDay days;

  BillingPolicyPages(Pages pages, BillingPolicies policies, BillingDay days) {
    this.pages = pages;
    this.policies = policies;
    this.days = days;
  }

  @GetMapping("/billing/policy")
  ResponseEntity<String> policy(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_LEDGER);
    return page(request, HttpStatus.OK, latest(), Map.of(), "");
  }

  @PostMapping("/billing/policy/check")
  ResponseEntity<String> check(@RequestParam Map<String, String> form) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    return PagePart.of(
        switch (typed(form).read(today())) {
          case TypedPolicy.Read.Faulty(var faults) -> new Checked(faults);
          case TypedPolicy.Read.Whole w -> new Checked(Map.of());
        });
  }

  @PostMapping("/billing/policy")
  ResponseEntity<String> save(HttpServletRequest request, @RequestParam Map<String, String> form) {
    AccessDeniedForActor.unless(Permission.APPROVE_REFUND);
    var typed = typed(form);
    return switch (typed.read(today())) {
      case TypedPolicy.Read.Faulty(var faults) ->
          page(request, HttpStatus.UNPROCESSABLE_CONTENT, typed, faults, "");
      case TypedPolicy.Read.Whole(var policy, var from) -> {
        try {
          policies.save(policy, from);
          yield ResponseEntity.status(HttpStatus.SEE_OTHER)
              .location(URI.create("/billing/policy"))
              .build();
        } catch (BillingRefusal refusal) {
          yield page(
              request, HttpStatus.CONFLICT, typed, Map.of(), String.valueOf(refusal.getMessage()));
        }
      }
    };
  }

  private ResponseEntity<String> page(
      HttpServletRequest request,
      HttpStatus status,
      TypedPolicy typed,
      Map<String, String> faults,
      String refusal) {
    var values = new LinkedHashMap<String, Object>();
    values.put("policy", policies.current());
    values.put("history", policies.history());
    values.put("typed", typed);
    values.put("faults", faults);
    values.put("refusal", refusal);
    values.put("today", today());
    return pages.page(request, status, "billing", "Billing policy", "billing/policy.jte", values);
  }

  /// The last one that was saved, to be changed from its own day on when that is still to come.
  private TypedPolicy latest() {
    var policy = policies.latest();
    var values = new LinkedHashMap<String, String>();
    for (PolicyField field : PolicyField.values()) values.put(field.key(), field.in(policy));
    var from =
        policies.history().stream()
            .findFirst()
            .map(BillingPolicies.Saved::effectiveOn)
            .filter(day -> day.isAfter(today()))
            .orElse(today());
    return new TypedPolicy(values, from.toString(), policy.version());
  }

  private static TypedPolicy typed(Map<String, String> form) {
    String version = form.getOrDefault("version", "");
    return new TypedPolicy(
        form,
        form.getOrDefault("from", ""),
        version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1);
  }

  private LocalDate today() {
    return days.today();
  }
}
