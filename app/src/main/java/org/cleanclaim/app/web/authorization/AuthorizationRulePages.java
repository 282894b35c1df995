package org.cleanclaim.app.web.authorization;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.UUID;
import org.cleanclaim.app.access.AccessDeniedForActor;
import org.cleanclaim.app.access.Permission;
import org.cleanclaim.app.authorization.AuthorizationNeeds;
import org.cleanclaim.app.authorization.AuthorizationRefusal;
import org.cleanclaim.app.authorization.Authorizations;
import org.cleanclaim.app.contract.Payers;
import org.cleanclaim.app.web.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Which codes payers pay with an authorization only.
@Controller
class AuthorizationRulePages {
  private final Pages pages;
  private final AuthorizationNeeds needs;
  private final Authorizations authorizations;
  private final Payers payers;

  AuthorizationRulePages(
      Pages pages, AuthorizationNeeds needs, Authorizations authorizations, Payers payers) {
    this.pages = pages;
    this.needs = needs;
    this.authorizations = authorizations;
    this.payers = payers;
  }

  @GetMapping("/authorizations/rules")
  ResponseEntity<String> rules(HttpServletRequest request) {
    AccessDeniedForActor.unlessEither(Permission.SEE_PATIENT, Permission.WRITE_PAYER_RULE);
    var values = new LinkedHashMap<String, Object>();
    values.put("rules", needs.all());
    values.put("payers", payers.all());
    values.put("today", authorizations.today());
    return pages.page(
        request,
        "authorizations",
        "Services that need an authorization",
        "authorization/rules.jte",
        values);
  }

  @PostMapping("/authorizations/rules")
  ResponseEntity<String> add(
      @RequestParam(defaultValue = "") String payer,
      @RequestParam(defaultValue = "") String codes,
      @RequestParam(defaultValue = "") String place,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String through,
      @RequestParam(defaultValue = "") String source) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    var chosen =
        payers.all().stream()
            .filter(p -> p.slug().equals(payer))
            .findFirst()
            .orElseThrow(() -> new AuthorizationRefusal("Choose the payer of the rule."));
    needs.add(
        chosen,
        codes.toUpperCase(Locale.ROOT),
        place.isBlank() ? null : place.strip(),
        day(from),
        through.isBlank() ? null : day(through),
        source);
    return back();
  }

  @PostMapping("/authorizations/rules/{id}/end")
  ResponseEntity<String> end(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String last,
      @RequestParam(defaultValue = "") String reason) {
    AccessDeniedForActor.unless(Permission.WRITE_PAYER_RULE);
    needs.end(id, day(last), reason.strip());
    return back();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new AuthorizationRefusal("A day is written 2026-03-31; \"" + text + "\" is none.");
    }
  }

  private static ResponseEntity<String> back() {
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/authorizations/rules"))
        .build();
  }
}
