package org.cleanclaim.app.web.billing;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.app.access.Acting;
import org.cleanclaim.app.access.Actor;
import org.cleanclaim.app.access.Organizations;
import org.cleanclaim.app.audit.AuditTrail;
import org.cleanclaim.app.patient.PatientId;
import org.cleanclaim.app.statement.BillingPolicies;
import org.cleanclaim.app.statement.Households;
import org.cleanclaim.app.statement.Language;
import org.cleanclaim.app.statement.Notice;
import org.cleanclaim.app.statement.Statement;
import org.cleanclaim.app.statement.StatementLinks;
import org.cleanclaim.app.statement.StatementLinks.Opening;
import org.cleanclaim.app.statement.Statements;
import org.cleanclaim.app.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A statement behind a one-time address, without signing in. A program that only fetches addresses
/// of mails gets a door with a button and no data; the browser that presses it keeps the address.
@Controller
class LinkedStatement {
  private static final String COOKIE = "bill";
  private static final Duration COOKIE_LIFE = Duration.ofDays(90);

  private final Pages pages;
  private final StatementLinks links;
  private final Statements statements;
  private final Households households;
  private final BillingPolicies policies;
  private final Organizations organizations;
  private final AuditTrail audit;

  LinkedStatement(
      Pages pages,
      StatementLinks links,
      Statements statements,
      Households households,
      BillingPolicies policies,
      Organizations organizations,
      AuditTrail audit) {
    this.pages = pages;
    this.links = links;
    this.statements = statements;
    this.households = households;
    this.policies = policies;
    this.organizations = organizations;
    this.audit = audit;
  }

  @GetMapping("/bill/{secret}")
  ResponseEntity<String> show(
      HttpServletRequest request,
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String lang,
      @CookieValue(name = COOKIE, defaultValue = "") String browser) {
    var opening = links.find(secret, browser);
    if (opening.isEmpty()) {
      return closed(
          pages.page(request, HttpStatus.NOT_FOUND, "", "", "statement/door.jte", shut(lang)));
    }
    return Acting.as(
        Actor.system(opening.get().organizationId(), "statement link"),
        () -> closed(answer(request, opening.get(), lang)));
  }

  /// Opens an address for this browser and no other.
  @PostMapping("/bill/{secret}")
  ResponseEntity<String> open(
      HttpServletRequest request,
      @PathVariable String secret,
      @RequestParam(required = false) @Nullable String lang,
      @CookieValue(name = COOKIE, defaultValue = "") String browser) {
    Optional<String> opened = links.open(secret);
    if (opened.isEmpty()) return show(request, secret, lang, browser);
    var cookie =
        ResponseCookie.from(COOKIE, opened.get())
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path("/bill/" + secret)
            .maxAge(COOKIE_LIFE)
            .build();
    String language = language(lang, Language.ENGLISH).code();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create("/bill/" + secret + "?lang=" + language))
        .header("Set-Cookie", cookie.toString())
        .header("Cache-Control", "no-store")
        .build();
  }

  private ResponseEntity<String> answer(
      HttpServletRequest request, Opening opening, @Nullable String lang) {
    var statement = statements.numbered(opening.statementId()).orElseThrow();
    var language = language(lang, statement.language());
    var practice = organizations.current();
    if (!opening.isOpened()) {
      return pages.page(
          request,
          "",
          "",
          "statement/door.jte",
          Map.of("l", language, "practice", practice.name(), "isOpen", true));
    }
    audit.record("opened link", "statement", statement.number(), statement.patientId(), null);
    return pages.page(request, "", "", "statement/online.jte", values(statement, language));
  }

  private Map<String, Object> values(Statement statement, Language language) {
    var values = new HashMap<String, Object>();
    values.put("statement", statement);
    values.put("household", households.of(new PatientId(statement.patientId())));
    values.put("practice", organizations.current());
    values.put("notice", Notice.of(statement.step(), policies.current()));
    values.put("l", language);
    return values;
  }

  private static Map<String, Object> shut(@Nullable String lang) {
    return Map.of("l", language(lang, Language.ENGLISH), "practice", "", "isOpen", false);
  }

  private static Language language(@Nullable String lang, Language otherwise) {
    for (Language language : Language.values()) {
      if (language.code().equals(lang)) return language;
    }
    return otherwise;
  }

  /// Kept by no cache and told to nobody.
  private static ResponseEntity<String> closed(ResponseEntity<String> page) {
    return ResponseEntity.status(page.getStatusCode())
        .headers(page.getHeaders())
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .body(page.getBody());
  }
}
