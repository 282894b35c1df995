package org.cleanclaim.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.remittance.ProviderLevel;
import org.cleanclaim.app.remittance.ProviderSettlements;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The accounts at provider level: what is open with payers outside any claim.
@Controller
class ProviderLevelPages {
  private final Pages pages;
  private final ProviderLevel level;
  private final ProviderSettlements settlements;

  ProviderLevelPages(Pages pages, ProviderLevel level, ProviderSettlements settlements) {
    this.pages = pages;
    this.level = level;
    this.settlements = settlements;
  }

  @GetMapping("/remittances/provider-level")
  ResponseEntity<String> show(
      HttpServletRequest request,
      @RequestParam(defaultValue = "1") int lines,
      @RequestParam(defaultValue = "1") int settled) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return pages.page(
        request,
        "remittances",
        "Provider-level accounts",
        "remittance/provider-level.jte",
        Map.of(
            "balances", level.open(),
            "lines", level.latest(lines),
            "settled", settlements.latest(settled)));
  }

  @PostMapping("/remittances/provider-level/settle")
  ResponseEntity<String> settle(
      @RequestParam String payer,
      @RequestParam String reason,
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String why) {
    AccessDeniedForActor.unless(Permission.POST_REMITTANCE);
    settlements.settle(payer, reason, reference, why);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/remittances/provider-level"))
        .build();
  }
}
