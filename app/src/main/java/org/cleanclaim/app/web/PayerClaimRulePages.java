package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.claim.PayerClaimRule;
import org.cleanclaim.app.claim.PayerClaimRule.LateFacilityCharges;
import org.cleanclaim.app.claim.PayerClaimRule.VisitsOnClaim;
import org.cleanclaim.app.claim.PayerClaimRules;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.Payers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How each payer wants claims put together.
@Controller
class PayerClaimRulePages {
  private final Pages pages;
  private final Payers payers;
  private final PayerClaimRules rules;

  PayerClaimRulePages(Pages pages, Payers payers, PayerClaimRules rules) {
    this.pages = pages;
    this.payers = payers;
    this.rules = rules;
  }

  @GetMapping("/payers/claim-rules")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_CLAIM);
    var byPayer = new LinkedHashMap<Payer, PayerClaimRule>();
    payers.all().forEach(p -> byPayer.put(p, rules.of(p.id())));
    return pages.page(
        request,
        "claims",
        "How payers want claims",
        "claim/payer-rules.jte",
        Map.of("rules", byPayer));
  }

  @PostMapping("/payers/{payer}/claim-rule")
  ResponseEntity<String> keep(
      @PathVariable String payer,
      @RequestParam VisitsOnClaim visitsOnClaim,
      @RequestParam(required = false) String isSplitByYear,
      @RequestParam LateFacilityCharges lateFacilityCharges,
      @RequestParam(defaultValue = "") String why) {
    AccessDeniedForActor.unless(Permission.KEEP_PAYER);
    var found = payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst().orElseThrow();
    rules.keep(
        found, new PayerClaimRule(visitsOnClaim, isSplitByYear != null, lateFacilityCharges, why));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/payers/claim-rules"))
        .build();
  }
}
