package org.cleanclaim.app.web.underpayment;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.contract.Payer;
import org.cleanclaim.app.contract.PayerContracts;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The contracts with payers, and the form to add one.
@Controller
class ContractPages {
  private final Pages pages;
  private final Payers payers;
  private final PayerContracts contracts;

  ContractPages(Pages pages, Payers payers, PayerContracts contracts) {
    this.pages = pages;
    this.payers = payers;
    this.contracts = contracts;
  }

  @GetMapping("/contracts")
  ResponseEntity<String> list(HttpServletRequest request) {
    AccessDeniedForActor.unless(Permission.SEE_REMITTANCE);
    return list(request, "", "", List.of());
  }

  private ResponseEntity<String> list(
      HttpServletRequest request, String payer, String text, List<String> problems) {
    Map<Payer, List<PayerContracts.Kept>> kept = new LinkedHashMap<>();
    for (Payer each : payers.all()) kept.put(each, contracts.of(each));
    return pages.page(
        request,
        "remittances",
        "Contracts",
        "underpayment/contracts.jte",
        Map.of("contracts", kept, "payer", payer, "text", text, "problems", problems));
  }

  @PostMapping("/contracts")
  ResponseEntity<String> add(
      HttpServletRequest request, @RequestParam String payer, @RequestParam String text) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var found = payers.all().stream().filter(p -> p.slug().equals(payer)).findFirst();
    if (found.isEmpty()) return list(request, payer, text, List.of("Choose a payer."));
    return switch (contracts.add(found.get(), text)) {
      case PayerContracts.AddResult.Refused refused ->
          list(request, payer, text, refused.problems());
      case PayerContracts.AddResult.Added ignored ->
          ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/contracts")).build();
    };
  }
}
